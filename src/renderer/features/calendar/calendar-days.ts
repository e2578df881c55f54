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

const knownMonths = new Map<string, readonly (readonly IsoDate[])[]>();
/** Two years of pages, and an end to what a page that stays open keeps. */
const monthsKept = 24;

/**
 * The weeks that show a date's month: four to six, as many as it needs. The same month gives the same array:
 * counting its days takes longer than laying out its windows, and the months beside the shown one are counted beforehand.
 */
export function monthWeeks(date: IsoDate, weekStartsOn: 1 | 7): readonly (readonly IsoDate[])[] {
  const key = `${date.slice(0, 7)} ${weekStartsOn}`;
  let weeks = knownMonths.get(key);
  if (weeks === undefined) {
    const month = { start: startOfMonth(date, inUtc), end: endOfMonth(date, inUtc) };
    weeks = eachWeekOfInterval(month, firstWeekday(weekStartsOn)).map(sevenDaysFrom);
    if (knownMonths.size >= monthsKept) knownMonths.clear();
    knownMonths.set(key, weeks);
  }
  return weeks;
}

/** The same day of the month so many months on, or that month's last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return isoDate(addMonthsTo(date, months, inUtc));
}
