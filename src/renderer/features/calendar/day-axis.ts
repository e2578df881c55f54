import { hour, type Instant, type IsoDate, minute, type ZoneId } from "../../../core/domain/instant.ts";
import { addDays, instantOfWall, offsetAt, timeOfDayOf } from "../../../core/domain/zoned-time.ts";

/** A day on which the clocks change: minutes of its wall clock that never come, or that come twice. */
export type ClockChange = {
  readonly kind: "skipped" | "repeated";
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly at: Instant;
};

/**
 * The hours down the side of a week or day. They are those of the wall clock, so that the same hour of every day stands on
 * one line; where one of the days has an hour twice, that hour has a second line, which the other days leave out.
 */
export type DayAxis = {
  /** All lines together, in minutes: 1440, or more where an hour comes twice. */
  readonly minutes: number;
  /** Where the second of a repeated hour is let in, and how long it is. */
  readonly extra: { readonly at: number; readonly length: number } | null;
};

/** What lies between two midnights of a date. */
export function dayBounds(date: IsoDate, zone: ZoneId): { readonly startAt: Instant; readonly endAt: Instant } {
  return { startAt: instantOfWall(`${date}T00:00`, zone), endAt: instantOfWall(`${addDays(date, 1)}T00:00`, zone) };
}

/** How the clocks change on a date, or null on nearly every day. */
export function clockChangeOn(date: IsoDate, zone: ZoneId): ClockChange | null {
  const { startAt, endAt } = dayBounds(date, zone);
  const missing = 24 * hour - (endAt - startAt);
  if (missing === 0) return null;
  const at = changeBetween(startAt - 1, endAt - 1, zone);
  const midnight = Date.parse(`${date}T00:00Z`);
  const shown = (instant: Instant, offset: number): number => Math.round((instant + offset - midnight) / minute);
  const before = shown(at, offsetAt(at - 1, zone));
  const after = shown(at, offsetAt(at, zone));
  return missing > 0
    ? { kind: "skipped", fromMinute: Math.max(0, before), toMinute: Math.max(0, before) + missing / minute, at }
    : { kind: "repeated", fromMinute: after, toMinute: after - missing / minute, at };
}

/** The first instant of the offset that holds at `to`, where another one held at `from`. */
function changeBetween(from: Instant, to: Instant, zone: ZoneId): Instant {
  const last = offsetAt(to, zone);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === last) high = middle;
    else low = middle;
  }
  return high;
}

/** The lines that days beside each other share. */
export function axisOf(dates: readonly IsoDate[], zone: ZoneId): DayAxis {
  for (const date of dates) {
    const change = clockChangeOn(date, zone);
    if (change?.kind === "repeated") {
      const length = change.toMinute - change.fromMinute;
      return { minutes: 1440 + length, extra: { at: change.toMinute, length } };
    }
  }
  return { minutes: 1440, extra: null };
}

/** Where an instant of a date lies on the axis, in minutes from its top. */
export function axisMinute(at: Instant, date: IsoDate, zone: ZoneId, axis: DayAxis): number {
  const { startAt, endAt } = dayBounds(date, zone);
  if (at >= endAt) return axis.minutes;
  if (at <= startAt) return 0;
  const ofDay = minuteOfDay(at, zone);
  if (axis.extra === null || ofDay < axis.extra.at - axis.extra.length) return ofDay;
  const change = clockChangeOn(date, zone);
  if (change?.kind === "repeated") return at >= change.at ? ofDay + axis.extra.length : ofDay;
  return ofDay < axis.extra.at ? ofDay : ofDay + axis.extra.length;
}

/** The instant at a place of the axis. A place that a day leaves out stands for the moment after it. */
export function instantOnAxis(minutes: number, date: IsoDate, zone: ZoneId, axis: DayAxis): Instant {
  const { startAt, endAt } = dayBounds(date, zone);
  const place = Math.min(axis.minutes, Math.max(0, minutes));
  if (clockChangeOn(date, zone)?.kind === "repeated") return Math.min(endAt, startAt + place * minute);
  const { at: extraAt, length } = axis.extra ?? { at: axis.minutes, length: 0 };
  const ofDay = place < extraAt ? place : Math.max(extraAt, place - length);
  if (ofDay >= 1440) return endAt;
  const clock = `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:${String(Math.floor(ofDay % 60)).padStart(2, "0")}`;
  return instantOfWall(`${date}T${clock}`, zone);
}

/** The part of an axis that a stretch of time takes on a date, or null when it does not touch it. */
export function spanOnDay(
  startAt: Instant,
  endAt: Instant,
  date: IsoDate,
  zone: ZoneId,
  axis: DayAxis,
): { readonly from: number; readonly to: number } | null {
  const bounds = dayBounds(date, zone);
  if (startAt >= bounds.endAt || endAt <= bounds.startAt) return null;
  return { from: axisMinute(startAt, date, zone, axis), to: axisMinute(endAt, date, zone, axis) };
}

/** The hours to write beside an axis: `isAgain` for the second of a repeated hour. */
export function hourLines(
  axis: DayAxis,
): readonly { readonly minute: number; readonly ofDay: number; readonly isAgain: boolean }[] {
  const lines: { minute: number; ofDay: number; isAgain: boolean }[] = [];
  for (let ofDay = 0; ofDay < 1440; ofDay += 60) {
    const isLater = axis.extra !== null && ofDay >= axis.extra.at;
    lines.push({ minute: ofDay + (isLater ? (axis.extra?.length ?? 0) : 0), ofDay, isAgain: false });
    if (axis.extra !== null && ofDay >= axis.extra.at - axis.extra.length && ofDay < axis.extra.at) {
      lines.push({ minute: ofDay + axis.extra.length, ofDay, isAgain: true });
    }
  }
  return lines.sort((one, other) => one.minute - other.minute);
}

function minuteOfDay(at: Instant, zone: ZoneId): number {
  const [hours = 0, minutes = 0] = timeOfDayOf(at, zone).split(":").map(Number);
  return hours * 60 + minutes;
}
