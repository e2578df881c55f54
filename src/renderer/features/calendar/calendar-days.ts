import { tz } from "@date-fns/tz";
import {
  addDays,
  addMonths as addMonthsTo,
  eachWeekOfInterval,
  endOfMonth,
  formatISO,
  startOfMonth,
  startOfWeek,
} from "date-fns";
import type { IsoDate } from "../../../core/domain/instant.ts";

/** Dates have no zone: they are counted in UTC, where every day has 24 hours. */
const inUtc = { in: tz("UTC") };

function isoDate(date: Date): IsoDate {
  return formatISO(date, { representation: "date" });
}

/** date-fns numbers Sunday 0. */
function firstWeekday(weekStartsOn: 1 | 7): { readonly weekStartsOn: 0 | 1; readonly in: typeof inUtc.in } {
  return { weekStartsOn: weekStartsOn === 7 ? 0 : 1, ...inUtc };
}

function sevenDaysFrom(first: Date): IsoDate[] {
  return Array.from({ length: 7 }, (_, index) => isoDate(addDays(first, index, inUtc)));
}

/** The seven days of the week a date lies in. */
export function weekDays(date: IsoDate, weekStartsOn: 1 | 7): IsoDate[] {
  return sevenDaysFrom(startOfWeek(date, firstWeekday(weekStartsOn)));
}

/** The weeks that show a date's month: five or six, as many as it needs. */
export function monthWeeks(date: IsoDate, weekStartsOn: 1 | 7): IsoDate[][] {
  const month = { start: startOfMonth(date, inUtc), end: endOfMonth(date, inUtc) };
  return eachWeekOfInterval(month, firstWeekday(weekStartsOn)).map(sevenDaysFrom);
}

/** The same day of the month so many months on, or that month's last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return isoDate(addMonthsTo(date, months, inUtc));
}
