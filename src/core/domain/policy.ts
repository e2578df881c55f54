import type { ChannelKind, Voice } from "./directory.ts";
import type { Condition, Promised, Stage, Timing } from "./matrix.ts";
import type { MergedCell } from "./source-document.ts";

export type ProposedChannel = { readonly name: string; readonly kind: ChannelKind };

/** A person or a group the policy wants named in its messages: `@on-call`, `System owner`. */
export type ProposedMention = { readonly name: string; readonly kind: "person" | "group" };

/** A rule as a policy states it: names instead of ids, since what it names may not exist yet. */
export type ProposedRule = {
  /** Null means every change type. */
  readonly changeType: string | null;
  readonly stage: Stage;
  /** `mentions` are also whom "the same audience by mail" means. */
  readonly audience: { readonly name: string; readonly voice: Voice; readonly mentions: readonly ProposedMention[] };
  readonly channels: readonly ProposedChannel[];
  readonly timing: Timing;
  readonly promised: Promised | null;
  readonly condition: Omit<Condition, "serviceIds">;
  readonly lead: string;
  readonly sending: "automatic" | "person";
  /** The policy's own words. */
  readonly source: string;
};

/**
 * Where words stand in the source: the table's number and the cell, for showing them beside the rule.
 * Row -1 is the header. `words` may be a part of the cell.
 */
export type SourceCell = { readonly table: number; readonly row: number; readonly column: number; readonly words: string };

/** What an answer does to rules already read, beside the rules it brings. */
export type RuleChange =
  | { readonly kind: "none" }
  /** `from` stands for a channel still to be chosen (`Email/Portal`); rules that name it get `to` in its place. */
  | { readonly kind: "channels"; readonly from: ProposedChannel; readonly to: readonly ProposedChannel[] }
  /** `from` stands for readers still to be named; null drops the rules for them. */
  | { readonly kind: "audience"; readonly from: string; readonly to: { readonly name: string; readonly voice: Voice } | null }
  /** Rules for this audience mention one more. */
  | { readonly kind: "mention"; readonly audience: string; readonly mention: ProposedMention };

/** One possible answer to a question: the rules it would make, and what it changes in others (`decidedRules` applies both). */
export type PolicyChoice = { readonly label: string; readonly rules: readonly ProposedRule[]; readonly change: RuleChange };

/** What could not be read with certainty: a person decides. The first choice is the likeliest; none is taken silently. */
export type PolicyQuestion = {
  readonly id: string;
  readonly cell: SourceCell;
  /** Other cells its rules draw on. */
  readonly otherCells: readonly SourceCell[];
  readonly changeType: string | null;
  /** The reason it is asked, in one sentence. */
  readonly why: string;
  readonly question: string;
  readonly choices: readonly PolicyChoice[];
};

/**
 * A pasted policy, read. Every cell of a table is behind a rule, a question or an entry of `ignored`. Its rules are to be
 * stored by way of `decidedRules` only: until a question is answered, a rule may name a stand-in for a channel or an audience.
 */
export type PolicyReading = {
  readonly rules: readonly { readonly rule: ProposedRule; readonly cells: readonly SourceCell[] }[];
  readonly questions: readonly PolicyQuestion[];
  /** Cells, or parts of them, that are no notices, with the reason (an empty cell, `N/A`, a link to carry). */
  readonly ignored: readonly { readonly cell: SourceCell; readonly why: string }[];
  /** The facts every message must carry, where the policy lists them. */
  readonly requiredFacts: readonly string[];
  /** The source for showing: its tables, then each section with points or paragraphs as a table of one column without headers. */
  readonly tables: readonly {
    readonly heading: string;
    readonly headers: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly merged?: readonly MergedCell[];
    /** Where it stands in the document among the others, for showing them in order. */
    readonly place?: number;
  }[];
};
