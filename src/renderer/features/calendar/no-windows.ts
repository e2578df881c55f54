import type { CalendarView } from "../../../core/app/calendar/calendar.ts";

/** What a stretch of days holds until it is read. */
export const nothing: CalendarView = {
  windows: [],
  total: 0,
  notices: [],
  holidays: [],
  freezes: [],
  conflicts: [],
  seriesIds: [],
  phases: [],
};
