import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHolidayCalendar } from "../../../src/adapters/holidays/date-holidays.ts";
import { addBusinessDays } from "../../../src/core/domain/business-days.ts";
import type { OwnDay } from "../../../src/core/domain/directory.ts";
import { withOwnDays } from "../../../src/core/domain/holidays.ts";
import { judgePromise, latestAcceptance, type PromiseTerms } from "../../../src/core/domain/promises/promise.ts";
import {
  clockChanges,
  clockIn,
  dayAfter,
  firstInstantAt,
  givesEnoughNotice,
  isWholeDay,
  type SlowTerms,
} from "./slow-calendar.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const holidays = await createHolidayCalendar().load();

/** Four holiday calendars, and the places that count by them. */
const places = [
  { region: "GB-ENG", zone: "Europe/London" },
  { region: "GB-SCT", zone: "Europe/London" },
  { region: "US", zone: "America/New_York" },
  { region: "US", zone: "America/Los_Angeles" },
  { region: "DE-BY", zone: "Europe/Berlin" },
] as const;

const publicHolidays = new Map(
  places.map(({ region }) => {
    const dates = Array.from({ length: 9 * 366 }, (_, index) => dayAfter("2023-01-01", index));
    return [region, new Set(dates.filter((date) => holidays(region, date) !== null))];
  }),
);

function termsOf(slow: SlowTerms): PromiseTerms {
  const { amount, unit, counting, startAt, zone, region, closeOfBusiness, ownDays } = slow;
  const promised = { amount, unit, calendar: "customer" } as const;
  return { promised, startAt, zone, region, counting, closeOfBusiness, calendar: withOwnDays(holidays, ownDays) };
}

/** Compares at an instant, at the last chance and a minute after it. */
function agreesAt(acceptedAt: number, slow: SlowTerms): void {
  const terms = termsOf(slow);
  const latest = latestAcceptance(terms) ?? 0;
  for (const at of [acceptedAt, latest, latest + minute]) {
    const isKept = at <= latest;
    if (isKept !== givesEnoughNotice(at, slow)) {
      expect.fail(
        `${isKept ? "kept" : "broken"} at ${clockIn(slow.zone, at)}: ${JSON.stringify({ ...slow, publicHolidays: 0 })}`,
      );
    }
  }
}

const from = Date.UTC(2024, 0, 8);
const until = Date.UTC(2030, 11, 1);
const changes = places.map(({ zone }) => clockChanges(zone));

const clock = (first: number, last: number) =>
  fc
    .integer({ min: first * 4, max: last * 4 })
    .map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`);

const counts: fc.Arbitrary<OwnDay["counts"]> = fc.oneof(
  fc.constant({ kind: "off" } as const),
  fc.constant({ kind: "working" } as const),
  clock(10, 15).map((closesAt) => ({ kind: "half", closesAt }) as const),
);

/** A promise, its own days in the three weeks before the start, and an acceptance; half of them about a change of clocks. */
const cases = fc
  .record({
    place: fc.nat({ max: places.length - 1 }),
    amount: fc.integer({ min: 1, max: 10 }),
    unit: fc.constantFrom<SlowTerms["unit"]>("businessDays", "businessDays", "businessDays", "hours", "minutes"),
    counting: fc.constantFrom("clear", "elapsed"),
    isAboutChange: fc.boolean(),
    change: fc.nat({ max: 10_000 }),
    offset: fc.integer({ min: -3 * 1440, max: 12 * 1440 }),
    anywhere: fc.integer({ min: from / minute, max: until / minute }),
    closeOfBusiness: clock(12, 19),
    ownDays: fc.array(fc.record({ daysBefore: fc.integer({ min: 0, max: 20 }), isOwnRegion: fc.boolean(), counts }), {
      maxLength: 4,
    }),
    ahead: fc.integer({ min: 0, max: 21 * 1440 }),
  })
  .map((one) => {
    const { region, zone } = places[one.place] ?? places[0];
    const moments = changes[one.place] ?? [];
    const about = (moments[one.change % moments.length] ?? from) + one.offset * minute;
    const startAt = one.isAboutChange ? about : one.anywhere * minute;
    const startDate = clockIn(zone, startAt).slice(0, 10);
    const ownDays = one.ownDays.map(
      ({ daysBefore, isOwnRegion, counts: counted }): OwnDay => ({
        date: dayAfter(startDate, -daysBefore),
        name: "Own day",
        region: isOwnRegion ? region : null,
        counts: counted,
      }),
    );
    const { amount, unit, counting, closeOfBusiness } = one;
    const slow: SlowTerms = {
      amount: unit === "businessDays" ? amount : amount * 13,
      unit,
      counting: counting === "clear" ? "clear" : "elapsed",
      startAt,
      zone,
      region,
      closeOfBusiness,
      ownDays,
      publicHolidays: publicHolidays.get(region) ?? new Set(),
    };
    return { slow, acceptedAt: startAt - one.ahead * minute };
  });

describe("promises of notice, against an oracle that looks at every day and reads the clocks", () => {
  test("agree in ten thousand random cases: clear and elapsed days, hours, minutes, own days and half days", {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(cases, ({ slow, acceptedAt }) => agreesAt(acceptedAt, slow)),
      { numRuns: 10_000 },
    );
  });

  test("agree about every change of clocks from 2024 to 2030", { timeout: 60_000 }, () => {
    expect(changes.map((moments) => moments.length)).toEqual([14, 14, 14, 14, 14]);
    for (const [index, { region, zone }] of places.entries()) {
      for (const change of changes[index] ?? []) {
        for (const hours of [-25, -1, 0, 1, 2, 23, 49, 97]) {
          const startAt = change + hours * 60 * minute;
          for (const counting of ["clear", "elapsed"] as const) {
            const common = { counting, startAt, zone, region, closeOfBusiness: "17:00", ownDays: [] };
            const slow = { ...common, publicHolidays: publicHolidays.get(region) ?? new Set<string>() };
            agreesAt(change, { ...slow, amount: 1, unit: "businessDays" });
            agreesAt(change - 2 * day, { ...slow, amount: 3, unit: "businessDays" });
            agreesAt(change - day, { ...slow, amount: 24, unit: "hours" });
          }
        }
      }
    }
  });

  test("name the first start, at the planned time of day, that a notice accepted now would keep", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(cases, ({ slow, acceptedAt }) => {
        const judged = judgePromise({ ...termsOf(slow), now: acceptedAt });
        if (judged.kind !== "broken") return;
        const time = clockIn(slow.zone, slow.startAt).slice(11);
        let date = clockIn(slow.zone, acceptedAt).slice(0, 10);
        let startAt = firstInstantAt(slow.zone, `${date} ${time}`);
        while (startAt <= acceptedAt || !givesEnoughNotice(acceptedAt, { ...slow, startAt })) {
          date = dayAfter(date);
          startAt = firstInstantAt(slow.zone, `${date} ${time}`);
        }
        expect(clockIn(slow.zone, judged.earliestStart)).toBe(clockIn(slow.zone, startAt));
      }),
      { numRuns: 500 },
    );
  });

  test("count business days forwards and backwards as a person with a calendar would", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -15, max: 15 }), ({ slow }, amount) => {
        const start = clockIn(slow.zone, slow.startAt).slice(0, 10);
        let date = start;
        for (let left = Math.abs(amount); left > 0; ) {
          date = dayAfter(date, Math.sign(amount));
          if (isWholeDay(date, slow)) left -= 1;
        }
        expect(addBusinessDays(start, amount, slow.region, withOwnDays(holidays, slow.ownDays))).toBe(date);
      }),
      { numRuns: 2_000 },
    );
  });
});
