import { Button } from "@mantine/core";
import { useId, useMemo } from "react";
import type { PolicyQuestion, PolicyReading, ProposedRule } from "../../../core/domain/policy.ts";
import { Badge } from "../../ui/badge.tsx";
import { IconCircleCheck, IconHelpCircle } from "../../ui/icons.ts";
import { count } from "../../ui/words.ts";
import { type CellKey, keyOfCell } from "./cell-links.ts";
import { changedRules, type Decisions } from "./linked-rules.ts";
import { pointsAt, useIsPointedFrom } from "./pointed-cells.ts";
import classes from "./question-list.module.css";
import { choiceText } from "./rule-text.ts";

type Props = {
  readonly question: PolicyQuestion;
  readonly reading: PolicyReading;
  /** The index of the chosen answer. */
  readonly chosen: number | null;
  readonly decisions: Decisions;
  /** What the answers so far change in other rules. */
  readonly changing: PolicyReading;
  /** The rules so far, as they are before any answer changes them. */
  readonly rules: readonly ProposedRule[];
  /** How many open questions ask the same with the same answers. */
  readonly alike: number;
  readonly onDecide: (questionId: string, choice: number) => void;
  readonly onDecideAlike: (choice: number) => void;
  readonly onShowSource: (key: CellKey) => void;
};

/** One question: the policy's words, why it is asked, and the answers with what each would make. Nothing is chosen beforehand. */
export function QuestionCard(props: Props) {
  const { question, reading, chosen, decisions, changing, rules, alike, onDecide, onDecideAlike, onShowSource } = props;
  const id = useId();
  const cell = keyOfCell(question.cell);
  const cells = useMemo(() => [cell, ...question.otherCells.map(keyOfCell)], [cell, question]);
  const isOpen = chosen === null;
  const isPointed = useIsPointedFrom(cells);
  // Rules as they are without this question's own answer: an answer's words must not change by being chosen.
  const texts = useMemo(() => {
    const before = { ...changing, questions: changing.questions.filter((one) => one.id !== question.id) };
    const others = question.choices.some(({ change }) => change.kind !== "none") ? changedRules(rules, before, decisions) : [];
    return question.choices.map((choice) =>
      choiceText({ ...choice, rules: changedRules(choice.rules, before, decisions) }, others),
    );
  }, [changing, decisions, question, rules]);

  return (
    <fieldset
      className={classes.card}
      data-question={question.id}
      data-open={isOpen || undefined}
      data-pointed={isPointed || undefined}
      {...pointsAt(cells)}
    >
      <legend className="fw-unseen">{question.question}</legend>
      <div className={classes.place}>
        <Badge
          tone={isOpen ? "warning" : "good"}
          icon={
            isOpen ? (
              <IconHelpCircle size={13} stroke={2} aria-hidden="true" />
            ) : (
              <IconCircleCheck size={13} stroke={2} aria-hidden="true" />
            )
          }
        >
          {isOpen ? "Decide" : "Decided"}
        </Badge>
        <span>{placeText(question, reading)}</span>
      </div>
      <button type="button" className={classes.quote} onClick={() => onShowSource(cell)} title="Show it in the policy">
        <q>{question.cell.words}</q>
      </button>
      <p className={classes.why}>{question.why}</p>
      <p className={classes.question} aria-hidden="true">
        {question.question}
      </p>
      <div className={classes.choices}>
        {question.choices.map((choice, index) => (
          <label key={choice.label} className={classes.choice} data-chosen={index === chosen || undefined}>
            <input
              type="radio"
              name={id}
              checked={index === chosen}
              onChange={() => onDecide(question.id, index)}
              aria-describedby={`${id}-${index}`}
            />
            <span className={classes.choiceWords}>
              <span className={classes.label}>{choice.label}</span>
              <span className={classes.effect} id={`${id}-${index}`}>
                {texts[index]?.join(" · ")}
              </span>
            </span>
          </label>
        ))}
      </div>
      {chosen !== null && alike > 0 && (
        <Button size="xs" variant="light" className={classes.alike ?? ""} onClick={() => onDecideAlike(chosen)}>
          Answer {count(alike, "question")} like this one the same
        </Button>
      )}
    </fieldset>
  );
}

/** Where the words stand: the change type and the column they are in. */
function placeText({ changeType, cell }: PolicyQuestion, { tables }: PolicyReading): string {
  const table = tables[cell.table];
  const column = table?.headers[cell.column] ?? "";
  const where = cell.row === -1 ? "Column header" : column === "" ? (table?.heading ?? "") : column;
  return [changeType ?? "Every change type", where].filter((words) => words !== "").join(" · ");
}
