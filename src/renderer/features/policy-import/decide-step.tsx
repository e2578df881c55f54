import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PolicyReading } from "../../../core/domain/policy.ts";
import { ApplyBar } from "./apply-bar.tsx";
import { type CellKey, indexLinks, keyOfCell } from "./cell-links.ts";
import classes from "./decide-step.module.css";
import { DecisionPane } from "./decision-pane.tsx";
import { useImport } from "./import-state.ts";
import { linkedRules } from "./linked-rules.ts";
import { withMergedAsOne } from "./merged-source.ts";
import { SourcePane } from "./source-pane.tsx";

/** The second step: the source beside what was read in it, each showing what belongs to it in the other. */
export function DecideStep({ reading: asRead }: { readonly reading: PolicyReading }) {
  const reading = useMemo(() => withMergedAsOne(asRead), [asRead]);
  const decisions = useImport((state) => state.decisions);
  const [chosenCell, setChosenCell] = useState<CellKey | null>(null);
  const step = useRef<HTMLDivElement>(null);
  const index = useMemo(() => indexLinks(reading), [reading]);
  const rules = useMemo(() => linkedRules(reading, decisions), [reading, decisions]);
  const open = useMemo(
    () => new Set(reading.questions.filter(({ id }) => !decisions.has(id)).map(({ id }) => id)),
    [reading, decisions],
  );
  const choose = useCallback((key: CellKey | null) => setChosenCell((before) => (before === key ? null : key)), []);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const fold = useCallback((part: number) => {
    setUnfolded((before) => {
      const next = new Set(before);
      if (!next.delete(part)) next.add(part);
      return next;
    });
  }, []);
  const showSource = useCallback((key: CellKey) => {
    setUnfolded((before) => new Set([...before, Number(key.split(":")[0])]));
    // Once what was folded is drawn.
    requestAnimationFrame(() => {
      step.current?.querySelector(`[data-cell="${key}"]`)?.scrollIntoView({ block: "center", inline: "nearest" });
    });
  }, []);

  useEffect(() => {
    if (chosenCell === null) return;
    const showAll = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) setChosenCell(null);
    };
    addEventListener("keydown", showAll);
    return () => removeEventListener("keydown", showAll);
  }, [chosenCell]);

  /** Goes to the first question still open, wherever it is. */
  function goToOpen(): void {
    const question = reading.questions.find(({ id }) => open.has(id));
    if (question === undefined) return;
    if (chosenCell !== null && chosenCell !== keyOfCell(question.cell)) setChosenCell(null);
    requestAnimationFrame(() => {
      const first = step.current?.querySelector<HTMLElement>("[data-question][data-open] input");
      first?.focus({ preventScroll: true });
      first?.closest("[data-question]")?.scrollIntoView({ block: "start" });
    });
  }

  return (
    <div className={classes.step} ref={step}>
      <div className={classes.panes}>
        <SourcePane
          reading={reading}
          index={index}
          open={open}
          chosenCell={chosenCell}
          onChoose={choose}
          unfolded={unfolded}
          onFold={fold}
        />
        <DecisionPane
          reading={reading}
          decisions={decisions}
          rules={rules}
          open={open}
          chosenCell={chosenCell}
          onShowAll={() => setChosenCell(null)}
          onShowSource={showSource}
        />
      </div>
      <ApplyBar reading={reading} decisions={decisions} openCount={open.size} onGoToOpen={goToOpen} />
    </div>
  );
}
