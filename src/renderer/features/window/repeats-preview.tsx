import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { OccurrenceAnswer } from "../../../core/domain/recurrence/occurrences.ts";
import { type RepeatsForm, ruleOfForm } from "../../../core/domain/recurrence/recurrence-form.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { isWallTime } from "../../../core/domain/zoned-time.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { OccurrenceQuestions } from "../../ui/occurrence-questions.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import classes from "../../ui/together.module.css";
import { count } from "../../ui/words.ts";

type Props = {
  readonly draft: Pick<WindowDraft, "start" | "end" | "zone">;
  readonly form: RepeatsForm;
  readonly answers: readonly OccurrenceAnswer[];
  readonly onAnswer: (answer: OccurrenceAnswer) => void;
};

/** What a rule comes to: in words, its next dates, and the questions it raises. */
export function RepeatsPreview({ draft, form, answers, onAnswer }: Props) {
  const [rested] = useDebouncedValue({ ...draft, rule: ruleOfForm(form), answers }, 200);
  const isReady = isWallTime(rested.start.wall) && isWallTime(rested.end.wall);
  const query = useQuery(
    trpc.series.preview.queryOptions(
      { zone: rested.zone, start: rested.start.wall, end: rested.end.wall, rule: rested.rule, answers: [...rested.answers] },
      { enabled: isReady, placeholderData: keepPreviousData, gcTime: 10_000 },
    ),
  );
  const view = query.data;
  if (!isReady) return <p className={classes.soft}>The dates appear once the first start and end are there.</p>;
  return (
    <>
      <ErrorNote error={query.error} />
      {view !== undefined && (
        <section className={classes.preview} aria-label="Dates" aria-live="polite">
          <p className={classes.words}>{sentence(view.words)}</p>
          {view.problem !== null && (
            <p className={classes.problem} role="alert">
              {view.problem}
            </p>
          )}
          {view.dates.length > 0 && (
            <ol className={classes.dates}>
              {view.dates.map(({ startAt, endAt }) => (
                <li key={startAt}>
                  <SpanText from={startAt} to={endAt} zone={rested.zone} />
                </li>
              ))}
            </ol>
          )}
          {view.planned > 0 && (
            <p className={classes.soft}>
              {count(view.planned, "window")} {view.planned === 1 ? "is" : "are"} planned now, each with its own plan; one
              announcement tells all dates.
            </p>
          )}
        </section>
      )}
      <OccurrenceQuestions questions={view?.questions ?? []} onAnswer={onAnswer} />
    </>
  );
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${words.endsWith(".") ? "" : "."}`;
}
