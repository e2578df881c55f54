import type { IsoDate } from "../../../core/domain/instant.ts";
import { addDays, weekdayOf } from "../../../core/domain/zoned-time.ts";

/** The first day of the week a date lies in. */
export function weekStart(date: IsoDate, weekStartsOn: 1 | 7): IsoDate {
  const weekday = weekdayOf(date);
  return addDays(date, -((weekday - weekStartsOn + 7) % 7));
}

/** The seven days of the week a date lies in. */
export function weekDays(date: IsoDate, weekStartsOn: 1 | 7): IsoDate[] {
  const first = weekStart(date, weekStartsOn);
  return Array.from({ length: 7 }, (_, index) => addDays(first, index));
}

/** The weeks that show a date's month: five or six, as many as it needs. */
export function monthWeeks(date: IsoDate, weekStartsOn: 1 | 7): IsoDate[][] {
  const month = date.slice(0, 7);
  const weeks: IsoDate[][] = [];
  for (let first = weekStart(`${month}-01`, weekStartsOn); ; first = addDays(first, 7)) {
    if (weeks.length > 0 && first.slice(0, 7) !== month) return weeks;
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(first, index)));
  }
}

/** The same day of the month so many months on, or that month's last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const first = isoDate(Math.floor(count / 12), (count % 12) + 1, 1);
  const last = addDays(isoDate(Math.floor((count + 1) / 12), ((count + 1) % 12) + 1, 1), -1);
  const wanted = addDays(first, dayOfMonth - 1);
  return wanted <= last ? wanted : last;
}

function isoDate(year: number, month: number, dayOfMonth: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}
