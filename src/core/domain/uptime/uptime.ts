import type { Service } from "../directory.ts";
import type { Instant } from "../instant.ts";
import { clipped, type Downtime, lengthOf, type Span } from "./uptime-downtime.ts";
import { type Month, monthSpan } from "./uptime-month.ts";

/** Where a promise of uptime stands in a month. */
export type UptimeStanding =
  /** None was promised. */
  | "none"
  | "kept"
  /** Kept so far; the windows planned ahead would break it. */
  | "wouldBreak"
  | "broken";

/** A service's downtime in one month of its zone's calendar. Every length is in milliseconds. */
export type UptimeMonth = {
  readonly month: Month;
  readonly from: Instant;
  readonly to: Instant;
  /** The downtime the promise allows: its hundredth part of the whole month; null where none is promised. */
  readonly allowance: number | null;
  /** Recorded by hand, up to now. */
  readonly unplanned: number;
  /** By windows, up to now, beside what was recorded as unplanned. */
  readonly planned: number;
  /** By windows, from now on. */
  readonly ahead: number;
  /** What of `unplanned` and `planned` counts against the promise. */
  readonly used: number;
  /** What is left of the allowance; less than nothing when it was overused. */
  readonly left: number | null;
  /** What the planned windows would leave of it. */
  readonly leftAfterAhead: number | null;
  /** Per cent of the month so far in which the service was up, as the promise counts it; null before it begins. */
  readonly availability: number | null;
  readonly standing: UptimeStanding;
};

/** How downtime is counted: until when it has happened, and whether planned work counts (a setting of the workspace). */
export type UptimeCounting = { readonly now: Instant; readonly countsPlanned: boolean };

/**
 * What a month's downtime comes to. `downtime` is that of the service, inside and outside the month, in any order; time
 * that several share is counted once, and as unplanned where any of them is, since somebody recorded it as that.
 */
export function uptimeIn(
  month: Month,
  { zone, promisedUptime }: Pick<Service, "zone" | "promisedUptime">,
  downtime: readonly Downtime[],
  { now, countsPlanned }: UptimeCounting,
): UptimeMonth {
  const whole = monthSpan(month, zone);
  const soFar: Span = { from: whole.from, to: Math.min(Math.max(now, whole.from), whole.to) };
  const inMonth = downtime.flatMap((span) => clipped(span, whole) ?? []);
  const until = (spans: readonly Span[]): Span[] => spans.flatMap((span) => clipped(span, soFar) ?? []);
  const recorded = inMonth.filter(({ kind }) => kind === "unplanned");
  const unplanned = lengthOf(until(recorded));
  const planned = lengthOf(until(inMonth)) - unplanned;
  const ahead = lengthOf(inMonth) - lengthOf(recorded) - planned;
  const used = unplanned + (countsPlanned ? planned : 0);
  const allowance = promisedUptime === null ? null : Math.round(((whole.to - whole.from) * (100 - promisedUptime)) / 100);
  const left = allowance === null ? null : allowance - used;
  const leftAfterAhead = left === null ? null : left - (countsPlanned ? ahead : 0);
  const elapsed = soFar.to - soFar.from;
  return {
    month,
    ...whole,
    allowance,
    unplanned,
    planned,
    ahead,
    used,
    left,
    leftAfterAhead,
    availability: elapsed === 0 ? null : 100 * (1 - used / elapsed),
    standing: standingOf(left, leftAfterAhead),
  };
}

function standingOf(left: number | null, leftAfterAhead: number | null): UptimeStanding {
  if (left === null || leftAfterAhead === null) return "none";
  if (left < 0) return "broken";
  return leftAfterAhead < 0 ? "wouldBreak" : "kept";
}

/** What one window takes of a month's allowance, beside everything else. Lengths are in milliseconds. */
export type UptimeShare = UptimeMonth & {
  readonly serviceId: string;
  readonly serviceName: string;
  /** What this window adds to the month's downtime. */
  readonly ofWindow: number;
};

/** The month with a window's downtime in it, and what that adds; null when the window adds nothing to it. */
export function uptimeShare(
  month: Month,
  service: Service,
  others: readonly Downtime[],
  ofWindow: Downtime,
  counting: UptimeCounting,
): UptimeShare | null {
  const without = uptimeIn(month, service, others, counting);
  const withIt = uptimeIn(month, service, [...others, ofWindow], counting);
  const added = withIt.planned + withIt.ahead - without.planned - without.ahead;
  if (added <= 0) return null;
  return { ...withIt, serviceId: service.id, serviceName: service.name, ofWindow: added };
}

/** What a month's allowance is made of, in the order in which a chart shows it. */
export const uptimePartKinds = ["unplanned", "planned", "ahead", "left"] as const;
export type UptimePartKind = (typeof uptimePartKinds)[number];

/**
 * What counts against the promise, and what of the allowance would remain, in milliseconds; nothing remains where more
 * is used than is allowed. What does not count is no part.
 */
export function uptimeParts(month: UptimeMonth): Readonly<Record<UptimePartKind, number>> {
  const { unplanned, used, left, leftAfterAhead } = month;
  const planned = used - unplanned;
  const ahead = left === null || leftAfterAhead === null ? 0 : left - leftAfterAhead;
  return { unplanned, planned, ahead, left: Math.max(0, leftAfterAhead ?? 0) };
}
