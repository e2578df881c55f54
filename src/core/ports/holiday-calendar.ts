import type { Holidays } from "../domain/holidays.ts";

/** Looks up public holidays. Loaded when first needed; the answer afterwards is synchronous and pure. */
export interface HolidayCalendar {
  load(): Promise<Holidays>;
}
