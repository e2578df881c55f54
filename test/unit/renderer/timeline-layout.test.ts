import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, hour } from "../../../src/core/domain/instant.ts";
import { instantOfWall } from "../../../src/core/domain/zoned-time.ts";
import type { WindowSummary } from "../../../src/core/ports/store.ts";
import { zooms } from "../../../src/renderer/features/calendar/calendar-address.ts";
import { layOutTimeline, liesOn, type RowSubject, rowsInView } from "../../../src/renderer/features/calendar/timeline-layout.ts";
import { timelineDays, timelineScale } from "../../../src/renderer/features/calendar/timeline-scale.ts";
import { layOutYear } from "../../../src/renderer/features/calendar/year-layout.ts";

const zone = "Europe/London";
const from = Date.UTC(2026, 10, 1);
const to = Date.UTC(2026, 11, 1);

function summary(id: string, startAt: number, length: number, serviceIds: readonly string[]): WindowSummary {
  return {
    id,
    reference: "FW-2026-001",
    title: id,
    changeTypeId: "",
    serviceIds,
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

function service(id: string): RowSubject {
  return {
    id,
    name: id,
    detail: "",
    holidayRegion: null,
    isCustomer: false,
    serviceIds: [id],
  };
}

const services = ["a", "b", "c"].map(service);

describe("windows on the timeline", () => {
  test("every window is placed once on each of its lines, and nothing overlaps in a lane", () => {
    const anyWindow = fc.record({
      start: fc.integer({ min: from - 5 * day, max: to + 2 * day }),
      length: fc.integer({ min: hour / 4, max: 9 * day }),
      own: fc.subarray(["a", "b", "c"]),
    });
    fc.assert(
      fc.property(fc.array(anyWindow, { maxLength: 60 }), fc.integer({ min: 200, max: 2400 }), (given, width) => {
        const windows = given.map(({ start, length, own }, index) => summary(String(index), start, length, own));
        const rows = layOutTimeline(windows, services, { from, to }, width, null);
        for (const { subject, bars, lanes } of rows) {
          const shown = windows.filter(
            (window) =>
              liesOn(subject, window.serviceIds) &&
              window.startAt < to &&
              window.startAt + 1 <= window.endAt &&
              window.endAt > from,
          );
          expect(bars.map(({ window }) => window.id).sort()).toEqual(shown.map(({ id }) => id).sort());
          for (const bar of bars) {
            expect(bar.left).toBeLessThanOrEqual(bar.from + 1e-9);
            expect(bar.right).toBeGreaterThanOrEqual(bar.to - 1e-9);
            expect(bar.left).toBeGreaterThanOrEqual(0);
            expect(bar.right).toBeLessThanOrEqual(1);
            expect(bar.lane).toBeLessThan(lanes);
          }
          for (const [index, one] of bars.entries()) {
            for (const other of bars.slice(index + 1)) {
              const isApart = one.lane !== other.lane || one.right <= other.left + 1e-9 || other.right <= one.left + 1e-9;
              expect(isApart).toBe(true);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("lines lie under each other without a gap, and only those in sight are drawn", () => {
    const many = Array.from({ length: 400 }, (_, index) => service(`s${index}`));
    const rows = layOutTimeline([], many, { from, to }, 1000, null);
    rows.forEach((row, index) => {
      expect(row.top).toBe(index === 0 ? 0 : (rows[index - 1]?.top ?? 0) + (rows[index - 1]?.height ?? 0));
    });
    const drawn = rowsInView(rows, 4000, 4600);
    expect(drawn.length).toBeLessThan(40);
    expect(drawn.some(({ top, height }) => top <= 4000 && top + height > 4000)).toBe(true);
    expect(drawn.some(({ top, height }) => top < 4600 && top + height >= 4600)).toBe(true);
  });

  test("ten thousand windows are laid out in less than a frame's patience", () => {
    const windows = Array.from({ length: 10_000 }, (_, index) =>
      summary(String(index), from + (index % 720) * hour, 2 * hour, [`s${index % 200}`]),
    );
    const many = Array.from({ length: 200 }, (_, index) => service(`s${index}`));
    const rows = layOutTimeline(windows, many, { from, to }, 1000, null);
    expect(rows.reduce((sum, { bars }) => sum + bars.length, 0)).toBe(10_000);
  });
});

describe("the timeline's scale", () => {
  test("a day on which the clocks change is 23 or 25 hours wide, and the hour that comes twice is written twice", () => {
    const forward = timelineScale(timelineDays("2027-03-28", "day", 1), "day", zone, null);
    expect(forward.to - forward.from).toBe(23 * hour);
    expect(forward.ticks.map(({ label }) => label)).not.toContain("01:00");
    const back = timelineScale(timelineDays("2026-10-25", "day", 1), "day", zone, null);
    expect(back.to - back.from).toBe(25 * hour);
    expect(back.ticks.filter(({ label }) => label.startsWith("01:00")).map(({ label }) => label)).toEqual([
      "01:00 BST",
      "01:00 GMT",
    ]);
  });

  test("a second zone says its own hours, and when it has another date", () => {
    const { ticks } = timelineScale(timelineDays("2026-11-16", "day", 1), "day", zone, "America/New_York");
    expect(ticks[0]).toMatchObject({ label: "00:00", second: "19:00 −1 d" });
    expect(ticks[5]).toMatchObject({ label: "05:00", second: "00:00" });
  });

  test("each zoom shows the whole day, week, month or quarter a date lies in", () => {
    expect(timelineDays("2026-11-18", "week", 1)).toEqual({ first: "2026-11-16", last: "2026-11-22" });
    expect(timelineDays("2026-11-18", "month", 1)).toEqual({ first: "2026-11-01", last: "2026-11-30" });
    expect(timelineDays("2026-11-18", "quarter", 1)).toEqual({ first: "2026-10-01", last: "2026-12-31" });
    for (const zoom of zooms) {
      const days = timelineDays("2026-11-18", zoom, 1);
      const scale = timelineScale(days, zoom, zone, null);
      expect(scale.from).toBe(instantOfWall(`${days.first}T00:00`, zone));
      expect(scale.ticks.every(({ at }) => at >= scale.from && at < scale.to)).toBe(true);
    }
  });
});

test("a year has each of its days in exactly one place", () => {
  for (const [date, days] of [
    ["2026-06-15", 365],
    ["2028-02-29", 366],
  ] as const) {
    for (const weekStartsOn of [1, 7] as const) {
      const places = layOutYear(date, weekStartsOn).flatMap(({ weeks }) => weeks.flat().filter((each) => each !== null));
      expect(places).toHaveLength(days);
      expect(new Set(places).size).toBe(days);
      expect(places.every((each) => each.startsWith(date.slice(0, 4)))).toBe(true);
    }
  }
});
