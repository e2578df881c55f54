import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, hour } from "../../../src/core/domain/instant.ts";
import { dateOf } from "../../../src/core/domain/zoned-time.ts";
import type { WindowSummary } from "../../../src/core/ports/store.ts";
import { addMonths, monthWeeks, weekDays } from "../../../src/renderer/features/calendar/calendar-days.ts";
import { layOutMonth } from "../../../src/renderer/features/calendar/month-layout.ts";
import { layOutDay, snapMinutes } from "../../../src/renderer/features/calendar/week-layout.ts";

const zone = "Europe/London";
const november = monthWeeks("2026-11-15", 1);

function summary(id: string, startAt: number, length: number): WindowSummary {
  return {
    id,
    reference: "FW-2026-001",
    title: id,
    changeTypeId: "",
    serviceIds: [],
    impact: "none",
    startAt,
    endAt: startAt + length,
    outcome: "open",
    revision: 1,
    customersAffected: false,
    people: [],
    groupId: null,
  };
}

describe("the days of a month", () => {
  test("November 2026 shows six weeks from Monday, and five from Sunday", () => {
    expect(november).toHaveLength(6);
    expect(november[0]?.[0]).toBe("2026-10-26");
    expect(november.at(-1)?.at(-1)).toBe("2026-12-06");
    expect(monthWeeks("2026-11-15", 7)).toHaveLength(5);
  });

  test("a month on from 31 January is the last day of February", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(addMonths("2026-12-31", 2)).toBe("2027-02-28");
  });

  test("a week begins on the day a person chose", () => {
    expect(weekDays("2026-11-21", 1)[0]).toBe("2026-11-16");
    expect(weekDays("2026-11-21", 7)[0]).toBe("2026-11-15");
    expect(weekDays("2026-11-22", 7)[0]).toBe("2026-11-22");
  });
});

describe("windows in a month", () => {
  test("a window across midnight covers both days, one that ends at midnight only the first", () => {
    const across = summary("across", Date.UTC(2026, 10, 3, 22), 4 * hour);
    const until = summary("until", Date.UTC(2026, 10, 10, 22), 2 * hour);
    const weeks = layOutMonth([across, until], november, zone, 3);
    expect(weeks[1]?.pieces).toMatchObject([{ column: 1, days: 2 }]);
    expect(weeks[2]?.pieces).toMatchObject([{ column: 1, days: 1 }]);
  });

  test("a window over the week's end goes on in the next week", () => {
    const weeks = layOutMonth([summary("long", Date.UTC(2026, 10, 7, 12), 3 * day)], november, zone, 3);
    expect(weeks[1]?.pieces).toMatchObject([{ column: 5, days: 2, continuesFrom: false, continuesTo: true }]);
    expect(weeks[2]?.pieces).toMatchObject([{ column: 0, days: 2, continuesFrom: true, continuesTo: false }]);
  });

  test("what does not fit is counted on each day it covers", () => {
    const start = Date.UTC(2026, 10, 4, 9);
    const windows = ["a", "b", "c", "d"].map((id) => summary(id, start, hour));
    const [, week] = layOutMonth(windows, november, zone, 3);
    expect(week?.pieces).toHaveLength(3);
    expect(week?.hidden).toEqual([0, 0, 1, 0, 0, 0, 0]);
  });

  test("no two drawn windows ever share a place, and drawn and hidden together are all there are", () => {
    const anyWindow = fc
      .record({
        start: fc.integer({ min: Date.UTC(2026, 9, 20), max: Date.UTC(2026, 11, 10) }),
        length: fc.integer({ min: hour, max: 9 * day }),
      })
      .map(({ start, length }) => ({ start, length }));
    fc.assert(
      fc.property(fc.array(anyWindow, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (spans, lanes) => {
        const windows = spans.map(({ start, length }, index) => summary(String(index), start, length));
        for (const week of layOutMonth(windows, november, zone, lanes)) {
          const taken = new Set<string>();
          const covered = week.days.map(() => 0);
          for (const piece of week.pieces) {
            for (let column = piece.column; column < piece.column + piece.days; column += 1) {
              const place = `${piece.lane}:${column}`;
              expect(taken.has(place)).toBe(false);
              taken.add(place);
              covered[column] = (covered[column] ?? 0) + 1;
            }
          }
          week.days.forEach((date, column) => {
            const really = windows.filter(
              ({ startAt, endAt }) => dateOf(startAt, zone) <= date && dateOf(endAt - 1, zone) >= date,
            ).length;
            expect((covered[column] ?? 0) + (week.hidden[column] ?? 0)).toBe(really);
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("windows in a day", () => {
  test("overlapping windows lie side by side, later ones take the whole width again", () => {
    const at = Date.UTC(2026, 10, 4, 9);
    const pieces = layOutDay(
      [summary("a", at, 2 * hour), summary("b", at + hour, 2 * hour), summary("c", at + 5 * hour, hour)],
      "2026-11-04",
      zone,
    );
    expect(pieces.map(({ column, columns }) => [column, columns])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  test("a window from the day before starts at midnight and says that it continues", () => {
    const [piece] = layOutDay([summary("a", Date.UTC(2026, 10, 3, 22), 4 * hour)], "2026-11-04", zone);
    expect(piece).toMatchObject({ fromMinute: 0, toMinute: 120, continuesFrom: true, continuesTo: false });
  });

  test("minutes snap to quarters", () => {
    expect(snapMinutes(67)).toBe(60);
    expect(snapMinutes(68)).toBe(75);
  });
});
