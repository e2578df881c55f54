import fc from "fast-check";
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { day } from "../../../src/core/domain/instant.ts";
import { expandRule } from "../../../src/core/domain/recurrence/recurrence.ts";
import { ruleWeekdays } from "../../../src/core/domain/recurrence/recurrence-rule.ts";

/** North and south, half-hour and quarter-hour zones, one without changes, one that changes by half an hour. */
const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago", "UTC"] as const;

const weekday = fc.constantFrom(...ruleWeekdays);
const some = <T>(one: fc.Arbitrary<T>, most: number) => fc.uniqueArray(one, { minLength: 1, maxLength: most });
const nth = fc.constantFrom(1, 2, 3, 4, -1, -2);
const monthDay = fc.constantFrom(1, 2, 15, 28, 29, 30, 31, -1, -2);
const part = (name: string, values: readonly (string | number)[]) => `;${name}=${values.join(",")}`;

const days = fc.oneof(
  fc.constant("FREQ=DAILY"),
  some(fc.integer({ min: 1, max: 12 }), 3).map((months) => `FREQ=DAILY${part("BYMONTH", months)}`),
  some(weekday, 4).map((chosen) => `FREQ=DAILY${part("BYDAY", chosen)}`),
);
const weeks = fc.oneof(
  fc.constant("FREQ=WEEKLY"),
  fc.tuple(some(weekday, 4), weekday).map(([chosen, start]) => `FREQ=WEEKLY${part("BYDAY", chosen)};WKST=${start}`),
);
const months = fc.oneof(
  some(monthDay, 4).map((chosen) => `FREQ=MONTHLY${part("BYMONTHDAY", chosen)}`),
  some(fc.tuple(nth, weekday), 3).map(
    (chosen) => `FREQ=MONTHLY${part("BYDAY", [...new Set(chosen.map(([number, name]) => `${number}${name}`))])}`,
  ),
  some(weekday, 7).map((chosen) => `FREQ=MONTHLY${part("BYDAY", chosen)}`),
  fc
    .tuple(some(weekday, 7), fc.constantFrom(1, 2, 3, -1, -2))
    .map(([chosen, place]) => `FREQ=MONTHLY${part("BYDAY", chosen)};BYSETPOS=${place}`),
  // ical.js 2.2.1 gives up a month at the first day it lacks, so that Friday 28 February is lost to “28, 30”.
  fc
    .tuple(some(weekday, 3), some(fc.integer({ min: 1, max: 28 }), 5))
    .map(([chosen, dates]) => `FREQ=MONTHLY${part("BYDAY", chosen)}${part("BYMONTHDAY", dates)}`),
);
const years = fc.oneof(
  fc
    // Only where ical.js 2.2.1 is right: by year it takes 31 February for 2 March, and counts days from the end of January
    // in April's length. The standard leaves out days a month lacks (RFC 5545 §3.3.10).
    .tuple(some(fc.integer({ min: 1, max: 12 }), 3), some(fc.integer({ min: 1, max: 28 }), 3))
    .map(([chosen, dates]) => `FREQ=YEARLY${part("BYMONTH", chosen)}${part("BYMONTHDAY", dates)}`),
  fc
    .tuple(some(fc.integer({ min: 1, max: 12 }), 2), nth, weekday)
    .map(([chosen, number, name]) => `FREQ=YEARLY${part("BYMONTH", chosen)};BYDAY=${number}${name}`),
  some(fc.integer({ min: 1, max: 366 }), 3).map((chosen) => `FREQ=YEARLY${part("BYYEARDAY", chosen)}`),
);

const rules = fc
  .tuple(fc.oneof(days, weeks, months, years), fc.integer({ min: 1, max: 4 }), fc.option(fc.integer({ min: 1, max: 30 })))
  .map(([rule, interval, count]) => `${rule};INTERVAL=${interval}${count === null ? "" : `;COUNT=${count}`}`);

const starts = fc
  .tuple(fc.integer({ min: 0, max: 3_650 }), fc.integer({ min: 0, max: 24 * 4 - 1 }))
  .map(([dayNumber, quarter]) =>
    new Date(Date.parse("2024-01-01") + dayNumber * day + quarter * 15 * 60_000).toISOString().slice(0, 16),
  );

/** The starts ical.js gives on the calendar, as wall times. */
function secondOpinion(rule: string, start: string, until: string, most: number): string[] {
  const walk = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(`${start}:00`));
  const walls: string[] = [];
  for (let steps = 0; steps < 20_000 && walls.length < most; steps += 1) {
    const next = walk.next();
    if (next === null || next === undefined) break;
    const wall = next.toString().slice(0, 16);
    if (wall >= until) break;
    if (wall >= start) walls.push(wall);
  }
  return walls;
}

/** What a wall time denotes, by another library: its instants, of which an exact one has a single one. */
function instantsOf(wall: string, zone: string): number[] {
  const plain = Temporal.PlainDateTime.from(wall);
  const choices = (["earlier", "later"] as const).map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation }));
  return [...new Set(choices.map(({ epochMilliseconds }) => epochMilliseconds))];
}

/** The first date a rule gives: ical.js takes any start for one, which the standard leaves undefined. */
function firstOf(rule: string, start: string, zone: string): string | null {
  const from = Date.parse(`${start}Z`);
  const uncounted = rule.replace(/;COUNT=\d+/u, "");
  const expansion = expandRule({ rule: uncounted, start, zone, exceptions: [] }, from - 2 * day, from + 40 * 366 * day, {
    count: 1,
  });
  return expansion.kind === "expanded" ? (expansion.occurrences[0]?.wall ?? null) : null;
}

test("random rules in six zones give the dates ical.js gives, and each is the instant Temporal gives or a question", () => {
  fc.assert(
    fc.property(rules, starts, fc.constantFrom(...zones), (rule, anyStart, zone) => {
      const start = firstOf(rule, anyStart, zone);
      fc.pre(start !== null);
      const until = `${Number(start.slice(0, 4)) + 3}${start.slice(4, 8)}01T00:00`;
      const from = Date.parse(`${start}Z`) - 2 * day;
      const expansion = expandRule({ rule, start, zone, exceptions: [] }, from, Date.parse(`${until}Z`) + 2 * day, { count: 30 });
      if (expansion.kind === "problem") throw new Error(expansion.message);
      const found = expansion.occurrences.filter(({ wall }) => wall < until).slice(0, 25);
      expect(found.map(({ wall }) => wall)).toEqual(secondOpinion(rule, start, until, 25));
      for (const { wall, resolution } of found) {
        const instants = instantsOf(wall, zone);
        if (resolution.kind === "exact") expect(instants).toEqual([resolution.at]);
        else if (resolution.kind === "repeated") expect(instants).toEqual([resolution.earlier, resolution.later]);
        else expect(instants).toHaveLength(2);
      }
    }),
    { numRuns: 200, seed: 20261121 },
  );
}, 120_000);
