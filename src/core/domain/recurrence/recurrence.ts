import { RRuleTemporal } from "rrule-temporal";
import { day, type Instant, type WallTime, type ZoneId } from "../instant.ts";
import { isWallTime, offsetAt, resolveWall, type WallResolution, wallOf } from "../zoned-time.ts";
import { type RecurrenceRule, readRule, writeRule } from "./recurrence-rule.ts";

/** A rule with where and when it is counted. */
export type Recurrence = {
  /** The value of an RRULE property (RFC 5545 §3.3.10). */
  readonly rule: string;
  /** The first start (DTSTART), a wall time of `zone`; a start the rule does not give is none of its occurrences. */
  readonly start: WallTime;
  readonly zone: ZoneId;
  /** Starts that do not take place (EXDATE). */
  readonly exceptions: readonly WallTime[];
};

/**
 * One start a rule gives. It is counted by the wall clock, so a change of clocks may skip or repeat it:
 * what is meant then is asked about (`resolution`), never picked.
 */
export type Occurrence = { readonly wall: WallTime; readonly resolution: WallResolution };

/** Where an expansion ends: each limit is there so that no rule, however malicious, holds anything up. */
export type ExpansionLimits = {
  /** At most so many occurrences. */
  readonly count: number;
  /** At most so many years after the beginning of the range. */
  readonly years: number;
  /** Asked between steps: true ends the expansion where it is. */
  readonly isOutOfTime: () => boolean;
};

export type Expansion =
  | {
      readonly kind: "expanded";
      readonly occurrences: readonly Occurrence[];
      /** Whether all of the range was looked at, or which limit ended it earlier. */
      readonly ended: "range" | "count" | "years" | "time";
    }
  /** Why the rule can't be followed, for the person. */
  | { readonly kind: "problem"; readonly message: string };

const usualLimits: ExpansionLimits = { count: 1_000, years: 50, isOutOfTime: () => false };

/**
 * The occurrences of a rule whose start lies in `[from, to)`, by start.
 *
 * Counting is done on the calendar alone, as if every day had 24 hours; only then is each wall time looked up in the zone.
 * So 02:00 stays 02:00 through the year, and no zone's history can make a rule loop.
 */
export function expandRule(recurrence: Recurrence, from: Instant, to: Instant, limits: Partial<ExpansionLimits> = {}): Expansion {
  const read = readRule(recurrence.rule);
  if (read.kind === "problem") return read;
  if (!isWallTime(recurrence.start)) return { kind: "problem", message: "The first start is no date and time." };
  const { count, years, isOutOfTime } = { ...usualLimits, ...limits };
  const furthest = from + years * 366 * day;
  const end = Math.min(to, furthest);
  const exceptions = new Set(recurrence.exceptions);
  const occurrences: Occurrence[] = [];
  let ended: Extract<Expansion, { kind: "expanded" }>["ended"] =
    to > furthest && read.rule.count === null && read.rule.until === null ? "years" : "range";

  /** False ends the walk. */
  function take(wall: WallTime): boolean {
    const resolution = resolveWall(wall, recurrence.zone);
    const at = startOf(resolution);
    if (at >= end) {
      if (to > furthest) ended = "years";
      return false;
    }
    if (at < from || exceptions.has(wall)) return true;
    if (occurrences.length >= count) {
      ended = "count";
      return false;
    }
    occurrences.push({ wall, resolution });
    return true;
  }

  const walked = walk(read.rule, recurrence, { from: from - day, to: end + day }, take, isOutOfTime);
  return { kind: "expanded", occurrences, ended: walked === "outOfTime" ? "time" : ended };
}

/** The earliest instant an occurrence may mean: good for sorting and ranges, not for planning. */
function startOf(resolution: WallResolution): Instant {
  switch (resolution.kind) {
    case "exact":
      return resolution.at;
    case "skipped":
      return resolution.before;
    case "repeated":
      return resolution.earlier;
  }
}

/** Periods looked at within one step: a step of the walk below has far fewer. */
const mostPeriods = 100_000;

type Walked = "done" | "outOfTime";

/**
 * Walks through the starts a rule gives on the calendar, those around the range at least, by time, until `take` says no.
 * Step by step, so that time is looked at again soon; which one is the hundredth is counted here, from the first.
 */
function walk(
  rule: RecurrenceRule,
  { start, zone }: Recurrence,
  range: { readonly from: Instant; readonly to: Instant },
  take: (wall: WallTime) => boolean,
  isOutOfTime: () => boolean,
): Walked {
  const walker = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${basic(start)}00\nRRULE:${writeRule({ ...onCalendar(rule, zone), count: null })}`,
    maxIterations: mostPeriods,
    cache: false,
  });
  const beginning = Date.parse(`${start}Z`);
  const first = Math.max(calendarTime(range.from, zone), beginning);
  const last = calendarTime(range.to, zone);
  const step = stepOf(rule);
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let at = rule.count === null ? first : beginning; at <= last; at += step) {
    if (isOutOfTime()) return "outOfTime";
    for (const date of walker.between(new Date(at), new Date(Math.min(at + step - 1, last)), true)) {
      if (left === 0) return "done";
      left -= 1;
      if (date.epochMilliseconds >= first && !take(wallText(date.epochMilliseconds))) return "done";
    }
    if (left === 0) return "done";
  }
  return "done";
}

/** An instant as the zone's clocks show it, in milliseconds of a calendar without zones. */
function calendarTime(at: Instant, zone: ZoneId): number {
  return at + offsetAt(at, zone);
}

/** How much is expanded at once: a few hundred starts, so that limits are looked at again soon. */
function stepOf({ frequency, byHour, byMinute }: RecurrenceRule): number {
  const aDay = Math.max(byHour.length, frequency === "HOURLY" || frequency === "MINUTELY" ? 24 : 1);
  const anHour = Math.max(byMinute.length, frequency === "MINUTELY" ? 60 : 1);
  return Math.max(1, Math.floor(800 / (aDay * anHour))) * day;
}

/** A rule whose end is told on the calendar alone, as its other parts are. */
function onCalendar(rule: RecurrenceRule, zone: ZoneId): RecurrenceRule {
  if (rule.until === null) return rule;
  const wall = rule.until.kind === "instant" ? wallOf(rule.until.at, zone) : rule.until.wall;
  return { ...rule, until: { kind: "instant", at: Date.parse(`${wall}Z`) } };
}

function basic(wall: WallTime): string {
  return wall.replace(/[-:]/gu, "");
}

function wallText(calendarMilliseconds: number): WallTime {
  return new Date(calendarMilliseconds).toISOString().slice(0, 16);
}
