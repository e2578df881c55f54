import { expect, test } from "vitest";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import {
  describeClock,
  describeDay,
  describeLength,
  describeSpan,
  describeTime,
  zoneAbbreviation,
} from "../../../src/core/domain/time-text.ts";
import { formerName, todaysName, worldZones } from "../../../src/core/domain/world-zones.ts";
import {
  addDays,
  addWallDays,
  daysBetween,
  instantOfWall,
  isWallTime,
  isZone,
  offsetAt,
  resolveWall,
  wallOf,
  weekdayOf,
  zonedTimeOf,
} from "../../../src/core/domain/zoned-time.ts";

const london = "Europe/London";
const newYork = "America/New_York";

test("a zone is listed once, by the name it has today, and its former name means the same clocks", () => {
  const zones = worldZones();
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones).toContain("Asia/Kolkata");
  expect(zones).not.toContain("Asia/Calcutta");
  for (const zone of zones) {
    expect(isZone(zone)).toBe(true);
    const former = formerName(zone) ?? zone;
    expect(todaysName(former)).toBe(zone);
    for (const month of [0, 6]) expect(offsetAt(Date.UTC(2026, month), former)).toBe(offsetAt(Date.UTC(2026, month), zone));
  }
});

test("a wall time on an ordinary day is one instant", () => {
  expect(resolveWall("2026-11-28T02:00", london)).toEqual({ kind: "exact", at: Date.UTC(2026, 10, 28, 2) });
  expect(resolveWall("2026-07-04T02:00", newYork)).toEqual({ kind: "exact", at: Date.UTC(2026, 6, 4, 6) });
});

test("a wall time that spring skips is no instant, and says what clocks show instead", () => {
  expect(resolveWall("2026-03-29T01:30", london)).toEqual({
    kind: "skipped",
    before: Date.UTC(2026, 2, 29, 0, 59),
    after: Date.UTC(2026, 2, 29, 1),
    nextWall: "2026-03-29T02:00",
  });
  expect(resolveWall("2026-03-08T02:00", newYork)).toMatchObject({ kind: "skipped", nextWall: "2026-03-08T03:00" });
  expect(resolveWall("2026-03-29T00:59", london)).toMatchObject({ kind: "exact" });
  expect(resolveWall("2026-03-29T02:00", london)).toEqual({ kind: "exact", at: Date.UTC(2026, 2, 29, 1) });
});

test("a wall time that autumn repeats is two instants", () => {
  expect(resolveWall("2026-10-25T01:30", london)).toEqual({
    kind: "repeated",
    earlier: Date.UTC(2026, 9, 25, 0, 30),
    later: Date.UTC(2026, 9, 25, 1, 30),
  });
  expect(resolveWall("2026-11-01T01:00", newYork)).toMatchObject({ kind: "repeated" });
  expect(resolveWall("2026-10-25T02:00", london)).toMatchObject({ kind: "exact" });
  expect(resolveWall("2026-10-25T00:59", london)).toMatchObject({ kind: "exact" });
});

test("a half-hour change of clocks and a skipped day are told apart as well", () => {
  expect(resolveWall("2026-10-04T02:15", "Australia/Lord_Howe")).toMatchObject({ kind: "skipped", nextWall: "2026-10-04T02:30" });
  expect(resolveWall("2026-04-05T01:45", "Australia/Lord_Howe")).toMatchObject({ kind: "repeated" });
  expect(resolveWall("2011-12-30T12:00", "Pacific/Apia")).toMatchObject({ kind: "skipped", nextWall: "2011-12-31T00:00" });
});

test("a rule's time takes the first instant after a gap and the earlier of two", () => {
  expect(instantOfWall("2026-03-29T01:30", london)).toBe(Date.UTC(2026, 2, 29, 1));
  expect(instantOfWall("2026-10-25T01:30", london)).toBe(Date.UTC(2026, 9, 25, 0, 30));
});

test("days later is the same wall time, whatever the clocks did between", () => {
  const before = Date.UTC(2026, 9, 24, 8); // 09:00 BST
  expect(wallOf(addWallDays(before, 1, london), london)).toBe("2026-10-25T09:00");
  expect(addWallDays(before, 1, london) - before).toBe(25 * hour);
});

test("an instant has the wall time its zone shows", () => {
  expect(zonedTimeOf(Date.UTC(2026, 10, 28, 2), newYork)).toEqual({
    at: Date.UTC(2026, 10, 28, 2),
    wall: "2026-11-27T21:00",
    zone: newYork,
  });
});

test("offsets agree with Intl at every hour around the changes of clocks", () => {
  for (const zone of [london, newYork, "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu", "America/St_Johns"]) {
    const format = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 7 * hour + 30 * minute) {
      expect(wallOf(at, zone).replace("T", " ")).toBe(format.format(at));
    }
  }
});

test("only names of the zone database are zones", () => {
  expect(["Europe/London", "UTC", "America/Argentina/Buenos_Aires"].every(isZone)).toBe(true);
  for (const name of ["", "London", "+01:00", "Nowhere/Here", "__proto__", "constructor", "Europe/London "]) {
    expect(isZone(name), name).toBe(false);
  }
});

test("an unknown zone counts as UTC and an instant beyond the calendar as its end, so that nothing throws", () => {
  expect(offsetAt(0, "Nowhere/Here")).toBe(0);
  for (const at of [Number.NaN, Number.POSITIVE_INFINITY, -8.64e15])
    expect(wallOf(at, london)).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u);
});

test("dates count days and weekdays", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(daysBetween("2026-11-28", "2026-12-01")).toBe(3);
  expect(weekdayOf("2026-11-28")).toBe(6);
  expect(weekdayOf("1969-12-29")).toBe(1);
});

test("a wall time must be a date of the calendar", () => {
  expect(isWallTime("2026-02-28T23:59")).toBe(true);
  for (const text of ["2026-02-29T10:00", "2026-11-28T24:00", "2026-11-28", "2026-11-28T02:00:00"])
    expect(isWallTime(text)).toBe(false);
});

test("a time proves itself with weekday, date, zone and offset", () => {
  expect(describeTime(Date.UTC(2026, 10, 28, 2), london)).toBe("Sat 28 Nov 2026, 02:00 GMT (UTC+0)");
  expect(describeTime(Date.UTC(2026, 6, 4, 6), newYork)).toBe("Sat 4 Jul 2026, 02:00 EDT (UTC-4)");
  expect(describeTime(Date.UTC(2026, 10, 28, 2), "Asia/Kolkata")).toBe("Sat 28 Nov 2026, 07:30 IST (UTC+5:30)");
  expect(describeDay(Date.UTC(2026, 10, 28, 2), newYork)).toBe("Fri 27 Nov 2026");
  expect(describeClock(Date.UTC(2026, 6, 4, 1), london)).toBe("02:00 BST");
});

test("a zone without a usual abbreviation is named by its offset, once", () => {
  expect(describeTime(Date.UTC(2026, 10, 28, 2), "Asia/Kathmandu")).toBe("Sat 28 Nov 2026, 07:45 UTC+5:45");
  expect(describeTime(Date.UTC(2026, 10, 28, 2), "UTC")).toBe("Sat 28 Nov 2026, 02:00 UTC");
});

test("abbreviations are those in use on that date", () => {
  const winter = Date.UTC(2026, 0, 15);
  const summer = Date.UTC(2026, 6, 15);
  const shown = (zone: string) => [zoneAbbreviation(winter, zone), zoneAbbreviation(summer, zone)];
  expect(shown(london)).toEqual(["GMT", "BST"]);
  expect(shown(newYork)).toEqual(["EST", "EDT"]);
  expect(shown("Europe/Berlin")).toEqual(["CET", "CEST"]);
  expect(shown("Europe/Dublin")).toEqual(["GMT", "IST"]);
  expect(shown("Asia/Tokyo")).toEqual(["JST", "JST"]);
  expect(shown("Australia/Sydney")).toEqual(["AEDT", "AEST"]);
  expect(shown("America/Sao_Paulo")).toEqual(["UTC-3", "UTC-3"]);
});

test("a span names its day once, and both ends across midnight or a change of clocks", () => {
  const at = Date.UTC(2026, 10, 28, 2);
  expect(describeSpan(at, at + 2 * hour, london)).toBe("Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0)");
  expect(describeSpan(at - 4 * hour, at, london)).toBe("Fri 27 Nov 2026, 22:00 – Sat 28 Nov 2026, 02:00 GMT (UTC+0)");
  expect(describeSpan(Date.UTC(2026, 9, 25, 0), Date.UTC(2026, 9, 25, 3), london)).toBe(
    "Sun 25 Oct 2026, 01:00 BST (UTC+1) – 03:00 GMT (UTC+0)",
  );
  expect(describeSpan(Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 3), london)).toBe(
    "Sat 24 Oct 2026, 23:00 BST (UTC+1) – Sun 25 Oct 2026, 03:00 GMT (UTC+0)",
  );
});

test("a length is said in words", () => {
  expect([0, 1, 60, 90, 120, 1500, 3000].map(describeLength)).toEqual([
    "0 minutes",
    "1 minute",
    "1 hour",
    "1 hour 30 minutes",
    "2 hours",
    "25 hours",
    "2 days 2 hours",
  ]);
});
