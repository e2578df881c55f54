import type { HolidayRegion, OwnDay } from "./directory.ts";
import type { IsoDate, TimeOfDay } from "./instant.ts";
import { weekdayOf } from "./zoned-time.ts";

/** The name of the public holiday in that region on that date, or null when it is an ordinary day. */
export type Holidays = (region: HolidayRegion | null, date: IsoDate) => string | null;

/** What a date is to those who work by a calendar. */
export type DayOfWork =
  | { readonly kind: "whole" }
  /** A notice is accepted until `closesAt`, but it is no whole business day. */
  | { readonly kind: "half"; readonly name: string; readonly closesAt: TimeOfDay }
  /** No work: a holiday by its name, or a weekend, which has none. */
  | { readonly kind: "off"; readonly name: string | null };

/** The days of work of every region: public holidays, weekends, and a workspace's own days. */
export type WorkCalendar = (region: HolidayRegion | null, date: IsoDate) => DayOfWork;

const whole: DayOfWork = { kind: "whole" };
const weekend: DayOfWork = { kind: "off", name: null };

/**
 * Days of work as a workspace counts them: its own days come before the public calendar.
 * An own day of a country holds in its parts as well, and one of a part comes before one of the country, which comes
 * before one of every calendar; of two for the same calendar and date the later in the list counts.
 */
export function withOwnDays(holidays: Holidays, ownDays: readonly OwnDay[] = []): WorkCalendar {
  const own = new Map(ownDays.map((day) => [`${day.region ?? ""} ${day.date}`, day]));
  return (region, date) => {
    const day = own.size === 0 ? null : ownDayOf(own, region, date);
    if (day !== null) return asDayOfWork(day);
    const name = holidays(region, date);
    if (name !== null) return { kind: "off", name };
    return weekdayOf(date) <= 5 ? whole : weekend;
  };
}

function ownDayOf(own: ReadonlyMap<string, OwnDay>, region: HolidayRegion | null, date: IsoDate): OwnDay | null {
  const parts = region === null ? [] : region.split("-");
  for (let length = parts.length; length >= 0; length -= 1) {
    const found = own.get(`${parts.slice(0, length).join("-")} ${date}`);
    if (found !== undefined) return found;
  }
  return null;
}

function asDayOfWork({ name, counts }: OwnDay): DayOfWork {
  switch (counts.kind) {
    case "off":
      return { kind: "off", name };
    case "working":
      return whole;
    case "half":
      return { kind: "half", name, closesAt: counts.closesAt };
  }
}
