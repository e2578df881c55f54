import fc from "fast-check";
import { expect, test } from "vitest";
import { backupsToKeep, isBackupDue } from "../../../src/core/domain/backup.ts";
import { day, hour, type Instant, minute } from "../../../src/core/domain/instant.ts";

const now: Instant = Date.UTC(2026, 10, 23, 9, 30);
const times = fc.array(fc.integer({ min: now - 3 * 365 * day, max: now }), { maxLength: 200 });

test("at most 24 hourly, 30 daily and 12 monthly backups are kept, the newest among them", () => {
  fc.assert(
    fc.property(times, (made) => {
      const kept = backupsToKeep(made, now);
      expect(kept.length).toBeLessThanOrEqual(24 + 30 + 12);
      expect(kept.every((at) => made.includes(at))).toBe(true);
      if (made.length > 0) expect(kept[0]).toBe(Math.max(...made));
    }),
  );
});

test("what was kept once is kept when nothing was added", () => {
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 400 * day }), (made, later) => {
      const kept = backupsToKeep(made, now);
      expect(backupsToKeep(kept, now + later)).toEqual(kept);
    }),
  );
});

test("the newest of every one of the last 24 hours, 30 days and 12 months that have one is kept", () => {
  fc.assert(
    fc.property(times, (made) => {
      const kept = new Set(backupsToKeep(made, now));
      for (const [count, spanOf] of [
        [24, (at: Instant) => new Date(at).toISOString().slice(0, 13)],
        [30, (at: Instant) => new Date(at).toISOString().slice(0, 10)],
        [12, (at: Instant) => new Date(at).toISOString().slice(0, 7)],
      ] as const) {
        const spans = [...new Set(made.map(spanOf))].sort().reverse().slice(0, count);
        for (const span of spans) expect(kept.has(Math.max(...made.filter((at) => spanOf(at) === span)))).toBe(true);
      }
    }),
  );
});

test("fourteen months of hourly backups, taken away as they come, leave a day of hours, a month of days and a year of months", () => {
  let kept: readonly Instant[] = [];
  const start = now - 14 * 31 * day;
  for (let at = start; at <= now; at += hour) kept = backupsToKeep([...kept, at], at);
  expect(kept.filter((at) => at > now - day)).toHaveLength(24);
  expect(new Set(kept.map((at) => new Date(at).toISOString().slice(0, 10))).size).toBeGreaterThanOrEqual(30 + 10);
  expect(new Set(kept.map((at) => new Date(at).toISOString().slice(0, 7))).size).toBe(12);
  expect(kept.length).toBeLessThanOrEqual(66);
});

test("a backup from before the clock was set back is kept and takes nobody's place", () => {
  const future = now + 3 * day;
  const past = Array.from({ length: 24 }, (_, hours) => now - hours * hour);
  expect(backupsToKeep([future, ...past], now)).toEqual([future, ...past]);
});

test("a backup is due an hour after the last one, and when the clock was set back by more", () => {
  expect(isBackupDue(null, now)).toBe(true);
  expect(isBackupDue(now - 59 * minute, now)).toBe(false);
  expect(isBackupDue(now - hour, now)).toBe(true);
  expect(isBackupDue(now + 2 * hour, now)).toBe(true);
});
