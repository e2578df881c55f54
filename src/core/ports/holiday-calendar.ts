import type { Holidays } from "../domain/holidays.ts";

/** Looks up public holidays. Loaded when first needed; the answer afterwards is synchronous and pure. */
export interface HolidayCalendar {
  load(): Promise<Holidays>;
  /** The calendars, for a screen that does not wait for them: null until they have been loaded, which this brings about. */
  loaded(): Holidays | null;
}
