import type { TimeOfDay } from "../../instant.ts";
import type { StatusStage, Weekday } from "../../matrix.ts";
import type { LeadTime } from "./lead-time.ts";

/** A time of notice as a policy's words give it, before it is known for whom. */
export type When =
  /** As soon as the change is known. */
  | { readonly kind: "planning" }
  /** `at` where the words say at what hour of that day. */
  | { readonly kind: "before"; readonly lead: LeadTime; readonly at?: TimeOfDay }
  /** Before the change, and not said how long. */
  | { readonly kind: "sometimeBefore" }
  /** Again and again until the start; null where the words leave it open. */
  | { readonly kind: "weekly"; readonly weekday: Weekday | null; readonly everyWeeks: 1 | 2 | null }
  | { readonly kind: "daily" }
  | { readonly kind: "start" }
  /** While it runs; null where it is not said how often. */
  | { readonly kind: "during"; readonly everyMinutes: number | null }
  /** "Implementation updates": of what happens, and not said when. */
  | { readonly kind: "implementation" }
  | { readonly kind: "end" }
  | { readonly kind: "statusChange"; readonly stage: StatusStage }
  /** A time is meant that cannot be counted; `why` completes "It is asked because …". */
  | { readonly kind: "unclear"; readonly why: string; readonly slot: Slot; readonly near: readonly LeadTime[] };

/** The part of a window's life a time belongs to; what a cell says of one part says nothing of the others. */
export type Slot = "before" | "start" | "during" | "after" | "status";

/** A time before the start that cannot be counted. */
export function unclear(why: string): When & { kind: "unclear" } {
  return { kind: "unclear", why, slot: "before", near: [] };
}

export function slotOf(when: When): Slot {
  switch (when.kind) {
    case "planning":
    case "before":
    case "sometimeBefore":
    case "weekly":
    case "daily":
      return "before";
    case "start":
      return "start";
    case "during":
    case "implementation":
      return "during";
    case "end":
      return "after";
    case "statusChange":
      return "status";
    case "unclear":
      return when.slot;
  }
}
