import { create } from "zustand";
import type { PolicyReading } from "../../../core/domain/policy.ts";
import type { Decisions } from "./linked-rules.ts";
import type { PastedPage } from "./pasted-page.ts";

/** The import under way. Kept while another screen is looked at, so that no decision is lost; never stored. */
type ImportState = {
  readonly text: string;
  /** A page with a table, taken from the clipboard or a file. It stands before `text`, which is kept. */
  readonly page: PastedPage | null;
  readonly reading: PolicyReading | null;
  readonly decisions: Decisions;
  setText(text: string): void;
  setPage(page: PastedPage | null): void;
  show(reading: PolicyReading): void;
  decide(answers: readonly { readonly questionId: string; readonly choice: number }[]): void;
  /** Back to the paste, which stays; the decisions go. */
  startOver(): void;
  finish(): void;
};

const undecided = { reading: null, decisions: new Map<string, number>() };

export const useImport = create<ImportState>((set) => ({
  text: "",
  page: null,
  ...undecided,
  setText: (text) => set({ text }),
  setPage: (page) => set({ page }),
  show: (reading) => set({ ...undecided, reading }),
  decide: (answers) =>
    set(({ decisions }) => ({
      decisions: new Map([...decisions, ...answers.map(({ questionId, choice }) => [questionId, choice] as const)]),
    })),
  startOver: () => set(undecided),
  finish: () => set({ ...undecided, text: "", page: null }),
}));
