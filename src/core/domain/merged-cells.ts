import type { MergedCell, SourceTable } from "./source-document.ts";

type Place = { readonly row: number; readonly column: number };

/** The merged cell that covers a place; undefined where nothing is merged. */
export function mergedAt(merged: readonly MergedCell[] | undefined, { row, column }: Place): MergedCell | undefined {
  return merged?.find(
    (cell) => cell.row <= row && row < cell.row + cell.rows && cell.column <= column && column < cell.column + cell.columns,
  );
}

/**
 * Those that a table of these rows can show as one: cut at its end, none over another one, and only where each place of it
 * holds the same words. Broken tables have others.
 */
function showableMerges(merged: readonly MergedCell[], rows: readonly (readonly string[])[]): MergedCell[] {
  const taken = new Set<string>();
  return merged.flatMap((cell) => {
    const cut = { ...cell, rows: Math.min(cell.rows, rows.length - cell.row) };
    if (cut.rows * cut.columns < 2) return [];
    const words = rows[cut.row]?.[cut.column];
    for (const { row, column } of placesOf(cut)) if (rows[row]?.[column] !== words || taken.has(`${row}:${column}`)) return [];
    for (const { row, column } of placesOf(cut)) taken.add(`${row}:${column}`);
    return [cut];
  });
}

/** Every place a merged cell covers, its own first. */
export function* placesOf({ row, column, rows, columns }: MergedCell): Generator<Place> {
  for (let down = 0; down < rows; down += 1)
    for (let along = 0; along < columns; along += 1) yield { row: row + down, column: column + along };
}

/** A table whose first rows are its header, or a part of it. A merged cell ends where the header does. */
export function withFirstRowsAsHeader<Table extends Pick<SourceTable, "headers" | "rows" | "merged">>(
  table: Table,
  headers: readonly string[],
  taken = 1,
): Table {
  const rows = table.rows.slice(taken);
  const all = table.merged ?? [];
  const merged = [
    ...inHeader(all, headers, taken),
    ...showableMerges(
      all.flatMap((cell) => below(cell, taken)),
      rows,
    ),
  ];
  return { ...table, headers, rows, merged };
}

/** Columns stay one as long as they are called the same. */
function inHeader(merged: readonly MergedCell[], headers: readonly string[], taken: number): MergedCell[] {
  const wide = merged.filter(
    ({ row, column, columns }) => row < taken && columns > 1 && new Set(headers.slice(column, column + columns)).size === 1,
  );
  const widest = new Map(wide.toSorted((one, other) => one.columns - other.columns).map((cell) => [cell.column, cell]));
  return showableMerges(
    [...widest.values()].map((cell) => ({ ...cell, row: 0, rows: 1 })),
    [headers],
  ).map((cell) => ({ ...cell, row: -1 }));
}

function below(cell: MergedCell, taken: number): MergedCell[] {
  const row = Math.max(0, cell.row - taken);
  const rows = cell.row + cell.rows - taken - row;
  return rows > 0 ? [{ ...cell, row, rows }] : [];
}
