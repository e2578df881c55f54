import { create } from "zustand";
import { isToday } from "../../contract/first-screen.ts";
import { currentPlace } from "./place.ts";

/** What the page on screen puts into the bar above it. */
type PageTitle = {
  readonly title: string;
  readonly hasDetail: boolean;
  readonly actionSlot: HTMLElement | null;
  readonly detailSlot: HTMLElement | null;
  show(title: string, hasDetail: boolean): void;
  setActionSlot(element: HTMLElement | null): void;
  setDetailSlot(element: HTMLElement | null): void;
};

export const usePageTitle = create<PageTitle>((set) => ({
  // Today's is there with its first frame; every other page brings its own.
  title: isToday(currentPlace().path) ? "Today" : "",
  hasDetail: false,
  actionSlot: null,
  detailSlot: null,
  show: (title, hasDetail) => set({ title, hasDetail }),
  setActionSlot: (actionSlot) => set({ actionSlot }),
  setDetailSlot: (detailSlot) => set({ detailSlot }),
}));
