import fc from "fast-check";
import { expect, test } from "vitest";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import { quietUntil } from "../../../src/core/domain/sending/quiet-hours.ts";

const clockOf = (zone: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const zones = ["Europe/London", "America/New_York"] as const;
const clocks = { "Europe/London": clockOf("Europe/London"), "America/New_York": clockOf("America/New_York") };
const timeOfDay = fc.tuple(fc.nat(23), fc.constantFrom("00", "15", "30")).map(([h, m]) => `${String(h).padStart(2, "0")}:${m}`);

/** Reads the wall clock and compares: slow, and without any arithmetic of dates. */
function isQuiet(from: string, to: string, clock: string): boolean {
  return from <= to ? from <= clock && clock < to : from <= clock || clock < to;
}

test.each(zones)("quiet hours are those a clock on the wall in %s shows, over midnight too", (zone) => {
  const days = fc.integer({ min: Date.UTC(2026, 0, 1) / minute, max: Date.UTC(2027, 0, 1) / minute }).map((at) => at * minute);
  fc.assert(
    fc.property(days, timeOfDay, timeOfDay, (now, from, to) => {
      fc.pre(from !== to);
      // Where clocks change a wall time is missing or twice: those nights have tests of their own.
      fc.pre(new Set([-1, 1].map((side) => offsetOf(now + side * 26 * hour, zone))).size === 1);
      const until = quietUntil({ from, to }, zone, now);
      expect(until !== null).toBe(isQuiet(from, to, clocks[zone].format(now)));
      if (until !== null) expect(clocks[zone].format(until)).toBe(to);
    }),
    { numRuns: 300 },
  );
});

test("the night clocks go forward is an hour shorter, the night they go back an hour longer", () => {
  const night = { from: "22:00", to: "07:00" };
  const spring = Date.UTC(2026, 2, 28, 23);
  expect(quietUntil(night, "Europe/London", spring)).toBe(Date.UTC(2026, 2, 29, 6));
  const autumn = Date.UTC(2026, 9, 24, 22);
  expect(quietUntil(night, "Europe/London", autumn)).toBe(Date.UTC(2026, 9, 25, 7));
});

/** How many hours the wall clock is ahead of UTC, round the day. */
function offsetOf(at: number, zone: (typeof zones)[number]): number {
  return (Number(clocks[zone].format(at).slice(0, 2)) - new Date(at).getUTCHours() + 24) % 24;
}
