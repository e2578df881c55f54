import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import type { PolicyReading } from "../../../core/domain/policy.ts";
import { type CellKey, keyOfCell } from "./cell-links.ts";
import classes from "./decide-step.module.css";
import { IgnoredList } from "./ignored-list.tsx";
import { type Decisions, type LinkedRule, undecidedChannels } from "./linked-rules.ts";
import { QuestionList } from "./question-list.tsx";
import { RequiredFacts } from "./required-facts.tsx";
import { RuleList } from "./rule-list.tsx";

type Props = {
  readonly reading: PolicyReading;
  readonly decisions: Decisions;
  readonly rules: readonly LinkedRule[];
  readonly open: ReadonlySet<string>;
  /** Only what comes from this cell is shown; null shows everything. */
  readonly chosenCell: CellKey | null;
  readonly onShowAll: () => void;
  readonly onShowSource: (key: CellKey) => void;
};

/** What was read: the questions first, then the rules, what is no notice, and the facts every message carries. */
export function DecisionPane({ reading, decisions, rules, open, chosenCell, onShowAll, onShowSource }: Props) {
  const shown = useMemo(() => narrow(reading, rules, chosenCell), [reading, rules, chosenCell]);
  const undecided = useMemo(() => undecidedChannels(reading, decisions), [reading, decisions]);
  const isNarrowed = chosenCell !== null;
  const pane = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a cell brings starts at its top.
  useEffect(() => {
    pane.current?.scrollTo(0, 0);
  }, [chosenCell]);
  const isNothing = shown.questions.length + shown.rules.length + shown.ignored.length === 0;
  return (
    <section ref={pane} className={classes.pane} aria-label="What was read">
      {isNarrowed && (
        <div className={classes.narrowed} role="status">
          <p>
            Only what comes from <q>{wordsAt(reading, chosenCell)}</q>
          </p>
          <Button size="xs" variant="default" onClick={onShowAll}>
            Show everything
          </Button>
        </div>
      )}
      {isNarrowed && isNothing && <p className={classes.nothing}>Nothing was read in this cell.</p>}
      {shown.questions.length > 0 && (
        <QuestionList
          questions={shown.questions}
          reading={reading}
          decisions={decisions}
          open={open}
          onShowSource={onShowSource}
        />
      )}
      {shown.rules.length > 0 && <RuleList rules={shown.rules} undecided={undecided} onShowSource={onShowSource} />}
      {shown.ignored.length > 0 && <IgnoredList ignored={shown.ignored} onShowSource={onShowSource} />}
      {!isNarrowed && reading.requiredFacts.length > 0 && <RequiredFacts facts={reading.requiredFacts} />}
    </section>
  );
}

function narrow({ questions, ignored }: PolicyReading, rules: readonly LinkedRule[], key: CellKey | null) {
  if (key === null) return { questions, rules, ignored };
  const own = questions.filter(({ cell }) => keyOfCell(cell) === key);
  const related = questions.filter(
    (question) => !own.includes(question) && question.otherCells.some((cell) => keyOfCell(cell) === key),
  );
  return {
    questions: [...own, ...related],
    rules: rules.filter(({ cells }) => cells.includes(key)),
    ignored: ignored.filter(({ cell }) => keyOfCell(cell) === key),
  };
}

function wordsAt({ tables }: PolicyReading, key: CellKey): string {
  const [table = 0, row = 0, column = 0] = key.split(":").map(Number);
  const found = tables[table];
  const words = row === -1 ? found?.headers[column] : found?.rows[row]?.[column];
  return words?.trim() ?? "";
}
