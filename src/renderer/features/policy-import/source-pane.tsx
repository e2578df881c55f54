import type { PolicyReading } from "../../../core/domain/policy.ts";
import type { CellKey, LinkIndex } from "./cell-links.ts";
import { CellMark } from "./cell-mark.tsx";
import classes from "./source-pane.module.css";
import { SourceTable } from "./source-table.tsx";

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
        {reading.tables.map((table, number) => (
          <SourceTable
            // biome-ignore lint/suspicious/noArrayIndexKey: a table's number is what the reading knows it by.
            key={number}
            number={number}
            table={table}
            index={index}
            open={open}
            chosenCell={chosenCell}
            onChoose={onChoose}
          />
        ))}
      </div>
    </section>
  );
}
