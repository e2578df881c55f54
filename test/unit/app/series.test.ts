import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { day, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import type { Notice } from "../../../src/core/domain/notice.ts";
import type { Window } from "../../../src/core/domain/window.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

const firstSundays = "FREQ=MONTHLY;BYDAY=1SU";

/** Two hours from 02:00 in London on the day given. */
function draftOn(date: string) {
  const draft = draftIn(desk, 60, 120);
  return {
    ...draft,
    changeTypeId: "maintenance",
    start: { wall: `${date}T02:00`, occurrence: null },
    end: { wall: `${date}T04:00`, occurrence: null },
  };
}

async function createSeries(rule = firstSundays, date = "2026-12-06"): Promise<readonly Window[]> {
  const { id } = granted(await desk.app.series.create(draftOn(date), rule, []));
  return windowsWith(id);
}

function windowsWith(id: string): readonly Window[] {
  const view = granted(desk.app.series.ofWindow(id));
  return (view?.members ?? []).map((member) => granted(desk.app.windows.get(member.id)).window);
}

function at(windows: readonly Window[], index: number): Window {
  const window = windows[index];
  if (window === undefined) throw new Error(`There is no window ${index}`);
  return granted(desk.app.windows.get(window.id)).window;
}

function notices(windowId: string, ...stages: readonly Notice["stage"][]): readonly Notice[] {
  return granted(desk.app.windows.get(windowId)).notices.filter(
    ({ stage, state }) => stages.includes(stage) && state.kind !== "superseded",
  );
}

async function approve(notice: Notice): Promise<void> {
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)));
}

async function sendAll(windowId: string, stage: Notice["stage"]): Promise<void> {
  for (const notice of notices(windowId, stage).filter(({ state }) => state.kind === "open")) await approve(notice);
  await desk.pass(11_000);
}

function recipients(found: readonly Notice[]): string[] {
  return found.flatMap((notice) => notice.recipients.map(({ channelId, customerId }) => `${channelId} ${customerId}`)).sort();
}

/** Who is known to have heard a stage: what a person must tick off by hand has not been. */
function heard(windowId: string, stage: Notice["stage"]): string[] {
  return granted(desk.app.windows.get(windowId))
    .deliveries.filter((delivery) => delivery.stage === stage && delivery.state.kind === "accepted")
    .map(({ channelId, customerId }) => `${channelId} ${customerId}`)
    .sort();
}

function mail(windowId: string) {
  return desk.app.outbox.practiceMailbox().filter((message) => message.windowId === windowId);
}

function textOf(message: ReturnType<typeof mail>[number]): string {
  const { content } = message;
  return content.kind === "slack" || content.kind === "mail" || content.kind === "manual" ? content.text : content.html;
}

describe("a series", () => {
  test("plans a year of windows, each with its own reminders and one announcement among them", async () => {
    const windows = await createSeries();
    expect(windows.map(({ start }) => start.wall)).toEqual([
      "2026-12-06T02:00",
      "2027-01-03T02:00",
      "2027-02-07T02:00",
      "2027-03-07T02:00",
      "2027-04-04T02:00",
      "2027-05-02T02:00",
      "2027-06-06T02:00",
      "2027-07-04T02:00",
      "2027-08-01T02:00",
      "2027-09-05T02:00",
      "2027-10-03T02:00",
      "2027-11-07T02:00",
      "2027-12-05T02:00",
    ]);
    expect(notices(at(windows, 0).id, "announce").length).toBeGreaterThan(0);
    for (const window of windows.slice(1)) expect(notices(window.id, "announce")).toEqual([]);
    for (const window of windows) expect(notices(window.id, "reminder").length).toBeGreaterThan(0);
    // Week by week only the next window is spoken of: a year's reminders are one a week, not thirteen.
    const weekly = windows.flatMap((window) =>
      notices(window.id, "reminder").filter(({ ruleId }) => ruleId === "maintenance-teams-reminder"),
    );
    const weeks = weekly.map(({ dueAt }) => dueAt);
    expect(new Set(weeks).size).toBe(weeks.length);
    expect(new Set(windows.map(({ reference }) => reference)).size).toBe(windows.length);
  });

  test("its announcement says how it repeats and the next dates, and the checker has nothing against them", async () => {
    const windows = await createSeries();
    const [toCustomers] = notices(at(windows, 0).id, "announce").filter(({ voice }) => voice === "customer");
    if (toCustomers === undefined) throw new Error("no announcement to customers");
    const { draft } = granted(desk.app.notices.compose(toCustomers.id));
    const { findings, messages } = granted(await desk.app.notices.preview(toCustomers.id, draft, null));
    expect(messages.manual.text).toContain(
      "Every first Sunday of the month: Sun 6 Dec 2026, 02:00–04:00 GMT (UTC+0); Sun 3 Jan 2027",
    );
    expect(messages.manual.text).toContain("and so on");
    expect(findings.filter(({ check }) => /time|date|zone|weekday/iu.test(check))).toEqual([]);
  });

  test("one date moved tells exactly those who heard of the series, in answer to its announcement", async () => {
    const windows = await createSeries();
    const second = at(windows, 1);
    await sendAll(at(windows, 0).id, "announce");
    const announced = heard(at(windows, 0).id, "announce");
    const moved = { start: { wall: "2027-01-10T02:00", occurrence: null }, end: { wall: "2027-01-10T04:00", occurrence: null } };
    granted(await desk.app.windows.move(second.id, second.revision, moved.start, moved.end, "The vendor is away on the 3rd"));
    expect(recipients(notices(second.id, "rescheduled"))).toEqual(announced);
    for (const other of windows.filter(({ id }) => id !== second.id)) expect(notices(other.id, "rescheduled")).toEqual([]);
    await sendAll(second.id, "rescheduled");
    const threads = new Set(mail(at(windows, 0).id).map(({ threadId }) => threadId));
    expect(mail(second.id).length).toBeGreaterThan(0);
    for (const message of mail(second.id)) expect(threads).toContain(message.threadId);
  });

  test("nobody is told of a move before anything was announced", async () => {
    const windows = await createSeries();
    const second = at(windows, 1);
    granted(
      await desk.app.windows.move(
        second.id,
        second.revision,
        { wall: "2027-01-10T02:00", occurrence: null },
        { wall: "2027-01-10T04:00", occurrence: null },
        "",
      ),
    );
    expect(notices(second.id, "rescheduled")).toEqual([]);
  });

  test("an approved announcement is contradicted when another date changes before it left", async () => {
    const windows = await createSeries();
    const first = at(windows, 0);
    for (const notice of notices(first.id, "announce")) await approve(notice);
    const third = at(windows, 2);
    granted(await desk.app.windows.cancel(third.id, third.revision, "Not needed"));
    await desk.pass(11_000);
    expect(mail(first.id)).toEqual([]);
    expect(at(windows, 0).revision).toBeGreaterThan(first.revision);
    await sendAll(first.id, "announce");
    expect(mail(first.id).map(textOf).join()).toContain("Sun 7 Mar 2027");
    expect(mail(first.id).map(textOf).join()).not.toContain("7 Feb 2027");
  });

  test("a cancelled date is an exception that is never planned again, and those who heard are told", async () => {
    const windows = await createSeries();
    await sendAll(at(windows, 0).id, "announce");
    const third = at(windows, 2);
    granted(await desk.app.windows.cancel(third.id, third.revision, "Not needed"));
    expect(recipients(notices(third.id, "cancelled"))).toEqual(heard(at(windows, 0).id, "announce"));
    await desk.pass(40 * day);
    expect(
      windowsWith(third.id).filter(({ group }) => group?.kind === "series" && group.occurrence === "2027-02-07T02:00"),
    ).toHaveLength(1);
  });

  test("this and following: the series is split, and those who heard are told once of all the new dates", async () => {
    const windows = await createSeries();
    const third = at(windows, 2);
    await sendAll(at(windows, 0).id, "announce");
    const move = {
      start: { wall: "2027-02-07T03:00", occurrence: null },
      end: { wall: "2027-02-07T05:00", occurrence: null },
      rule: null,
    };
    const step = granted(
      await desk.app.series.move(third.id, third.revision, "following", move, [], "The backup needs the hour before"),
    );
    expect(step.windows).toBeGreaterThanOrEqual(10);
    const after = windowsWith(third.id);
    expect(after.map(({ start }) => start.wall.slice(11))).toEqual(after.map(() => "03:00"));
    expect(windowsWith(at(windows, 0).id).map(({ start }) => start.wall)).toEqual(["2026-12-06T02:00", "2027-01-03T02:00"]);
    expect(recipients(notices(third.id, "rescheduled"))).toEqual(heard(at(windows, 0).id, "announce"));
    for (const other of after.slice(1)) expect(notices(other.id, "rescheduled")).toEqual([]);
    await sendAll(third.id, "rescheduled");
    expect(mail(third.id).map(textOf).join()).toContain("Sun 7 Mar 2027, 03:00–05:00");
    for (const other of after.slice(1)) expect(notices(other.id, "announce", "rescheduled")).toEqual([]);
  });

  test("how it repeats is said anew from one window on: those who heard get the new dates, the ones before stay", async () => {
    const windows = await createSeries();
    await sendAll(at(windows, 0).id, "announce");
    const third = at(windows, 2);
    const draft = draftOn("2027-02-07");
    const move = { start: draft.start, end: draft.end, rule: "FREQ=MONTHLY;BYDAY=2WE" };
    const preview = granted(desk.app.series.previewMove(third.id, "following", move, []));
    expect(preview).toMatchObject({ problem: null, windows: windows.length - 2 });
    expect(preview.told).toBeGreaterThan(0);
    granted(
      await desk.app.series.change(
        third.id,
        third.revision,
        "following",
        draft,
        move.rule,
        [],
        "Sundays were too quiet to notice",
      ),
    );
    expect(
      windowsWith(third.id)
        .slice(0, 3)
        .map(({ start }) => start.wall),
    ).toEqual(["2027-02-10T02:00", "2027-03-10T02:00", "2027-04-14T02:00"]);
    expect(windowsWith(at(windows, 0).id).map(({ start }) => start.wall)).toEqual(["2026-12-06T02:00", "2027-01-03T02:00"]);
    expect(recipients(notices(third.id, "rescheduled"))).toEqual(heard(at(windows, 0).id, "announce"));
  });

  test("a rule said anew counts from the start beside it, not from the beginning of its month", async () => {
    const windows = await createSeries("FREQ=WEEKLY;BYDAY=SU", "2026-12-06");
    const third = at(windows, 2);
    const draft = draftOn("2026-12-20");
    granted(await desk.app.series.change(third.id, third.revision, "following", draft, "FREQ=MONTHLY;BYDAY=1SU", [], ""));
    expect(windowsWith(third.id)[0]?.start.wall).toBe("2027-01-03T02:00");
  });

  test("moved to sooner than was promised, it says whether it is late, and keeps why", async () => {
    const windows = await createSeries();
    const first = at(windows, 0);
    const move = {
      start: { wall: "2026-11-24T02:00", occurrence: null },
      end: { wall: "2026-11-24T04:00", occurrence: null },
      rule: "FREQ=MONTHLY;BYDAY=4TU",
    };
    expect(granted(desk.app.series.previewMove(first.id, "following", move, [])).isLate).toBe(true);
    const shortNotice = { reason: "The supplier ends its support", approver: "Head of service" };
    granted(await desk.app.series.move(first.id, first.revision, "following", move, [], "", shortNotice));
    expect(windowsWith(first.id).every((window) => window.shortNotice?.approver === "Head of service")).toBe(true);
  });

  test("such a step is taken back within ten seconds, whole", async () => {
    const windows = await createSeries();
    const third = at(windows, 2);
    const before = windowsWith(third.id);
    const move = {
      start: { wall: "2027-02-07T03:00", occurrence: null },
      end: { wall: "2027-02-07T05:00", occurrence: null },
      rule: null,
    };
    const step = granted(await desk.app.series.move(third.id, third.revision, "following", move, [], ""));
    granted(await desk.app.windows.undo(step.batchId));
    // When it was last changed is told to calendars, and an undo is a change.
    const told = (windows: readonly Window[]) => windows.map((window) => ({ ...window, changedAt: null, takenBack: null }));
    expect(told(windowsWith(third.id))).toEqual(told(before));
  });

  test("all of it cancelled: one message to each who heard, and nothing is planned any more", async () => {
    const windows = await createSeries();
    await sendAll(at(windows, 0).id, "announce");
    const first = at(windows, 0);
    granted(await desk.app.series.cancel(first.id, first.revision, "all", "The service is retired"));
    expect(recipients(notices(first.id, "cancelled"))).toEqual(heard(first.id, "announce"));
    for (const other of windows.slice(1)) expect(notices(other.id, "cancelled")).toEqual([]);
    await sendAll(first.id, "cancelled");
    expect(mail(first.id).map(textOf).join()).toContain("None of these takes place");
    for (const other of windows.slice(1)) expect(notices(other.id, "cancelled")).toEqual([]);
    await desk.pass(40 * day);
    expect(windowsWith(first.id)).toHaveLength(windows.length);
  });

  test("the first Sunday becomes the first Monday, in order", async () => {
    const windows = await createSeries();
    const second = at(windows, 1);
    const move = {
      start: { wall: "2027-01-04T02:00", occurrence: null },
      end: { wall: "2027-01-04T04:00", occurrence: null },
      rule: null,
    };
    granted(await desk.app.series.move(second.id, second.revision, "following", move, [], ""));
    expect(windows.slice(1, 4).map(({ id }) => granted(desk.app.windows.get(id)).window.start.wall)).toEqual([
      "2027-01-04T02:00",
      "2027-02-01T02:00",
      "2027-03-01T02:00",
    ]);
  });

  test("a customer who comes later is announced to, and nobody else again", async () => {
    const windows = await createSeries();
    await sendAll(at(windows, 0).id, "announce");
    const { audiences, customers } = desk.app.directory.all();
    const [like] = customers;
    const announced = notices(at(windows, 0).id, "announce").find(({ voice }) => voice === "customer");
    const audience = audiences.find(({ id }) => id === announced?.audienceId);
    if (like === undefined || audience === undefined) throw new Error("no customers in the example");
    granted(await desk.app.directory.save({ kind: "customer", entry: { ...like, id: "", name: "Harbour hospital" } }));
    const added = desk.app.directory.all().customers.find(({ name }) => name === "Harbour hospital");
    granted(
      await desk.app.directory.save({
        kind: "audience",
        entry: { ...audience, customerIds: [...audience.customerIds, added?.id ?? ""] },
      }),
    );
    const open = notices(at(windows, 0).id, "announce").filter(({ state }) => state.kind === "open");
    const latecomers = new Set(open.flatMap((notice) => notice.recipients.map(({ customerId }) => customerId)));
    expect([...latecomers]).toEqual([added?.id]);
    for (const other of windows.slice(1)) expect(notices(other.id, "announce")).toEqual([]);
  });

  test("it is planned further as time passes, by its rule and without a second announcement", async () => {
    const windows = await createSeries();
    await sendAll(at(windows, 0).id, "announce");
    await desk.pass(40 * day);
    const after = windowsWith(at(windows, 0).id);
    expect(after.at(-1)?.start.wall).toBe("2028-01-02T02:00");
    expect(notices(after.at(-1)?.id ?? "", "announce")).toEqual([]);
    // What a person must tick off was not ticked off: those recipients are announced to now; nobody else is again.
    const again = after.slice(1).flatMap((other) => recipients(notices(other.id, "announce")));
    const known = new Set(heard(at(windows, 0).id, "announce"));
    expect(again.filter((recipient) => known.has(recipient))).toEqual([]);
  });

  test("a date the clocks skip must be answered before anything is planned, and is planned as answered", async () => {
    const draft = {
      ...draftOn("2026-12-27"),
      start: { wall: "2026-12-27T01:30", occurrence: null },
      end: { wall: "2026-12-27T02:30", occurrence: null },
    };
    const rule = "FREQ=MONTHLY;BYDAY=-1SU;COUNT=5";
    const input = { zone: draft.zone, start: draft.start.wall, end: draft.end.wall, rule, answers: [] };
    const { questions } = desk.app.series.preview(input);
    expect(questions.map(({ occurrence }) => occurrence)).toEqual(["2027-03-28T01:30"]);
    expect(await desk.app.series.create(draft, rule, [])).toMatchObject({ ok: false, refusal: { field: "rule" } });
    const [choice] = questions[0]?.choices ?? [];
    if (choice === undefined) throw new Error("no choice");
    const answer = { occurrence: "2027-03-28T01:30", times: { startAt: choice.start.at, endAt: choice.end.at } };
    const { id } = granted(await desk.app.series.create(draft, rule, [answer]));
    expect(windowsWith(id).map(({ start }) => start.at)).toContain(choice.start.at);
  });

  test("a date the clocks skip that comes into reach later waits for its answer", async () => {
    const rule = "FREQ=MONTHLY;BYDAY=-1SU";
    const draft = {
      ...draftOn("2026-11-29"),
      start: { wall: "2026-11-29T01:30", occurrence: null },
      end: { wall: "2026-11-29T01:45", occurrence: null },
    };
    const { questions } = desk.app.series.preview({
      zone: draft.zone,
      start: draft.start.wall,
      end: draft.end.wall,
      rule,
      answers: [],
    });
    const { id } = granted(
      await desk.app.series.create(
        draft,
        rule,
        questions.map(({ occurrence }) => ({ occurrence, times: null })),
      ),
    );
    await desk.pass(150 * day);
    const asked = granted(desk.app.series.ofWindow(id));
    expect(asked?.questions.map(({ occurrence }) => occurrence)).toEqual(["2028-03-26T01:30"]);
    // Today asks, too, by the next window of the series.
    const [onToday, ...more] = desk.app.series.asked();
    expect(onToday).toMatchObject({ occurrence: "2028-03-26T01:30", question: asked?.questions[0]?.question });
    expect(more).toEqual([]);
    expect(granted(desk.app.series.ofWindow(onToday?.windowId ?? ""))?.id).toBe(asked?.id);
    const [choice] = asked?.questions[0]?.choices ?? [];
    const times = choice === undefined ? null : { startAt: choice.start.at, endAt: choice.end.at };
    granted(await desk.app.series.answer(asked?.id ?? "", { occurrence: "2028-03-26T01:30", times }));
    expect(granted(desk.app.series.ofWindow(id))?.questions).toEqual([]);
    expect(desk.app.series.asked()).toEqual([]);
  });

  test.each([
    ["FREQ=MINUTELY", /by the day/u],
    ["FREQ=DAILY;BYDAY=1SU", /numbered weekday/u],
    ["FREQ=DAILY;BYHOUR=2,3", /before the one before it has ended/u],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", /no date/u],
  ])("a rule that can't be planned is refused with its reason: %s", async (rule, message) => {
    const answer = await desk.app.series.create(draftOn("2026-12-06"), rule, []);
    expect(answer.ok ? "" : answer.refusal.message).toMatch(message);
    expect(desk.app.windows.find("Resize the cluster")).toEqual([]);
  });

  test("every day for ever comes to sixty windows, not more", async () => {
    expect(await createSeries("FREQ=DAILY", "2026-12-06")).toHaveLength(60);
  }, 60_000);
});

describe("a change in phases", () => {
  const phase = (date: string) => ({
    title: "",
    start: { wall: `${date}T02:00`, occurrence: null },
    end: { wall: `${date}T04:00`, occurrence: null },
  });

  test("is announced once with all its phases, and goes on in one conversation until it is complete", async () => {
    const { id } = granted(await desk.app.phases.create(draftOn("2026-12-01"), [phase("2026-12-03")]));
    const [one, two] = windowsWith(id);
    if (one === undefined || two === undefined) throw new Error("no phases");
    expect(notices(two.id, "announce")).toEqual([]);
    await sendAll(one.id, "announce");
    expect(mail(one.id).map(textOf).join()).toContain(
      "phase 1 of 2, Tue 1 Dec 2026, 02:00–04:00 GMT (UTC+0); phase 2 of 2, Thu 3 Dec 2026",
    );
    const threads = new Set(mail(one.id).map(({ threadId }) => threadId));

    await desk.pass(one.start.at + 60 * minute - desk.now());
    granted(await desk.app.windows.conclude(one.id, "completed", ""));
    await desk.pass(11_000);
    const first = mail(one.id).filter((message) => /worked as usual/u.test(textOf(message)));
    expect(first.map(textOf).join()).toContain("Phase 2 of 2, Thu 3 Dec 2026, 02:00–04:00 GMT (UTC+0) is still to come.");

    await desk.pass(two.start.at + 60 * minute - desk.now());
    granted(await desk.app.windows.conclude(two.id, "completed", ""));
    await desk.pass(11_000);
    const last = mail(two.id).filter((message) => /worked as usual/u.test(textOf(message)));
    expect(last.length).toBe(first.length);
    expect(last.map(textOf).join()).toContain("With this, all 2 phases are complete.");
    for (const message of last) expect(threads).toContain(message.threadId);
  });

  test("a phase added later is announced to those who heard of the first, in the same conversation", async () => {
    const { id } = granted(await desk.app.windows.create(draftOn("2026-12-01")));
    await sendAll(id, "announce");
    const threads = new Set(mail(id).map(({ threadId }) => threadId));
    const added = granted(await desk.app.phases.add(id, phase("2026-12-03")));
    expect(recipients(notices(added.id, "announce"))).toEqual(heard(id, "announce"));
    await sendAll(added.id, "announce");
    expect(mail(added.id).length).toBeGreaterThan(0);
    for (const message of mail(added.id)) expect(threads).toContain(message.threadId);
  });

  test("a phase moved or cancelled tells those who heard of it through the first one's announcement", async () => {
    const { id } = granted(await desk.app.phases.create(draftOn("2026-12-01"), [phase("2026-12-03")]));
    const two = at(windowsWith(id), 1);
    await sendAll(id, "announce");
    granted(await desk.app.windows.move(two.id, two.revision, phase("2026-12-04").start, phase("2026-12-04").end, ""));
    expect(recipients(notices(two.id, "rescheduled"))).toEqual(heard(id, "announce"));
    const moved = at(windowsWith(id), 1);
    granted(await desk.app.windows.cancel(two.id, moved.revision, "Not needed"));
    expect(recipients(notices(two.id, "cancelled"))).toEqual(heard(id, "announce"));
  });
});
