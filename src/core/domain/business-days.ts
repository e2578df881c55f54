import type { HolidayRegion } from "./directory.ts";
import type { WorkCalendar } from "./holidays.ts";
import type { IsoDate } from "./instant.ts";
import { addDays, daysBetween } from "./zoned-time.ts";

/** No promise counts further; it keeps odd input from counting for ever. */
export const mostBusinessDays = 366;

/** Whether a whole day's work is done on that date: neither weekend, nor holiday, nor a half day. */
export function isBusinessDay(date: IsoDate, region: HolidayRegion | null, calendar: WorkCalendar): boolean {
  return calendar(region, date).kind === "whole";
}

/**
 * The n-th business day after a date, or before it when n is negative; the date itself does not count and need not be one.
 * Only whole days count: a half day is passed over like a holiday, in favour of whom a promise was made to.
 * With n = 0 it is the date. Counts no further than `mostBusinessDays`.
 */
export function addBusinessDays(date: IsoDate, n: number, region: HolidayRegion | null, calendar: WorkCalendar): IsoDate {
  const step = n < 0 ? -1 : 1;
  let left = Number.isNaN(n) ? 0 : Math.min(Math.trunc(Math.abs(n)), mostBusinessDays);
  // A calendar of nothing but holidays would have no next business day: ten days for each is more than any real one needs.
  let patience = left * 10 + 60;
  let found = date;
  while (left > 0 && patience > 0) {
    found = addDays(found, step);
    patience -= 1;
    if (isBusinessDay(found, region, calendar)) left -= 1;
  }
  return found;
}

/** The last date before this one on which notices are accepted at all, be it for half a day. */
export function openDayBefore(date: IsoDate, region: HolidayRegion | null, calendar: WorkCalendar): IsoDate {
  let found = addDays(date, -1);
  for (let patience = 60; patience > 0 && calendar(region, found).kind === "off"; patience -= 1) found = addDays(found, -1);
  return found;
}

/** How many whole business days lie between two dates, neither of which counts. */
export function clearBusinessDaysBetween(
  from: IsoDate,
  to: IsoDate,
  region: HolidayRegion | null,
  calendar: WorkCalendar,
): number {
  let clear = 0;
  for (let between = daysBetween(from, to) - 1; between > 0; between -= 1) {
    if (isBusinessDay(addDays(from, between), region, calendar)) clear += 1;
  }
  return clear;
}
