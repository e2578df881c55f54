import type { Instant, WallTime, ZonedTime, ZoneId } from "./instant.ts";

/** What users of the service will feel, from X-MAINTNOTE-IMPACT. */
export type Impact = "none" | "reducedRedundancy" | "degraded" | "outage";
export const impacts = ["none", "reducedRedundancy", "degraded", "outage"] as const satisfies readonly Impact[];

/** A record in another system: a ticket, a change request, a page. */
export type Reference = { readonly label: string; readonly url: string | null };

/** How a window ended, or that it has not. `at` is when it was said; `endedAt` when the work was over. */
export type Outcome =
  | { readonly kind: "open" }
  | { readonly kind: "completed"; readonly at: Instant; readonly endedAt: Instant; readonly note: string }
  | {
      readonly kind: "rolledBack";
      readonly at: Instant;
      readonly endedAt: Instant;
      readonly note: string;
      /** What was lost or must be done again; empty or unsaid: nothing. */
      readonly lost?: string;
      /** When it is tried again; empty or unsaid: no date is set. */
      readonly nextTry?: string;
    }
  | {
      readonly kind: "cancelled";
      readonly at: Instant;
      readonly note: string;
      /** The new date, or how it goes on; empty or unsaid: none is planned. */
      readonly newDate?: string;
      /** The step in which several windows of a series were cancelled: its readers are told once of all of them. */
      readonly together?: string;
    };

/** What the coordinator states about a planned change. */
export type WindowFacts = {
  readonly title: string;
  readonly changeTypeId: string;
  readonly serviceIds: readonly string[];
  readonly start: ZonedTime;
  readonly end: ZonedTime;
  /** The zone the window is planned in. */
  readonly zone: ZoneId;
  readonly impact: Impact;
  /** The longest felt interruption within the window, in minutes; null when none is expected. */
  readonly expectedDowntimeMinutes: number | null;
  /** Whether customers outside the organisation are affected. */
  readonly customersAffected: boolean;
  readonly reason: string;
  /** What readers will notice, in plain words. */
  readonly effect: string;
  /** What goes on working meanwhile; empty or unsaid: all else works as usual, and readers are told so. */
  readonly goesOn?: string;
  /** What readers must do, a line for each role or condition; empty means they need to do nothing. */
  readonly toDo: string;
  /** By when they must have done it; null or unsaid: by the start. */
  readonly toDoBy?: ZonedTime | null;
  /** What is different for readers once it is over; empty or unsaid: nothing is, and they are told so. */
  readonly afterwards?: string;
  /** What readers must do once it is over; empty or unsaid: nothing. */
  readonly toDoAfter?: string;
  /** While it runs: what is done, and what is left; empty or unsaid: it goes as planned. */
  readonly progress?: string;
  readonly rollbackPlan: string;
  readonly lead: string;
  /** Who does the work beside the lead, by name or role: nobody can work on two windows at once. */
  readonly engineers: readonly string[];
  readonly communicationOwner: string;
  readonly references: readonly Reference[];
  /** Why its readers get less notice than was promised, and who agreed to that; null while every promise is kept. */
  readonly shortNotice: ShortNotice | null;
};

/** What makes a window acceptable although a promise of notice is broken. */
export type ShortNotice = { readonly reason: string; readonly approver: string };

/** A window's place among others that their readers are told of together. */
export type WindowGroup =
  /** One of several windows of one change, told of in one conversation. Its number is its place by start. */
  | { readonly kind: "change"; readonly id: string; readonly title: string }
  /** One occurrence of a series. `occurrence` is the wall time its rule gives it, whatever it was moved to (RECURRENCE-ID). */
  | { readonly kind: "series"; readonly id: string; readonly occurrence: WallTime };

/** A planned change with a start and an end. */
export type Window = WindowFacts & {
  readonly id: string;
  /** What readers quote: `FW-2026-118`. */
  readonly reference: string;
  /** Grows by one with every change of facts; approved text belongs to one revision. */
  readonly revision: number;
  readonly createdAt: Instant;
  readonly outcome: Outcome;
  /** Null for a window by itself. */
  readonly group: WindowGroup | null;
  /** The times this window had before, oldest first; what earlier notices said. */
  readonly formerTimes: readonly FormerTime[];
  /** When its facts were last changed. A file from before does not say. */
  readonly changedAt?: Instant;
  /** By how much its number in calendars is ahead of its revision, since a change was undone after somebody may have had it. */
  readonly takenBack?: number;
};

/** A time the window once had: until when it held, and whether it was moved or extended. */
export type FormerTime = {
  readonly start: ZonedTime;
  readonly end: ZonedTime;
  readonly revision: number;
  readonly replacedAt: Instant;
  readonly by: "rescheduled" | "extended";
  readonly why: string;
  /** The step in which several windows of a series were moved: its readers are told once of all of them. */
  readonly together?: string;
};

export type Phase = "upcoming" | "running" | "completed" | "rolledBack" | "cancelled";

/** Where a window stands at `now`. Running goes on past the planned end until somebody says it is over. */
export function phaseOf(window: Pick<Window, "start" | "outcome">, now: Instant): Phase {
  if (window.outcome.kind !== "open") return window.outcome.kind;
  return now < window.start.at ? "upcoming" : "running";
}
