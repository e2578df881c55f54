import { Button } from "@mantine/core";
import { useId } from "react";
import type { LineAnswer, LineQuestion } from "../../../core/domain/understand-window.ts";
import { IconHelpCircle } from "../../ui/icons.ts";
import classes from "./line-questions.module.css";

type Props = {
  readonly asked: readonly LineQuestion[];
  /** Whether they belong to the line before the last key: an answer to them would take back what was typed since. */
  readonly isOld: boolean;
  readonly onTake: (question: string, answer: LineAnswer) => void;
};

/** What the line leaves open. An answer rewrites the line, or says which of two times of the clock is meant. */
export function LineQuestions({ asked, isOld, onTake }: Props) {
  return asked.map((question) => <Question key={question.text} {...{ question, isOld, onTake }} />);
}

function Question({ question, isOld, onTake }: Omit<Props, "asked"> & { readonly question: LineQuestion }) {
  const id = useId();
  return (
    <fieldset className={classes.asked} aria-labelledby={id}>
      <p id={id} className={classes.question}>
        <IconHelpCircle size={15} stroke={1.75} aria-hidden="true" />
        {question.text}
      </p>
      {question.answers.length > 0 && (
        <div className={classes.answers}>
          {question.answers.map((answer) => (
            <Button key={answer.label} size="xs" variant="default" disabled={isOld} onClick={() => onTake(question.text, answer)}>
              {answer.label}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
