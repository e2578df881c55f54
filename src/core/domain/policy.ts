import type { ChannelKind, Voice } from "./directory.ts";
import type { Condition, Promised, Stage, Timing } from "./matrix.ts";

/** A rule as a policy states it: names instead of ids, since what it names may not exist yet. */
export type ProposedRule = {
  /** Null means every change type. */
  readonly changeType: string | null;
  readonly stage: Stage;
  readonly audience: { readonly name: string; readonly voice: Voice };
  readonly channels: readonly { readonly name: string; readonly kind: ChannelKind }[];
  readonly timing: Timing;
  readonly promised: Promised | null;
  readonly condition: Omit<Condition, "serviceIds">;
  readonly lead: string;
  readonly sending: "automatic" | "person";
  /** The policy's own words. */
  readonly source: string;
};

/** Where words stand in the source: the table's number and the cell, for showing them beside the rule. */
export type SourceCell = { readonly table: number; readonly row: number; readonly column: number; readonly words: string };

/** One possible answer to a question, and the rules it would make. */
export type PolicyChoice = { readonly label: string; readonly rules: readonly ProposedRule[] };

/** What could not be read with certainty: a person decides. The first choice is the likeliest; none is taken silently. */
export type PolicyQuestion = {
  readonly id: string;
  readonly cell: SourceCell;
  readonly changeType: string | null;
  /** The reason it is asked, in one sentence. */
  readonly why: string;
  readonly question: string;
  readonly choices: readonly PolicyChoice[];
};

/** A pasted policy, read. Every cell of a table is behind a rule, a question or an entry of `ignored`. */
export type PolicyReading = {
  readonly rules: readonly { readonly rule: ProposedRule; readonly cells: readonly SourceCell[] }[];
  readonly questions: readonly PolicyQuestion[];
  /** Cells that are no notices, with the reason (an empty cell, `N/A`). */
  readonly ignored: readonly { readonly cell: SourceCell; readonly why: string }[];
  /** The facts every message must carry, where the policy lists them. */
  readonly requiredFacts: readonly string[];
  readonly tables: readonly {
    readonly heading: string;
    readonly headers: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
};
