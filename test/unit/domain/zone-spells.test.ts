import fc from "fast-check";
import { expect, test } from "vitest";
import { day, hour } from "../../../src/core/domain/instant.ts";
import { zoneAbbreviation } from "../../../src/core/domain/time-text.ts";
import { learnSpells, spellsAround } from "../../../src/core/domain/zone-spells.ts";
import { offsetAt } from "../../../src/core/domain/zoned-time.ts";

const zones = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"];
const now = Date.parse("2026-11-24T09:00Z");

test("a spell says what the platform says, at every instant of it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.nat(400),
      fc.nat(400),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (...[zone, a, b, share]) => {
        for (const spell of spellsAround(now, a * day, b * day, zone)) {
          const at = Math.floor(spell.from + share * (spell.until - 1 - spell.from));
          expect([spell.offset, spell.abbreviation]).toEqual([offsetAt(at, zone), zoneAbbreviation(at, zone)]);
        }
      },
    ),
  );
});

test("the week in which the clocks are changed belongs to no spell", () => {
  const changeAt = Date.parse("2026-10-25T01:00Z");
  const spells = spellsAround(now, 70 * day, 105 * day, "Europe/London");
  expect(spells.map(({ abbreviation }) => abbreviation)).toEqual(["BST", "GMT"]);
  expect(spells.some(({ from, until }) => from <= changeAt && changeAt < until)).toBe(false);
});

test("what was learnt is what is told, and nothing is learnt beyond it", () => {
  // No zone of the platform's, which therefore cannot know better.
  const zone = "Desk/Learnt";
  const from = Math.floor(now / day) * day;
  learnSpells([{ zone, from, until: from + 2 * day, offset: 5 * hour, abbreviation: "LRN" }]);
  expect([offsetAt(from, zone), zoneAbbreviation(from + day, zone)]).toEqual([5 * hour, "LRN"]);
  expect(offsetAt(from + 2 * day, zone)).not.toBe(5 * hour);
});
