import type { Instant, ZoneId } from "../../core/domain/instant.ts";

/** `clock` 15:18 GMT · `short` Fri 20 Nov, 15:18 GMT · `long` Friday 20 November 2026, 15:18 GMT · `date` Friday 20 November 2026. */
export type TimeStyle = "clock" | "short" | "long" | "date";

const formats = new Map<string, Intl.DateTimeFormat>();
/** Intl's formatters are slow to make and quick to use: one is kept for each zone and form. */
function format(zone: ZoneId, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone}|${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...options });
    formats.set(key, made);
  }
  return made;
}

/** The zone's short name at that instant: `GMT`, `BST`, `GMT-5`. */
export function zoneName(at: Instant, zone: ZoneId): string {
  const locale = zone.startsWith("America/") || zone.startsWith("US/") ? "en-US" : "en-GB";
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** The place a zone is named after: `New York` of `America/New_York`. */
export function zonePlace(zone: ZoneId): string {
  return zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
}

/** `15:18`, without a zone: only where the zone stands beside it. */
export function clockText(at: Instant, zone: ZoneId): string {
  return format(zone, { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** `Fri 20 Nov` or `Friday 20 November 2026`. */
export function dateText(at: Instant, zone: ZoneId, isLong = false): string {
  const options: Intl.DateTimeFormatOptions = isLong
    ? { weekday: "long", day: "numeric", month: "long", year: "numeric" }
    : { weekday: "short", day: "numeric", month: "short" };
  return format(zone, options).format(at).replace(",", "");
}

/** An instant in words, as read in `zone`. */
export function timeText(at: Instant, zone: ZoneId, style: TimeStyle = "short"): string {
  if (style === "date") return dateText(at, zone, true);
  const clock = `${clockText(at, zone)} ${zoneName(at, zone)}`;
  return style === "clock" ? clock : `${dateText(at, zone, style === "long")}, ${clock}`;
}

/** A stretch of time in words; the second date is left out where it is the first. */
export function spanText(from: Instant, to: Instant, zone: ZoneId): string {
  const firstDate = dateText(from, zone);
  const lastDate = dateText(to, zone);
  const end = `${clockText(to, zone)} ${zoneName(to, zone)}`;
  if (firstDate === lastDate) return `${firstDate}, ${clockText(from, zone)}–${end}`;
  return `${firstDate}, ${clockText(from, zone)} – ${lastDate}, ${end}`;
}

/** A length in minutes as `45 min`, `2 h`, `2 h 30 min`. */
export function lengthText(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
