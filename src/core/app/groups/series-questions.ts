import type { Holidays } from "../../domain/holidays.ts";
import type { Instant, WallTime } from "../../domain/instant.ts";
import type { OccurrenceAnswer, PlacedOccurrence } from "../../domain/recurrence/occurrences.ts";
import type { Series } from "../../domain/recurrence/series.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ReadStore, WriteStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import { workspaceIn } from "../workspace-in-use.ts";
import { settleGroup, withException } from "./group-changes.ts";
import { meetsClockChange, mostAhead, openQuestions, placeSeries, planOccurrences } from "./series-windows.ts";

export type AskedOccurrence = Extract<PlacedOccurrence, { kind: "asked" }>;

/** A date of a series that waits for an answer, on the page of its next window. */
export type AskedOfSeries = {
  readonly windowId: string;
  readonly title: string;
  readonly occurrence: WallTime;
  readonly question: string;
};

/** Dates of any series that the clocks skip or repeat and nobody has answered for, by the next window of each. */
export function createSeriesQuestions(): (reading: ReadStore, now: Instant) => readonly AskedOfSeries[] {
  const everAsked = new Map<string, boolean>();

  /** What is open of a series. Which dates its clocks ask about is known as long as its rule and reach are the same. */
  function askedOf(reading: ReadStore, series: Series, now: Instant): readonly AskedOfSeries[] {
    const key = `${series.id} ${series.revision} ${series.plannedUntil} ${series.rule}`;
    const mayAsk = everAsked.get(key) ?? meetsClockChange(series, now, series.plannedUntil);
    if (everAsked.size > 2_000) everAsked.clear();
    everAsked.set(key, mayAsk);
    if (!mayAsk) return [];
    const next = reading.windowsOfGroup(series.id).find(({ outcome, end }) => outcome.kind === "open" && end.at > now);
    if (next === undefined) return [];
    return openQuestions(reading, series, now).map(({ occurrence, question }) => ({
      windowId: next.id,
      title: next.title,
      occurrence,
      question,
    }));
  }

  return (reading, now) => reading.allSeries().flatMap((series) => askedOf(reading, series, now));
}

/** Plans or leaves out a date that was asked about: the window's id, or the series'. */
export function answerQuestion(
  writing: WriteStore,
  ids: Ids,
  seriesId: string,
  given: OccurrenceAnswer,
  holidays: Holidays,
  now: Instant,
): Answer<{ readonly id: string }> {
  const series = writing.series(seriesId);
  if (series === null) return refuse("notFound", "There is no such series any more. Nothing was planned.");
  const isOpen = openQuestions(writing, series, now).some(({ occurrence }) => occurrence === given.occurrence);
  if (!isOpen) return refuse("changedMeanwhile", "This date was answered in the meantime. Nothing was planned.");
  if (given.times === null) {
    writing.saveSeries(withException(series, given.occurrence));
    writing.appendAudit({
      at: now,
      who: workspaceIn(writing).coordinator.name,
      what: "series.answer",
      subjectId: seriesId,
      before: null,
      after: given,
    });
    return done({ id: seriesId });
  }
  const placed = placeSeries(series, now, series.plannedUntil, [given], mostAhead * 2);
  const chosen = placed.kind === "placed" ? placed.occurrences.filter(({ occurrence }) => occurrence === given.occurrence) : [];
  const [window] = planOccurrences(writing, ids, series, chosen, "series.answer", holidays, now);
  if (window === undefined) return refuse("invalid", "These are not the times that were asked about. Nothing was planned.");
  settleGroup(writing, [window], holidays, now, ids);
  return done({ id: window.id });
}
