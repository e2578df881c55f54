import { afterEach, beforeEach, expect, test } from "vitest";
import type { FreezeDraft } from "../../../src/core/app/directory/freezes.ts";
import { day, hour } from "../../../src/core/domain/instant.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

const zone = "Europe/London";
let example: TestApp;

beforeEach(async () => {
  example = await openTestApp();
  await makeExampleWorkspace(example);
});
afterEach(() => example.close());

const minutesOfDay = 24 * 60;

function freezeFrom(from: number, to: number, changes: Partial<FreezeDraft> = {}): FreezeDraft {
  const wall = (at: number) => ({ wall: wallOf(at, zone), occurrence: null });
  return {
    id: "",
    name: "Year-end close",
    zone,
    start: wall(from),
    end: wall(to),
    serviceIds: [],
    customerIds: [],
    reason: "",
    ...changes,
  };
}

/** Creates a window ten days from now. */
async function created(changes: Parameters<typeof draftIn>[3] = {}, minutes = 10 * minutesOfDay): Promise<string> {
  return granted(await example.app.windows.create(draftIn(example, minutes, 120, changes))).id;
}

test("the form, the window's page, the calendar and Today name what stands against a window", async () => {
  const first = await created({ title: "First" });
  const second = await created({ title: "Second" });
  const assessment = await example.app.windows.assess(draftIn(example, 10 * minutesOfDay, 120), null);
  expect(assessment.conflicts.kinds).toEqual(["sameService", "samePerson", "sameCustomerDay"]);
  expect(assessment.conflicts.count).toBe(6);

  const { conflicts } = granted(example.app.windows.get(first));
  expect(conflicts.conflicts[0]).toMatchObject({ kind: "sameService", other: { id: second, title: "Second" } });

  const view = await example.app.calendar.range(example.now(), example.now() + 30 * day);
  expect(view.conflicts.map(({ windowId }) => windowId).sort()).toEqual([first, second].sort());
  expect(
    example.app.today
      .conflicts()
      .map(({ window }) => window.title)
      .sort(),
  ).toEqual(["First", "Second"]);

  granted(await example.app.windows.cancel(second, 1, "Not needed"));
  expect(granted(example.app.windows.get(first)).conflicts.count).toBe(0);
  expect(example.app.today.conflicts()).toEqual([]);
});

test("a window moved away from its conflict has none, and its own old time does not stand in its way", async () => {
  await created();
  const id = await created();
  const at = example.now() + 13 * day;
  const wall = (instant: number) => ({ wall: wallOf(instant, zone), occurrence: null });
  const move = granted(await example.app.windows.assessMove(id, wall(at), wall(at + 2 * hour)));
  expect(move.conflicts.count).toBe(0);
});

test("the next free slot has no conflict and keeps every promise of the plan", async () => {
  granted(example.app.freezes.save(freezeFrom(example.now() + hour, example.now() + 12 * day)));
  await created({ title: "In the way" }, 12 * minutesOfDay);
  // Tomorrow is too soon for customers who are owed business days.
  const draft = draftIn(example, minutesOfDay, 120);
  const slot = granted(await example.app.windows.nextFreeSlot(draft, null));
  if (slot.kind !== "free") throw new Error("There must be a free slot.");
  expect(slot.endAt - slot.startAt).toBe(2 * hour);
  const wall = (instant: number) => ({ wall: wallOf(instant, zone), occurrence: null });
  const taken = await example.app.windows.assess({ ...draft, start: wall(slot.startAt), end: wall(slot.endAt) }, null);
  expect(taken.conflicts.count).toBe(0);
  expect(taken.earliestStart).toBeNull();
  expect(slot.startAt).toBeGreaterThanOrEqual(example.now() + 12 * day);
});

test("where everything is frozen there is no free slot within ninety days, and the freeze is named", async () => {
  granted(example.app.freezes.save(freezeFrom(example.now(), example.now() + 400 * day)));
  const slot = granted(await example.app.windows.nextFreeSlot(draftIn(example, minutesOfDay, 120), null));
  expect(slot).toMatchObject({ kind: "none", conflicts: [{ kind: "freeze", freeze: { name: "Year-end close" } }] });
});

test("a free slot of a draft without times is refused at its field", async () => {
  const draft = draftIn(example, minutesOfDay, 120, { start: { wall: "2026-03-29T01:30", occurrence: null } });
  expect(await example.app.windows.nextFreeSlot(draft, null)).toMatchObject({
    ok: false,
    refusal: { code: "invalid", field: "start" },
  });
});

test("a freeze is saved, changed and removed, each with its entry in the audit log", async () => {
  const { id } = granted(example.app.freezes.save(freezeFrom(example.now() + day, example.now() + 2 * day)));
  expect(example.app.freezes.all()).toMatchObject([{ id, name: "Year-end close" }]);
  granted(example.app.freezes.save(freezeFrom(example.now() + day, example.now() + 3 * day, { id, name: "Audit" })));
  expect(example.app.freezes.all()).toMatchObject([{ id, name: "Audit" }]);
  granted(example.app.freezes.remove(id));
  expect(example.app.freezes.all()).toEqual([]);
  const { lines } = await example.app.audit.entries({ who: "", area: "directory", about: "" }, null);
  expect(lines.filter(({ subjectId }) => subjectId === id).map(({ what, subject }) => `${what} ${subject}`)).toEqual([
    "freezes.remove Audit",
    "freezes.save Audit",
    "freezes.save Year-end close",
  ]);
  expect(example.app.freezes.remove(id)).toMatchObject({ ok: false, refusal: { code: "notFound" } });
  expect(example.app.freezes.save(freezeFrom(example.now(), example.now() + day, { id }))).toMatchObject({ ok: false });
});

test("a freeze with a time that clocks skip, show twice, or in the wrong order is refused at its field", () => {
  const save = (changes: Partial<FreezeDraft>) => {
    const answer = example.app.freezes.save(freezeFrom(example.now(), example.now() + day, changes));
    return answer.ok ? null : answer.refusal.field;
  };
  expect(save({ start: { wall: "2026-03-29T01:30", occurrence: null } })).toBe("start");
  expect(save({ end: { wall: "2027-10-31T01:30", occurrence: null } })).toBe("end");
  expect(save({ end: { wall: "2027-10-31T01:30", occurrence: "later" } })).toBeNull();
  expect(save({ end: { wall: "2020-01-01T00:00", occurrence: null } })).toBe("end");
  expect(save({ zone: "Mars/Base" })).toBe("zone");
  expect(save({ name: " " })).toBe("name");
  expect(save({ serviceIds: ["gone"] })).toBe("serviceIds");
  expect(save({ customerIds: ["gone"] })).toBe("customerIds");
});

test("a circle of services is refused with the way around named, and a service that is needed stays", async () => {
  const [one, two] = example.app.directory.all().services;
  if (one === undefined || two === undefined) throw new Error("The example has services.");
  granted(await example.app.directory.save({ kind: "service", entry: { ...one, dependsOn: [two.id] } }));
  const refused = await example.app.directory.save({ kind: "service", entry: { ...two, dependsOn: [one.id] } });
  expect(refused).toMatchObject({ ok: false, refusal: { field: "dependsOn" } });
  expect(!refused.ok && refused.refusal.message).toContain(`“${two.name}” → “${one.name}” → “${two.name}”`);

  const kept = await example.app.directory.remove("service", two.id);
  expect(!kept.ok && kept.refusal.message).toContain(`the service “${one.name}”`);
});

test("a customer named in a freeze stays in the directory", async () => {
  const entry = { id: "", name: "Hospital of the freeze", zone, holidayRegion: null, contactIds: [], serviceIds: [] };
  const { id } = granted(await example.app.directory.save({ kind: "customer", entry }));
  granted(example.app.freezes.save(freezeFrom(example.now(), example.now() + day, { name: "Go-live", customerIds: [id] })));
  expect(await example.app.directory.remove("customer", id)).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining("the freeze “Go-live”") },
  });
});
