import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SeriesMove, SeriesScope } from "../../core/app/groups/series-changes.ts";
import type { OccurrenceAnswer } from "../../core/domain/recurrence/occurrences.ts";
import type { WindowDraft } from "../../core/domain/window-draft.ts";
import { isWallTime } from "../../core/domain/zoned-time.ts";
import { trpc } from "../api/trpc.ts";
import { ErrorNote } from "./error-note.tsx";
import { OccurrenceQuestions } from "./occurrence-questions.tsx";
import { SpanText } from "./time-text.tsx";
import classes from "./together.module.css";
import { count } from "./words.ts";

/** The times of a form as a move of several windows; how they repeat follows from them unless it is said anew. */
export function seriesMove({ start, end }: Pick<WindowDraft, "start" | "end">, rule: string | null = null): SeriesMove {
  return { start, end, rule };
}

type Props = {
  readonly windowId: string;
  readonly scope: SeriesScope;
  readonly draft: Pick<WindowDraft, "start" | "end" | "zone">;
  /** How they repeat from then on; null where it follows from the times. */
  readonly rule?: string | null;
  readonly answers: readonly OccurrenceAnswer[];
  readonly onAnswer: (answer: OccurrenceAnswer) => void;
  /** Told whether the first of them would break a promise of notice. */
  readonly onLate?: (isLate: boolean) => void;
};

/** What moving several windows of a series comes to: the dates from then on, and whom it concerns. */
export function SeriesMovePreview({ windowId, scope, draft, rule = null, answers, onAnswer, onLate }: Props) {
  const [rested] = useDebouncedValue({ id: windowId, scope, move: seriesMove(draft, rule), answers: [...answers] }, 200);
  const isReady = isWallTime(rested.move.start.wall) && isWallTime(rested.move.end.wall);
  const query = useQuery(
    trpc.series.previewMove.queryOptions(rested, { enabled: isReady, placeholderData: keepPreviousData, gcTime: 10_000 }),
  );
  const view = query.data;
  const isLate = view?.isLate === true;
  useEffect(() => onLate?.(isLate), [onLate, isLate]);
  return (
    <>
      <ErrorNote error={query.error} />
      {view !== undefined && (
        <section className={classes.preview} aria-label="Dates from then on" aria-live="polite">
          {view.problem === null ? (
            <p className={classes.words}>
              {view.words.slice(0, 1).toUpperCase()}
              {view.words.slice(1)}.
            </p>
          ) : (
            <p className={classes.problem} role="alert">
              {view.problem}
            </p>
          )}
          <ol className={classes.dates}>
            {view.dates.map(({ startAt, endAt }) => (
              <li key={startAt}>
                <SpanText from={startAt} to={endAt} zone={draft.zone} />
              </li>
            ))}
          </ol>
          <p className={classes.soft}>
            {count(view.windows, "window")} of the series {view.windows === 1 ? "is" : "are"} concerned
            {view.planned > 0 && view.planned !== view.windows && `; from then on ${view.planned} are planned`}.{" "}
            {view.told === 0
              ? "Nobody has heard of them."
              : `${count(view.told, "recipient")} heard of them: where a date changes, one correction for all dates is drafted for exactly those.`}
          </p>
        </section>
      )}
      <OccurrenceQuestions questions={view?.questions ?? []} onAnswer={onAnswer} />
    </>
  );
}
