import type { IsoDate } from "../../../core/domain/instant.ts";
import { monthWeeks } from "./calendar-days.ts";

/** One of a year's twelve small months: weeks of seven places, null where another month's day would lie. */
export type SmallMonth = { readonly month: string; readonly weeks: readonly (readonly (IsoDate | null)[])[] };

/** The twelve months of the year a date lies in. Every day of the year has exactly one place. */
export function layOutYear(date: IsoDate, weekStartsOn: 1 | 7): readonly SmallMonth[] {
  const year = date.slice(0, 4);
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, "0")}`;
    const weeks = monthWeeks(`${month}-01`, weekStartsOn).map((days) => days.map((day) => (day.startsWith(month) ? day : null)));
    return { month, weeks };
  });
}
