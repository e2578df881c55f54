import { create } from "zustand";
import type { IsoDate } from "../../../core/domain/instant.ts";

export const calendarModes = ["month", "week", "agenda"] as const;
export type CalendarMode = (typeof calendarModes)[number];

/** How the calendar is looked at; kept while the app runs, so that coming back finds the same page. */
type CalendarState = {
  readonly mode: CalendarMode;
  /** The day in focus; its month or week is shown. Null means today. */
  readonly date: IsoDate | null;
  setMode(mode: CalendarMode): void;
  setDate(date: IsoDate | null): void;
};

export const useCalendarState = create<CalendarState>((set) => ({
  mode: "month",
  date: null,
  setMode: (mode) => set({ mode }),
  setDate: (date) => set({ date }),
}));
