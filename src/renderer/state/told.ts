import { create } from "zustand";
import type { TellResult } from "../../core/app/notices/approving.ts";

/** A step that tells people, shown until its undo time is over and its result was seen. */
export type Announcement = {
  /** What was done, as `Resize EKS nodes is completed`. */
  readonly title: string;
  readonly result: TellResult;
  /** What follows, where nothing of it leaves by itself. */
  readonly after?: string;
};

type ToldState = {
  readonly announcements: readonly Announcement[];
  /** Shows the toast with Undo; call it with the answer of conclude, extend or approve. */
  announce(announcement: Announcement): void;
  dismiss(batchId: string): void;
};

export const useTold = create<ToldState>((set) => ({
  announcements: [],
  announce: (announcement) => set((state) => ({ announcements: [...state.announcements, announcement] })),
  dismiss: (batchId) =>
    set((state) => ({ announcements: state.announcements.filter(({ result }) => result.batchId !== batchId) })),
}));
