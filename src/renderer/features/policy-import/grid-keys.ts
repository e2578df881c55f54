import { mergedAt } from "../../../core/domain/merged-cells.ts";
import type { MergedCell } from "../../../core/domain/source-document.ts";

type Place = { readonly row: number; readonly column: number };
type Bounds = {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly merged: readonly MergedCell[];
};
type Key = { readonly key: string; readonly ctrlKey: boolean };

/** Where a key leads from a cell of a grid (ARIA grid pattern): to the whole of a merged one; null for a key that leads nowhere. */
export function placeAfterKey(key: Key, from: Place, bounds: Bounds): Place | null {
  const { rows = 1, columns = 1 } = mergedAt(bounds.merged, from) ?? {};
  const to = placeBeyond(key, from, { rows, columns }, bounds);
  if (to === null) return null;
  const { row, column } = mergedAt(bounds.merged, to) ?? to;
  return { row, column };
}

function placeBeyond(
  { key, ctrlKey }: Key,
  { row, column }: Place,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  { firstRow, lastRow, lastColumn }: Bounds,
): Place | null {
  switch (key) {
    case "ArrowUp":
      return { row: Math.max(firstRow, row - 1), column };
    case "ArrowDown":
      return { row: Math.min(lastRow, row + rows), column };
    case "ArrowLeft":
      return { row, column: Math.max(0, column - 1) };
    case "ArrowRight":
      return { row, column: Math.min(lastColumn, column + columns) };
    case "Home":
      return { row: ctrlKey ? firstRow : row, column: 0 };
    case "End":
      return { row: ctrlKey ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
