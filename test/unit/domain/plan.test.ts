import { describe, expect, test } from "vitest";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import type { PlannedNotice } from "../../../src/core/domain/notice.ts";
import { type PlanInput, planNotices } from "../../../src/core/domain/planning/plan.ts";
import type { Told } from "../../../src/core/domain/told.ts";
import { wallOf } from "../../../src/core/domain/zoned-time.ts";
import { aCustomer, aDirectory, aWorkspace } from "../../builders/directory.ts";
import { fewHolidays } from "../../builders/holidays.ts";
import { aRule } from "../../builders/rule.ts";
import { aWindow, exampleStart, formerTime, zonedTime } from "../../builders/window.ts";

/** A window on Sat 28 Nov 2026, 02:00 to 04:00 in London, entered on Mon 16 Nov; today is Tue 17 Nov. */
function planOf(changes: Partial<PlanInput> = {}): readonly PlannedNotice[] {
  return planNotices({
    window: aWindow(),
    rules: [aRule()],
    directory: aDirectory(),
    workspace: aWorkspace(),
    holidays: fewHolidays,
    told: [],
    now: Date.UTC(2026, 10, 17, 9),
    ...changes,
  });
}

function onlyNotice(changes: Partial<PlanInput>): PlannedNotice {
  const plan = planOf(changes);
  expect(plan).toHaveLength(1);
  const [notice] = plan;
  if (notice === undefined) throw new Error("no notice");
  return notice;
}

function heard(changes: Partial<Told> = {}): Told {
  const at = Date.UTC(2026, 10, 20, 9);
  const end = exampleStart + 2 * hour;
  return {
    audienceId: "customers",
    channelId: "mail",
    customerId: "north",
    stage: "announce",
    startAt: exampleStart,
    endAt: end,
    at,
    ...changes,
  };
}

describe("whom a rule tells", () => {
  test("each affected customer by mail on its own, at nine of its own morning", () => {
    const notice = onlyNotice({});
    expect(notice.recipients.map(({ customerId, zone, dueAt }) => [customerId, wallOf(dueAt, zone)])).toEqual([
      ["north", "2026-11-23T09:00"],
      // In New York the window starts on Friday evening, the 27th.
      ["south", "2026-11-20T09:00"],
    ]);
    expect(notice.dueAt).toBe(Date.UTC(2026, 10, 20, 14));
  });

  test("only customers who use the service", () => {
    const customers = [aCustomer({ serviceIds: ["api"] }), aCustomer({ id: "south", serviceIds: ["portal"] })];
    const notice = onlyNotice({ directory: aDirectory({ customers }) });
    expect(notice.recipients.map(({ customerId }) => customerId)).toEqual(["south"]);
  });

  test("a shared conversation once, whoever is in it", () => {
    const notice = onlyNotice({ rules: [aRule({ channelIds: ["eng", "team"] })] });
    expect(notice.recipients.map(({ channelId, customerId }) => [channelId, customerId])).toEqual([
      ["eng", null],
      ["team", null],
    ]);
  });

  test("an inside audience once a channel", () => {
    const notice = onlyNotice({ rules: [aRule({ audienceId: "managers", channelIds: ["mail", "mail", "eng"] })] });
    expect(notice.recipients.map(({ channelId, customerId }) => [channelId, customerId])).toEqual([
      ["mail", null],
      ["eng", null],
    ]);
  });

  test("nobody where no customer is affected, the audience or the channel is unknown", () => {
    const customers = [aCustomer({ serviceIds: ["api"] })];
    expect(
      planOf({ directory: aDirectory({ customers }), rules: [aRule({ channelIds: ["mail", "eng", "portal-news"] })] }),
    ).toEqual([]);
    expect(
      planOf({
        rules: [aRule({ audienceId: "gone" }), aRule({ id: "r2", channelIds: ["gone"] }), aRule({ id: "r3", channelIds: [] })],
      }),
    ).toEqual([]);
  });

  test("nobody where the change type or a condition does not hold", () => {
    const condition = { customersAffected: false, impactOnly: false, serviceIds: [] };
    const rules = [
      aRule({ id: "type", changeTypeId: "emergency" }),
      aRule({ id: "customers", condition: { ...condition, customersAffected: true } }),
      aRule({ id: "impact", condition: { ...condition, impactOnly: true } }),
      aRule({ id: "services", condition: { ...condition, serviceIds: ["api"] } }),
    ];
    expect(planOf({ rules, window: aWindow({ customersAffected: false, impact: "none" }) })).toEqual([]);
    const all = planOf({ rules, window: aWindow({ changeTypeId: "emergency", serviceIds: ["portal", "api"] }) });
    expect(all.map(({ ruleId }) => ruleId).sort()).toEqual(["customers", "impact", "services", "type"]);
  });
});

describe("when", () => {
  const internal = { audienceId: "engineers", channelIds: ["eng"] };
  const duesOf = (rules: Parameters<typeof aRule>[0], changes: Partial<PlanInput> = {}) =>
    planOf({ ...changes, rules: [aRule({ ...internal, ...rules })] }).map(({ dueAt }) => wallOf(dueAt, "Europe/London"));

  test("planning starts: as soon as the window is entered", () => {
    expect(duesOf({ timing: { kind: "planning" } })).toEqual(["2026-11-16T09:00"]);
  });

  test("minutes, hours, days and business days before", () => {
    const place = { kind: "coordinator" } as const;
    expect(duesOf({ timing: { kind: "before", amount: 15, unit: "minutes", at: "09:00", place } })).toEqual(["2026-11-28T01:45"]);
    expect(duesOf({ timing: { kind: "before", amount: 24, unit: "hours", at: "09:00", place } })).toEqual(["2026-11-27T02:00"]);
    expect(duesOf({ timing: { kind: "before", amount: 1, unit: "days", at: "16:30", place } })).toEqual(["2026-11-27T16:30"]);
    expect(duesOf({ timing: { kind: "before", amount: 1, unit: "days", at: null, place } })).toEqual(["2026-11-27T02:00"]);
    expect(duesOf({ timing: { kind: "before", amount: 3, unit: "businessDays", at: "09:00", place } })).toEqual([
      "2026-11-25T09:00",
    ]);
  });

  test("a named zone's wall time, kept across a change of clocks", () => {
    const start = Date.UTC(2026, 10, 3, 14); // Tue 3 Nov, 09:00 EST, two days after clocks went back.
    const window = aWindow({ start: zonedTime(start), end: zonedTime(start + hour), createdAt: start - 20 * day });
    const place = { kind: "named", zone: "America/New_York" } as const;
    const [due] = planOf({
      window,
      rules: [aRule({ ...internal, timing: { kind: "before", amount: 3, unit: "days", at: null, place } })],
    });
    expect(wallOf(due?.dueAt ?? 0, "America/New_York")).toBe("2026-10-31T09:00");
    expect(start - (due?.dueAt ?? 0)).toBe(3 * day + hour);
  });

  test("business days are counted in the place's own calendar", () => {
    const customers = [aCustomer(), aCustomer({ id: "south", holidayRegion: "US" })];
    const start = Date.UTC(2026, 10, 27, 20);
    const window = aWindow({ start: zonedTime(start), end: zonedTime(start + hour) });
    const timing = { kind: "before", amount: 2, unit: "businessDays", at: "09:00", place: { kind: "recipient" } } as const;
    const notice = onlyNotice({ window, rules: [aRule({ timing })], directory: aDirectory({ customers }) });
    // Thursday 26 November is Thanksgiving.
    expect(notice.recipients.map(({ dueAt }) => wallOf(dueAt, "Europe/London"))).toEqual([
      "2026-11-25T09:00",
      "2026-11-24T09:00",
    ]);
  });

  test("never after the start, even at a later time of that day", () => {
    const timing = { kind: "before", amount: 0, unit: "days", at: "09:00", place: { kind: "coordinator" } } as const;
    expect(duesOf({ timing })).toEqual(["2026-11-28T02:00"]);
  });

  test("every week from the entering to the start", () => {
    const timing = { kind: "weekly", weekday: 3, everyWeeks: 1, at: "10:00", place: { kind: "coordinator" } } as const;
    expect(duesOf({ timing, stage: "reminder" })).toEqual(["2026-11-18T10:00", "2026-11-25T10:00"]);
  });

  test("every second week, counted back from the week of the start, whenever the plan is made", () => {
    const timing = { kind: "weekly", weekday: 1, everyWeeks: 2, at: "10:00", place: { kind: "coordinator" } } as const;
    const window = aWindow({ createdAt: Date.UTC(2026, 9, 20) });
    const expected = ["2026-10-26T10:00", "2026-11-09T10:00", "2026-11-23T10:00"];
    expect(duesOf({ timing }, { window })).toEqual(expected);
    expect(duesOf({ timing }, { window, now: Date.UTC(2026, 10, 18) })).toEqual(expected);
  });

  test("at the start, useful until the end", () => {
    const notice = onlyNotice({ rules: [aRule({ ...internal, stage: "start", timing: { kind: "start" } })] });
    expect([notice.dueAt, notice.latestUsefulAt]).toEqual([exampleStart, exampleStart + 2 * hour]);
  });

  test("while it runs, strictly between start and end, each useful until the next", () => {
    const rules = [aRule({ ...internal, stage: "progress", timing: { kind: "during", everyMinutes: 45 } })];
    const plan = planOf({ rules });
    expect(plan.map(({ dueAt, latestUsefulAt }) => [dueAt - exampleStart, latestUsefulAt - exampleStart])).toEqual([
      [45 * minute, 90 * minute],
      [90 * minute, 120 * minute],
    ]);
    expect(planOf({ rules, window: aWindow({ impact: "none" }) })).toEqual([]);
    expect(planOf({ rules: [aRule({ ...internal, stage: "progress", timing: { kind: "during", everyMinutes: 0 } })] })).toEqual(
      [],
    );
  });

  test("an announcement later than its own promise is brought forward, whole days, to keep it", () => {
    const timing = { kind: "before", amount: 3, unit: "businessDays", at: "09:00", place: { kind: "recipient" } } as const;
    const promised = { amount: 3, unit: "businessDays", calendar: "customer" } as const;
    const notice = onlyNotice({ rules: [aRule({ timing, promised })], directory: aDirectory({ customers: [aCustomer()] }) });
    expect(wallOf(notice.dueAt, "Europe/London")).toBe("2026-11-24T09:00");
    expect(notice.recipients[0]?.promise).toEqual({ kind: "kept", latest: Date.UTC(2026, 10, 24, 17) });
    expect(notice.explanation).toMatchObject({
      timing: "3 business days before the start, 09:00 in the customer's zone; brought forward to keep the promised notice",
      calendar: "England and Wales holidays, clear days",
    });
  });

  test("being forgotten does not make it due later", () => {
    const timing = { kind: "before", amount: 3, unit: "businessDays", at: "09:00", place: { kind: "recipient" } } as const;
    const rules = [aRule({ timing, promised: { amount: 3, unit: "businessDays", calendar: "customer" } })];
    const dues = (now: number) => planOf({ rules, now }).map(({ dueAt, key }) => [key, dueAt]);
    expect(dues(Date.UTC(2026, 10, 26))).toEqual(dues(Date.UTC(2026, 10, 17)));
  });
});

describe("a window entered late", () => {
  const late = aWindow({ createdAt: Date.UTC(2026, 10, 26, 12) });
  const now = Date.UTC(2026, 10, 26, 12);
  const promised = { amount: 3, unit: "businessDays", calendar: "customer" } as const;
  const reminder = aRule({
    id: "r2",
    stage: "reminder",
    timing: { kind: "before", amount: 2, unit: "days", at: "09:00", place: { kind: "coordinator" } },
  });

  test("is announced at once, and says that the promise is broken and what would keep it", () => {
    const notice = onlyNotice({
      window: late,
      now,
      rules: [aRule({ promised })],
      directory: aDirectory({ customers: [aCustomer()] }),
    });
    expect(notice.dueAt).toBe(now);
    expect(notice.recipients[0]?.promise).toMatchObject({ kind: "broken", earliestStart: Date.UTC(2026, 11, 2, 2) });
    expect(notice.explanation.timing).toContain("due at once");
  });

  test("is not announced and reminded of at the same moment", () => {
    expect(planOf({ window: late, now, rules: [aRule(), reminder] }).map(({ stage }) => stage)).toEqual(["announce"]);
    expect(planOf({ window: late, now, rules: [reminder] }).map(({ stage }) => stage)).toEqual(["reminder"]);
    const elsewhere = { ...reminder, channelIds: ["eng"] };
    expect(planOf({ window: late, now, rules: [aRule(), elsewhere] }).map(({ stage }) => stage)).toEqual([
      "announce",
      "reminder",
    ]);
  });

  test("still has the reminder whose time is yet to come", () => {
    const dayBefore = {
      ...reminder,
      timing: { kind: "before", amount: 12, unit: "hours", at: null, place: { kind: "coordinator" } },
    } as const;
    expect(planOf({ window: late, now, rules: [aRule(), dayBefore] }).map(({ stage }) => stage)).toEqual([
      "announce",
      "reminder",
    ]);
  });

  test("an emergency entered after it began is announced until it ends, or its start told, but not both", () => {
    const createdAt = exampleStart + 10 * minute;
    const emergency = aWindow({ createdAt });
    const announce = aRule({ timing: { kind: "planning" } });
    const start = aRule({ id: "r2", stage: "start", timing: { kind: "start" } });
    const notice = onlyNotice({ window: emergency, rules: [announce], now: createdAt });
    expect([notice.dueAt, notice.latestUsefulAt]).toEqual([createdAt, emergency.end.at]);
    expect(planOf({ window: emergency, rules: [announce, start], now: createdAt }).map(({ stage }) => stage)).toEqual(["start"]);
  });

  test("entered after its end, it owes nobody a warning", () => {
    const over = aWindow({ createdAt: exampleStart + 3 * hour });
    const rules = [aRule(), reminder, aRule({ id: "r3", stage: "start", timing: { kind: "start" } })];
    expect(planOf({ window: over, rules })).toEqual([]);
  });
});

describe("what happened to a window", () => {
  const moved = aWindow({
    revision: 2,
    start: zonedTime(exampleStart + 7 * day),
    end: zonedTime(exampleStart + 7 * day + 2 * hour),
    formerTimes: [formerTime(exampleStart, exampleStart + 2 * hour, "rescheduled", "Freeze")],
  });
  const newTime = { startAt: moved.start.at, endAt: moved.end.at };

  test("a moved window tells only those who heard the old time", () => {
    const told = [
      heard(),
      heard({ customerId: "south", ...newTime }),
      heard({ audienceId: "engineers", channelId: "eng", customerId: null }),
    ];
    const plan = planOf({ window: moved, rules: [], told });
    expect(plan.map(({ stage, audienceId, key }) => [stage, audienceId, key])).toEqual([
      ["rescheduled", "customers", "w1:told-customers:rescheduled:r2"],
      ["rescheduled", "engineers", "w1:told-engineers:rescheduled:r2"],
    ]);
    expect(plan[0]?.recipients.map(({ customerId }) => customerId)).toEqual(["north"]);
    expect(plan[0]?.dueAt).toBe(moved.formerTimes[0]?.replacedAt);
    expect(plan[0]?.latestUsefulAt).toBe(moved.start.at);
  });

  test("a window moved back to the time people know tells nobody", () => {
    const back = aWindow({
      revision: 3,
      formerTimes: [...moved.formerTimes, formerTime(moved.start.at, moved.end.at, "rescheduled", "Freeze lifted")],
    });
    expect(planOf({ window: back, rules: [], told: [heard()] })).toEqual([]);
  });

  test("an extension is one for those who know the start, and a move for those who do not", () => {
    const extended = aWindow({
      revision: 3,
      end: zonedTime(exampleStart + 3 * hour),
      formerTimes: [
        formerTime(exampleStart - day, exampleStart - day + 2 * hour, "rescheduled", "Freeze"),
        formerTime(exampleStart, exampleStart + 2 * hour, "extended", "Slow copy"),
      ],
    });
    const told = [heard(), heard({ customerId: "south", startAt: exampleStart - day, endAt: exampleStart - day + 2 * hour })];
    const plan = planOf({ window: extended, rules: [], told });
    expect(plan.map(({ stage, recipients }) => [stage, recipients.map(({ customerId }) => customerId)])).toEqual([
      ["extended", ["north"]],
      ["rescheduled", ["south"]],
    ]);
  });

  test("completion reaches everyone who heard, nobody else, and nobody twice", () => {
    const at = exampleStart + 2 * hour;
    const over = aWindow({ outcome: { kind: "completed", at, endedAt: at, note: "" } });
    const rules = [
      aRule(),
      aRule({
        id: "done",
        stage: "completed",
        timing: { kind: "end" },
        channelIds: ["portal-news"],
        sending: "automatic",
        source: "Post-deployment",
      }),
    ];
    const told = [
      heard(),
      heard({ audienceId: "engineers", channelId: "eng", customerId: null }),
      heard({ customerId: "south", stage: "completed" }),
    ];
    const plan = planOf({ window: over, rules, told });
    expect(plan.map(({ audienceId, ruleId, sending }) => [audienceId, ruleId, sending])).toEqual([
      ["customers", "done", "automatic"],
      ["engineers", null, "person"],
    ]);
    // The rule names the portal; the customer heard by mail, and is answered there.
    expect(plan[0]?.recipients.map(({ channelId, customerId }) => [channelId, customerId])).toEqual([["mail", "north"]]);
    expect(plan[0]?.explanation.because).toContain("Post-deployment");
    expect(plan[1]?.explanation.because).toBe(
      "No rule: #engineering heard Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0) on Fri 20 Nov 2026, 09:00 GMT (UTC+0)",
    );
    expect(plan[0]?.latestUsefulAt).toBe(at + day);
  });

  test("a rule for the end speaks for a rollback too, unless there is one of its own", () => {
    const at = exampleStart + hour;
    const window = aWindow({ outcome: { kind: "rolledBack", at, endedAt: at, note: "" } });
    const end = aRule({ id: "end", stage: "completed", timing: { kind: "end" } });
    const own = aRule({ id: "own", stage: "rolledBack", timing: { kind: "statusChange" } });
    expect(onlyNotice({ window, rules: [end], told: [heard()] })).toMatchObject({ stage: "rolledBack", ruleId: "end" });
    expect(onlyNotice({ window, rules: [end, own], told: [heard()] })).toMatchObject({ stage: "rolledBack", ruleId: "own" });
  });

  test("a cancellation is useful until the old start, and even those who heard an older time are told", () => {
    const at = Date.UTC(2026, 10, 25, 9);
    const window = { ...moved, outcome: { kind: "cancelled", at, note: "" } } as const;
    const notice = onlyNotice({ window, rules: [], told: [heard(), heard({ customerId: "south", ...newTime })] });
    expect(notice).toMatchObject({ stage: "cancelled", dueAt: at, latestUsefulAt: moved.start.at });
    expect(notice.recipients).toHaveLength(2);
  });

  test("a window that is over or called off warns of nothing any more", () => {
    const at = Date.UTC(2026, 10, 18);
    for (const kind of ["completed", "rolledBack", "cancelled"] as const) {
      const outcome = kind === "cancelled" ? ({ kind, at, note: "" } as const) : ({ kind, at, endedAt: at, note: "" } as const);
      expect(planOf({ window: aWindow({ outcome }) })).toEqual([]);
    }
  });

  test("an audience, channel or customer that has left the directory since is still told", () => {
    const at = exampleStart + 2 * hour;
    const window = aWindow({ outcome: { kind: "completed", at, endedAt: at, note: "" } });
    const directory = aDirectory({ audiences: [], customers: [], channels: [] });
    expect(onlyNotice({ window, directory, rules: [], told: [heard()] })).toMatchObject({
      voice: "customer",
      recipients: [{ customerId: "north" }],
    });
  });
});

describe("explained", () => {
  test("every notice says its timing, its calendar and the policy's words", () => {
    expect(onlyNotice({}).explanation).toEqual({
      timing: "5 business days before the start, 09:00 in the customer's zone",
      calendar: "England and Wales holidays",
      because: "Affected customers (5 business days)",
    });
  });

  test("a rule typed by hand says itself, and different calendars are named", () => {
    const customers = [aCustomer(), aCustomer({ id: "south", holidayRegion: "US" })];
    const promised = { amount: 1, unit: "businessDays", calendar: "customer" } as const;
    const timing = { kind: "before", amount: 5, unit: "businessDays", at: "09:00", place: { kind: "service" } } as const;
    expect(
      onlyNotice({ rules: [aRule({ source: "", promised, timing })], directory: aDirectory({ customers }) }).explanation,
    ).toEqual({
      timing: "5 business days before the start, 09:00 in the service's zone",
      calendar: "England and Wales holidays; promised in England and Wales / United States holidays, clear days",
      because: "Every change type: Announcement to Hospitals",
    });
  });
});
