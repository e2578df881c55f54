import { type Instant, minute } from "../instant.ts";
import { describeLength } from "../time-text.ts";

/** How the end of the work compares with its plan, as `20 minutes earlier than planned`. Under five minutes is on time. */
export function describePunctuality(endedAt: Instant, plannedEnd: Instant): string {
  const late = endedAt - plannedEnd;
  if (Math.abs(late) < 5 * minute) return "on time";
  return `${describeLength(Math.abs(late) / minute)} ${late < 0 ? "earlier" : "later"} than planned`;
}
