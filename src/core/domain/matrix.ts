import type { TimeOfDay, ZoneId } from "./instant.ts";

/** The point in a window's life a notice speaks of. */
export type Stage =
  | "announce"
  | "reminder"
  | "start"
  | "progress"
  | "extended"
  | "rescheduled"
  | "cancelled"
  | "rolledBack"
  | "completed";
export const stages = [
  "announce",
  "reminder",
  "start",
  "progress",
  "extended",
  "rescheduled",
  "cancelled",
  "rolledBack",
  "completed",
] as const satisfies readonly Stage[];

/** Stages that follow from what happens to a window rather than from the clock. */
export type StatusStage = "extended" | "rescheduled" | "cancelled" | "rolledBack" | "completed";

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** In whose zone and calendar a timing is counted. `recipient` is the customer's, or the coordinator's inside. */
export type Place =
  | { readonly kind: "service" }
  | { readonly kind: "recipient" }
  | { readonly kind: "coordinator" }
  | { readonly kind: "named"; readonly zone: ZoneId };

/** What a length of time before the start is counted in. */
export type TimingUnit = "minutes" | "hours" | "days" | "businessDays";

/** Whether it is counted by the clock alone: no calendar, no time of day beside it. */
export function isOfClock(unit: TimingUnit): unit is "minutes" | "hours" {
  return unit === "minutes" || unit === "hours";
}

/** When a rule wants its notice sent. */
export type Timing =
  /** As soon as the window is known. */
  | { readonly kind: "planning" }
  /** N minutes, hours, days or business days before the start; `at` fixes the time of day (days and business days only). */
  | {
      readonly kind: "before";
      readonly amount: number;
      readonly unit: TimingUnit;
      readonly at: TimeOfDay | null;
      readonly place: Place;
    }
  /** On a weekday, every week or every second one, from now until the start. */
  | {
      readonly kind: "weekly";
      readonly weekday: Weekday;
      readonly everyWeeks: 1 | 2;
      readonly at: TimeOfDay;
      readonly place: Place;
    }
  | { readonly kind: "start" }
  /** Every N minutes while it runs; only where there is impact. */
  | { readonly kind: "during"; readonly everyMinutes: number }
  /** When the work is over: completed or rolled back. */
  | { readonly kind: "end" }
  /** When the window is extended, moved, cancelled, rolled back or completed. */
  | { readonly kind: "statusChange" };

/** The notice a policy promises: at least this much, counted in this calendar. */
export type Promised = {
  readonly amount: number;
  readonly unit: Exclude<TimingUnit, "days">;
  readonly calendar: "customer" | "service" | "coordinator";
};

export type Condition = {
  /** Only when customers are affected. */
  readonly customersAffected: boolean;
  /** Only when the window has an impact that can be felt. */
  readonly impactOnly: boolean;
  /** Only for these services; empty means any. */
  readonly serviceIds: readonly string[];
};

/** A row of the matrix: change type × stage × audience × channels × timing. */
export type Rule = {
  readonly id: string;
  /** Null means every change type. */
  readonly changeTypeId: string | null;
  readonly stage: Stage;
  readonly audienceId: string;
  readonly channelIds: readonly string[];
  readonly timing: Timing;
  readonly promised: Promised | null;
  readonly condition: Condition;
  /** The lead responsible, as a role: `DevOps Engineer`. */
  readonly lead: string;
  /** Whether an approved-by-policy notice may go by itself when due, or waits for a person. */
  readonly sending: "automatic" | "person";
  /** The policy's words behind this rule, for a reader who asks why. Empty when typed by hand. */
  readonly source: string;
};

export const noCondition: Condition = { customersAffected: false, impactOnly: false, serviceIds: [] };
