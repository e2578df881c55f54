import { type CalendarFilter, isEverything } from "../../../core/domain/calendar/calendar-filter.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { rangeOf, type ShownDays } from "./calendar-range.ts";

/** What the backend is asked for a stretch of days; the whole without a filter, so that a page is kept under one name. */
export function questionFor(days: ShownDays, zone: ZoneId, filter: CalendarFilter) {
  const range = rangeOf(days, zone);
  if (isEverything(filter)) return range;
  const { serviceIds, customerIds, impacts, states, conflictsOnly } = filter;
  return {
    ...range,
    filter: {
      serviceIds: [...serviceIds],
      customerIds: [...customerIds],
      impacts: [...impacts],
      states: [...states],
      conflictsOnly,
    },
  };
}
