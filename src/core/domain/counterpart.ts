import { canonicalJson } from "./canonical-json.ts";
import type { ConnectionKind } from "./connection-kind.ts";
import type { Instant, ZoneId } from "./instant.ts";
import type { Impact, Outcome, Window } from "./window.ts";

/**
 * What another system holds of a window: a PagerDuty maintenance window, a change request, a link on a ticket, an entry of
 * a shared calendar. It is made, moved and ended with its window.
 */
export type Counterpart = {
  readonly id: string;
  readonly windowId: string;
  readonly kind: ConnectionKind;
  readonly place: Place;
  /** What the system said it holds, when it was last heard; null before it is made. */
  readonly held: HeldRecord | null;
  /** What it was last brought in step with (`wishSign`); empty before the first time. */
  readonly inStepWith: string;
  readonly state: CounterpartState;
};

/** Where a counterpart is kept, in its system's own terms: services, a template, a project, a calendar. */
export type Place = {
  readonly ids: readonly string[];
  readonly name: string;
  /** A record that was there before and is linked, never made: it is never removed either. */
  readonly record: { readonly id: string; readonly url: string | null } | null;
  /** What a person decides when a window is to be kept there; absent where there is nothing to decide. */
  readonly choices?: readonly PlaceChoice[];
  /** What was decided, by the names of the choices. */
  readonly chosen?: Readonly<Record<string, string>>;
};

/** A decision about a place, with its answers in the order in which they are offered. */
export type PlaceChoice = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The option that holds unless another one is taken. */
  readonly usual: string;
};

/** A record as its system shows it. */
export type HeldRecord = {
  readonly id: string;
  /** How people call it, where that is not its id: `CHG0030001`. */
  readonly name?: string;
  /** Where a person looks at it. */
  readonly url: string | null;
  /** In the system's own words. */
  readonly status: string;
  /** Null where the system keeps no times. */
  readonly startAt: Instant | null;
  readonly endAt: Instant | null;
  readonly isOver: boolean;
  /** What a person should know: a field that was ignored, an approval that is missing, a conflict. */
  readonly remarks: readonly string[];
  readonly readAt: Instant;
};

export type CounterpartState =
  /** Says what the window says, as far as was heard. */
  | { readonly kind: "inStep"; readonly since: Instant }
  /** To be brought in step, not before `nextAt`. `detail` says why it did not work so far, or is empty. */
  | {
      readonly kind: "behind";
      readonly since: Instant;
      readonly tries: number;
      readonly nextAt: Instant;
      readonly detail: string;
    }
  /** Committed to disk before the first byte leaves. After `leaseUntil` without an outcome it is unknown. */
  | { readonly kind: "working"; readonly since: Instant; readonly leaseUntil: Instant }
  /** May or may not have been done: it is looked for before anything is done again. */
  | {
      readonly kind: "unknown";
      readonly since: Instant;
      readonly looks: number;
      readonly nextAt: Instant;
      readonly detail: string;
    }
  /** Would not be done next time either: a person must act, or the window must change. `of` is what was refused (`wishSign`). */
  | { readonly kind: "refused"; readonly since: Instant; readonly detail: string; readonly of: string };

/** What a counterpart should say. */
export type CounterpartWish = {
  /** By which it is found again: it stands in the record's text, and nothing else has it. */
  readonly mark: string;
  readonly reference: string;
  readonly title: string;
  readonly description: string;
  readonly rollbackPlan: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly zone: ZoneId;
  readonly impact: Impact;
  readonly outcome: Outcome["kind"];
  /** When the work was over; null while the window is open or was cancelled. */
  readonly endedAt: Instant | null;
  /** What was said when it ended. */
  readonly note: string;
};

/** What a window asks of a counterpart. Nothing in it depends on the clock: the same window asks for the same. */
export function wishOf(window: Window, counterpartId: string): CounterpartWish {
  const { outcome } = window;
  return {
    mark: `${window.reference} (${counterpartId})`,
    reference: window.reference,
    title: window.title,
    description: [window.reason, window.effect].filter((text) => text.trim() !== "").join("\n\n"),
    rollbackPlan: window.rollbackPlan,
    startAt: window.start.at,
    endAt: window.end.at,
    zone: window.zone,
    impact: window.impact,
    outcome: outcome.kind,
    endedAt: "endedAt" in outcome ? outcome.endedAt : null,
    note: "note" in outcome ? outcome.note : "",
  };
}

/** Two wishes with the same sign ask for the same. */
export function wishSign(wish: CounterpartWish): string {
  return canonicalJson(wish);
}
