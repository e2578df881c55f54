import { minute } from "../instant.ts";
import type { UptimeMonth, UptimeShare } from "./uptime.ts";
import { describeMonth, monthName } from "./uptime-month.ts";

/** A length of downtime in milliseconds: `7 h 12 min`, `43 min`, and below ten minutes `4 min 19 s`. Never a sign. */
export function describeDowntime(length: number): string {
  const size = Math.abs(length);
  const seconds = Math.round(size / 1000);
  if (seconds < 600) {
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    if (minutes === 0) return rest === 0 ? "0 min" : `${rest} s`;
    return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  }
  const whole = Math.round(size / minute);
  const hours = Math.floor(whole / 60);
  if (hours === 0) return `${whole} min`;
  return whole % 60 === 0 ? `${hours} h` : `${hours} h ${whole % 60} min`;
}

/**
 * Per cent with three digits behind the point, cut and not rounded: 99.9996 % is not 100 %, and what falls short of a
 * promise by a second must not read as kept.
 */
export function describePercent(percent: number): string {
  // Binary fractions fall short of 99.9 by less than a billionth: that is no second of any month.
  return `${String(Math.floor(percent * 1000 + 1e-6) / 1000)} %`;
}

/** Where a month stands, in one sentence. */
export function describeUptime(month: UptimeMonth): string {
  const { allowance, left, leftAfterAhead, used } = month;
  if (allowance === null || left === null || leftAfterAhead === null) {
    return `${describeDowntime(used)} of downtime; no uptime is promised.`;
  }
  const all = `${monthName(month.month)}'s ${describeDowntime(allowance)}`;
  switch (month.standing) {
    case "broken":
      return `${describeDowntime(left)} more than ${all} was used: the promised uptime is broken.`;
    case "wouldBreak":
      return `${describeDowntime(left)} of ${all} are left; the windows planned ahead take ${describeDowntime(leftAfterAhead)} more than that.`;
    default:
      return month.leftAfterAhead === left
        ? `${describeDowntime(left)} of ${all} are left.`
        : `${describeDowntime(left)} of ${all} are left, ${describeDowntime(leftAfterAhead)} after the windows planned ahead.`;
  }
}

/** What a window leaves of a month's allowance: `Leaves 12 min of December's 7 h 12 min for Portal.` */
export function describeShare(share: UptimeShare): string {
  const { allowance, leftAfterAhead, serviceName, ofWindow } = share;
  const month = describeMonth(share.month);
  if (allowance === null || leftAfterAhead === null)
    return `${describeDowntime(ofWindow)} of downtime in ${month} for ${serviceName}.`;
  const all = `${monthName(share.month)}'s ${describeDowntime(allowance)}`;
  if (leftAfterAhead >= 0) return `Leaves ${describeDowntime(leftAfterAhead)} of ${all} for ${serviceName}.`;
  return leftAfterAhead + ofWindow < 0
    ? `${serviceName} had nothing left of ${all} without it; with it, ${describeDowntime(leftAfterAhead)} too much.`
    : `Breaks ${serviceName}'s promised uptime: ${describeDowntime(leftAfterAhead)} more than ${all}.`;
}
