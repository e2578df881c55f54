import { create } from "zustand";

/** How far each batch on its way out is, as the backend reports it. */
type Progress = {
  readonly batches: Readonly<Record<string, { readonly done: number; readonly total: number }>>;
  report(batchId: string, done: number, total: number): void;
};

export const useProgress = create<Progress>((set) => ({
  batches: {},
  report: (batchId, done, total) => set((state) => ({ batches: { ...state.batches, [batchId]: { done, total } } })),
}));
