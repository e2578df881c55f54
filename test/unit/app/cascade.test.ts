import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { day, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import type { Notice } from "../../../src/core/domain/notice.ts";
import type { NoticeChange } from "../../../src/core/domain/planning/cascade.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

/** Monday 23 November 2026, 09:00 in London. */
let desk: TestApp;
let windowId = "";
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
  windowId = granted(await desk.app.windows.create(draftIn(desk, 8 * 24 * 60, 120))).id;
});
afterEach(() => desk.close());

const zone = "Europe/London";
const noticesNow = () => granted(desk.app.windows.get(windowId)).notices;

function timesLater(days: number) {
  const { start, end } = granted(desk.app.windows.get(windowId)).window;
  const at = (instant: number) => ({ wall: wallOf(instant + days * day, zone), occurrence: null });
  return { start: at(start.at), end: at(end.at) };
}

async function foreseen(days: number) {
  const { start, end } = timesLater(days);
  const assessment = granted(await desk.app.windows.assessMove(windowId, start, end));
  if (assessment.cascade === null) throw new Error("A stored window has a cascade.");
  return { ...assessment, cascade: assessment.cascade };
}

async function move(days: number): Promise<void> {
  const { start, end } = timesLater(days);
  const { revision } = granted(desk.app.windows.get(windowId)).window;
  granted(await desk.app.windows.move(windowId, revision, start, end, "The supplier is not ready"));
}

async function approve(notice: Notice, when: "now" | "whenDue"): Promise<void> {
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  granted(await desk.app.notices.approve(notice.id, draft, when, findings.map(findingKey)));
}

function toCustomers(): Notice {
  const found = noticesNow().find(({ stage, voice }) => stage === "announce" && voice === "customer");
  if (found === undefined) throw new Error("The example announces to customers.");
  return found;
}

/** What a cascade says of the notices, against what the store holds before and after the move it foresaw. */
function expectTrue(changes: readonly NoticeChange[], before: readonly Notice[], after: readonly Notice[]): void {
  const byId = (notices: readonly Notice[]) => new Map(notices.map((notice) => [notice.id, notice]));
  const [old, now] = [byId(before), byId(after)];
  for (const change of changes) {
    const was = change.noticeId === null ? undefined : old.get(change.noticeId);
    const is = change.noticeId === null ? undefined : now.get(change.noticeId);
    switch (change.kind) {
      case "moved":
        expect([was?.dueAt, is?.dueAt, is?.state.kind]).toEqual([change.before, change.after, "open"]);
        break;
      case "same":
        expect([was?.dueAt, is?.dueAt]).toEqual([change.before, change.after]);
        break;
      case "dropped":
        expect(is?.state.kind).toBe("superseded");
        break;
      case "added":
        expect(
          after.some(
            ({ stage, audienceId, dueAt, state }) =>
              stage === change.stage && audienceId === change.audienceId && dueAt === change.after && state.kind === "open",
          ),
        ).toBe(true);
        break;
    }
  }
  // Whatever the move changed was foreseen.
  const named = new Set(changes.map(({ noticeId }) => noticeId));
  for (const notice of after) {
    const was = old.get(notice.id);
    const isChanged = was === undefined || was.dueAt !== notice.dueAt || was.state.kind !== notice.state.kind;
    const isNew = was === undefined && changes.some(({ kind, stage }) => kind === "added" && stage === notice.stage);
    if (isChanged) expect(named.has(notice.id) || isNew, `${notice.stage} ${notice.audienceId}`).toBe(true);
  }
}

describe("what a move would bring about, seen before it is made", () => {
  test("of a window nobody heard of: every notice moves, nobody gets a correction", async () => {
    const before = noticesNow();
    const { cascade } = await foreseen(7);
    expect(cascade.told).toEqual([]);
    expect(cascade.notices.length).toBe(before.length);
    expect(cascade.notices.some(({ kind }) => kind === "moved")).toBe(true);
    await move(7);
    expectTrue(cascade.notices, before, noticesNow());
  });

  test("approved messages that have not left are counted as taken back", async () => {
    await approve(toCustomers(), "whenDue");
    const before = noticesNow();
    const { cascade, consequence } = await foreseen(2);
    const taken = cascade.notices.reduce((sum, { takenBack }) => sum + takenBack, 0);
    expect(taken).toBe(consequence.approvedSuperseded);
    expect(taken).toBeGreaterThan(0);
    await move(2);
    expectTrue(cascade.notices, before, noticesNow());
    expect(granted(desk.app.windows.get(windowId)).deliveries.filter(({ state }) => state.kind === "superseded")).toHaveLength(
      taken,
    );
  });

  test("exactly those who heard the old time are named, and the correction they are owed is listed as new", async () => {
    await approve(toCustomers(), "now");
    await desk.pass(minute);
    const before = noticesNow();
    const { cascade, consequence } = await foreseen(1);
    expect(cascade.told.length).toBe(consequence.peopleToldOldTime);
    expect(cascade.told.length).toBeGreaterThan(0);
    expect(cascade.notices.filter(({ kind, stage }) => kind === "added" && stage === "rescheduled")).not.toEqual([]);
    // What was sent is history; only what still waits of it, to be done by hand, is taken back.
    const announced = cascade.notices.filter(({ noticeId }) => noticeId === toCustomers().id);
    expect(announced.every(({ kind, takenBack }) => kind === "same" && takenBack > 0)).toBe(true);
    await move(1);
    expectTrue(cascade.notices, before, noticesNow());
    const corrected = noticesNow().filter(({ stage }) => stage === "rescheduled");
    expect(corrected.flatMap(({ recipients }) => recipients)).toHaveLength(cascade.told.length);
  });

  test("moved back to the time they heard, they are owed nothing any more", async () => {
    await approve(toCustomers(), "now");
    await desk.pass(minute);
    await move(1);
    const before = noticesNow();
    const { cascade } = await foreseen(-1);
    expect(cascade.told).toEqual([]);
    expect(cascade.notices.filter(({ kind, stage }) => kind === "dropped" && stage === "rescheduled")).not.toEqual([]);
    await move(-1);
    expectTrue(cascade.notices, before, noticesNow());
  });

  test("promises are counted as they are and as they would be", async () => {
    const { cascade } = await foreseen(-7);
    expect(cascade.promises.before.broken).toBe(0);
    expect(cascade.promises.before.kept).toBeGreaterThan(0);
    expect(cascade.promises.after.broken).toBeGreaterThan(0);
  });

  test("conflicts are those of both times", async () => {
    const { start } = granted(desk.app.windows.get(windowId)).window;
    const other = draftIn(desk, (start.at + 2 * day - desk.now()) / minute, 60, { title: "Another change of the same service" });
    granted(await desk.app.windows.create(other));
    const assessment = await foreseen(2);
    expect(assessment.conflictsBefore?.kinds.includes("sameService")).toBe(false);
    expect(assessment.conflicts.kinds).toContain("sameService");
  });
});
