import { monthNames, weekdayNames } from "../../core/domain/calendar-names.ts";
import type { Instant, ZoneId } from "../../core/domain/instant.ts";
import { describeClock, describeTime, zoneAbbreviation } from "../../core/domain/time-text.ts";
import { dateOf, timeOfDayOf, weekdayOf } from "../../core/domain/zoned-time.ts";

/**
 * Times as the screen says them: briefer than in a notice, since the year and the offset stand nowhere in doubt here.
 * `clock` 15:18 GMT · `short` Fri 20 Nov, 15:18 GMT · `long` Friday 20 November 2026, 15:18 GMT ·
 * `date` Friday 20 November 2026 · `exact` as a notice says it, Fri 20 Nov 2026, 15:18 GMT (UTC+0).
 */
export type TimeStyle = "clock" | "short" | "long" | "date" | "exact";

/** The zone's usual short name at that instant: `GMT`, `BST`, `UTC+5:45`. */
export function zoneName(at: Instant, zone: ZoneId): string {
  return zoneAbbreviation(at, zone);
}

/** The place a zone is named after: `New York` of `America/New_York`. */
export function zonePlace(zone: ZoneId): string {
  return zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
}

/** `15:18`, without a zone: only where the zone stands beside it. */
export function clockText(at: Instant, zone: ZoneId): string {
  return timeOfDayOf(at, zone);
}

/** `Fri 20 Nov` or `Friday 20 November 2026`. */
export function dateText(at: Instant, zone: ZoneId, isLong = false): string {
  const date = dateOf(at, zone);
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  const weekday = weekdayNames[weekdayOf(date) - 1] ?? "";
  const monthName = monthNames[Number(month) - 1] ?? "";
  if (isLong) return `${weekday} ${Number(dayOfMonth)} ${monthName} ${year}`;
  return `${weekday.slice(0, 3)} ${Number(dayOfMonth)} ${monthName.slice(0, 3)}`;
}

/** An instant in words, as read in `zone`. */
export function timeText(at: Instant, zone: ZoneId, style: TimeStyle = "short"): string {
  if (style === "exact") return describeTime(at, zone);
  if (style === "date") return dateText(at, zone, true);
  const clock = describeClock(at, zone);
  return style === "clock" ? clock : `${dateText(at, zone, style === "long")}, ${clock}`;
}

/** A stretch of time in words: `Sat 21 Nov, 02:00–04:00 GMT`; both zone names where the clocks change in between. */
export function spanText(from: Instant, to: Instant, zone: ZoneId): string {
  const firstZone = zoneName(from, zone);
  const lastZone = zoneName(to, zone);
  const isSameDay = dateOf(from, zone) === dateOf(to, zone);
  const begin = `${dateText(from, zone)}, ${clockText(from, zone)}${firstZone === lastZone ? "" : ` ${firstZone}`}`;
  const end = `${isSameDay ? "" : `${dateText(to, zone)}, `}${clockText(to, zone)} ${lastZone}`;
  return isSameDay && firstZone === lastZone ? `${begin}–${end}` : `${begin} – ${end}`;
}

/** A length in minutes as `45 min`, `2 h`, `2 h 30 min`. */
export function lengthText(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
