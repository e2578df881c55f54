import { monthNames } from "../calendar-names.ts";
import type { Instant, ZoneId } from "../instant.ts";
import { dateOf, instantOfWall } from "../zoned-time.ts";

/** A month of the calendar, `yyyy-MM`. */
export type Month = string;

export function isMonth(text: string): text is Month {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text);
}

/** The month an instant lies in, on the zone's clocks. */
export function monthOf(at: Instant, zone: ZoneId): Month {
  return dateOf(at, zone).slice(0, 7);
}

/** The month so many months later (earlier, when negative). */
export function addMonths(month: Month, months: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/**
 * From the first instant of a month in the zone until that of the next: an hour shorter or longer where clocks change in
 * it. A midnight that clocks skip or show twice is the first instant of its day.
 */
export function monthSpan(month: Month, zone: ZoneId): { readonly from: Instant; readonly to: Instant } {
  const begin = (of: Month): Instant => instantOfWall(`${of}-01T00:00`, zone);
  return { from: begin(month), to: begin(addMonths(month, 1)) };
}

/** The months from the one of `from` up to the one that holds the last instant before `to`. */
export function monthsTouched(from: Instant, to: Instant, zone: ZoneId): readonly Month[] {
  const last = monthOf(Math.max(from, to - 1), zone);
  const months: Month[] = [];
  for (let month = monthOf(from, zone); month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** `December 2026`. */
export function describeMonth(month: Month): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

/** `December`. */
export function monthName(month: Month): string {
  return monthNames[Number(month.slice(5)) - 1] ?? month;
}
