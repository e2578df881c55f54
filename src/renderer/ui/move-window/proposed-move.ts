import type { Instant, WallTime, ZoneId } from "../../../core/domain/instant.ts";
import { instantOf, type WallInput, wallInputAt } from "../../../core/domain/wall-input.ts";
import { addDays, instantOfWall, isWallTime, resolveWall } from "../../../core/domain/zoned-time.ts";

/** Where a window would be taken to: wall times of the zone it is looked at in. A time that clocks show twice may be left open. */
export type ProposedTimes = { readonly start: WallInput; readonly end: WallInput };
export type ProposedMove = ProposedTimes & { readonly windowId: string };

/** A move that was made, with what puts the window back: the times it had, as wall times of its own zone. */
export type MadeMove = {
  readonly windowId: string;
  readonly title: string;
  readonly revision: number;
  readonly start: WallInput;
  readonly end: WallInput;
  /** Recipients who were told the old time. */
  readonly told: number;
};

export function timesAt(startAt: Instant, endAt: Instant, zone: ZoneId): ProposedTimes {
  return { start: wallInputAt(startAt, zone), end: wallInputAt(endAt, zone) };
}

/** The same wall times so many days later. Where the clocks change, what they then mean is asked, never picked. */
export function laterByDays({ start, end }: ProposedTimes, days: number): ProposedTimes {
  const later = ({ wall }: WallInput): WallInput => ({
    wall: `${addDays(wall.slice(0, 10), days)}${wall.slice(10)}`,
    occurrence: null,
  });
  return { start: later(start), end: later(end) };
}

/** So many minutes of real time later. */
export function laterByMinutes(times: ProposedTimes, minutes: number, zone: ZoneId): ProposedTimes {
  const later = (input: WallInput): WallInput => wallInputAt(likelyInstant(input, zone) + minutes * 60_000, zone);
  return { start: later(times.start), end: later(times.end) };
}

/** Ends so many minutes of real time later, but a quarter of an hour after the start at the earliest. */
export function endingLaterBy(times: ProposedTimes, minutes: number, zone: ZoneId): ProposedTimes {
  const earliest = likelyInstant(times.start, zone) + 15 * 60_000;
  const endAt = Math.max(earliest, likelyInstant(times.end, zone) + minutes * 60_000);
  return { start: times.start, end: wallInputAt(endAt, zone) };
}

/** Where to draw a time whose meaning is still to be asked about. */
export function likelyInstant(input: WallInput, zone: ZoneId): Instant {
  return instantOf(input, zone) ?? (isWallTime(input.wall) ? instantOfWall(input.wall, zone) : 0);
}

/** The same times by another zone's clocks, or null while they are unfinished, skipped, or twofold without a choice. */
export function inZone({ start, end }: ProposedTimes, from: ZoneId, to: ZoneId): ProposedTimes | null {
  const startAt = instantOf(start, from);
  const endAt = instantOf(end, from);
  if (startAt === null || endAt === null) return null;
  return from === to ? { start, end } : timesAt(startAt, endAt, to);
}

/** Why a wall time can't be taken as it is, in words; null when it can. */
export function wallTrouble({ wall, occurrence }: WallInput, zone: ZoneId): string | null {
  if (!isWallTime(wall)) return "Write a date and a time.";
  const resolved = resolveWall(wall, zone);
  if (resolved.kind === "exact") return null;
  if (resolved.kind === "repeated") {
    return occurrence === null ? "The clocks go back that night, so this time occurs twice. Which one?" : null;
  }
  const next: WallTime = resolved.nextWall;
  return `The clocks go forward that night: ${wall.slice(11)} does not exist. The next time that does is ${next.slice(11)}.`;
}
