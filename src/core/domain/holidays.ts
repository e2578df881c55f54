import type { HolidayRegion } from "./directory.ts";
import type { IsoDate } from "./instant.ts";

/** The name of the public holiday in that region on that date, or null when it is an ordinary day. */
export type Holidays = (region: HolidayRegion | null, date: IsoDate) => string | null;
