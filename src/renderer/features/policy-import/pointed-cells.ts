import { create } from "zustand";
import type { CellKey } from "./cell-links.ts";

/** The cells behind what is under the pointer or has the focus. A store, so that only the rows concerned are drawn again. */
type PointedCells = {
  readonly cells: ReadonlySet<CellKey>;
  point(cells: readonly CellKey[]): void;
};

export const usePointedCells = create<PointedCells>((set) => ({
  cells: new Set(),
  point: (cells) => set({ cells: new Set(cells) }),
}));

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
