import type { Instant, IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, daysBetween, instantOfWall } from "../../../core/domain/zoned-time.ts";
import type { CalendarMode, CalendarPlace, Zoom } from "./calendar-address.ts";
import { addMonths, monthWeeks, weekDays } from "./calendar-days.ts";
import { longDay } from "./day-names.ts";
import { timelineDays } from "./timeline-scale.ts";

/** How many days the agenda looks ahead. */
const agendaDays = 60;

/** What a view shows, by its first and last day. */
export type ShownDays = { readonly first: IsoDate; readonly last: IsoDate };

type Look = Pick<CalendarPlace, "mode" | "zoom">;

export function shownDays({ mode, zoom }: Look, shown: IsoDate, weekStartsOn: 1 | 7): ShownDays {
  switch (mode) {
    case "month":
      return endsOf(monthWeeks(shown, weekStartsOn).flat(), shown);
    case "week":
      return endsOf(weekDays(shown, weekStartsOn), shown);
    case "day":
      return { first: shown, last: shown };
    case "agenda":
      return { first: shown, last: addDays(shown, agendaDays - 1) };
    case "year":
      return { first: `${shown.slice(0, 4)}-01-01`, last: `${shown.slice(0, 4)}-12-31` };
    case "timeline":
      return timelineDays(shown, zoom, weekStartsOn);
  }
}

function endsOf(days: readonly IsoDate[], shown: IsoDate): ShownDays {
  return { first: days[0] ?? shown, last: days.at(-1) ?? shown };
}

export function daysIn({ first, last }: ShownDays): readonly IsoDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

/** The day in focus on the page before or after. */
export function neighbour({ mode, zoom }: Look, shown: IsoDate, direction: 1 | -1): IsoDate {
  switch (mode) {
    case "month":
      return addMonths(shown, direction);
    case "week":
      return addDays(shown, 7 * direction);
    case "day":
      return addDays(shown, direction);
    case "agenda":
      return addDays(shown, agendaDays * direction);
    case "year":
      return addMonths(shown, 12 * direction);
    case "timeline":
      if (zoom === "day" || zoom === "week") return addDays(shown, (zoom === "day" ? 1 : 7) * direction);
      return addMonths(shown, (zoom === "month" ? 1 : 3) * direction);
  }
}

export function stepWord({ mode, zoom }: Look): string {
  if (mode === "agenda") return "two months";
  return mode === "timeline" ? zoom : mode;
}

/** The instants from the first shown day's midnight to the midnight after the last. */
export function rangeOf({ first, last }: ShownDays, zone: ZoneId): { readonly from: Instant; readonly to: Instant } {
  return { from: instantOfWall(`${first}T00:00`, zone), to: instantOfWall(`${addDays(last, 1)}T00:00`, zone) };
}

const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

export function headingOf(
  { mode, zoom }: { readonly mode: CalendarMode; readonly zoom: Zoom },
  days: ShownDays,
  shown: IsoDate,
): string {
  if (mode === "month" || (mode === "timeline" && zoom === "month")) return monthName.format(Date.parse(shown));
  if (mode === "year") return shown.slice(0, 4);
  if (mode === "day" || (mode === "timeline" && zoom === "day")) return longDay(shown);
  const { first, last } = days;
  const firstYear = first.slice(0, 4) === last.slice(0, 4) ? "" : ` ${first.slice(0, 4)}`;
  return `${shortDay.format(Date.parse(first))}${firstYear} – ${shortDay.format(Date.parse(last))} ${last.slice(0, 4)}`;
}
