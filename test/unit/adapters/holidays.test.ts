import { expect, test } from "vitest";
import { createHolidayCalendar } from "../../../src/adapters/holidays/date-holidays.ts";
import { addDays } from "../../../src/core/domain/zoned-time.ts";

const holidays = await createHolidayCalendar().load();

function datesOff(region: string, year: number): string[] {
  const dates = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
  return dates.filter((date) => date.startsWith(String(year)) && holidays(region, date) !== null);
}

/** Weekdays only: a holiday on a Saturday changes no business day. */
function weekdaysOff(region: string, year: number): string[] {
  return datesOff(region, year).filter((date) => ![0, 6].includes(new Date(date).getUTCDay()));
}

test("England and Wales: the bank holidays of the official list, substitute days included", () => {
  expect(weekdaysOff("GB-ENG", 2026)).toEqual([
    "2026-01-01",
    "2026-04-03",
    "2026-04-06",
    "2026-05-04",
    "2026-05-25",
    "2026-08-31",
    "2026-12-25",
    "2026-12-28",
  ]);
  expect(weekdaysOff("GB-ENG", 2027)).toEqual([
    "2027-01-01",
    "2027-03-26",
    "2027-03-29",
    "2027-05-03",
    "2027-05-31",
    "2027-08-30",
    "2027-12-27",
    "2027-12-28",
  ]);
  expect(weekdaysOff("GB-ENG", 2028)).toEqual([
    "2028-01-03",
    "2028-04-14",
    "2028-04-17",
    "2028-05-01",
    "2028-05-29",
    "2028-08-28",
    "2028-12-25",
    "2028-12-26",
  ]);
});

test("United States: federal holidays on the day they are observed", () => {
  expect(weekdaysOff("US", 2026)).toEqual([
    "2026-01-01",
    "2026-01-19",
    "2026-02-16",
    "2026-05-25",
    "2026-06-19",
    "2026-07-03",
    "2026-09-07",
    "2026-10-12",
    "2026-11-11",
    "2026-11-26",
    "2026-12-25",
  ]);
  expect(weekdaysOff("US", 2027)).toContain("2027-12-31");
  expect(holidays("US", "2028-11-10")).not.toBeNull();
});

test("a subdivision has its own days, and days that are only customary are not off", () => {
  expect(holidays("GB-SCT", "2026-11-30")).toMatch(/Andrew/u);
  expect(holidays("GB-ENG", "2026-11-30")).toBeNull();
  expect(holidays("DE-BY", "2026-01-06")).toBe("Epiphany");
  expect(holidays("DE-BE", "2026-01-06")).toBeNull();
  expect(holidays("DE-BY", "2026-12-24")).toBeNull();
  expect(holidays("US", "2026-11-27")).toBeNull();
});

test("a feast of several days is off on each, and not on its eve", () => {
  expect(["2026-03-19", "2026-03-20", "2026-03-21", "2026-03-22"].map((date) => holidays("TR", date) !== null)).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test("names are English", () => {
  expect(holidays("DE-BY", "2026-01-01")).toBe("New Year's Day");
});

test("an unknown region or date has no holidays", () => {
  for (const region of [null, "", "XX", "GB-ZZZ", "DE-BY-ZZ", "gb", "__proto__", "constructor", "GB-constructor"]) {
    expect(holidays(region, "2026-12-25"), String(region)).toBeNull();
  }
  for (const date of ["", "Christmas", "2026-13-45", "0000-12-25", "-001-12-25"])
    expect(holidays("GB-ENG", date), date).toBeNull();
});

test("it is loaded once, and a year is quick after the first question", async () => {
  const calendar = createHolidayCalendar();
  expect(calendar.load()).toBe(calendar.load());
  const answer = await calendar.load();
  answer("GB-ENG", "2026-01-01");
  const begun = performance.now();
  for (let index = 0; index < 10_000; index += 1) answer("GB-ENG", "2026-12-25");
  expect(performance.now() - begun).toBeLessThan(100);
});

test("England and Wales, 2024, 2025, 2029 and 2030: the official list", () => {
  expect(weekdaysOff("GB-ENG", 2024)).toEqual(on(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"));
  expect(weekdaysOff("GB-ENG", 2025)).toEqual(on(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"));
  expect(weekdaysOff("GB-ENG", 2029)).toEqual(on(2029, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"));
  expect(weekdaysOff("GB-ENG", 2030)).toEqual(on(2030, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"));
});

test("Scotland: its own days, no Easter Monday, and substitutes for St Andrew's Day and the second of January", () => {
  expect(weekdaysOff("GB-SCT", 2024)).toEqual(on(2024, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26"));
  expect(weekdaysOff("GB-SCT", 2025)).toEqual(on(2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26"));
  expect(weekdaysOff("GB-SCT", 2027)).toEqual(on(2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28"));
});

test("United States: a holiday on a Saturday is off on Friday, one on a Sunday on Monday, also over the turn of the year", () => {
  expect(weekdaysOff("US", 2024)).toEqual(on(2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"));
  expect(weekdaysOff("US", 2027)).toEqual(on(2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31"));
  expect(weekdaysOff("US", 2028)).toEqual(on(2028, "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"));
  expect(weekdaysOff("US", 2030)).toEqual(on(2030, "01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"));
});

test("Bavaria: a holiday on a weekend has no substitute", () => {
  // Assumption is off in mostly Catholic places only: theirs to add as an own day.
  expect(weekdaysOff("DE-BY", 2024)).toEqual(on(2024, "01-01 03-29 04-01 05-01 05-09 05-20 05-30 10-03 11-01 12-25 12-26"));
  expect(weekdaysOff("DE-BY", 2027)).toEqual(on(2027, "01-01 01-06 03-26 03-29 05-06 05-17 05-27 11-01"));
});

function on(year: number, days: string): string[] {
  return days.split(" ").map((date) => `${year}-${date}`);
}
