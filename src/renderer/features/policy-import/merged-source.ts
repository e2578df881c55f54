import { placesOf } from "../../../core/domain/merged-cells.ts";
import type { PolicyReading, SourceCell } from "../../../core/domain/policy.ts";
import type { MergedCell } from "../../../core/domain/source-document.ts";
import { type CellKey, keyOfCell } from "./cell-links.ts";

type Table = PolicyReading["tables"][number];

/** A reading in which a merged cell is one: whatever was read in any place of it belongs to its first, once. */
export function withMergedAsOne(reading: PolicyReading): PolicyReading {
  const owners = ownersIn(reading.tables);
  if (owners.size === 0) return reading;
  const owner = (cell: SourceCell): SourceCell => ({ ...cell, ...owners.get(keyOfCell(cell)) });
  const once = <One>(all: readonly One[], key: (one: One) => string): One[] => [
    ...new Map(all.map((one) => [key(one), one])).values(),
  ];
  const cellsOnce = (cells: readonly SourceCell[]): SourceCell[] =>
    once(cells.map(owner), (cell) => `${keyOfCell(cell)} ${cell.words}`);
  return {
    ...reading,
    rules: reading.rules.map((one) => ({ ...one, cells: cellsOnce(one.cells) })),
    questions: reading.questions.map((one) => ({
      ...one,
      cell: owner(one.cell),
      otherCells: cellsOnce(one.otherCells),
    })),
    ignored: once(
      reading.ignored.map((one) => ({ ...one, cell: owner(one.cell) })),
      ({ cell, why }) => `${keyOfCell(cell)} ${cell.words}\n${why}`,
    ),
  };
}

function ownersIn(tables: readonly Table[]): ReadonlyMap<CellKey, Pick<SourceCell, "row" | "column">> {
  const owners = new Map<CellKey, Pick<SourceCell, "row" | "column">>();
  for (const [table, { merged = [] }] of tables.entries()) {
    for (const cell of merged) {
      for (const place of placesOf(cell)) owners.set(keyOfCell({ table, ...place }), { row: cell.row, column: cell.column });
    }
  }
  return owners;
}

/** A cell as it is drawn: where it begins in its row, and how far it goes. */
export type DrawnCell = { readonly column: number; readonly columns: number; readonly rows: number };

/** Rows that merged cells hold together, and the cells to be drawn in each. */
export type DrawnBlock = { readonly first: number; readonly rows: readonly (readonly DrawnCell[])[] };

/** What is drawn of a table: its header, and its rows in blocks, most of them of one row. */
export function drawnCells({ headers, rows, merged = [] }: Table, columns: number) {
  const plain = Array.from({ length: columns }, (_, column): DrawnCell => ({ column, columns: 1, rows: 1 }));
  const covered = new Map<number, Map<number, MergedCell>>();
  for (const cell of merged) {
    for (const { row, column } of placesOf(cell)) {
      const inRow = covered.get(row) ?? new Map<number, MergedCell>();
      covered.set(row, inRow.set(column, cell));
    }
  }
  const drawnIn = (row: number): readonly DrawnCell[] => {
    const inRow = covered.get(row);
    if (inRow === undefined) return plain;
    return plain.flatMap((one) => {
      const cell = inRow.get(one.column);
      if (cell === undefined) return [one];
      return cell.row === row && cell.column === one.column
        ? [{ column: one.column, columns: cell.columns, rows: cell.rows }]
        : [];
    });
  };
  const blocks: DrawnBlock[] = [];
  let end = 0;
  for (let first = 0; first < rows.length; first = end) {
    end = first + 1;
    for (let row = first; row < end; row += 1)
      for (const cell of covered.get(row)?.values() ?? []) end = Math.max(end, cell.row + cell.rows);
    blocks.push({ first, rows: Array.from({ length: end - first }, (_, down) => drawnIn(first + down)) });
  }
  return { header: headers.length > 0 ? drawnIn(-1) : null, blocks };
}
