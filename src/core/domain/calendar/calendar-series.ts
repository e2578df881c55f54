import type { Group } from "../group.ts";
import { day, type Instant, minute, second, type WallTime, type ZoneId } from "../instant.ts";
import type { Stage } from "../matrix.ts";
import { stepOf } from "../planning/told-elsewhere.ts";
import { expandRule } from "../recurrence/recurrence.ts";
import { readRule, writeRule } from "../recurrence/recurrence-rule.ts";
import type { Series } from "../recurrence/series.ts";
import type { Window } from "../window.ts";
import { resolveWall, zonedTimeOf } from "../zoned-time.ts";
import { lastChangedAt } from "./calendar-entry.ts";

/**
 * One entry of a series in its readers' calendars. Those of one series share a UID: the rule with all its dates, and single
 * dates that differ from it, which RECURRENCE-ID names by the time the rule gave them (RFC 5545, 3.8.4.4).
 */
export type SeriesEntry = {
  readonly uid: string;
  /** SEQUENCE: never lower than in a file before. */
  readonly sequence: number;
  readonly changedAt: Instant;
  /** The facts and times it shows; for a rule those of its first date. */
  readonly window: Window;
  readonly recurs:
    | { readonly kind: "rule" /** With UNTIL in UTC. */; readonly rule: string; readonly left: readonly WallTime[] }
    | {
        readonly kind: "date";
        readonly occurrence: WallTime /** Of the rule, whatever zone the date was moved to. */;
        readonly zone: ZoneId;
      };
};

/**
 * What the file in a mail about a window of a series holds. A message that speaks of all dates (the announcement, or a step
 * that changed several) carries the whole rule; any other one the date it is about. Empty for a window of no series.
 */
export function seriesEntries(window: Window, stage: Stage, group: Group | null | undefined): readonly SeriesEntry[] {
  if (group?.series == null || window.group?.kind !== "series") return [];
  const lineage = lineageOf({ series: group.series, members: group.members }, group.ancestors);
  const [own, ...former] = lineage;
  if (own === undefined) return [];
  const stamp = stampOf(lineage.flatMap(({ spans }) => spans));
  const isStep = (stage === "rescheduled" || stage === "cancelled") && stepOf(stage, window) !== null;
  if (stage !== "announce" && !isStep) return [{ ...stamp, uid: own.uid, window, recurs: dateOf(window, group.series) }];
  // Who is announced to has no entry yet: nothing before this date concerns them.
  if (stage === "announce") return wholeEntry(own, window, window.group.occurrence, stamp);
  return [own, ...former].flatMap((entry) => wholeEntry(entry, window, null, stamp));
}

type Span = { readonly series: Series; readonly members: readonly Window[] };
type Stamp = Pick<SeriesEntry, "sequence" | "changedAt">;
/** Series that are one entry in a calendar, the newest first: a split that kept all times is none there. */
type Lineage = { readonly uid: string; readonly spans: readonly [Span, ...Span[]] };

/** The entries a series and those it was split from are in calendars, its own first. */
function lineageOf(own: Span, ancestors: readonly Span[]): readonly Lineage[] {
  const lineage: [Span, ...Span[]][] = [[own]];
  for (const span of ancestors) {
    const last = lineage.at(-1);
    const newer = last?.at(-1);
    if (last !== undefined && newer !== undefined && goesOn(span.series, newer.series)) last.push(span);
    else lineage.push([span]);
  }
  return lineage.map((spans) => ({ uid: `${(spans.at(-1) ?? own).series.id}@forewarn`, spans }));
}

/** Whether a series only goes on where another one was split: the same rule at the same time of day. */
function goesOn(before: Series, after: Series): boolean {
  if (before.zone !== after.zone || before.lengthMinutes !== after.lengthMinutes) return false;
  const pattern = patternOf(before.rule);
  return pattern === patternOf(after.rule) && walls({ ...before, rule: pattern }, after.start, 1)[0] === after.start;
}

function patternOf(rule: string): string {
  const read = readRule(rule);
  return read.kind === "problem" ? rule : writeRule({ ...read.rule, count: null, until: null });
}

/** The starts a rule gives from a wall time on. */
function walls(
  { rule, start, zone }: Pick<Series, "rule" | "start" | "zone">,
  from: WallTime,
  count: number,
): readonly WallTime[] {
  const begin = Date.parse(`${from}Z`) - 2 * day;
  const expansion = expandRule({ rule, start, zone, exceptions: [] }, begin, begin + farthest, { count: count + 60 });
  if (expansion.kind === "problem") return [];
  return expansion.occurrences
    .map(({ wall }) => wall)
    .filter((wall) => wall >= from)
    .slice(0, count);
}

/** No rule a window repeats by has its next date farther off: the 29th of February comes every eight years at most. */
const farthest = 9 * 366 * day;

/** When anything of these was last changed, as a time and as a number. Steps that are undone change it once more. */
function stampOf(spans: readonly Span[]): Stamp {
  const begun = Math.min(...spans.map(({ series }) => series.createdAt));
  const changedAt = Math.max(...spans.flatMap(({ series, members }) => [series.createdAt, ...members.map(lastChangedAt)]));
  return { sequence: Math.floor((changedAt - begun) / second), changedAt };
}

/** The rule with its dates, and each date that differs from it. From a date on, or from its beginning. */
function wholeEntry({ uid, spans }: Lineage, about: Window, from: WallTime | null, stamp: Stamp): readonly SeriesEntry[] {
  const [{ series }] = spans;
  const oldest = spans.at(-1)?.series ?? series;
  const begin = from ?? oldest.start;
  const members = spans.flatMap((span) => span.members).filter((member) => occurrenceOf(member) >= begin);
  const left = new Set(spans.flatMap((span) => span.series.exceptions));
  for (const member of members) if (member.outcome.kind === "cancelled") left.add(occurrenceOf(member));
  const rule = ruleInUtc(series);
  const first = walls({ ...series, rule, start: oldest.start }, begin, left.size + 2).find(
    (wall) => !left.has(wall) && resolveWall(wall, series.zone).kind === "exact",
  );
  if (first === undefined) {
    // None of its dates is left.
    return about.outcome.kind === "cancelled"
      ? [{ ...stamp, uid, window: about, recurs: { kind: "rule", rule: "", left: [] } }]
      : [];
  }
  const shown = shownAs({ ...about, outcome: { kind: "open" } }, series, first);
  const last = untilOf(rule);
  const whole: SeriesEntry = {
    ...stamp,
    uid,
    window: shown,
    recurs: {
      kind: "rule",
      rule,
      left: [...left].filter((wall) => wall > first && Date.parse(`${wall}Z`) <= last + 2 * day).sort(),
    },
  };
  const others = members.filter(
    (member) => member.outcome.kind !== "cancelled" && differs(member, shownAs(member, series, occurrenceOf(member)), shown),
  );
  return [whole, ...others.map((window): SeriesEntry => ({ ...stamp, uid, window, recurs: dateOf(window, series) }))];
}

/** A window at the time the rule gives it. */
function shownAs(window: Window, { zone, lengthMinutes }: Series, wall: WallTime): Window {
  const resolved = resolveWall(wall, zone);
  const at = resolved.kind === "exact" ? resolved.at : resolved.kind === "repeated" ? resolved.earlier : resolved.after;
  const endWall = new Date(Date.parse(`${wall}Z`) + lengthMinutes * minute).toISOString().slice(0, 16);
  const end = resolveWall(endWall, zone);
  const endAt = end.kind === "exact" ? end.at : at + lengthMinutes * minute;
  return { ...window, zone, start: zonedTimeOf(at, zone), end: zonedTimeOf(endAt, zone) };
}

/** Whether a date says anything else than the rule says of it. */
function differs(member: Window, byRule: Window, whole: Window): boolean {
  const facts = ({ title, impact, effect, toDo, serviceIds }: Window) =>
    JSON.stringify([title, impact, effect, toDo, [...serviceIds].sort()]);
  return member.start.at !== byRule.start.at || member.end.at !== byRule.end.at || facts(member) !== facts(whole);
}

/** The rule as a calendar file has it: one that ends after so many times ends on its last date, and the end is in UTC. */
function ruleInUtc(series: Series): string {
  const read = readRule(series.rule);
  if (read.kind === "problem") return series.rule;
  const { rule } = read;
  if (rule.count === null && rule.until === null) return writeRule(rule);
  const last = rule.count === null ? null : walls(series, series.start, rule.count).at(-1);
  const wall = last ?? (rule.until === null || rule.until.kind === "instant" ? null : rule.until.wall);
  const at = wall === null ? (rule.until?.kind === "instant" ? rule.until.at : null) : latest(wall, series.zone);
  return writeRule({ ...rule, count: null, until: at === null ? null : { kind: "instant", at } });
}

function untilOf(rule: string): Instant {
  const read = readRule(rule);
  return read.kind === "rule" && read.rule.until?.kind === "instant" ? read.rule.until.at : Number.POSITIVE_INFINITY;
}

function latest(wall: WallTime, zone: Series["zone"]): Instant {
  const resolved = resolveWall(wall, zone);
  return resolved.kind === "exact" ? resolved.at : resolved.kind === "repeated" ? resolved.later : resolved.after;
}

function occurrenceOf({ group, start }: Window): WallTime {
  return group?.kind === "series" ? group.occurrence : start.wall;
}

function dateOf(window: Window, { zone }: Series): SeriesEntry["recurs"] {
  return { kind: "date", occurrence: occurrenceOf(window), zone };
}
