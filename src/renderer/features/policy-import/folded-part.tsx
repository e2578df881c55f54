import type { ReactNode } from "react";
import { IconChevronRight } from "../../ui/icons.ts";
import { CellMark } from "./cell-mark.tsx";
import { usePointedCells } from "./pointed-cells.ts";
import classes from "./source-pane.module.css";
import { type SourcePart, sizeOf, titleOf } from "./source-parts.ts";

type Props = {
  readonly part: SourcePart;
  readonly isUnfolded: boolean;
  readonly onToggle: () => void;
  /** The part itself, once it is unfolded. */
  readonly children: ReactNode;
};

/** A part of the policy that makes no notice, as one line with the reason, in its place among the others. */
export function FoldedPart({ part: { number, table, why }, isUnfolded, onToggle, children }: Props) {
  // What is said of a cell in here points at its line: unfolding it at once would move everything under the pointer.
  const isPointed = usePointedCells(({ cells }) => [...cells].some((key) => key.startsWith(`${number}:`)));
  return (
    <div className={classes.folded} data-unfolded={isUnfolded || undefined}>
      <h3>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={isUnfolded}
          data-pointed={(isPointed && !isUnfolded) || undefined}
          onClick={onToggle}
        >
          <IconChevronRight size={15} stroke={1.75} aria-hidden="true" />
          <span className={classes.foldTitle}>{titleOf(table)}</span>
          <span className={classes.foldWhy}>
            {table.heading !== "" && `${sizeOf(table)}. `}
            {why}
          </span>
          <CellMark state="ignored" isBrief />
        </button>
      </h3>
      {isUnfolded && children}
    </div>
  );
}
