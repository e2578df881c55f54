import type { Holidays } from "../../domain/holidays.ts";
import { type Instant, minute, type WallTime, type ZoneId } from "../../domain/instant.ts";
import type { OccurrenceAnswer } from "../../domain/recurrence/occurrences.ts";
import { describeRule } from "../../domain/recurrence/recurrence-words.ts";
import type { Series } from "../../domain/recurrence/series.ts";
import type { Window } from "../../domain/window.ts";
import { isWallTime, isZone, zonedTimeOf } from "../../domain/zoned-time.ts";
import type { ReadStore } from "../../ports/store.ts";
import { type Answer, done } from "../answer.ts";
import { planFor } from "../planning/planning.ts";
import { changedWindow } from "../windows/window-changes.ts";
import { toldOf } from "./groups.ts";
import { followingIn, reshapedTo, type SeriesMove, type SeriesScope } from "./series-changes.ts";
import type { AskedOccurrence } from "./series-questions.ts";
import { seriesOfWindow } from "./series-step.ts";
import { placeSeries, plannedUntil } from "./series-windows.ts";

export type SeriesInput = {
  readonly zone: ZoneId;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly rule: string;
  readonly answers: readonly OccurrenceAnswer[];
};

/** What a rule comes to, before anything is stored. */
export type SeriesPreview = {
  /** The rule in words, or what is wrong with it. */
  readonly words: string;
  /** Why it can't be planned like this, or null. */
  readonly problem: string | null;
  /** The next dates, five at most, each as it is placed. */
  readonly dates: readonly { readonly startAt: Instant; readonly endAt: Instant }[];
  /** How many windows would be planned now. */
  readonly planned: number;
  /** What must be answered before, each with its choices. */
  readonly questions: readonly AskedOccurrence[];
};

/** What changing several windows of a series would bring about. Nothing is stored. */
export type SeriesChangePreview = SeriesPreview & {
  readonly windows: number;
  /** Recipients who heard of the windows concerned, each counted once. */
  readonly told: number;
  /** Whether the first of them would then be told of later than promised. */
  readonly isLate: boolean;
};

const datesShown = 5;

/** What a rule comes to with these first times. */
export function previewSeries({ zone, start, end, rule, answers }: SeriesInput, now: Instant): SeriesPreview {
  const lengthMinutes = lengthBetween(start, end);
  const nothing = { words: describeRule(rule), dates: [], planned: 0, questions: [] };
  if (lengthMinutes === null || !isZone(zone))
    return { ...nothing, problem: "Write the first start and end, and the zone, first." };
  return previewRule({ rule, start, zone, lengthMinutes }, now, answers);
}

/** What moving windows of a series would bring about: the dates they would have, and how many heard of the present ones. */
export function previewSeriesMove(
  reading: ReadStore,
  id: string,
  scope: SeriesScope,
  move: SeriesMove,
  answers: readonly OccurrenceAnswer[],
  holidays: Holidays | null,
  now: Instant,
): Answer<SeriesChangePreview> {
  const found = seriesOfWindow(reading, id);
  if (!found.ok) return found;
  const { window, series } = found.value;
  const { windows, anchor } = followingIn(reading, series, window, scope, now);
  const told = new Set(
    windows.flatMap((one) => toldOf(reading, one).map(({ channelId, customerId }) => `${channelId} ${customerId}`)),
  );
  const target = reshapedTo(series, window, anchor, move);
  const empty = {
    words: describeRule(series.rule),
    dates: [],
    planned: 0,
    questions: [],
    windows: windows.length,
    told: told.size,
    isLate: false,
  };
  if (!target.ok) return done({ ...empty, problem: target.refusal.message });
  const preview = previewRule(target.value, now, answers);
  return done({ ...empty, ...preview, isLate: isLate(reading, windows[0], preview.dates[0], series.zone, holidays, now) });
}

function previewRule(
  series: Pick<Series, "rule" | "start" | "zone" | "lengthMinutes">,
  now: Instant,
  answers: SeriesInput["answers"],
): SeriesPreview {
  const words = describeRule(series.rule);
  const times = { ...series, exceptions: [] };
  const placed = placeSeries(times, 0, plannedUntil(series, now), answers);
  if (placed.kind === "problem") return { words, problem: placed.message, dates: [], planned: 0, questions: [] };
  const { occurrences } = placed;
  return {
    words,
    problem: occurrences.length === 0 ? "This rule gives no date within a year." : null,
    dates: occurrences
      .flatMap((one) => (one.kind === "placed" ? [{ startAt: one.start.at, endAt: one.end.at }] : []))
      .slice(0, datesShown),
    planned: occurrences.length,
    questions: occurrences.flatMap((one) => (one.kind === "asked" ? [one] : [])),
  };
}

/** Whether a window that is taken to these times breaks a promise of notice, as far as holidays are known by now. */
function isLate(
  reading: ReadStore,
  window: Window | undefined,
  times: SeriesPreview["dates"][number] | undefined,
  zone: ZoneId,
  holidays: Holidays | null,
  now: Instant,
): boolean {
  if (window === undefined || times === undefined || holidays === null) return false;
  const [start, end] = [zonedTimeOf(times.startAt, zone), zonedTimeOf(times.endAt, zone)];
  const plan = planFor(reading, changedWindow(window, { ...window, start, end, zone }, "", now), holidays, now);
  return plan.some(({ recipients }) => recipients.some(({ promise }) => promise.kind === "broken"));
}

/** Minutes from one wall time to another by the wall clock; null where the second does not come after the first. */
export function lengthBetween(start: WallTime, end: WallTime): number | null {
  if (!isWallTime(start) || !isWallTime(end)) return null;
  const minutes = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / minute;
  return minutes > 0 ? minutes : null;
}
