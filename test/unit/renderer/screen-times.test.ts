import { expect, test } from "vitest";
import { lengthText, spanText, timeText } from "../../../src/renderer/ui/time-words.ts";

const saturday = Date.UTC(2026, 10, 21, 2, 0);
const hour = 3_600_000;

test("a time on screen names its weekday, date, clock and zone", () => {
  expect(timeText(saturday, "Europe/London")).toBe("Sat 21 Nov, 02:00 GMT");
  expect(timeText(saturday, "America/New_York")).toBe("Fri 20 Nov, 21:00 EST");
});

test("a span within a day says its date once", () => {
  expect(spanText(saturday, saturday + 2 * hour, "Europe/London")).toBe("Sat 21 Nov, 02:00–04:00 GMT");
});

test("a span across midnight says both dates", () => {
  expect(spanText(saturday, saturday + 23 * hour, "Europe/London")).toBe("Sat 21 Nov, 02:00 – Sun 22 Nov, 01:00 GMT");
});

test("a span across a change of clocks names the zone at both ends", () => {
  const beforeWinter = Date.UTC(2026, 9, 25, 0, 0);
  expect(spanText(beforeWinter, beforeWinter + 2 * hour, "Europe/London")).toBe("Sun 25 Oct, 01:00 BST – 02:00 GMT");
});

test("a length is told in hours and minutes", () => {
  expect([0, 45, 60, 150].map(lengthText)).toEqual(["0 min", "45 min", "1 h", "2 h 30 min"]);
});
