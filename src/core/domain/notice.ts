import type { Voice } from "./directory.ts";
import type { Instant, ZoneId } from "./instant.ts";
import type { Stage } from "./matrix.ts";

/**
 * Whether the promised notice is kept for one recipient, and what would keep it. `acceptedAt` is when its notice was
 * really accepted; unsaid while none was, and the promise was measured by the time of the judgement.
 */
export type PromiseOutcome =
  | { readonly kind: "none" }
  /** Kept when the notice is accepted by `latest`. */
  | { readonly kind: "kept"; readonly latest: Instant; readonly acceptedAt?: Instant }
  /** Too late: `latest` had passed; a start no earlier than `earliestStart` would keep it. */
  | { readonly kind: "broken"; readonly latest: Instant; readonly earliestStart: Instant; readonly acceptedAt?: Instant };

/** Whether a promise is broken at `now`: by when its notice was accepted, or because its time has passed without one. */
export function isBrokenAt(promise: PromiseOutcome, now: Instant): boolean {
  if (promise.kind === "none") return false;
  return promise.kind === "broken" || (promise.acceptedAt ?? now) > promise.latest;
}

/** One recipient of a planned notice: a channel and, outside the organisation, one customer. */
export type PlannedRecipient = {
  readonly channelId: string;
  readonly customerId: string | null;
  readonly dueAt: Instant;
  /** The zone the recipient reads times in. */
  readonly zone: ZoneId;
  readonly promise: PromiseOutcome;
};

/** Why a notice is owed, in words a coordinator can check against the policy. */
export type Explanation = {
  /** For instance `3 business days before the start, 09:00 in the customer's zone`. */
  readonly timing: string;
  /** For instance `England and Wales holidays, clear days`; empty where no calendar was counted. */
  readonly calendar: string;
  /** The policy's own words, or why the notice exists without a rule. */
  readonly because: string;
};

/** One message owed by a rule for a window, as the plan computes it. */
export type PlannedNotice = {
  /** Stable across recomputation: window, rule, stage and occurrence. */
  readonly key: string;
  readonly windowId: string;
  readonly windowRevision: number;
  /** Null for a notice owed because somebody was told before, not because of a rule. */
  readonly ruleId: string | null;
  readonly stage: Stage;
  readonly audienceId: string;
  readonly voice: Voice;
  /** The earliest due time of its recipients. */
  readonly dueAt: Instant;
  /** After this the notice would be stale and never leaves. */
  readonly latestUsefulAt: Instant;
  readonly recipients: readonly PlannedRecipient[];
  readonly sending: "automatic" | "person";
  readonly explanation: Explanation;
};

/** What the coordinator edits: a subject and a Markdown body, both with template variables. */
export type Draft = { readonly subject: string; readonly body: string };

/**
 * A planned notice as stored, with what people did to it.
 * `open` waits for a person; `approved` has deliveries; `skipped` was decided against, with a reason;
 * `superseded` was overtaken by a change of its window.
 */
export type NoticeState =
  | { readonly kind: "open" }
  | { readonly kind: "approved"; readonly at: Instant; readonly by: string; readonly batchId: string }
  | { readonly kind: "skipped"; readonly at: Instant; readonly by: string; readonly reason: string }
  | { readonly kind: "superseded"; readonly at: Instant };

export type Notice = PlannedNotice & {
  readonly id: string;
  /** Null until somebody edits it: the template's text is used. */
  readonly draft: Draft | null;
  readonly state: NoticeState;
};
