import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { outageDraft } from "../../../src/contract/schemas/outage.ts";
import { month as monthAtTheDoor } from "../../../src/contract/schemas/time.ts";
import type { OutageDraft } from "../../../src/core/app/uptime/outage-draft.ts";
import { day, hour, type Instant, minute } from "../../../src/core/domain/instant.ts";
import { monthOf } from "../../../src/core/domain/uptime/uptime-month.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let example: TestApp;
let serviceId: string;
const zone = "Europe/London";

beforeEach(async () => {
  // A month without the example's own windows.
  example = await openTestApp();
  await makeExampleWorkspace(example, "hie-platform");
  const [service] = example.app.directory.all().services;
  if (service === undefined) throw new Error("The example has no service.");
  serviceId = granted(
    await example.app.directory.save({
      kind: "service",
      entry: { ...service, id: "", name: "=Ledger", zone, promisedUptime: 99 },
    }),
  ).id;
});
afterEach(() => example.close());

function outageFrom(startAt: Instant, endAt: Instant, changes: Partial<OutageDraft> = {}): OutageDraft {
  return {
    id: "",
    serviceId,
    zone,
    start: { wall: wallOf(startAt, zone), occurrence: null },
    end: { wall: wallOf(endAt, zone), occurrence: null },
    note: "A disk was full",
    ...changes,
  };
}

function thisMonth() {
  return granted(example.app.uptime.month(serviceId, monthOf(example.now(), zone)));
}

const windowOf = (minutes: number, length: number, expectedDowntimeMinutes: number | null) =>
  draftIn(example, minutes, length, { serviceIds: [serviceId], expectedDowntimeMinutes });

test("a recorded outage and a planned window are counted, and told in the month's detail", async () => {
  granted(example.app.uptime.saveOutage(outageFrom(example.now() - 5 * hour, example.now() - 4 * hour)));
  const { id } = granted(await example.app.windows.create(windowOf(60 * 24, 120, 30)));
  const { month, parts } = thisMonth();
  expect(month).toMatchObject({ unplanned: hour, planned: 0, ahead: 30 * minute, left: 372 * minute, standing: "kept" });
  expect(parts).toMatchObject([
    { kind: "unplanned", outage: { note: "A disk was full" } },
    { kind: "planned", windowId: id, title: "Resize the cluster's nodes" },
  ]);
});

test("twelve months before this one and three after it, services with a promise first", () => {
  const { services, countsPlanned } = example.app.uptime.view();
  expect(countsPlanned).toBe(true);
  expect(services.find(({ id }) => id === serviceId)?.months.map(({ month }) => month)).toEqual([
    "2025-11",
    "2025-12",
    ...Array.from({ length: 12 }, (_, number) => `2026-${String(number + 1).padStart(2, "0")}`),
    "2027-01",
    "2027-02",
  ]);
  const promised = services.map(({ promisedUptime }) => promisedUptime !== null);
  expect(promised).toEqual(promised.toSorted((one, other) => Number(other) - Number(one)));
});

test("a completed window counts for as long as it took, and no longer than was expected", async () => {
  const { id } = granted(await example.app.windows.create(windowOf(10, 240, 90)));
  await example.pass(40 * minute);
  granted(await example.app.windows.conclude(id, "completed", ""));
  expect(thisMonth().month).toMatchObject({ planned: 30 * minute, ahead: 0 });
});

test("the form says what a window leaves, and that it would break the promise", async () => {
  const kept = await example.app.windows.assess(windowOf(60 * 24, 600, 420), null);
  expect(kept.uptime).toMatchObject([{ serviceId, month: "2026-11", ofWindow: 7 * hour, leftAfterAhead: 12 * minute }]);
  const broken = await example.app.windows.assess(windowOf(60 * 24, 600, 480), null);
  expect(broken.uptime).toMatchObject([{ standing: "wouldBreak", leftAfterAhead: -48 * minute }]);
  const quiet = await example.app.windows.assess({ ...windowOf(60 * 24, 600, 480), impact: "degraded" }, null);
  expect(quiet.uptime).toEqual([]);
});

test("a window that is changed does not count beside itself", async () => {
  const { id } = granted(await example.app.windows.create(windowOf(60 * 24, 600, 420)));
  const longer = await example.app.windows.assess(windowOf(60 * 24, 600, 430), id);
  expect(longer.uptime).toMatchObject([{ ofWindow: 430 * minute, leftAfterAhead: 2 * minute }]);
  expect(granted(example.app.uptime.ofWindow(id))).toMatchObject([{ serviceId, ofWindow: 420 * minute }]);
  expect(example.app.uptime.ofWindow("w-none")).toMatchObject({ ok: false, refusal: { code: "notFound" } });
});

test("where planned work does not count, windows take nothing of the promise", async () => {
  granted(await example.app.windows.create(windowOf(60 * 24, 600, 480)));
  const { workspace } = example.app.workspaces.view();
  if (workspace === null) throw new Error("There is a workspace.");
  granted(await example.app.workspaces.update({ ...workspace, uptimeCountsPlanned: false }));
  expect(thisMonth().month).toMatchObject({ ahead: 480 * minute, left: 432 * minute, standing: "kept" });
  expect((await example.app.windows.assess(windowOf(60 * 24, 600, 480), null)).uptime).toEqual([]);
});

test("an outage is recorded, changed and removed, each with its entry in the log", async () => {
  const draft = outageFrom(example.now() - 2 * hour, example.now() - hour);
  const { id } = granted(example.app.uptime.saveOutage(draft));
  granted(example.app.uptime.saveOutage({ ...draft, id, note: "A cable was cut" }));
  expect(thisMonth().parts).toMatchObject([{ kind: "unplanned", outage: { id, note: "A cable was cut" } }]);
  granted(example.app.uptime.removeOutage(id));
  expect(thisMonth().parts).toEqual([]);
  const { lines } = await example.app.audit.entries({ who: "", area: "directory", about: "" }, null);
  expect(lines.filter(({ subjectId }) => subjectId === id).map(({ what, subject }) => `${what} ${subject}`)).toEqual([
    "uptime.removeOutage =Ledger",
    "uptime.saveOutage =Ledger",
    "uptime.saveOutage =Ledger",
  ]);
  expect(example.app.uptime.removeOutage(id)).toMatchObject({ ok: false, refusal: { code: "notFound" } });
  expect(example.app.uptime.saveOutage({ ...draft, id })).toMatchObject({ ok: false, refusal: { code: "notFound" } });
});

describe("an outage that cannot be recorded is refused at its field", () => {
  test.each([
    ["serviceId", { serviceId: "s-none" }],
    ["zone", { zone: "Mars/Olympus" }],
    ["note", { note: "zero\u200Bwidth" }],
    ["start", { start: { wall: "2026-02-30T02:00", occurrence: null } }],
    ["start", { start: { wall: "2026-03-29T01:30", occurrence: null }, end: { wall: "2026-03-29T03:30", occurrence: null } }],
    ["start", { start: { wall: "2026-10-25T01:30", occurrence: null }, end: { wall: "2026-10-25T03:30", occurrence: null } }],
    ["end", { end: { wall: "2026-11-22T01:00", occurrence: null } }],
    ["end", { end: { wall: "2026-11-23T23:00", occurrence: null } }],
    ["start", { start: { wall: "2025-11-23T01:00", occurrence: null }, end: { wall: "nonsense", occurrence: null } }],
    ["end", { start: { wall: "2025-11-23T01:00", occurrence: null } }],
  ] as const)("%s", (field, changes) => {
    const draft = outageFrom(example.now() - 30 * hour, example.now() - hour, changes);
    const answer = example.app.uptime.saveOutage(draft);
    expect(answer).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    if (field !== "start" || draft.end.wall !== "nonsense") expect(answer).toMatchObject({ refusal: { field } });
    expect(thisMonth().parts).toEqual([]);
  });

  test("a repeated time is taken once somebody said which", () => {
    const wall = "2026-10-25T01:30";
    const draft = outageFrom(example.now(), example.now(), {
      start: { wall, occurrence: "earlier" },
      end: { wall, occurrence: "later" },
    });
    granted(example.app.uptime.saveOutage(draft));
    expect(granted(example.app.uptime.month(serviceId, "2026-10")).month.unplanned).toBe(hour);
  });
});

test("the export holds a line for each service and month, and no cell that is a formula", () => {
  granted(example.app.uptime.saveOutage(outageFrom(example.now() - 2 * hour, example.now() - hour)));
  const { services } = example.app.uptime.view();
  const { csv, fileName } = example.app.uptime.csv();
  expect(fileName).toBe("uptime.csv");
  const lines = csv.trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + services.length * 16);
  expect(csv).toContain(`"'=Ledger"`);
  expect(csv).not.toContain(`"=Ledger"`);
  const exported: unknown = JSON.parse(example.app.uptime.json().json);
  expect(exported).toMatchObject({ format: "forewarn-uptime-1", countsPlanned: true });
  expect(JSON.stringify(exported)).toContain('"unplanned":3600');
});

test("a month that is none, and a service that is gone, are refused", () => {
  expect(example.app.uptime.month(serviceId, "2026-13")).toMatchObject({ ok: false, refusal: { code: "invalid" } });
  expect(example.app.uptime.month("s-none", "2026-11")).toMatchObject({ ok: false, refusal: { code: "notFound" } });
});

test("a window that ran a day over its end is counted in the month it ran into", async () => {
  const { id } = granted(await example.app.windows.create(windowOf(7 * 24 * 60, 120, null)));
  await example.pass(7 * day + 30 * hour);
  granted(await example.app.windows.conclude(id, "completed", ""));
  const december = granted(example.app.uptime.month(serviceId, "2026-12"));
  expect(december.month.planned).toBeGreaterThan(0);
});

describe("at the door", () => {
  const wall = { wall: "2026-11-22T01:00", occurrence: null };
  const draft = { id: "", serviceId: "portal", zone: "Europe/London", start: wall, end: wall, note: "" };

  test.each([
    ["a line break in the note", { note: "one\r\ntwo" }],
    ["a note of a thousand letters", { note: "n".repeat(1000) }],
    ["a path for a service", { serviceId: "../portal?" }],
    ["half a time", { start: { wall: "2026-11-22", occurrence: null } }],
    ["a choice between two times that is none", { end: { wall: wall.wall, occurrence: "both" } }],
    ["no end", { end: undefined }],
  ])("%s is refused", (_name, changes) => {
    expect(outageDraft.safeParse(draft).success).toBe(true);
    expect(outageDraft.safeParse({ ...draft, ...changes }).success).toBe(false);
  });

  test("a month is a year and one of twelve", () => {
    for (const text of ["2026-13", "2026-00", "26-01", "2026-1", "2026-01-01", "=2026-01"]) {
      expect(monthAtTheDoor.safeParse(text).success, text).toBe(false);
    }
    expect(monthAtTheDoor.safeParse("2026-12").success).toBe(true);
  });
});
