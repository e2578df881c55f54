import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import { isBrokenAt, type Notice } from "../../../src/core/domain/notice.ts";
import type { WindowDraft } from "../../../src/core/domain/window-draft.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

/** Monday 23 November 2026, 09:00 in London: three clear days before a Monday are counted from the Tuesday before. */
let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

const zone = "Europe/London";
const shortNotice = { reason: "The supplier closed a hole that is in use", approver: "Head of operations" };

async function createWindow(days: number, changes: Partial<WindowDraft> = {}): Promise<string> {
  return granted(await desk.app.windows.create(draftIn(desk, days * 24 * 60, 120, { shortNotice: null, ...changes }))).id;
}

function toCustomers(windowId: string, stage: Notice["stage"] = "announce"): Notice {
  const notice = granted(desk.app.windows.get(windowId)).notices.find(
    (one) => one.stage === stage && one.voice === "customer" && one.state.kind !== "superseded",
  );
  if (notice === undefined) throw new Error(`No ${stage} for customers`);
  return notice;
}

/** Those of a notice's recipients who get a mail: what is done by hand waits for a person. */
function mailed({ recipients }: Notice) {
  const { channels } = desk.app.directory.all();
  return recipients.filter(({ channelId }) => channels.find(({ id }) => id === channelId)?.kind === "mail");
}

async function approve(notice: Notice) {
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  return desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey));
}

async function announce(windowId: string, stage: Notice["stage"] = "announce"): Promise<void> {
  granted(await approve(toCustomers(windowId, stage)));
  await desk.pass(11_000);
}

function move(windowId: string, days: number, said: typeof shortNotice | null = null) {
  const { revision, start, end } = granted(desk.app.windows.get(windowId)).window;
  const at = (instant: number) => ({ wall: wallOf(instant + days * day, zone), occurrence: null });
  return desk.app.windows.move(windowId, revision, at(start.at), at(end.at), "The supplier is not ready", said);
}

describe("a promise is measured by when its notice was really accepted", () => {
  test("told in time it is kept for good, by how much, whatever the clock and later edits say", async () => {
    const id = await createWindow(7);
    await announce(id);
    const acceptedAt = desk.now();
    await desk.pass(5 * day);
    const { revision, toDoBy: _by, ...window } = granted(desk.app.windows.get(id)).window;
    const start = { wall: window.start.wall, occurrence: null };
    const end = { wall: window.end.wall, occurrence: null };
    granted(await desk.app.windows.change(id, revision, { ...window, start, end, title: "Resize all nodes" }, ""));
    for (const { promise } of mailed(toCustomers(id))) {
      expect(promise).toMatchObject({ kind: "kept", acceptedAt });
    }
    const assessed = await desk.app.windows.assess({ ...window, start, end, title: "Resize every node" }, id);
    const kept = assessed.promises.filter(({ standing }) => standing.kind === "kept");
    expect(new Set(kept.flatMap(({ who }) => who)).size).toBe(mailed(toCustomers(id)).length);
    const customers = desk.app.today.view().promises.find(({ label }) => label === "Customers");
    expect(customers?.kept).toBeGreaterThan(0);
  });

  test("approved for later and never accepted it is broken once its time has passed", async () => {
    const id = await createWindow(7);
    desk.app.outbox.pause("Test");
    granted(await approve(toCustomers(id)));
    await desk.pass(3 * day);
    const [first] = toCustomers(id).recipients;
    expect(first !== undefined && isBrokenAt(first.promise, desk.now())).toBe(true);
    expect(first?.promise).toMatchObject({ kind: "broken" });
    expect(desk.app.today.view().promises.find(({ label }) => label === "Customers")?.broken).toBeGreaterThan(0);
  });

  test("after a move it is measured for the new time, by the correction's acceptance", async () => {
    const id = await createWindow(7);
    await announce(id);
    const firstTold = desk.now();
    await desk.pass(2 * day);
    granted(await move(id, 4));
    const [corrected] = toCustomers(id, "rescheduled").recipients;
    expect(corrected?.promise.kind).toBe("kept");
    await announce(id, "rescheduled");
    const rows = granted(desk.app.evidence.ofWindow(id)).rows.filter(
      ({ customer, carrier }) => customer !== null && carrier !== "manual",
    );
    const told = (stage: Notice["stage"]) => rows.filter((row) => row.stage === stage);
    expect(told("announce").map(({ heardAt }) => heardAt)).toEqual(told("announce").map(() => firstTold));
    expect(told("rescheduled").length).toBeGreaterThan(0);
    for (const row of told("rescheduled")) {
      expect(row).toMatchObject({ promise: "kept", heardAt: desk.now() });
      expect(row.promisedUntil).not.toBe(told("announce")[0]?.promisedUntil);
    }
  });

  test("a correction that comes too late breaks it, although the first announcement was in time", async () => {
    const id = await createWindow(9);
    await announce(id);
    await desk.pass(6 * day);
    granted(await move(id, 1, shortNotice));
    expect(toCustomers(id, "rescheduled").recipients[0]?.promise.kind).toBe("broken");
    await announce(id, "rescheduled");
    const row = granted(desk.app.evidence.ofWindow(id)).rows.find(
      ({ stage, carrier }) => stage === "rescheduled" && carrier !== "manual",
    );
    expect(row?.promise).toBe("not kept");
  });
});

describe("a window that is told of later than promised", () => {
  test("is planned all the same, says so at once, and asks for a reason and an approver", async () => {
    const draft = draftIn(desk, 24 * 60, 120, { shortNotice: null });
    const assessed = await desk.app.windows.assess(draft, null);
    expect(assessed.problems).toMatchObject([{ field: "shortNotice", gravity: "missing" }]);
    const [broken] = assessed.promises;
    expect(broken).toMatchObject({ calendar: "England and Wales, clear days", standing: { kind: "broken" } });
    expect(broken?.who.length).toBeGreaterThan(0);
    const earliest = assessed.earliestStart ?? 0;
    const later = { wall: wallOf(earliest, zone), occurrence: null };
    const end = { wall: wallOf(earliest + 2 * hour, zone), occurrence: null };
    const kept = await desk.app.windows.assess({ ...draft, start: later, end }, null);
    expect([kept.earliestStart, kept.problems]).toEqual([null, []]);
    expect(kept.promises.every(({ standing }) => standing.kind === "open")).toBe(true);
    expect((await desk.app.windows.assess({ ...draft, shortNotice }, null)).problems).toEqual([]);
    expect((await desk.app.windows.create(draft)).ok).toBe(true);
  });

  test("leaves nobody told without a reason: its notices are blocked until it has one", async () => {
    const id = await createWindow(1);
    const refused = await approve(toCustomers(id));
    expect(!refused.ok && refused.refusal.message).toMatch(/Say why, and who agreed to it/u);
    const half = { ...shortNotice, approver: " " };
    granted(await move(id, 0, half));
    expect((await approve(toCustomers(id))).ok).toBe(false);
    granted(await move(id, 0, shortNotice));
    expect((await approve(toCustomers(id))).ok).toBe(true);
  });

  test("is told of in other words, with the reason and without the approver, to each in its own voice", async () => {
    const id = await createWindow(1, { shortNotice });
    await announce(id);
    for (const notice of granted(desk.app.windows.get(id)).notices.filter(({ voice }) => voice === "internal")) {
      if (notice.stage === "announce" && notice.state.kind === "open") granted(await approve(notice));
    }
    await desk.pass(minute);
    const messages = desk.app.outbox.practiceMailbox().filter(({ windowId }) => windowId === id);
    const texts = messages.map(({ content }) => JSON.stringify(content));
    const short = texts.filter((text) =>
      text.includes("This is shorter notice than we promise, because the supplier closed a hole that is in use."),
    );
    expect(short.length).toBe(mailed(toCustomers(id)).length);
    expect(texts.length).toBeGreaterThan(short.length);
    expect(texts.join()).not.toContain(shortNotice.approver);
    const inside = texts.filter((text) => text.includes("This is shorter notice than our policy promises, because"));
    expect(inside).toHaveLength(texts.length - short.length);
  });

  test("stands in the evidence and the audit log with reason and approver", async () => {
    const id = await createWindow(1, { shortNotice });
    await announce(id);
    const { csv } = granted(desk.app.evidence.csv(id));
    expect(csv).toContain("not kept");
    expect(csv).toContain(shortNotice.reason);
    expect(csv).toContain(shortNotice.approver);
    const json = JSON.parse(granted(desk.app.evidence.json(id)).json) as { window: unknown; deliveries: unknown[] };
    expect(json.window).toMatchObject({ shortNotice });
    expect(json.deliveries[0]).toMatchObject({ promise: "not kept", heardAt: new Date(desk.now()).toISOString() });
    const created = granted(desk.app.windows.get(id)).history.find(({ what }) => what === "windows.create");
    expect(created?.after).toMatchObject({ shortNotice });
    const approved = granted(desk.app.windows.get(id)).history.find(({ what }) => what === "notices.approve");
    expect(approved?.after).toMatchObject({ shortNotice });
  });
});

test("own days count in plans, in the assessment and on the calendar", async () => {
  const id = await createWindow(7);
  const before = toCustomers(id).recipients[0]?.promise;
  const { workspace } = desk.app.workspaces.view();
  if (workspace === null) throw new Error("no workspace");
  const off = { date: "2026-11-25", name: "Office closed", region: null, counts: { kind: "off" } } as const;
  granted(await desk.app.workspaces.update({ ...workspace, ownDays: [off] }));
  const after = toCustomers(id).recipients[0]?.promise;
  if (before?.kind !== "kept" || after?.kind !== "kept") throw new Error("not kept");
  expect(after.latest).toBeLessThan(before.latest);
  const { holidays } = await desk.app.calendar.range(desk.now(), desk.now() + 7 * day);
  expect(holidays).toContainEqual({ date: off.date, name: off.name, region: null, counts: "off" });
});
