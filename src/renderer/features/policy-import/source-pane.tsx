import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { PolicyReading } from "../../../core/domain/policy.ts";
import { count } from "../../ui/words.ts";
import type { CellKey, LinkIndex } from "./cell-links.ts";
import { CellMark } from "./cell-mark.tsx";
import { FoldedPart } from "./folded-part.tsx";
import { usePointedCells } from "./pointed-cells.ts";
import classes from "./source-pane.module.css";
import { partsInOrder } from "./source-parts.ts";
import { SourceTable } from "./source-table.tsx";

/** Parts without notices shown at first and added by each step. */
const partsAtOnce = 40;

type Props = {
  readonly reading: PolicyReading;
  readonly index: LinkIndex;
  /** Ids of the questions still to be decided. */
  readonly open: ReadonlySet<string>;
  readonly chosenCell: CellKey | null;
  readonly onChoose: (key: CellKey) => void;
  /** Numbers of the parts without notices that are shown in full. */
  readonly unfolded: ReadonlySet<number>;
  readonly onFold: (part: number) => void;
};

/** The policy as it was found, every cell marked with what became of it; what holds no notices is folded to a line. */
export function SourcePane({ reading, index, open, chosenCell, onChoose, unfolded, onFold }: Props) {
  const [shown, setShown] = useState(partsAtOnce);
  const parts = useMemo(() => partsInOrder(reading, index), [reading, index]);
  // What is pointed at must be there to be seen.
  const pointed = usePointedCells(({ cells }) => [...new Set([...cells].map((key) => key.split(":")[0]))].join(" "));
  const pointedParts = new Set(pointed.split(" "));
  let left = shown;
  const visible = parts.filter(
    ({ number, holdsNotices }) => holdsNotices || unfolded.has(number) || pointedParts.has(String(number)) || left-- > 0,
  );
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
        {visible.map((part) => {
          const { number, table, holdsNotices } = part;
          const source = (
            <SourceTable
              key={number}
              number={number}
              table={table}
              isHeaded={holdsNotices}
              index={index}
              open={open}
              chosenCell={chosenCell}
              onChoose={onChoose}
            />
          );
          if (holdsNotices) return source;
          return (
            <FoldedPart key={number} part={part} isUnfolded={unfolded.has(number)} onToggle={() => onFold(number)}>
              {source}
            </FoldedPart>
          );
        })}
        {visible.length < parts.length && (
          <Button variant="subtle" size="xs" fullWidth onClick={() => setShown(shown + partsAtOnce)}>
            Show more of {count(parts.length - visible.length, "part")} without notices
          </Button>
        )}
      </div>
    </section>
  );
}
