import { type Instant, minute } from "../instant.ts";
import type { Window } from "../window.ts";
import type { UnplannedOutage } from "./unplanned-outage.ts";

/** Time from `from` up to `to`. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** A stretch in which a service is, was or will be down, and what says so. */
export type Downtime = Span &
  ({ readonly kind: "planned"; readonly windowId: string } | { readonly kind: "unplanned"; readonly outageId: string });

/** What is needed of a window to say how long its services are down. */
export type DowntimeFacts = Pick<
  Window,
  "id" | "serviceIds" | "impact" | "start" | "end" | "expectedDowntimeMinutes" | "outcome"
>;

/**
 * How long a window takes its services down, or null when it does not.
 * The rule: only an impact of *outage* is downtime; degraded service, reduced redundancy and none are not. It is down for
 * the expected interruption, and for no longer than the window took: until it was over where it was completed or rolled
 * back, until its planned end (or now, where it runs on past that) where it is open. An outage whose interruption nobody
 * stated counts for all of that. Nobody states when within the window the interruption is, so it counts from the start.
 */
export function downtimeOf(window: DowntimeFacts, now: Instant): Downtime | null {
  const { outcome, start, end } = window;
  if (window.impact !== "outage" || outcome.kind === "cancelled") return null;
  const over = outcome.kind === "open" ? Math.max(end.at, start.at <= now ? now : end.at) : outcome.endedAt;
  const length = Math.min(over - start.at, (window.expectedDowntimeMinutes ?? Number.POSITIVE_INFINITY) * minute);
  return length <= 0 ? null : { kind: "planned", windowId: window.id, from: start.at, to: start.at + length };
}

/** A recorded outage as downtime of its service. */
export function downtimeRecorded({ id, startAt, endAt }: UnplannedOutage): Downtime {
  return { kind: "unplanned", outageId: id, from: startAt, to: endAt };
}

/** The part of a stretch that lies in another, or null. */
export function clipped<S extends Span>(span: S, { from, to }: Span): S | null {
  const start = Math.max(span.from, from);
  const end = Math.min(span.to, to);
  return end <= start ? null : { ...span, from: start, to: end };
}

/** The same time as stretches that neither overlap nor touch, by their begin: what overlaps is counted once. */
export function united(spans: readonly Span[]): readonly Span[] {
  const joined: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** How long these stretches are together, in milliseconds, time they share counted once. */
export function lengthOf(spans: readonly Span[]): number {
  return united(spans).reduce((sum, { from, to }) => sum + to - from, 0);
}
