import { useId } from "react";
import type { AskedOccurrence } from "../../core/app/groups/series-questions.ts";
import type { OccurrenceAnswer } from "../../core/domain/recurrence/occurrences.ts";
import classes from "./together.module.css";

type Props = {
  readonly questions: readonly AskedOccurrence[];
  readonly onAnswer: (answer: OccurrenceAnswer) => void;
};

/** Dates the clocks skip or repeat: which time is meant, or that the date is left out. */
export function OccurrenceQuestions({ questions, onAnswer }: Props) {
  const id = useId();
  if (questions.length === 0) return null;
  return (
    <div className={classes.questions}>
      {questions.map((asked) => (
        <div
          key={asked.occurrence}
          className={classes.question}
          role="radiogroup"
          aria-labelledby={`${id}-${asked.occurrence}-question`}
        >
          <p id={`${id}-${asked.occurrence}-question`} className={classes.questionText}>
            {asked.question}
          </p>
          {asked.choices.map(({ start, end, label }) => (
            <label key={label} className={classes.choice}>
              <input
                type="radio"
                name={`${id}-${asked.occurrence}`}
                onChange={() => onAnswer({ occurrence: asked.occurrence, times: { startAt: start.at, endAt: end.at } })}
              />
              {label}
            </label>
          ))}
          <label className={classes.choice}>
            <input
              type="radio"
              name={`${id}-${asked.occurrence}`}
              onChange={() => onAnswer({ occurrence: asked.occurrence, times: null })}
            />
            Leave this date out
          </label>
        </div>
      ))}
    </div>
  );
}
