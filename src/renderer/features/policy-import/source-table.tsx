// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be left undrawn out of sight; an ARIA grid takes these roles.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the button in a cell takes the focus, not the cell.
import { Button } from "@mantine/core";
import { type CSSProperties, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { mergedAt } from "../../../core/domain/merged-cells.ts";
import type { PolicyReading } from "../../../core/domain/policy.ts";
import { count } from "../../ui/words.ts";
import { type CellKey, keyOfCell, type LinkIndex, linksAt } from "./cell-links.ts";
import { placeAfterKey } from "./grid-keys.ts";
import { type DrawnCell, drawnCells } from "./merged-source.ts";
import { usePointedCells } from "./pointed-cells.ts";
import classes from "./source-pane.module.css";
import { titleOf } from "./source-parts.ts";
import { SourceRow } from "./source-row.tsx";

/** A letter's usual width in pixels, also in the heavier type of a header, and how many rows are measured by it. */
const letterWidth = 6.7;
const headerLetterWidth = 7.2;
const rowsMeasured = 50;

/** Rows shown at first and added by each step. */
const rowsAtOnce = 100;

const noMerges: NonNullable<PolicyReading["tables"][number]["merged"]> = [];

type Props = {
  readonly number: number;
  readonly table: PolicyReading["tables"][number];
  /** Whether its heading stands above it; a part that can be folded has one of its own. */
  readonly isHeaded: boolean;
  readonly index: LinkIndex;
  readonly open: ReadonlySet<string>;
  readonly chosenCell: CellKey | null;
  readonly onChoose: (key: CellKey) => void;
};

/** One table of the source, as an ARIA grid: one tab stop, and the arrow keys go from cell to cell. */
export function SourceTable({ number, table, isHeaded, index, open, chosenCell, onChoose }: Props) {
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const { headers, rows, merged = noMerges } = table;
  const columns = Math.max(headers.length, ...rows.map((row) => row.length));
  const widths = useMemo(() => columnsOf(table, columns), [table, columns]);
  const drawn = useMemo(() => drawnCells(table, columns), [table, columns]);
  const firstRow = headers.length > 0 ? -1 : 0;
  const [current, setCurrent] = useState({ row: 0, column: 0 });
  const [shown, setShown] = useState(rowsAtOnce);
  // A rule far below points at its cells: they must be there to be seen.
  const pointedRow = usePointedCells(({ cells }) => lastRowOf(cells, number));
  const visible = Math.max(shown, pointedRow + 1, current.row + 1);

  function onKeyDown(event: KeyboardEvent): void {
    const to = placeAfterKey(event, current, {
      firstRow,
      lastRow: rows.length - 1,
      lastColumn: columns - 1,
      merged,
    });
    if (to === null) return;
    event.preventDefault();
    setCurrent(to);
    const key = keyOfCell({ table: number, ...to });
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-cell="${key}"] button`)?.focus());
  }

  const rowOf = (row: number, cells: readonly DrawnCell[], line: number | null) => (
    <SourceRow
      key={row}
      table={number}
      row={row}
      cells={(row === -1 ? headers : rows[row]) ?? []}
      drawn={cells}
      line={line}
      index={index}
      openIds={openIdsIn(index, number, row, columns, open)}
      currentColumn={current.row === row ? current.column : null}
      chosenColumn={chosenColumnIn(chosenCell, number, row)}
      onChoose={onChoose}
      onCurrent={setCurrent}
    />
  );
  return (
    <div className={classes.table}>
      {isHeaded && (
        <h3 className={classes.heading} id={id}>
          {titleOf(table)}
        </h3>
      )}
      <div
        ref={grid}
        role="grid"
        {...(isHeaded ? { "aria-labelledby": id } : { "aria-label": titleOf(table) })}
        aria-rowcount={rows.length + (headers.length > 0 ? 1 : 0)}
        aria-colcount={columns}
        className={classes.grid}
        data-single={columns === 1 || undefined}
        style={{ "--columns": widths.tracks, "--least-width": `${widths.least}px` } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        {drawn.header !== null && rowOf(-1, drawn.header, null)}
        {drawn.blocks.map(({ first, rows: inBlock }) => {
          if (first >= visible) return null;
          const [only = []] = inBlock;
          if (inBlock.length === 1) return rowOf(first, only, null);
          const shownRows = inBlock.slice(0, visible - first);
          return (
            <div key={first} role="rowgroup" className={classes.block} style={{ "--rows": shownRows.length } as CSSProperties}>
              {shownRows.map((cells, down) => rowOf(first + down, cells, down + 1))}
            </div>
          );
        })}
      </div>
      {visible < rows.length && (
        <Button variant="subtle" size="xs" fullWidth onClick={() => setShown(visible + rowsAtOnce)}>
          Show {Math.min(rowsAtOnce, rows.length - visible)} more of {count(rows.length, headers.length > 0 ? "row" : "line")}
        </Button>
      )}
    </div>
  );
}

/** The open questions of a row, as one word: a row whose word stays is not drawn again. */
function openIdsIn(index: LinkIndex, table: number, row: number, columns: number, open: ReadonlySet<string>): string {
  const ids = new Set<string>();
  for (let column = 0; column < columns; column += 1) {
    for (const mark of linksAt(index, keyOfCell({ table, row, column })).marks) {
      if ((mark.kind === "question" || mark.kind === "related") && open.has(mark.questionId)) ids.add(mark.questionId);
    }
  }
  return [...ids].join("\n");
}

function chosenColumnIn(chosen: CellKey | null, table: number, row: number): number | null {
  const start = `${table}:${row}:`;
  return chosen?.startsWith(start) === true ? Number(chosen.slice(start.length)) : null;
}

function lastRowOf(cells: ReadonlySet<CellKey>, table: number): number {
  let last = -1;
  for (const key of cells) {
    const [ofTable, row] = key.split(":").map(Number);
    if (ofTable === table && row !== undefined && row > last) last = row;
  }
  return last;
}

/** Columns as wide as their words want, and none so narrow that a word of usual length is torn; the same in every row. */
function columnsOf(
  { headers, rows, merged = noMerges }: PolicyReading["tables"][number],
  columns: number,
): { tracks: string; least: number } {
  const sample = [headers, ...rows.slice(0, rowsMeasured)];
  const widths = Array.from({ length: columns }, (_, column) => {
    // Words over several columns have the room of all of them.
    const texts = sample.map((row, at) =>
      (mergedAt(merged, { row: at - 1, column })?.columns ?? 1) > 1 ? "" : (row[column] ?? ""),
    );
    const word = Math.max(
      longestWord(texts[0] ?? "") * headerLetterWidth,
      ...texts.map(longestWord).map((letters) => letters * letterWidth),
    );
    const whole = Math.max(...texts.map(({ length }) => length));
    return {
      least: Math.min(150, Math.max(72, Math.ceil(word) + 20)),
      share: Math.min(26, Math.max(9, Math.sqrt(whole) * 2.6)),
    };
  });
  return {
    tracks: widths.map(({ least, share }) => `minmax(${least}px, ${share.toFixed(1)}fr)`).join(" "),
    least: widths.reduce((sum, { least }) => sum + least, 0),
  };
}

function longestWord(text: string): number {
  return Math.max(...text.split(/[\s/-]+/u).map(({ length }) => length));
}
