import { Button } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import type { PolicyQuestion, PolicyReading } from "../../../core/domain/policy.ts";
import { IconCircleCheck, IconHelpCircle } from "../../ui/icons.ts";
import { count } from "../../ui/words.ts";
import type { CellKey } from "./cell-links.ts";
import { useImport } from "./import-state.ts";
import { changesOf, chosenOf, type Decisions } from "./linked-rules.ts";
import { QuestionCard } from "./question-card.tsx";
import classes from "./question-list.module.css";

/** Questions shown at first and added by each step. */
const questionsAtOnce = 25;

type Props = {
  /** The questions to show: all, or those of one cell. */
  readonly questions: readonly PolicyQuestion[];
  readonly reading: PolicyReading;
  readonly decisions: Decisions;
  readonly open: ReadonlySet<string>;
  readonly onShowSource: (key: CellKey) => void;
};

/** What could not be read with certainty, each for a person to decide. */
export function QuestionList({ questions, reading, decisions, open, onShowSource }: Props) {
  const decide = useImport((state) => state.decide);
  const [shown, setShown] = useState(questionsAtOnce);
  const changing = useMemo(() => changesOf(reading, decisions), [reading, decisions]);
  const rules = useMemo(
    () => [
      ...reading.rules.map(({ rule }) => rule),
      ...reading.questions.flatMap((question) => chosenOf(question, decisions)?.rules ?? []),
    ],
    [reading, decisions],
  );
  const alike = useMemo(() => Map.groupBy(reading.questions, likenessOf), [reading]);
  const decided = questions.filter(({ id }) => !open.has(id)).length;
  const firstOpen = questions.findIndex(({ id }) => open.has(id));
  const visible = Math.max(shown, firstOpen + 1);
  const onDecide = useCallback((questionId: string, choice: number) => decide([{ questionId, choice }]), [decide]);
  const openAlike = (question: PolicyQuestion): readonly PolicyQuestion[] =>
    (alike.get(likenessOf(question)) ?? []).filter(({ id }) => open.has(id));

  return (
    <section className={classes.list} aria-labelledby="policy-questions">
      <header className={classes.header} data-done={decided === questions.length || undefined}>
        {decided === questions.length ? (
          <IconCircleCheck size={18} stroke={1.75} aria-hidden="true" />
        ) : (
          <IconHelpCircle size={18} stroke={1.75} aria-hidden="true" />
        )}
        <h2 id="policy-questions">
          {decided === questions.length
            ? `${count(questions.length, "thing")} decided`
            : `Decide ${count(questions.length - decided, "thing")}`}
        </h2>
        <progress max={questions.length} value={decided} aria-label="Decided" />
        <span className={classes.count} role="status">
          {decided.toLocaleString("en")} of {questions.length.toLocaleString("en")} decided
        </span>
      </header>
      {questions.slice(0, visible).map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          reading={reading}
          chosen={decisions.get(question.id) ?? null}
          decisions={decisions}
          changing={changing}
          rules={rules}
          alike={open.has(question.id) ? 0 : openAlike(question).length}
          onDecide={onDecide}
          onDecideAlike={(choice) => decide(openAlike(question).map(({ id }) => ({ questionId: id, choice })))}
          onShowSource={onShowSource}
        />
      ))}
      {visible < questions.length && (
        <Button variant="default" onClick={() => setShown(visible + questionsAtOnce)}>
          Show {Math.min(questionsAtOnce, questions.length - visible)} more of {questions.length.toLocaleString("en")}
        </Button>
      )}
    </section>
  );
}

/** Questions that ask the same and offer the same can be answered together. */
function likenessOf({ question, choices }: PolicyQuestion): string {
  return JSON.stringify([question, choices.map(({ label }) => label)]);
}
