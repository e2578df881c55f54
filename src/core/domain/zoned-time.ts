import { tzOffset } from "@date-fns/tz/tzOffset";
import {
  day,
  type Instant,
  type IsoDate,
  minute,
  type TimeOfDay,
  type WallTime,
  type ZonedTime,
  type ZoneId,
} from "./instant.ts";
import type { Weekday } from "./matrix.ts";

/**
 * What a wall time denotes in a zone. A change of clocks skips some wall times and repeats others;
 * those are asked about, never picked.
 */
export type WallResolution =
  | { readonly kind: "exact"; readonly at: Instant }
  /**
   * No clock there ever shows it. `before` is the last whole minute before the gap, `after` the first instant after it,
   * `nextWall` what clocks show at `after`.
   */
  | { readonly kind: "skipped"; readonly before: Instant; readonly after: Instant; readonly nextWall: WallTime }
  /** Clocks there show it twice. */
  | { readonly kind: "repeated"; readonly earlier: Instant; readonly later: Instant };

/** Instants outside the years 1 to 9999 have no four-digit wall time: the ends of that range stand in for them. */
const firstInstant = Date.parse("0001-01-03T00:00Z");
const lastInstant = Date.parse("9999-12-29T00:00Z");

function withinCalendar(at: Instant): Instant {
  return Number.isNaN(at) ? 0 : Math.min(Math.max(at, firstInstant), lastInstant);
}

/** The offset of one zone during one UTC day: it changes at most once. */
type DayOffset = { readonly changesAt: Instant; readonly before: number; readonly after: number };

const offsets = new Map<ZoneId, Map<number, DayOffset>>();
/** About ten years of days: enough for every screen, and an end to what a long-running backend keeps. */
const daysKept = 4000;

/** Whether a name is a zone of the IANA database. Plain offsets such as `+01:00` are not: they know no change of clocks. */
export function isZone(name: string): boolean {
  if (offsets.has(name)) return true;
  if (!/^[A-Za-z]/u.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    return false;
  }
  offsets.set(name, new Map());
  return true;
}

/**
 * Milliseconds a zone's clocks are ahead of UTC at an instant. An unknown zone counts as UTC,
 * so that everything built on this is total; `isZone` says beforehand which names are zones.
 */
export function offsetAt(at: Instant, zone: ZoneId): number {
  const instant = withinCalendar(at);
  if (!isZone(zone)) return 0;
  const days = offsets.get(zone);
  if (days === undefined) return 0;
  const dayNumber = Math.floor(instant / day);
  let found = days.get(dayNumber);
  if (found === undefined) {
    if (days.size >= daysKept) days.clear();
    found = offsetOfDay(dayNumber, zone);
    days.set(dayNumber, found);
  }
  return instant < found.changesAt ? found.before : found.after;
}

/**
 * Takes from somebody who measured it that the zone's clocks are `offset` milliseconds ahead of UTC from `from` until
 * `until`, so that `offsetAt` need not ask the platform there. Only whole UTC days are taken.
 */
export function learnOffset(zone: ZoneId, offset: number, from: Instant, until: Instant): void {
  const days = offsets.get(zone) ?? new Map<number, DayOffset>();
  offsets.set(zone, days);
  for (let dayNumber = Math.ceil(from / day); (dayNumber + 1) * day <= until; dayNumber += 1) {
    days.set(dayNumber, { changesAt: Number.NEGATIVE_INFINITY, before: offset, after: offset });
  }
}

function offsetOfDay(dayNumber: number, zone: ZoneId): DayOffset {
  const measure = (at: Instant) => Math.round(tzOffset(zone, new Date(at)) * minute);
  const start = dayNumber * day;
  const before = measure(start);
  const after = measure(start + day - 1);
  if (before === after) return { changesAt: Number.NEGATIVE_INFINITY, before, after };
  let low = start;
  let high = start + day - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (measure(middle) === before) low = middle;
    else high = middle;
  }
  return { changesAt: high, before, after };
}

const wallPattern = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/u;

/** Whether a text is a date of the calendar (no 31 February) and a time of the 24-hour clock. */
export function isWallTime(text: string): text is WallTime {
  return wallPattern.test(text) && isIsoDate(text.slice(0, 10));
}

export function isTimeOfDay(text: string): text is TimeOfDay {
  return /^([01]\d|2[0-3]):[0-5]\d$/u.test(text);
}

export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/**
 * The instant a wall time denotes in a zone, or that the clocks skip or repeat it.
 * Expects a wall time `isWallTime` accepts; throws a RangeError for any other text, since that is a bug.
 */
export function resolveWall(wall: WallTime, zone: ZoneId): WallResolution {
  if (!isWallTime(wall)) throw new RangeError(`Not a wall time: ${wall}`);
  const local = Date.parse(`${wall}Z`);
  // Whatever change of clocks touches this wall time lies within a day of it; Samoa once skipped a whole one.
  const offsetBefore = offsetAt(local - day, zone);
  const offsetAfter = offsetAt(local + day, zone);
  const earlier = local - Math.max(offsetBefore, offsetAfter);
  const later = local - Math.min(offsetBefore, offsetAfter);
  const shows = (at: Instant) => at + offsetAt(at, zone) === local;
  if (shows(earlier)) {
    return earlier !== later && shows(later) ? { kind: "repeated", earlier, later } : { kind: "exact", at: earlier };
  }
  if (shows(later)) return { kind: "exact", at: later };
  const after = changeBetween(local - day, local + day, zone);
  return { kind: "skipped", before: after - minute, after, nextWall: wallOf(after, zone) };
}

/** The first instant of the offset in force at `to`, given that it differs from the one at `from`. */
function changeBetween(from: Instant, to: Instant, zone: ZoneId): Instant {
  const last = offsetAt(to, zone);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === last) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The instant of a wall time where a plan must have one without asking: a rule's 01:30 falls on the night of a change.
 * A skipped time becomes the first instant after the gap, a repeated one the earlier of the two:
 * so the notice leaves at the first moment at which the rule's time has come.
 */
export function instantOfWall(wall: WallTime, zone: ZoneId): Instant {
  const resolution = resolveWall(wall, zone);
  switch (resolution.kind) {
    case "exact":
      return resolution.at;
    case "skipped":
      return resolution.after;
    case "repeated":
      return resolution.earlier;
  }
}

/** What clocks in the zone show, to the minute. */
export function wallOf(at: Instant, zone: ZoneId): WallTime {
  return `${dateOf(at, zone)}T${timeOfDayOf(at, zone)}`;
}

/** Dates by their number of days since 1970: a month's windows share a handful. */
const dates = new Map<number, IsoDate>();

/** The date in the zone. */
export function dateOf(at: Instant, zone: ZoneId): IsoDate {
  const dayNumber = Math.floor((withinCalendar(at) + offsetAt(at, zone)) / day);
  let date = dates.get(dayNumber);
  if (date === undefined) {
    if (dates.size >= daysKept) dates.clear();
    date = new Date(dayNumber * day).toISOString().slice(0, 10);
    dates.set(dayNumber, date);
  }
  return date;
}

/** The time of day in the zone. */
export function timeOfDayOf(at: Instant, zone: ZoneId): TimeOfDay {
  const minutes = Math.floor((withinCalendar(at) + offsetAt(at, zone)) / minute);
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return `${twoDigits[Math.floor(ofDay / 60)]}:${twoDigits[ofDay % 60]}`;
}

const twoDigits: readonly string[] = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** An instant with the wall time it has in the zone. */
export function zonedTimeOf(at: Instant, zone: ZoneId): ZonedTime {
  return { at, wall: wallOf(at, zone), zone };
}

/** The same wall time so many days later (earlier, when negative), found by the rule of `instantOfWall`. */
export function addWallDays(at: Instant, days: number, zone: ZoneId): Instant {
  const wall = wallOf(at, zone);
  return instantOfWall(`${addDays(wall.slice(0, 10), days)}T${wall.slice(11)}`, zone);
}

function dayNumberOf(date: IsoDate): number {
  return Math.floor(withinCalendar(Date.parse(`${date}T00:00Z`)) / day);
}

/** The date so many days later (earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(withinCalendar((dayNumberOf(date) + Math.trunc(days)) * day)).toISOString().slice(0, 10);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** The ISO weekday of a date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: IsoDate): Weekday {
  const sinceMonday = (((dayNumberOf(date) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday; // 0 to 6 became 1 to 7, which the compiler cannot see.
}
