import type { Voice } from "./directory.ts";
import type { Stage } from "./matrix.ts";

/** A value a template may show. Values are data: they never become markup, mentions or template code. */
export type FactValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | { readonly kind: "mention"; readonly name: string; readonly slackId: string | null; readonly teamsId: string | null }
  | { readonly kind: "list"; readonly items: readonly FactValue[] };

/** Everything a template can say about one notice to one recipient, by dotted name (`window.when`). */
export type Facts = ReadonlyMap<string, FactValue>;

/** A template for one stage and voice: Liquid over Markdown. */
export type Template = {
  readonly stage: Stage;
  readonly voice: Voice;
  readonly subject: string;
  readonly body: string;
};

/** A problem in a draft that keeps it from being rendered, with its place. */
export type TemplateProblem =
  | { readonly kind: "syntax"; readonly part: "subject" | "body"; readonly line: number; readonly message: string }
  | { readonly kind: "unknownVariable"; readonly part: "subject" | "body"; readonly name: string }
  | { readonly kind: "emptyVariable"; readonly part: "subject" | "body"; readonly name: string };

/** How grave a finding is: an error blocks approval, a warning is acknowledged by name, a hint is advice. */
export type Gravity = "error" | "warning" | "hint";

/** Words a finding is about, and where they stand. */
export type Place = {
  readonly part: "subject" | "body";
  /** In the notice as its reader gets it, or in the draft with its variables. */
  readonly of: "rendered" | "source";
  readonly quote: string;
  /** Characters from the start of that part. */
  readonly from: number;
  readonly to: number;
  /** How often the same words stand before these in that part: the first ones are 0. */
  readonly nth: number;
};

/** A mend that a button makes in the draft: other words in a place, or a paragraph at its begin or its end. */
export type Mend =
  | { readonly kind: "replace"; readonly label: string; readonly place: Place; readonly replacement: string }
  | { readonly kind: "prepend" | "append"; readonly label: string; readonly replacement: string };

/** Something the checker saw in a draft. */
export type Finding = {
  /** Stable name of the check, as `unknownVariable`; with `quote` it identifies the finding. */
  readonly check: string;
  readonly gravity: Gravity;
  /** An error that a person may override by name, with a reason that goes into the audit log. */
  readonly isOverridable: boolean;
  /** The exact words the finding is about; empty when it is about something missing. */
  readonly quote: string;
  /** Where these words stand, and after them what they disagree with; none for what is missing or the plan's. */
  readonly places: readonly Place[];
  /** Where else the same words stand and are as wrong: those that are wrong wherever they stand. */
  readonly alike?: readonly Place[];
  /** Null where only a person can say what is right. */
  readonly mend: Mend | null;
  /** Why, and what to do, in one or two sentences. */
  readonly message: string;
  readonly part: "subject" | "body" | "plan";
};

/** A person's decision to send in spite of one error: which, and why. */
export type Override = { readonly key: string; readonly reason: string };

/** Names a finding so that a person can acknowledge exactly this one. */
export function findingKey(finding: Finding): string {
  return `${finding.check}:${finding.quote}`;
}
