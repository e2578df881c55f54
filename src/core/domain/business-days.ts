import type { HolidayRegion } from "./directory.ts";
import type { Holidays } from "./holidays.ts";
import type { IsoDate } from "./instant.ts";
import { addDays, daysBetween, weekdayOf } from "./zoned-time.ts";

/** No promise counts further; it keeps odd input from counting for ever. */
export const mostBusinessDays = 366;

/** Whether work is done on that date: no Saturday or Sunday, and no public holiday of the region. */
export function isBusinessDay(date: IsoDate, region: HolidayRegion | null, holidays: Holidays): boolean {
  return weekdayOf(date) <= 5 && holidays(region, date) === null;
}

/**
 * The n-th business day after a date, or before it when n is negative; the date itself does not count and need not be one.
 * With n = 0 it is the date. Counts no further than `mostBusinessDays`.
 */
export function addBusinessDays(date: IsoDate, n: number, region: HolidayRegion | null, holidays: Holidays): IsoDate {
  const step = n < 0 ? -1 : 1;
  let left = Number.isNaN(n) ? 0 : Math.min(Math.trunc(Math.abs(n)), mostBusinessDays);
  // A calendar of nothing but holidays would have no next business day: ten days for each is more than any real one needs.
  let patience = left * 10 + 60;
  let found = date;
  while (left > 0 && patience > 0) {
    found = addDays(found, step);
    patience -= 1;
    if (isBusinessDay(found, region, holidays)) left -= 1;
  }
  return found;
}

/** How many whole business days lie between two dates, neither of which counts. */
export function clearBusinessDaysBetween(from: IsoDate, to: IsoDate, region: HolidayRegion | null, holidays: Holidays): number {
  let clear = 0;
  for (let between = daysBetween(from, to) - 1; between > 0; between -= 1) {
    if (isBusinessDay(addDays(from, between), region, holidays)) clear += 1;
  }
  return clear;
}
