import type { Instant, ZoneId } from "./instant.ts";
import { describeClock, describeDay } from "./time-text.ts";

/** A time for a subject line, where the body says the rest: `Sat 28 Nov 02:00 GMT`. */
export function describeBrief(at: Instant, zone: ZoneId): string {
  return `${describeDay(at, zone).replace(/ \d{4}$/u, "")} ${describeClock(at, zone)}`;
}
