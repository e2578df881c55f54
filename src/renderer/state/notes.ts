import type { ReactNode } from "react";
import { create } from "zustand";

/** Something that was done, with what to do next; it stays until somebody closes it. */
export type Note = { readonly title: string; readonly content: ReactNode };

type NoteState = {
  /** The latest note, or null. */
  readonly note: Note | null;
  show(note: Note): void;
  close(): void;
};

export const useNote = create<NoteState>((set) => ({
  note: null,
  show: (note) => set({ note }),
  close: () => set({ note: null }),
}));
