import { day, type Instant, type ZoneId } from "./instant.ts";
import { learnAbbreviation, zoneAbbreviation } from "./time-text.ts";
import { learnOffset, offsetAt } from "./zoned-time.ts";

/** A stretch of whole UTC days in which a zone's clocks are not changed. */
export type ZoneSpell = {
  readonly zone: ZoneId;
  readonly from: Instant;
  readonly until: Instant;
  /** Milliseconds ahead of UTC. */
  readonly offset: number;
  /** `GMT`, `BST`, `UTC+5:45`. */
  readonly abbreviation: string;
};

/** Seldom enough to be quick, and no zone changes its clocks and changes them back within it. */
const step = 7 * day;

/**
 * What a zone's clocks show around an instant, as `learnSpells` takes it. Weeks in which the clocks are changed are left
 * out: those are for the platform to say.
 */
export function spellsAround(at: Instant, before: number, after: number, zone: ZoneId): readonly ZoneSpell[] {
  const first = Math.floor((at - before) / day) * day;
  const spells: ZoneSpell[] = [];
  for (let from = first; from < at + after; from += step) {
    const until = from + step;
    const offset = offsetAt(from, zone);
    if (offset !== offsetAt(until - 1, zone)) continue;
    const last = spells.at(-1);
    if (last?.until === from && last.offset === offset) spells[spells.length - 1] = { ...last, until };
    else spells.push({ zone, from, until, offset, abbreviation: zoneAbbreviation(from, zone) });
  }
  return spells;
}

/**
 * Lets this process tell times without asking the platform. A browser's first question about a zone takes a quarter of
 * the time in which its page is there, so that the first screen brings the answers along.
 */
export function learnSpells(spells: readonly ZoneSpell[]): void {
  for (const { zone, from, until, offset, abbreviation } of spells) {
    learnOffset(zone, offset, from, until);
    learnAbbreviation(zone, offset, abbreviation);
  }
}
