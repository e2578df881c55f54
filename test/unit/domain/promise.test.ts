import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addBusinessDays, clearBusinessDaysBetween } from "../../../src/core/domain/business-days.ts";
import { day, minute } from "../../../src/core/domain/instant.ts";
import { judgePromise, latestAcceptance, type PromiseTerms } from "../../../src/core/domain/promises/promise.ts";
import { addWallDays, dateOf, timeOfDayOf } from "../../../src/core/domain/zoned-time.ts";
import { fewDaysOff } from "../../builders/holidays.ts";

/** Three business days before Sat 28 Nov 2026, 02:00 in London. */
function terms(changes: Partial<PromiseTerms> = {}): PromiseTerms {
  return {
    promised: { amount: 3, unit: "businessDays", calendar: "customer" },
    startAt: Date.UTC(2026, 10, 28, 2),
    zone: "Europe/London",
    region: "GB-ENG",
    counting: "clear",
    closeOfBusiness: "17:00",
    calendar: fewDaysOff,
    ...changes,
  };
}

describe("clear business days", () => {
  test("lie whole between the day of acceptance and the day of the start", () => {
    // Wed, Thu and Fri are clear: Tuesday is the last day to accept it.
    expect(latestAcceptance(terms())).toBe(Date.UTC(2026, 10, 24, 17));
  });

  test("close of business is the last moment, and a minute later the next day is counted from", () => {
    expect(judgePromise({ ...terms(), now: Date.UTC(2026, 10, 24, 17) })).toEqual({
      kind: "kept",
      latest: Date.UTC(2026, 10, 24, 17),
    });
    expect(judgePromise({ ...terms(), now: Date.UTC(2026, 10, 24, 17, 1) })).toEqual({
      kind: "broken",
      latest: Date.UTC(2026, 10, 24, 17),
      // Accepted as of Wednesday: Thu, Fri and Mon are clear, so Tuesday it is, at the planned time of day.
      earliestStart: Date.UTC(2026, 11, 1, 2),
    });
  });

  test("a notice accepted at the weekend counts for Monday", () => {
    const outcome = judgePromise({ ...terms(), now: Date.UTC(2026, 10, 28, 1) });
    expect(outcome).toMatchObject({ kind: "broken", earliestStart: Date.UTC(2026, 11, 4, 2) });
  });

  test("the same start is sooner or later by the customer's own holidays", () => {
    const start = Date.UTC(2026, 11, 30, 9);
    expect(latestAcceptance(terms({ startAt: start }))).toBe(Date.UTC(2026, 11, 22, 17));
    expect(latestAcceptance(terms({ startAt: start, region: "US" }))).toBe(Date.UTC(2026, 11, 23, 17));
    expect(latestAcceptance(terms({ startAt: start, region: null }))).toBe(Date.UTC(2026, 11, 24, 17));
  });

  test("days are those of the customer's zone", () => {
    // Sat 02:00 in London is Friday evening in New York, and Thursday there is Thanksgiving.
    expect(latestAcceptance(terms({ zone: "America/New_York", region: "US" }))).toBe(Date.UTC(2026, 10, 20, 22));
  });

  test("Easter", () => {
    // Start Tue 7 Apr 2026: clear are Thu 2, Wed 1 and Tue 31 March.
    expect(latestAcceptance(terms({ startAt: Date.UTC(2026, 3, 7, 8) }))).toBe(Date.UTC(2026, 2, 30, 16));
  });
});

describe("elapsed business days", () => {
  test("go back to the start's wall time", () => {
    expect(latestAcceptance(terms({ counting: "elapsed" }))).toBe(Date.UTC(2026, 10, 25, 2));
  });

  test("keep the wall time across a change of clocks", () => {
    // Mon 26 Oct 2026 09:00 GMT; one business day earlier is Fri 23 Oct 09:00 BST.
    const startAt = Date.UTC(2026, 9, 26, 9);
    const promised = { amount: 1, unit: "businessDays", calendar: "customer" } as const;
    expect(latestAcceptance(terms({ startAt, promised, counting: "elapsed" }))).toBe(Date.UTC(2026, 9, 23, 8));
  });

  test("say the first day whose start would keep it, a Saturday included", () => {
    const outcome = judgePromise({ ...terms({ counting: "elapsed" }), now: Date.UTC(2026, 10, 25, 3) });
    expect(outcome).toMatchObject({ kind: "broken", earliestStart: Date.UTC(2026, 11, 1, 2) });
    const earlier = terms({ counting: "elapsed", startAt: Date.UTC(2026, 10, 26, 2) });
    expect(judgePromise({ ...earlier, now: Date.UTC(2026, 10, 25, 1) })).toMatchObject({
      earliestStart: Date.UTC(2026, 10, 28, 2),
    });
  });
});

test("hours are plain hours", () => {
  const promised = { amount: 24, unit: "hours", calendar: "customer" } as const;
  expect(latestAcceptance(terms({ promised }))).toBe(Date.UTC(2026, 10, 27, 2));
  const late = judgePromise({ ...terms({ promised }), now: Date.UTC(2026, 10, 27, 2) + minute });
  expect(late).toMatchObject({ kind: "broken", earliestStart: Date.UTC(2026, 10, 29, 2) });
});

test("minutes are plain minutes, and a start on the same day may keep them", () => {
  const promised = { amount: 30, unit: "minutes", calendar: "customer" } as const;
  expect(latestAcceptance(terms({ promised }))).toBe(Date.UTC(2026, 10, 28, 1, 30));
  const late = judgePromise({ ...terms({ promised }), now: Date.UTC(2026, 10, 28, 1, 31) });
  expect(late).toMatchObject({ kind: "broken", earliestStart: Date.UTC(2026, 10, 29, 2) });
  const inTime = judgePromise({ ...terms({ promised }), now: Date.UTC(2026, 10, 28, 1, 30) });
  expect(inTime.kind).toBe("kept");
});

test("nothing promised is nothing to keep", () => {
  expect(judgePromise({ ...terms({ promised: null }), now: 0 })).toEqual({ kind: "none" });
});

test("the earliest start keeps the promise, the day before it would not, and it is at the planned time of day", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom("clear", "elapsed"),
      fc.constantFrom("Europe/London", "America/New_York", "Asia/Kolkata"),
      fc.integer({ min: 0, max: 90 * 24 * 4 }),
      fc.integer({ min: 1, max: 40 * 24 * 4 }),
      (amount, counting, zone, quarter, lateBy) => {
        const startAt = Date.UTC(2026, 9, 20) + quarter * 15 * minute;
        const given = terms({ promised: { amount, unit: "businessDays", calendar: "customer" }, counting, zone, startAt });
        const latest = latestAcceptance(given) ?? 0;
        const now = latest + lateBy * 15 * minute;
        const outcome = judgePromise({ ...given, now });
        if (outcome.kind !== "broken") return false;
        const at = outcome.earliestStart;
        const kept = judgePromise({ ...given, startAt: at, now }).kind === "kept";
        const dayBefore = addWallDays(at, -1, zone);
        const isSooner = dayBefore > now && judgePromise({ ...given, startAt: dayBefore, now }).kind === "kept";
        return kept && !isSooner && timeOfDayOf(at, zone) === timeOfDayOf(startAt, zone);
      },
    ),
  );
});

test("between the last acceptance and the start lie exactly the clear days promised", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 90 }), (amount, offset) => {
      const startAt = Date.UTC(2026, 10, 1, 12) + offset * day;
      const given = terms({ promised: { amount, unit: "businessDays", calendar: "customer" }, startAt });
      const accepted = dateOf(latestAcceptance(given) ?? 0, given.zone);
      const start = dateOf(startAt, given.zone);
      const dayAfter = addBusinessDays(accepted, 1, given.region, fewDaysOff);
      expect(clearBusinessDaysBetween(accepted, start, given.region, fewDaysOff)).toBe(amount);
      expect(clearBusinessDaysBetween(dayAfter, start, given.region, fewDaysOff)).toBeLessThan(amount);
    }),
  );
});
