import { type Instant, minute, type WallTime, type ZoneId } from "../../domain/instant.ts";
import type { OccurrenceAnswer } from "../../domain/recurrence/occurrences.ts";
import { expandRule } from "../../domain/recurrence/recurrence.ts";
import { ruleMovedTo } from "../../domain/recurrence/recurrence-form.ts";
import { readRule, writeRule } from "../../domain/recurrence/recurrence-rule.ts";
import type { Series } from "../../domain/recurrence/series.ts";
import type { WallInput } from "../../domain/wall-input.ts";
import type { ShortNotice, Window } from "../../domain/window.ts";
import { isWallTime } from "../../domain/zoned-time.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ReadStore, WriteStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import { changedWindow } from "../windows/window-changes.ts";
import { placeSeries, plannedUntil, windowOf } from "./series-windows.ts";

/** Which windows of a series a change concerns beside the one it is made on: those from it on, or all that are still to come. */
export type SeriesScope = "following" | "all";

/** The new times of a change: of the window it is made on. `rule` says how it repeats from then on, null that it stays as it is. */
export type SeriesMove = { readonly start: WallInput; readonly end: WallInput; readonly rule: string | null };

/** What a step does to a series: windows that change, windows it adds, and the series as they are afterwards. */
export type Reshaped = {
  readonly changed: readonly { readonly from: Window; readonly to: Window }[];
  readonly added: readonly Window[];
  readonly series: readonly Series[];
};

/** The open windows a step concerns, by the order of the rule, and the occurrence the first of them stands for. */
export function followingIn(
  store: ReadStore,
  series: Series,
  window: Window,
  scope: SeriesScope,
  now: Instant,
): { readonly windows: readonly Window[]; readonly anchor: WallTime } {
  const members = inOrder(store.windowsOfGroup(series.id));
  const from = scope === "following" ? occurrenceOf(window) : "";
  const windows = members.filter((member) => {
    const isAhead = member.start.at > now || (scope === "following" && member.id === window.id);
    return member.outcome.kind === "open" && isAhead && occurrenceOf(member) >= from;
  });
  const [first] = windows;
  return { windows, anchor: first === undefined ? occurrenceOf(window) : occurrenceOf(first) };
}

function inOrder(windows: readonly Window[]): Window[] {
  return [...windows].sort((one, other) => (occurrenceOf(one) < occurrenceOf(other) ? -1 : 1));
}

function occurrenceOf({ group, start }: Window): WallTime {
  return group?.kind === "series" ? group.occurrence : start.wall;
}

type Target = Pick<Series, "rule" | "start" | "zone" | "lengthMinutes">;

/** What a series is from its anchor on, when the window a step is made on gets these times. */
export function reshapedTo(
  series: Series,
  window: Window,
  anchor: WallTime,
  move: SeriesMove,
  zone: ZoneId = series.zone,
): Answer<Target> {
  const from = window.start.wall;
  const to = move.start.wall;
  if (!isWallTime(to) || !isWallTime(move.end.wall)) return refuse("invalid", "Write a date and a time that exist.", "start");
  const lengthMinutes = (Date.parse(`${move.end.wall}Z`) - Date.parse(`${to}Z`)) / minute;
  if (lengthMinutes <= 0) return refuse("invalid", "The end must be after the start.", "end");
  const rule = move.rule ?? ruleMovedTo(series.rule, from, to);
  if (rule === null) {
    return refuse(
      "invalid",
      "These windows fall on other days then. Say how they repeat, in the form. Nothing was saved.",
      "rule",
    );
  }
  // The first of all moves by as much as the one the step is made on.
  const shift = Date.parse(`${to}Z`) - Date.parse(`${from}Z`);
  const shifted = new Date(Date.parse(`${anchor}Z`) + shift).toISOString().slice(0, 16);
  // A rule that was said anew counts from the start that stands beside it.
  const isSameDay = move.rule !== null || rule === series.rule || anchor === occurrenceOf(window);
  const start = isSameDay || !countsByMonth(rule) ? shifted : `${anchor.slice(0, 8)}01${to.slice(10)}`;
  return done({ rule: remaining(rule, series, anchor), start, zone, lengthMinutes });
}

/** A rule on another day of the month finds its first date from the beginning of the month its first window is in. */
function countsByMonth(rule: string): boolean {
  const read = readRule(rule);
  return read.kind === "rule" && (read.rule.frequency === "MONTHLY" || read.rule.frequency === "YEARLY");
}

/** A rule that ends after so many times has the fewer left, the later it begins. */
function remaining(rule: string, series: Series, anchor: WallTime): string {
  const read = readRule(rule);
  if (read.kind === "problem" || read.rule.count === null || anchor === series.start) return rule;
  const own = readRule(series.rule);
  if (own.kind === "problem" || own.rule.count !== read.rule.count) return rule;
  const passed = expandRule({ ...series, exceptions: [] }, 0, Date.parse(`${anchor}Z`) + 2 * 24 * 60 * minute);
  const before = passed.kind === "expanded" ? passed.occurrences.filter(({ wall }) => wall < anchor).length : 0;
  return writeRule({ ...read.rule, count: Math.max(1, read.rule.count - before) });
}

/** The rule of a series that ends before this occurrence. */
export function endSeries(rule: string, before: WallTime): string {
  const read = readRule(rule);
  if (read.kind === "problem") return rule;
  const last = new Date(Date.parse(`${before}Z`) - minute).toISOString().slice(0, 16);
  return writeRule({ ...read.rule, count: null, until: { kind: "wall", wall: last } });
}

export type Reshaping = {
  readonly series: Series;
  readonly window: Window;
  readonly scope: SeriesScope;
  readonly move: SeriesMove;
  /** Null leaves the facts of each window as they are. */
  readonly facts: Series["facts"] | null;
  /** Why the new times are shorter notice than promised; null leaves what each window says. */
  readonly shortNotice: ShortNotice | null;
  readonly zone: ZoneId;
  readonly answers: readonly OccurrenceAnswer[];
  readonly why: string;
  readonly now: Instant;
};

/**
 * Changes windows of a series from one on: the series is split there, and its windows are matched with the new dates in
 * order, so that those who heard an old time are told the new one. Dates too few end windows, dates too many make new ones.
 */
export function reshape(store: WriteStore, ids: Ids, reshaping: Reshaping): Answer<Reshaped> {
  const { series, window, scope, answers, why, now } = reshaping;
  const said = reshaping.shortNotice === null ? {} : { shortNotice: reshaping.shortNotice };
  const facts = { ...reshaping.facts, ...said };
  const { windows, anchor } = followingIn(store, series, window, scope, now);
  if (windows.length === 0) return refuse("notPossible", "None of these windows is still to come. Nothing was changed.");
  const target = reshapedTo(series, window, anchor, reshaping.move, reshaping.zone);
  if (!target.ok) return target;
  const placed = placeSeries(
    { ...target.value, exceptions: [] },
    Math.min(now, ...windows.map(({ start }) => start.at)),
    plannedUntil(target.value, now),
    answers,
  );
  if (placed.kind === "problem") return refuse("invalid", `${placed.message} Nothing was saved.`, "rule");
  const question = placed.occurrences.find((one) => one.kind === "asked");
  if (question?.kind === "asked") return refuse("invalid", `${question.question} Nothing was saved.`, "rule");

  const isSplit = inOrder(store.windowsOfGroup(series.id)).some((member) => occurrenceOf(member) < anchor);
  const together = ids.next();
  const id = isSplit ? ids.next() : series.id;
  const changed: Reshaped["changed"][number][] = [];
  const exceptions: WallTime[] = [...placed.leftOut];
  const left = [...placed.occurrences];
  // Dates that were cancelled one by one stay cancelled: they take their place in the order, and no new window takes it.
  const slots = inOrder(store.windowsOfGroup(series.id)).filter((member) => occurrenceOf(member) >= anchor);
  const concerned = new Set(windows.map((one) => one.id));
  for (const from of slots) {
    if (from.outcome.kind === "cancelled") {
      const skipped = left.shift();
      if (skipped !== undefined) exceptions.push(skipped.occurrence);
      continue;
    }
    if (!concerned.has(from.id)) continue;
    const next = left.shift();
    if (next?.kind !== "placed") {
      const outcome = { kind: "cancelled", at: now, note: why.trim(), together } as const;
      changed.push({ from, to: { ...from, revision: from.revision + 1, outcome } });
      continue;
    }
    const { start, end, occurrence } = next;
    const to = changedWindow(from, { ...from, ...facts, start, end, zone: target.value.zone }, why, now);
    changed.push({
      from,
      to: { ...to, group: { kind: "series", id, occurrence }, formerTimes: markedTogether(to, from, together) },
    });
  }
  const next: Series = {
    ...series,
    ...target.value,
    id,
    exceptions: exceptions.sort(),
    facts: reshaping.facts ?? series.facts,
    createdAt: isSplit ? now : series.createdAt,
    revision: isSplit ? 1 : series.revision + 1,
    plannedUntil: placed.until,
    ...(isSplit ? { continues: series.id } : {}),
  };
  const added = left.flatMap((one) => (one.kind === "placed" ? [windowOf(store, ids, next, one, now)] : []));
  const ended = { ...series, revision: series.revision + 1, rule: endSeries(series.rule, anchor) };
  return done({ changed, added, series: isSplit ? [ended, next] : [next] });
}

/** The move of this step, marked as one that several windows made. */
function markedTogether(to: Window, from: Window, together: string): Window["formerTimes"] {
  if (to.formerTimes.length === from.formerTimes.length) return to.formerTimes;
  return to.formerTimes.map((time, index) => (index === to.formerTimes.length - 1 ? { ...time, together } : time));
}
