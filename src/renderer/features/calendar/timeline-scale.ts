import { day, hour, type Instant, type IsoDate, type ZoneId } from "../../../core/domain/instant.ts";
import { addDays, dateOf, instantOfWall, offsetAt, timeOfDayOf, weekdayOf } from "../../../core/domain/zoned-time.ts";
import { zoneName } from "../../ui/time-words.ts";
import type { Zoom } from "./calendar-address.ts";
import { addMonths, weekDays } from "./calendar-days.ts";
import { clockChangeOn, dayBounds } from "./day-axis.ts";

/** A line across the timeline with what stands above it. `isRest` is a Saturday or Sunday. */
export type Tick = { readonly at: Instant; readonly label: string; readonly second: string; readonly isRest: boolean };

/** What a timeline shows: real time from left to right, so that a day of 23 or 25 hours is as wide as it is long. */
export type TimelineScale = {
  readonly zoom: Zoom;
  readonly from: Instant;
  readonly to: Instant;
  /** The upper line: months or days, each until the next. */
  readonly heads: readonly { readonly at: Instant; readonly label: string }[];
  readonly ticks: readonly Tick[];
  /** To which a drag snaps, in milliseconds. */
  readonly snap: number;
  /** As narrow as it may become, in pixels, before it is scrolled sideways. */
  readonly leastWidth: number;
};

/** The days a timeline shows, by its zoom: the day, week, month or quarter the date lies in. */
export function timelineDays(
  date: IsoDate,
  zoom: Zoom,
  weekStartsOn: 1 | 7,
): { readonly first: IsoDate; readonly last: IsoDate } {
  switch (zoom) {
    case "day":
      return { first: date, last: date };
    case "week": {
      const week = weekDays(date, weekStartsOn);
      return { first: week[0] ?? date, last: week.at(-1) ?? date };
    }
    case "month": {
      const first = `${date.slice(0, 7)}-01`;
      return { first, last: addDays(addMonths(first, 1), -1) };
    }
    case "quarter": {
      const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
      const first = `${date.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
      return { first, last: addDays(addMonths(first, 3), -1) };
    }
  }
}

const dayName = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

export function timelineScale(
  days: { readonly first: IsoDate; readonly last: IsoDate },
  zoom: Zoom,
  zone: ZoneId,
  secondZone: ZoneId | null,
): TimelineScale {
  const from = instantOfWall(`${days.first}T00:00`, zone);
  const to = instantOfWall(`${addDays(days.last, 1)}T00:00`, zone);
  const dates: IsoDate[] = [];
  for (let date = days.first; date <= days.last; date = addDays(date, 1)) dates.push(date);
  switch (zoom) {
    case "day":
      return {
        zoom,
        from,
        to,
        snap: hour / 4,
        leastWidth: 1000,
        heads: dayHeads(dates, zone),
        ticks: hourTicks(dates, 1, zone, secondZone),
      };
    case "week":
      return {
        zoom,
        from,
        to,
        snap: hour / 4,
        leastWidth: 900,
        heads: dayHeads(dates, zone),
        ticks: hourTicks(dates, 12, zone, secondZone),
      };
    case "month":
      return { zoom, from, to, snap: hour, leastWidth: 840, heads: monthHeads(dates, zone), ticks: dayTicks(dates, zone, 1) };
    case "quarter":
      return { zoom, from, to, snap: day / 4, leastWidth: 900, heads: monthHeads(dates, zone), ticks: dayTicks(dates, zone, 7) };
  }
}

function dayHeads(dates: readonly IsoDate[], zone: ZoneId): TimelineScale["heads"] {
  return dates.map((date) => {
    const change = clockChangeOn(date, zone);
    const note = change === null ? "" : change.kind === "skipped" ? " · clocks go forward" : " · clocks go back";
    return { at: instantOfWall(`${date}T00:00`, zone), label: `${dayName.format(Date.parse(date))}${note}` };
  });
}

function monthHeads(dates: readonly IsoDate[], zone: ZoneId): TimelineScale["heads"] {
  return dates
    .filter((date, index) => index === 0 || date.endsWith("-01"))
    .map((date) => ({ at: instantOfWall(`${date}T00:00`, zone), label: monthName.format(Date.parse(date)) }));
}

/** Every so many hours of each day's clock; an hour that comes twice is written twice, with the zone's name. */
function hourTicks(dates: readonly IsoDate[], every: number, zone: ZoneId, secondZone: ZoneId | null): readonly Tick[] {
  const ticks: Tick[] = [];
  for (const date of dates) {
    const { startAt, endAt } = dayBounds(date, zone);
    const isRest = weekdayOf(date) >= 6;
    for (let at = startAt; at < endAt; at += hour) {
      const clock = timeOfDayOf(at, zone);
      if (Number(clock.slice(0, 2)) % every !== 0) continue;
      const isTwofold = shownTwice(at, zone);
      ticks.push({
        at,
        label: isTwofold ? `${clock} ${zoneName(at, zone)}` : clock,
        second: secondZone === null ? "" : secondClock(at, date, secondZone),
        isRest,
      });
    }
  }
  return ticks;
}

function shownTwice(at: Instant, zone: ZoneId): boolean {
  const offset = offsetAt(at, zone);
  return offsetAt(at + hour, zone) < offset || offsetAt(at - hour, zone) > offset;
}

/** What a second place's clocks show; with the weekday where it has another date. */
export function secondClock(at: Instant, date: IsoDate, secondZone: ZoneId): string {
  const clock = timeOfDayOf(at, secondZone);
  const there = dateOf(at, secondZone);
  return there === date ? clock : `${clock} ${there < date ? "−1 d" : "+1 d"}`;
}

function dayTicks(dates: readonly IsoDate[], zone: ZoneId, every: 1 | 7): readonly Tick[] {
  return dates
    .filter((date) => every === 1 || weekdayOf(date) === 1)
    .map((date) => ({
      at: instantOfWall(`${date}T00:00`, zone),
      label: String(Number(date.slice(8))),
      second: "",
      isRest: every === 1 && weekdayOf(date) >= 6,
    }));
}
