import type { Holidays } from "../../domain/holidays.ts";
import { day, type Instant, minute, type WallTime } from "../../domain/instant.ts";
import { answered, type OccurrenceAnswer, type PlacedOccurrence, placeOccurrence } from "../../domain/recurrence/occurrences.ts";
import { expandRule, type Occurrence } from "../../domain/recurrence/recurrence.ts";
import { readRule } from "../../domain/recurrence/recurrence-rule.ts";
import type { Series } from "../../domain/recurrence/series.ts";
import type { Window } from "../../domain/window.ts";
import { dateOf, isWallTime, offsetAt, resolveWall } from "../../domain/zoned-time.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ReadStore, WriteStore } from "../../ports/store.ts";
import { newWindow, planNewWindow } from "../windows/new-window.ts";

/** Windows of a series are planned a year ahead, sixty at most: whichever is less. */
const plannedAhead = 365 * day;
export const mostAhead = 60;

/** What a series is expanded from. */
export type SeriesTimes = Pick<Series, "rule" | "start" | "zone" | "lengthMinutes" | "exceptions">;

export type PlacedSeries =
  | {
      readonly kind: "placed";
      /** Those that take place, by start; unanswered questions are among them. */
      readonly occurrences: readonly PlacedOccurrence[];
      /** Those an answer leaves out. */
      readonly leftOut: readonly WallTime[];
      /** Occurrences that start before this were looked at. */
      readonly until: Instant;
    }
  | { readonly kind: "problem"; readonly message: string };

/** Until when a series is planned, seen from now: a year, counted from its first start when that lies ahead. */
export function plannedUntil({ start, zone }: Pick<Series, "start" | "zone">, now: Instant): Instant {
  const resolved = resolveWall(start, zone);
  const first = resolved.kind === "exact" ? resolved.at : resolved.kind === "repeated" ? resolved.earlier : resolved.before;
  return Math.max(now, first) + plannedAhead;
}

/** The occurrences of a series in `[from, until)`, sixty at most, placed as far as the clocks and the answers allow. */
export function placeSeries(
  series: SeriesTimes,
  from: Instant,
  until: Instant,
  answers: readonly OccurrenceAnswer[],
  most: number = mostAhead,
): PlacedSeries {
  const read = readRule(series.rule);
  if (read.kind === "problem") return read;
  const { frequency } = read.rule;
  if (frequency === "HOURLY" || frequency === "MINUTELY") {
    return { kind: "problem", message: "Windows repeat by the day at most: use DAILY, WEEKLY, MONTHLY or YEARLY." };
  }
  // A range that begins long before the series does would end at its limit of years before it.
  const beginning = isWallTime(series.start) ? Date.parse(`${series.start}Z`) - 2 * day : from;
  const expansion = expandRule(series, Math.max(from, beginning), until, { count: most });
  if (expansion.kind === "problem") return expansion;
  const leftOut: WallTime[] = [];
  const occurrences = expansion.occurrences.flatMap((occurrence) => {
    const placed = answered(placeOccurrence(occurrence, series.zone, series.lengthMinutes), answers);
    if (placed === null) leftOut.push(occurrence.wall);
    return placed === null ? [] : [placed];
  });
  const overlap = occurrences.find((one, index) => {
    const next = occurrences[index + 1];
    return one.kind === "placed" && next?.kind === "placed" && next.start.at < one.end.at;
  });
  if (overlap !== undefined) {
    return { kind: "problem", message: "One window would begin before the one before it has ended. Repeat it less often." };
  }
  const last = expansion.occurrences.at(-1);
  const lastAt = last === undefined ? from : placedStart(placeOccurrence(last, series.zone, series.lengthMinutes));
  return { kind: "placed", occurrences, leftOut, until: expansion.ended === "count" ? lastAt + 1 : until };
}

/** When an occurrence begins, or the earliest it may. */
export function placedStart(placed: PlacedOccurrence): Instant {
  return placed.kind === "placed" ? placed.start.at : Math.min(...placed.choices.map(({ start }) => start.at));
}

/** Makes the window of one occurrence; it is not stored yet. */
export function windowOf(
  store: WriteStore,
  ids: Ids,
  series: Series,
  { occurrence, start, end }: Extract<PlacedOccurrence, { kind: "placed" }>,
  now: Instant,
): Window {
  const facts = { ...series.facts, start, end, zone: series.zone };
  return newWindow(store, ids, facts, { kind: "series", id: series.id, occurrence }, now);
}

/**
 * Whether the clocks skip or repeat a time of a series between these instants. Only the weeks in which its zone's clocks change
 * are looked at, two a year: it is asked of every series at once.
 */
export function meetsClockChange(series: Series, from: Instant, until: Instant): boolean {
  const { zone, lengthMinutes } = series;
  const week = 7 * day;
  const margin = lengthMinutes * minute + 2 * day;
  for (let at = from; at < until; at += week) {
    if (offsetAt(at, zone) === offsetAt(at + week, zone) || !mayMeet(series, at, at + week)) continue;
    const expansion = expandRule(series, at - margin, at + week + margin, { count: mostAhead });
    const isAsked = (one: Occurrence): boolean => placeOccurrence(one, zone, lengthMinutes).kind === "asked";
    if (expansion.kind === "expanded" && expansion.occurrences.some(isAsked)) return true;
  }
  return false;
}

/** Whether a day between these instants lacks the time of day a series begins or ends at, or has it twice. */
function mayMeet({ start, rule, zone, lengthMinutes }: Series, from: Instant, until: Instant): boolean {
  if (!isWallTime(start) || /BY(?:HOUR|MINUTE)/u.test(rule)) return true;
  const end = new Date(Date.parse(`${start}Z`) + lengthMinutes * minute).toISOString();
  for (let at = from - day; at <= until + day; at += day) {
    const date = dateOf(at, zone);
    if ([start.slice(11), end.slice(11, 16)].some((clock) => resolveWall(`${date}T${clock}`, zone).kind !== "exact")) return true;
  }
  return false;
}

/** Occurrences within what is planned that nobody has answered for: the clocks skip or repeat them. */
export function openQuestions(
  store: ReadStore,
  series: Series,
  now: Instant,
): readonly Extract<PlacedOccurrence, { kind: "asked" }>[] {
  const placed = placeSeries(series, now, series.plannedUntil, [], mostAhead * 2);
  if (placed.kind === "problem") return [];
  const known = new Set(store.windowsOfGroup(series.id).map(({ group }) => (group?.kind === "series" ? group.occurrence : "")));
  return placed.occurrences.flatMap((one) => (one.kind === "asked" && !known.has(one.occurrence) ? [one] : []));
}

/** Stores the windows of a series that can be placed, the first to come last planned: it announces all of them. */
export function planOccurrences(
  writing: WriteStore,
  ids: Ids,
  series: Series,
  placed: readonly PlacedOccurrence[],
  what: string,
  holidays: Holidays,
  now: Instant,
  who?: string,
): readonly Window[] {
  const windows = placed.flatMap((one) => (one.kind === "placed" ? [windowOf(writing, ids, series, one, now)] : []));
  for (const window of windows) writing.saveWindow(window);
  for (const window of windows) planNewWindow(writing, ids, window, what, holidays, now, who);
  return windows;
}
