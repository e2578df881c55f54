import type { HolidaysTypes } from "date-holidays";
import type { HolidayRegion } from "../../core/domain/directory.ts";
import type { Holidays } from "../../core/domain/holidays.ts";
import { hour, type IsoDate } from "../../core/domain/instant.ts";
import type { HolidayCalendar } from "../../core/ports/holiday-calendar.ts";

type DateHolidays = typeof import("date-holidays").default;
type HolidaysOfYear = ReadonlyMap<IsoDate, string>;

/** In milliseconds. */
const afterFirstScreen = 400;

const noHolidays: HolidaysOfYear = new Map();

/**
 * Public holidays from date-holidays, whose data is CC-BY. Its import takes 74 ms and a region's first year 11 ms
 * (FACTS.md §7), so it is imported when first needed and every year is computed once.
 */
export function createHolidayCalendar(): HolidayCalendar {
  let loading: Promise<Holidays> | null = null;
  let loaded: Holidays | null = null;
  function load(): Promise<Holidays> {
    loading ??= import("date-holidays").then((module) => {
      loaded = holidaysFrom(module.default);
      return loaded;
    });
    return loading;
  }
  let isAsked = false;
  return {
    load,
    loaded() {
      // The import holds everything for as long as the first screen takes: it comes after that.
      if (!isAsked) setTimeout(load, afterFirstScreen).unref();
      isAsked = true;
      return loaded;
    },
  };
}

function holidaysFrom(library: DateHolidays): Holidays {
  const countries = new library();
  const regions = new Map<HolidayRegion, InstanceType<DateHolidays> | null>();
  const years = new Map<string, HolidaysOfYear>();

  function open(region: HolidayRegion): InstanceType<DateHolidays> | null {
    const [country = "", state, district] = region.split("-");
    if (!Object.hasOwn(countries.getCountries() ?? {}, country)) return null;
    // date-holidays takes an unknown subdivision for the whole country, which would promise the wrong days off.
    if (state !== undefined && !Object.hasOwn(countries.getStates(country) ?? {}, state)) return null;
    if (district !== undefined && !Object.hasOwn(countries.getRegions(country, state ?? "") ?? {}, district)) return null;
    const options = { languages: "en" };
    if (state === undefined) return new library(country, options);
    return district === undefined ? new library(country, state, options) : new library(country, state, district, options);
  }

  function holidaysOf(region: HolidayRegion, year: number): HolidaysOfYear {
    let calendar = regions.get(region);
    if (calendar === undefined) {
      calendar = open(region);
      regions.set(region, calendar);
    }
    return calendar === null ? noHolidays : byDate(calendar.getHolidays(year));
  }

  return (region, date) => {
    if (region === null) return null;
    const year = Number(date.slice(0, 4));
    if (!Number.isInteger(year) || year < 1) return null;
    const key = `${region} ${year}`;
    let found = years.get(key);
    if (found === undefined) {
      found = holidaysOf(region, year);
      years.set(key, found);
    }
    return found.get(date) ?? null;
  };
}

function byDate(holidays: readonly HolidaysTypes.Holiday[]): HolidaysOfYear {
  const names = new Map<IsoDate, string>();
  for (const holiday of holidays) {
    if (!isDayOff(holiday)) continue;
    for (const date of datesOf(holiday)) names.set(date, names.get(date) ?? holiday.name);
  }
  return names;
}

/** A weekday off in place of a public holiday is sometimes filed as a bank holiday (Veterans Day observed): it is off too. */
function isDayOff(holiday: HolidaysTypes.Holiday): boolean {
  return holiday.type === "public" || (holiday.type === "bank" && holiday.substitute === true);
}

/** The dates whose noon a holiday covers: all of a feast of several days, and not the eve at whose sunset it begins. */
function datesOf(holiday: HolidaysTypes.Holiday): IsoDate[] {
  const startOnClock = Date.parse(`${holiday.date.slice(0, 10)}T${holiday.date.slice(11, 16) || "00:00"}Z`);
  const endOnClock = startOnClock + (holiday.end.getTime() - holiday.start.getTime());
  const dates: IsoDate[] = [];
  const firstNoon = Date.parse(`${holiday.date.slice(0, 10)}T12:00Z`);
  for (let noon = firstNoon; noon < endOnClock; noon += 24 * hour) {
    if (noon >= startOnClock) dates.push(new Date(noon).toISOString().slice(0, 10));
  }
  return dates;
}
