import { day, hour, type Instant, minute, type ZoneId } from "../../core/domain/instant.ts";
import { clockText, dateText, lengthText, zoneName } from "./time-words.ts";

/** A stretch of milliseconds in words, no finer than it matters: `42 min`, `3 h 20 min`, `2 days`. */
export function stretchText(milliseconds: number): string {
  const size = Math.abs(milliseconds);
  if (size < minute) return "under a minute";
  if (size < 6 * hour) return lengthText(Math.floor(size / minute));
  if (size < day) return `${Math.round(size / hour)} h`;
  const days = Math.round(size / day);
  return days === 1 ? "a day" : `${days} days`;
}

/** How far off an instant is: `in 42 min`, `2 days ago`. */
export function awayText(at: Instant, now: Instant): string {
  return at >= now ? `in ${stretchText(at - now)}` : `${stretchText(now - at)} ago`;
}

/** An instant as said today: `today 16:00 GMT`, `tomorrow 09:00 GMT`, else with its date. */
export function nearText(at: Instant, now: Instant, zone: ZoneId): string {
  const clock = `${clockText(at, zone)} ${zoneName(at, zone)}`;
  const date = dateText(at, zone);
  if (date === dateText(now, zone)) return `today ${clock}`;
  if (date === dateText(now + day, zone)) return `tomorrow ${clock}`;
  if (date === dateText(now - day, zone)) return `yesterday ${clock}`;
  return `${date}, ${clock}`;
}
