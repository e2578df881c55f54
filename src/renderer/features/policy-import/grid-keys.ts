type Place = { readonly row: number; readonly column: number };
type Bounds = { readonly firstRow: number; readonly lastRow: number; readonly lastColumn: number };

/** Where a key leads from a cell of a grid (ARIA grid pattern); null for a key that leads nowhere. */
export function placeAfterKey(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: Place,
  { firstRow, lastRow, lastColumn }: Bounds,
): Place | null {
  switch (key) {
    case "ArrowUp":
      return { row: Math.max(firstRow, row - 1), column };
    case "ArrowDown":
      return { row: Math.min(lastRow, row + 1), column };
    case "ArrowLeft":
      return { row, column: Math.max(0, column - 1) };
    case "ArrowRight":
      return { row, column: Math.min(lastColumn, column + 1) };
    case "Home":
      return { row: ctrlKey ? firstRow : row, column: 0 };
    case "End":
      return { row: ctrlKey ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
