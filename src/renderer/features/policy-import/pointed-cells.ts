import { create } from "zustand";
import type { CellKey } from "./cell-links.ts";

/** The cells behind what is under the pointer or has the focus. A store, so that only the rows concerned are drawn again. */
type PointedCells = {
  readonly cells: ReadonlySet<CellKey>;
  /** The cell of the source that is itself under the pointer or has the focus: what rests on it shows. */
  readonly source: CellKey | null;
  point(cells: readonly CellKey[]): void;
  pointFrom(source: CellKey | null): void;
};

export const usePointedCells = create<PointedCells>((set) => ({
  cells: new Set(),
  source: null,
  point: (cells) => set({ cells: new Set(cells) }),
  pointFrom: (source) => set({ source }),
}));

/** Whether the pointer is on one of these cells in the source. */
export function useIsPointedFrom(cells: readonly CellKey[]): boolean {
  return usePointedCells(({ source }) => source !== null && cells.includes(source));
}

/** What an element needs so that its cells show while it is pointed at or holds the focus. */
export function pointsAt(cells: readonly CellKey[]) {
  const { point } = usePointedCells.getState();
  return {
    onMouseEnter: () => point(cells),
    onMouseLeave: () => point([]),
    onFocus: () => point(cells),
    onBlur: () => point([]),
  };
}
