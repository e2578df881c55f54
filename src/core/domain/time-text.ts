import { monthNames, weekdayNames } from "./calendar-names.ts";
import { hour, type Instant, type IsoDate, minute, type ZoneId } from "./instant.ts";
import { dateOf, offsetAt, timeOfDayOf, wallOf, weekdayOf } from "./zoned-time.ts";

const weekdays = weekdayNames.map((name) => name.slice(0, 3));
const months = monthNames.map((name) => name.slice(0, 3));

/** A date as `Sat 28 Nov 2026`: the weekday proves the date, the month's name leaves no doubt of the order. */
export function describeDate(date: IsoDate): string {
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  return `${weekdays[weekdayOf(date) - 1]} ${Number(dayOfMonth)} ${months[Number(month) - 1]} ${year}`;
}

/** The day of an instant in the zone, as `Sat 28 Nov 2026`. */
export function describeDay(at: Instant, zone: ZoneId): string {
  return describeDate(dateOf(at, zone));
}

/** The time of day with its zone, as `02:00 GMT`. */
export function describeClock(at: Instant, zone: ZoneId): string {
  return `${timeOfDayOf(at, zone)} ${zoneAbbreviation(at, zone)}`;
}

/** A time that proves itself (docs/notices.md): `Sat 28 Nov 2026, 02:00 GMT (UTC+0)`. */
export function describeTime(at: Instant, zone: ZoneId): string {
  return `${describeMinute(at, zone)} ${describeZone(at, zone)}`;
}

/**
 * A stretch of time: `Sat 28 Nov 2026, 02:00–04:00 GMT (UTC+0)`; across midnight with the weekday and date of both ends;
 * across a change of clocks with the zone's name at both ends.
 */
export function describeSpan(startAt: Instant, endAt: Instant, zone: ZoneId): string {
  const startZone = describeZone(startAt, zone);
  const endZone = describeZone(endAt, zone);
  const sameDay = dateOf(startAt, zone) === dateOf(endAt, zone);
  const end = sameDay ? timeOfDayOf(endAt, zone) : describeMinute(endAt, zone);
  if (startZone !== endZone) return `${describeMinute(startAt, zone)} ${startZone} – ${end} ${endZone}`;
  return `${describeMinute(startAt, zone)}${sameDay ? "–" : " – "}${end} ${endZone}`;
}

/** A length in words, as `2 hours` or `1 hour 30 minutes`. Days begin at 48 hours: a day of a change of clocks has not 24. */
export function describeLength(minutes: number): string {
  const whole = Number.isFinite(minutes) ? Math.max(0, Math.round(minutes)) : 0;
  const days = whole >= 2 * 24 * 60 ? Math.floor(whole / (24 * 60)) : 0;
  const hours = Math.floor(whole / 60) - days * 24;
  const words = [counted(days, "day"), counted(hours, "hour"), counted(whole % 60, "minute")].filter((word) => word !== "");
  return words.length === 0 ? "0 minutes" : words.join(" ");
}

/** `1 day`, `3 days`; nothing for none. */
export function counted(count: number, unit: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}

function describeMinute(at: Instant, zone: ZoneId): string {
  const wall = wallOf(at, zone);
  return `${describeDate(wall.slice(0, 10))}, ${wall.slice(11)}`;
}

function describeZone(at: Instant, zone: ZoneId): string {
  const offset = describeOffset(offsetAt(at, zone));
  const abbreviation = zoneAbbreviation(at, zone);
  // "UTC (UTC+0)" and "UTC+5:45 (UTC+5:45)" would say the same twice.
  return abbreviation.startsWith("UTC") ? abbreviation : `${abbreviation} (${offset})`;
}

/** An offset in milliseconds as `UTC+5:30`. */
export function describeOffset(offset: number): string {
  const size = Math.abs(offset);
  const minutes = Math.floor((size % hour) / minute);
  return `UTC${offset < 0 ? "-" : "+"}${Math.floor(size / hour)}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
}

/** Each of these English locales knows the usual abbreviations of its own part of the world, and of no other. */
const localesAsked = ["en-US", "en-GB", "en-AU", "en-IE", "en-IN", "en-ZA", "en-CA", "en-SG", "en-HK"] as const;

/** In common use, and known to no locale above. */
const wellKnown: ReadonlyMap<ZoneId, string> = new Map([
  ["Asia/Tokyo", "JST"],
  ["Asia/Seoul", "KST"],
  ["Asia/Karachi", "PKT"],
  ["Europe/Moscow", "MSK"],
]);

const abbreviations = new Map<ZoneId, Map<number, string>>();

/**
 * The usual abbreviation of a zone as it is on that date: `GMT` in winter, `BST` in summer.
 * Where none is in common use, the offset: `UTC+5:45`.
 */
export function zoneAbbreviation(at: Instant, zone: ZoneId): string {
  const offset = offsetAt(at, zone);
  const known = abbreviations.get(zone)?.get(offset);
  if (known !== undefined) return known;
  const found = wellKnown.get(zone) ?? abbreviationByLocale(at, zone) ?? describeOffset(offset);
  learnAbbreviation(zone, offset, found);
  return found;
}

/** Takes from somebody who looked it up what the zone is called while its clocks are `offset` milliseconds ahead of UTC. */
export function learnAbbreviation(zone: ZoneId, offset: number, abbreviation: string): void {
  const ofZone = abbreviations.get(zone) ?? new Map<number, string>();
  ofZone.set(offset, abbreviation);
  abbreviations.set(zone, ofZone);
}

function abbreviationByLocale(at: Instant, zone: ZoneId): string | null {
  for (const locale of localesAsked) {
    try {
      const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" });
      const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
      if (/^[A-Z]{2,5}$/u.test(name)) return name;
    } catch {
      // An unknown zone or an instant beyond the calendar: its offset must do.
      return null;
    }
  }
  return null;
}
