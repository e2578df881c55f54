import { create } from "zustand";

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
  title: "",
  hasDetail: false,
  actionSlot: null,
  detailSlot: null,
  show: (title, hasDetail) => set({ title, hasDetail }),
  setActionSlot: (actionSlot) => set({ actionSlot }),
  setDetailSlot: (detailSlot) => set({ detailSlot }),
}));
