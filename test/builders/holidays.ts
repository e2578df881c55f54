import { type Holidays, type WorkCalendar, withOwnDays } from "../../src/core/domain/holidays.ts";

/** The real bank holidays of England and federal holidays of the US around the example windows. */
const names: Readonly<Record<string, string>> = {
  "GB-ENG 2026-04-03": "Good Friday",
  "GB-ENG 2026-04-06": "Easter Monday",
  "GB-ENG 2026-12-25": "Christmas Day",
  "GB-ENG 2026-12-28": "Boxing Day (substitute day)",
  "GB-ENG 2027-01-01": "New Year's Day",
  "US 2026-11-26": "Thanksgiving Day",
  "US 2026-12-25": "Christmas Day",
  "US 2027-01-01": "New Year's Day",
};

export const fewHolidays: Holidays = (region, date) => names[`${region} ${date}`] ?? null;

export const noHolidays: Holidays = () => null;

/** The days of work of those few holidays, with no own days. */
export const fewDaysOff: WorkCalendar = withOwnDays(fewHolidays);
