import type { Directory, Workspace } from "./directory.ts";
import type { Instant } from "./instant.ts";
import type { Facts } from "./message.ts";
import type { PlannedNotice, PlannedRecipient } from "./notice.ts";
import type { Told } from "./told.ts";
import type { Window } from "./window.ts";

/** What is known about one notice to one recipient, before it is put into words. */
export type FactsInput = {
  readonly window: Window;
  readonly notice: PlannedNotice;
  readonly recipient: PlannedRecipient;
  /** The whole plan of the window: the next word is only promised when it holds such a notice. */
  readonly plan: readonly PlannedNotice[];
  readonly directory: Directory;
  readonly workspace: Workspace;
  /** What each recipient last heard of this window. */
  readonly told: readonly Told[];
  readonly now: Instant;
};

/** Everything a template can say about one notice to one recipient, in the recipient's zone. */
export function factsFor(_input: FactsInput): Facts {
  return new Map();
}
