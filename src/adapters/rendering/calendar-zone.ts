import ICAL from "ical.js";
import { day, hour, type Instant, minute, type ZoneId } from "../../core/domain/instant.ts";
import { zoneAbbreviation } from "../../core/domain/time-text.ts";
import { offsetAt, wallOf } from "../../core/domain/zoned-time.ts";

/** A change of a zone's clocks: from when, and by how much they were and are ahead of UTC, in milliseconds. */
type ClockChange = { readonly at: Instant; readonly from: number; readonly to: number };

/** A day of the year by its weekday: `-1SU` of month 3 is the last Sunday of March. */
type YearlyDay = { readonly month: number; readonly weekday: string };

/** Two changes of clocks never follow each other within a week: Ramadan, the shortest stretch there is, lasts four. */
const step = 7 * day;
const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

const known = new Map<string, readonly ClockChange[]>();
/** Some hundred zones for some years: an end to what a long-running backend keeps. */
const knownAtMost = 500;

/**
 * The VTIMEZONE of an IANA zone (RFC 5545, 3.6.5) that is right from the year before `firstYear` to the year after
 * `lastYear`, and wherever its clocks keep changing by the same rule. Its changes are those all other times of Forewarn
 * are reckoned by ({@link offsetAt}), so that a file can't say another time than the notice it is attached to.
 */
export function zoneComponent(zone: ZoneId, firstYear: number, lastYear: number): ICAL.Component {
  const component = new ICAL.Component("vtimezone");
  component.addPropertyWithValue("tzid", zone);
  const begin = Date.UTC(firstYear - 1, 0, 1);
  const changes = changesOf(zone, begin, Date.UTC(lastYear + 2, 0, 1));
  const yearly = yearlyChanges(changes, lastYear - firstYear + 3);
  if (yearly !== null) {
    for (const { change, on } of yearly) component.addSubcomponent(observance(zone, changes, change, on));
    return component;
  }
  const offset = offsetAt(begin, zone);
  // Before the first change its clocks showed something, too.
  component.addSubcomponent(observance(zone, changes, { at: begin, from: offset, to: offset }, null));
  for (const change of changes) component.addSubcomponent(observance(zone, changes, change, null));
  return component;
}

/** The changes of a zone's clocks in `[from, to)`, in order. */
function changesOf(zone: ZoneId, from: Instant, to: Instant): readonly ClockChange[] {
  const key = `${zone} ${from} ${to}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const changes: ClockChange[] = [];
  for (let at = from; at < to; at += step) {
    const end = Math.min(at + step, to);
    const [before, after] = [offsetAt(at, zone), offsetAt(end, zone)];
    if (before !== after) changes.push({ at: changeBetween(zone, at, end), from: before, to: after });
  }
  if (known.size >= knownAtMost) known.clear();
  known.set(key, changes);
  return changes;
}

function changeBetween(zone: ZoneId, from: Instant, to: Instant): Instant {
  const after = offsetAt(to, zone);
  let [low, high] = [from, to];
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute;
    if (offsetAt(middle, zone) === after) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The first year's changes with the day they fall on every year, or null where a year differs from the others. A rule
 * is what calendars read best; a list of single changes is what is left where there is none (Morocco, Israel).
 */
function yearlyChanges(
  changes: readonly ClockChange[],
  years: number,
): readonly { readonly change: ClockChange; readonly on: YearlyDay }[] | null {
  if (changes.length === 0 || changes.length % years !== 0) return null;
  const aYear = changes.length / years;
  const found = changes.slice(0, aYear).map((change, place) => {
    const same = Array.from({ length: years }, (_, year) => changes[year * aYear + place]).filter(
      (other) => other !== undefined && other.from === change.from && other.to === change.to,
    );
    const on = same.length === years ? sharedDay(same.flatMap((other) => (other === undefined ? [] : [localDate(other)]))) : null;
    return on === null ? null : { change, on };
  });
  return found.every((each) => each !== null) ? found : null;
}

/** When it happens by the clocks that are changed, as if that were UTC. */
function localDate({ at, from }: ClockChange): Date {
  return new Date(at + from);
}

function sharedDay(dates: readonly Date[]): YearlyDay | null {
  const [first] = dates;
  if (first === undefined) return null;
  const isShared = (of: (date: Date) => number | boolean): boolean => dates.every((date) => of(date) === of(first));
  const isAlike =
    isShared((date) => date.getUTCMonth()) && isShared((date) => date.getUTCDay()) && isShared((date) => date.getTime() % day);
  if (!isAlike) return null;
  const weekday = weekdays[first.getUTCDay()] ?? "SU";
  const month = first.getUTCMonth() + 1;
  const isLast = (date: Date): boolean => new Date(date.getTime() + 7 * day).getUTCMonth() !== date.getUTCMonth();
  if (dates.every(isLast)) return { month, weekday: `-1${weekday}` };
  const place = (date: Date): number => Math.ceil(date.getUTCDate() / 7);
  return isShared(place) ? { month, weekday: `${place(first)}${weekday}` } : null;
}

function observance(zone: ZoneId, all: readonly ClockChange[], change: ClockChange, on: YearlyDay | null): ICAL.Component {
  const least = Math.min(change.to, ...all.map(({ to }) => to));
  const component = new ICAL.Component(change.to > least ? "daylight" : "standard");
  const wall = new Date(change.at + change.from).toISOString();
  component.addPropertyWithValue("dtstart", ICAL.Time.fromDateTimeString(wall.slice(0, 19)));
  component.addPropertyWithValue("tzoffsetfrom", offsetValue(change.from));
  component.addPropertyWithValue("tzoffsetto", offsetValue(change.to));
  component.addPropertyWithValue("tzname", zoneAbbreviation(change.at + hour, zone));
  if (on !== null) {
    component.addPropertyWithValue("rrule", ICAL.Recur.fromString(`FREQ=YEARLY;BYMONTH=${on.month};BYDAY=${on.weekday}`));
  }
  return component;
}

function offsetValue(offset: number): ICAL.UtcOffset {
  return ICAL.UtcOffset.fromSeconds(offset / 1000);
}

/** The year a wall clock in the zone shows. */
export function yearOf(at: Instant, zone: ZoneId): number {
  return Number(wallOf(at, zone).slice(0, 4));
}
