import { expect, test } from "vitest";
import { addBusinessDays, clearBusinessDaysBetween, isBusinessDay } from "../../../src/core/domain/business-days.ts";
import { withOwnDays } from "../../../src/core/domain/holidays.ts";
import { fewDaysOff, noHolidays } from "../../builders/holidays.ts";

const england = "GB-ENG";

test("weekends and the region's holidays are no business days", () => {
  expect(isBusinessDay("2026-12-24", england, fewDaysOff)).toBe(true);
  expect(isBusinessDay("2026-12-25", england, fewDaysOff)).toBe(false);
  expect(isBusinessDay("2026-12-26", england, fewDaysOff)).toBe(false);
  expect(isBusinessDay("2026-11-26", england, fewDaysOff)).toBe(true);
  expect(isBusinessDay("2026-11-26", "US", fewDaysOff)).toBe(false);
});

test("business days jump over Christmas and its substitute day", () => {
  expect(addBusinessDays("2026-12-23", 2, england, fewDaysOff)).toBe("2026-12-29");
  expect(addBusinessDays("2026-12-29", -1, england, fewDaysOff)).toBe("2026-12-24");
});

test("business days jump over Easter", () => {
  expect(addBusinessDays("2026-04-02", 1, england, fewDaysOff)).toBe("2026-04-07");
  expect(addBusinessDays("2026-04-07", -3, england, fewDaysOff)).toBe("2026-03-31");
});

test("counting starts after the date, which need not be a business day itself", () => {
  expect(addBusinessDays("2026-11-28", 1, england, fewDaysOff)).toBe("2026-11-30");
  expect(addBusinessDays("2026-11-28", -1, england, fewDaysOff)).toBe("2026-11-27");
  expect(addBusinessDays("2026-11-28", 0, england, fewDaysOff)).toBe("2026-11-28");
});

test("clear days lie between two dates and leave both out", () => {
  expect(clearBusinessDaysBetween("2026-11-24", "2026-11-28", england, fewDaysOff)).toBe(3);
  expect(clearBusinessDaysBetween("2026-11-27", "2026-11-30", england, fewDaysOff)).toBe(0);
  expect(clearBusinessDaysBetween("2026-12-24", "2026-12-30", england, fewDaysOff)).toBe(1);
  expect(clearBusinessDaysBetween("2026-11-30", "2026-11-27", england, fewDaysOff)).toBe(0);
});

test("a calendar of nothing but holidays comes to an end", () => {
  expect(
    addBusinessDays(
      "2026-11-24",
      3,
      england,
      withOwnDays(() => "Holiday"),
    ),
  ).toMatch(/^20\d\d-/u);
});

test("no region has no holidays", () => {
  expect(addBusinessDays("2026-12-24", 1, null, withOwnDays(noHolidays))).toBe("2026-12-25");
});
