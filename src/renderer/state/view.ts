import { create } from "zustand";

/** View state of the shell. Nothing here outlives the page. */
type View = {
  readonly isPaletteOpen: boolean;
  setPaletteOpen(open: boolean): void;
};

export const useView = create<View>((set) => ({
  isPaletteOpen: false,
  setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
}));
