import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import { addDays, instantOfWall } from "../../../src/core/domain/zoned-time.ts";
import {
  axisMinute,
  axisOf,
  clockChangeOn,
  dayBounds,
  hourLines,
  instantOnAxis,
  spanOnDay,
} from "../../../src/renderer/features/calendar/day-axis.ts";

const london = "Europe/London";
const zones = [london, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago", "UTC"] as const;

describe("the hours of a day", () => {
  test("an ordinary day has 24 hours, each on its own line", () => {
    const axis = axisOf(["2026-11-16"], london);
    expect(axis).toEqual({ minutes: 1440, extra: null });
    expect(hourLines(axis).map(({ minute: at }) => at)).toEqual(Array.from({ length: 24 }, (_, index) => index * 60));
  });

  test("when the clocks go forward, the skipped hour stays empty and the rest of the day keeps its lines", () => {
    expect(clockChangeOn("2027-03-28", london)).toMatchObject({ kind: "skipped", fromMinute: 60, toMinute: 120 });
    const axis = axisOf(["2027-03-28"], london);
    expect(axis.minutes).toBe(1440);
    const nine = instantOfWall("2027-03-28T09:00", london);
    expect(axisMinute(nine, "2027-03-28", london, axis)).toBe(9 * 60);
    expect(instantOnAxis(90, "2027-03-28", london, axis)).toBe(instantOfWall("2027-03-28T02:00", london));
  });

  test("when the clocks go back, the hour that comes twice has two lines, and the days beside it leave the second out", () => {
    const week = ["2026-10-24", "2026-10-25"];
    expect(clockChangeOn("2026-10-25", london)).toMatchObject({ kind: "repeated", fromMinute: 60, toMinute: 120 });
    const axis = axisOf(week, london);
    expect(axis).toEqual({ minutes: 1500, extra: { at: 120, length: 60 } });
    expect(hourLines(axis).filter(({ ofDay }) => ofDay === 60)).toEqual([
      { minute: 60, ofDay: 60, isAgain: false },
      { minute: 120, ofDay: 60, isAgain: true },
    ]);
    const first = Date.UTC(2026, 9, 25, 0, 30);
    expect(axisMinute(first, "2026-10-25", london, axis)).toBe(90);
    expect(axisMinute(first + hour, "2026-10-25", london, axis)).toBe(150);
    const saturday = instantOfWall("2026-10-24T02:00", london);
    expect(axisMinute(saturday, "2026-10-24", london, axis)).toBe(180);
    expect(axisMinute(saturday - minute, "2026-10-24", london, axis)).toBe(119);
  });

  test("a place on the axis and its instant answer each other on every day of three years, in zones that change and that do not", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1095 }),
        fc.integer({ min: 0, max: 27 * 4 }),
        (zone, days, quarter) => {
          const date = addDays("2026-01-01", days);
          const week = Array.from({ length: 7 }, (_, index) => addDays(date, index - 3));
          const axis = axisOf(week, zone);
          const { startAt, endAt } = dayBounds(date, zone);
          const at = startAt + quarter * 15 * minute;
          if (at >= endAt) return;
          const place = axisMinute(at, date, zone, axis);
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThan(axis.minutes);
          expect(instantOnAxis(place, date, zone, axis)).toBe(at);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("time goes down the axis: what is later is never higher", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 1095 }), (zone, days) => {
        const date = addDays("2026-01-01", days);
        const axis = axisOf([addDays(date, -1), date, addDays(date, 1)], zone);
        const { startAt, endAt } = dayBounds(date, zone);
        let last = -1;
        for (let at = startAt; at < endAt; at += 15 * minute) {
          const place = axisMinute(at, date, zone, axis);
          expect(place).toBeGreaterThan(last);
          last = place;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a stretch over midnight has a part on both days, and none on the third", () => {
    const axis = axisOf(["2026-11-16", "2026-11-17", "2026-11-18"], london);
    const from = instantOfWall("2026-11-16T23:00", london);
    expect(spanOnDay(from, from + 2 * hour, "2026-11-16", london, axis)).toEqual({ from: 1380, to: 1440 });
    expect(spanOnDay(from, from + 2 * hour, "2026-11-17", london, axis)).toEqual({ from: 0, to: 60 });
    expect(spanOnDay(from, from + 2 * hour, "2026-11-18", london, axis)).toBeNull();
    expect(spanOnDay(from, from + day, "2026-11-17", london, axis)).toEqual({ from: 0, to: 1380 });
  });
});
