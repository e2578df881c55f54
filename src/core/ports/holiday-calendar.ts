import type { Holidays } from "../domain/holidays.ts";

/** Looks up public holidays. Loaded when first needed; the answer afterwards is synchronous and pure. */
export interface HolidayCalendar {
  load(): Promise<Holidays>;
  /** The calendars if they have been loaded already, for a screen that cannot wait for them. */
  loaded(): Holidays | null;
}
