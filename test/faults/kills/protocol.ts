import type { ClientEvent, Trigger } from "./points.ts";

/** What a life is started with: the first line the child reads. Tokens go this way only, never in arguments or files. */
export type LifeOptions = {
  readonly folder: string;
  readonly file: string;
  /** The rig's own time; it goes on only when told. */
  readonly now: number;
  readonly slackUrl: string | null;
  readonly graphUrl: string | null;
  /** What the system's store of secrets holds. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The SDKs' waits are this many times shorter, so that an answer that comes too late comes soon. */
  readonly hurry: number;
  /** Where the child kills itself; null when the parent does, or nobody. */
  readonly trigger: Trigger | null;
};

/** What the parent asks for, one line each. */
export type Order =
  /** Calls `app[desk][method](...args)`. */
  | { readonly do: "call"; readonly what: string; readonly args: readonly unknown[] }
  /** Lets time pass and makes a round of the outbox; answered when the round is over. */
  | { readonly do: "pass"; readonly milliseconds: number }
  /** A round, and calls made in the same turn, or right after the round claimed something. */
  | {
      readonly do: "race";
      readonly milliseconds: number;
      readonly when: "sameTurn" | "claimed";
      readonly calls: readonly (readonly [string, readonly unknown[]])[];
    }
  | { readonly do: "checkpoint" }
  /** From now on this commit is the moment. */
  | { readonly do: "arm"; readonly trigger: Trigger }
  | { readonly do: "close" };

/** What the child says, one line each. */
export type Report =
  | { readonly kind: "open" }
  | { readonly kind: "cannotOpen"; readonly why: string }
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "threw"; readonly why: string }
  /** A transaction was committed; the last entry of the audit log is this one. */
  | { readonly kind: "committed"; readonly sequence: number; readonly hash: string }
  /** The system's store of secrets took one. */
  | { readonly kind: "secret"; readonly name: string; readonly secret: string | null }
  | { readonly kind: "checkpointing" }
  /** The point was reached: the next thing is SIGKILL. */
  | { readonly kind: "dying" };

export type { ClientEvent, Trigger };
