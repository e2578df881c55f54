import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everything } from "../../../src/core/domain/calendar/calendar-filter.ts";
import { hour } from "../../../src/core/domain/instant.ts";
import { impacts } from "../../../src/core/domain/window.ts";
import { instantOfWall } from "../../../src/core/domain/zoned-time.ts";
import {
  type CalendarPlace,
  calendarModes,
  firstPlace,
  placeAddress,
  readPlace,
  zooms,
} from "../../../src/renderer/features/calendar/calendar-address.ts";
import { moveKey } from "../../../src/renderer/features/calendar/move-keys.ts";
import { inZone, likelyInstant, timesAt, wallTrouble } from "../../../src/renderer/ui/move-window/proposed-move.ts";

const zone = "Europe/London";
const at = (wall: string) => instantOfWall(wall, zone);
const evening = timesAt(at("2026-11-24T20:00"), at("2026-11-24T22:00"), zone);

function timesAfter(key: string, isShift = false, times = evening): readonly [string, string] | string | null {
  const result = moveKey(key, isShift, times, zone);
  if (result === null) return null;
  return result.kind === "times" ? [result.times.start.wall, result.times.end.wall] : result.kind;
}

describe("carrying a window by keys", () => {
  test("left and right go by days, up and down by quarters of an hour, Page Up and Page Down by weeks", () => {
    expect(timesAfter("ArrowRight")).toEqual(["2026-11-25T20:00", "2026-11-25T22:00"]);
    expect(timesAfter("ArrowLeft")).toEqual(["2026-11-23T20:00", "2026-11-23T22:00"]);
    expect(timesAfter("ArrowDown")).toEqual(["2026-11-24T20:15", "2026-11-24T22:15"]);
    expect(timesAfter("ArrowUp")).toEqual(["2026-11-24T19:45", "2026-11-24T21:45"]);
    expect(timesAfter("PageDown")).toEqual(["2026-12-01T20:00", "2026-12-01T22:00"]);
    expect(timesAfter("x")).toBeNull();
    expect(timesAfter("Enter")).toBe("confirm");
    expect(timesAfter("Escape")).toBe("leave");
  });

  test("with Shift the end alone moves, and never to before a quarter of an hour after the start", () => {
    expect(timesAfter("ArrowDown", true)).toEqual(["2026-11-24T20:00", "2026-11-24T22:15"]);
    expect(timesAfter("ArrowRight", true)).toEqual(["2026-11-24T20:00", "2026-11-25T22:00"]);
    expect(timesAfter("ArrowLeft", true)).toEqual(["2026-11-24T20:00", "2026-11-24T22:00"]);
    const short = timesAt(at("2026-11-24T20:00"), at("2026-11-24T20:15"), zone);
    expect(timesAfter("ArrowUp", true, short)).toEqual(["2026-11-24T20:00", "2026-11-24T20:15"]);
  });

  test("a day later keeps the wall clock over a change of clocks; a time that then comes twice is left open to be asked", () => {
    const night = timesAt(at("2026-10-24T01:30"), at("2026-10-24T03:00"), zone);
    const later = moveKey("ArrowRight", false, night, zone);
    expect(later).toMatchObject({ kind: "times", times: { start: { wall: "2026-10-25T01:30", occurrence: null } } });
    if (later?.kind !== "times") throw new Error("It did not move.");
    expect(wallTrouble(later.times.start, zone)).toMatch(/occurs twice/u);
    expect(inZone(later.times, zone, "UTC")).toBeNull();
    expect(wallTrouble({ wall: "2027-03-28T01:30", occurrence: null }, zone)).toMatch(/does not exist.*02:00/u);
  });

  test("a quarter of an hour is real time also in the hour that comes twice", () => {
    let times = timesAt(Date.UTC(2026, 9, 25, 0, 0), Date.UTC(2026, 9, 25, 1, 0), zone);
    for (let step = 1; step <= 8; step += 1) {
      const next = moveKey("ArrowDown", false, times, zone);
      if (next?.kind !== "times") throw new Error("It did not move.");
      times = next.times;
      expect(likelyInstant(times.start, zone)).toBe(Date.UTC(2026, 9, 25, 0, 15 * step));
      expect(likelyInstant(times.end, zone) - likelyInstant(times.start, zone)).toBe(hour);
    }
  });

  test("the same times by another zone's clocks are the same instants", () => {
    const there = inZone(evening, zone, "America/New_York");
    expect(there?.start.wall).toBe("2026-11-24T15:00");
    expect(there === null ? 0 : likelyInstant(there.start, "America/New_York")).toBe(at("2026-11-24T20:00"));
  });
});

describe("the calendar's address", () => {
  test("a place that goes without saying has the bare address", () => {
    expect(placeAddress(firstPlace)).toBe("/calendar");
    expect(readPlace("")).toEqual(firstPlace);
  });

  test("what is written is read again, whatever was chosen", () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[\w.:@/-]{1,12}$/u), { maxLength: 3 });
    const anyPlace: fc.Arbitrary<CalendarPlace> = fc.record({
      mode: fc.constantFrom(...calendarModes),
      date: fc.option(fc.constantFrom("2026-11-24", "2028-02-29")),
      zoom: fc.constantFrom(...zooms),
      rows: fc.constantFrom("service" as const, "customer" as const),
      filter: fc.record({
        serviceIds: ids,
        customerIds: ids,
        impacts: fc.subarray([...impacts]),
        states: fc.subarray(["planned", "running", "done", "cancelled"] as const),
        conflictsOnly: fc.boolean(),
      }),
    });
    fc.assert(
      fc.property(anyPlace, (place) => {
        const read = readPlace(placeAddress(place).split("?", 2)[1] ?? "");
        // Zoom and lines are the timeline's; elsewhere they are not part of the address.
        const expected = place.mode === "timeline" ? place : { ...place, zoom: firstPlace.zoom, rows: firstPlace.rows };
        expect(read).toEqual({ ...expected, filter: { ...expected.filter } });
      }),
    );
  });

  test("what is not understood is left out", () => {
    expect(readPlace("view=decade&date=2026-02-31&impact=loud&impact=outage&state=asleep&zoom=9&conflicts=maybe")).toEqual({
      ...firstPlace,
      filter: { ...everything, impacts: ["outage"] },
    });
  });
});
