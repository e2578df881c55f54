import { expect, test } from "vitest";
import { addBusinessDays, clearBusinessDaysBetween, openDayBefore } from "../../../src/core/domain/business-days.ts";
import type { OwnDay } from "../../../src/core/domain/directory.ts";
import { withOwnDays } from "../../../src/core/domain/holidays.ts";
import { latestAcceptance, type PromiseTerms } from "../../../src/core/domain/promises/promise.ts";
import { fewHolidays } from "../../builders/holidays.ts";

const england = "GB-ENG";

function own(date: string, counts: OwnDay["counts"], region: string | null = null, name = "Own day"): OwnDay {
  return { date, name, region, counts };
}

/** N business days before Mon 30 Nov 2026, 09:00 in London. */
function terms(amount: number, ownDays: readonly OwnDay[], counting: PromiseTerms["counting"] = "clear"): PromiseTerms {
  return {
    promised: { amount, unit: "businessDays", calendar: "customer" },
    startAt: Date.UTC(2026, 10, 30, 9),
    zone: "Europe/London",
    region: england,
    counting,
    closeOfBusiness: "17:00",
    calendar: withOwnDays(fewHolidays, ownDays),
  };
}

test("a day a workspace is closed is counted like a holiday", () => {
  expect(latestAcceptance(terms(2, []))).toBe(Date.UTC(2026, 10, 25, 17));
  expect(latestAcceptance(terms(2, [own("2026-11-26", { kind: "off" })]))).toBe(Date.UTC(2026, 10, 24, 17));
});

test("a Saturday that is worked is a business day, and so is a worked holiday", () => {
  expect(latestAcceptance(terms(2, [own("2026-11-28", { kind: "working" })]))).toBe(Date.UTC(2026, 10, 26, 17));
  const calendar = withOwnDays(fewHolidays, [own("2026-12-25", { kind: "working" })]);
  expect(addBusinessDays("2026-12-24", 1, england, calendar)).toBe("2026-12-25");
});

test("a half day accepts a notice until it closes", () => {
  const half = own("2026-11-25", { kind: "half", closesAt: "12:30" });
  expect(latestAcceptance(terms(2, [half]))).toBe(Date.UTC(2026, 10, 25, 12, 30));
});

test("a half day is none of the clear days, nor one of the business days elapsed", () => {
  const half = own("2026-11-26", { kind: "half", closesAt: "12:30" });
  // Wed 25 and Fri 27 are whole; the half Thursday between them does not count.
  expect(latestAcceptance(terms(2, [half]))).toBe(Date.UTC(2026, 10, 24, 17));
  expect(latestAcceptance(terms(2, [half], "elapsed"))).toBe(Date.UTC(2026, 10, 25, 9));
  expect(clearBusinessDaysBetween("2026-11-24", "2026-11-30", england, withOwnDays(fewHolidays, [half]))).toBe(2);
  expect(openDayBefore("2026-11-27", england, withOwnDays(fewHolidays, [half]))).toBe("2026-11-26");
});

test("an own day of one calendar is none in another, and one of a country holds in its parts", () => {
  const calendar = withOwnDays(fewHolidays, [
    own("2026-11-24", { kind: "off" }, "US", "Office move"),
    own("2026-11-25", { kind: "off" }),
    own("2026-11-25", { kind: "working" }, "US-CA"),
  ]);
  expect(calendar(england, "2026-11-24")).toEqual({ kind: "whole" });
  expect(calendar("US", "2026-11-24")).toEqual({ kind: "off", name: "Office move" });
  expect(calendar("US-CA", "2026-11-24")).toEqual({ kind: "off", name: "Office move" });
  expect(calendar(null, "2026-11-25").kind).toBe("off");
  expect(calendar("US", "2026-11-25").kind).toBe("off");
  expect(calendar("US-CA", "2026-11-25").kind).toBe("whole");
});
