import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { PolicyReading } from "../../../core/domain/policy.ts";
import { count } from "../../ui/words.ts";
import type { CellKey, LinkIndex } from "./cell-links.ts";
import { CellMark } from "./cell-mark.tsx";
import { usePointedCells } from "./pointed-cells.ts";
import classes from "./source-pane.module.css";
import { partsInOrder } from "./source-parts.ts";
import { rowsAtOnce, SourceTable } from "./source-table.tsx";

/** Parts without notices shown at first and added by each step, and how many lines of each. */
const partsAtOnce = 40;
const linesWithoutNotices = 3;

type Props = {
  readonly reading: PolicyReading;
  readonly index: LinkIndex;
  /** Ids of the questions still to be decided. */
  readonly open: ReadonlySet<string>;
  readonly chosenCell: CellKey | null;
  readonly onChoose: (key: CellKey) => void;
};

/** The policy as it was found, every cell marked with what became of it. */
export function SourcePane({ reading, index, open, chosenCell, onChoose }: Props) {
  const [shown, setShown] = useState(partsAtOnce);
  const parts = useMemo(() => partsInOrder(reading, index), [reading, index]);
  // What is pointed at must be there to be seen.
  const pointed = usePointedCells(({ cells }) => [...new Set([...cells].map((key) => key.split(":")[0]))].join(" "));
  const pointedParts = new Set(pointed.split(" "));
  let left = shown;
  const visible = parts.filter(({ number, holdsNotices }) => holdsNotices || pointedParts.has(String(number)) || left-- > 0);
  return (
    <section className={classes.pane} aria-labelledby="policy-source">
      <header className={classes.header}>
        <h2 id="policy-source">The policy</h2>
        <ul className={classes.legend} aria-label="Marks">
          {(["rule", "open", "ignored"] as const).map((state) => (
            <li key={state}>
              <CellMark state={state} />
            </li>
          ))}
        </ul>
      </header>
      <div className={classes.tables}>
        {visible.map(({ number, table, holdsNotices }) => (
          <SourceTable
            key={number}
            number={number}
            table={table}
            rowsAtFirst={holdsNotices ? rowsAtOnce : linesWithoutNotices}
            index={index}
            open={open}
            chosenCell={chosenCell}
            onChoose={onChoose}
          />
        ))}
        {visible.length < parts.length && (
          <Button variant="subtle" size="xs" fullWidth onClick={() => setShown(shown + partsAtOnce)}>
            Show more of {count(parts.length - visible.length, "part")} without notices
          </Button>
        )}
      </div>
    </section>
  );
}
