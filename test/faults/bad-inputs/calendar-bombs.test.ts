import { expect, test } from "vitest";
import { importLimits } from "../../../src/adapters/calendar-import/import-limits.ts";
import { createCalendarReader } from "../../../src/adapters/calendar-import/import-thread.ts";
import type { ForeignReading } from "../../../src/core/ports/calendar-reader.ts";
import { calendarBombs } from "./calendar-bombs.ts";

const now = Date.UTC(2026, 10, 23, 9);

// A busy machine needs longer than a person would wait: which limit ends each is not a matter of time.
const reader = createCalendarReader({ ...importLimits, time: 60_000 });

test.each(calendarBombs)("$name: $expected", async ({ kind, text, says }) => {
  const reading: ForeignReading<unknown> = kind === "calendar" ? await reader.calendar(text(), now) : await reader.table(text());
  expect(reading).toEqual({ kind: "refused", reason: expect.stringMatching(says) });
});

test("reading that takes longer than its time is ended, and says so", async () => {
  const hasty = createCalendarReader({ ...importLimits, time: 1, length: 60_000_000, entries: 1_000_000 });
  const event = "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261205T220000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
  const reading = await hasty.calendar(`BEGIN:VCALENDAR\r\n${event.repeat(50_000)}END:VCALENDAR\r\n`, now);
  expect(reading).toEqual({ kind: "refused", reason: "Reading it took longer than 0.001 seconds." });
});

test("a rule that falls on no day that exists ends, too", async () => {
  const quick = createCalendarReader({ ...importLimits, time: 3_000 });
  const rule = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
  const text = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261205T220000Z\r\nDURATION:PT1H\r\n${rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  const reading = await quick.calendar(text, now);
  if (reading.kind === "read") expect(reading.value.entries.length).toBeLessThan(2);
  else expect(reading.reason).toMatch(/longer than 3 seconds|steps/u);
});
