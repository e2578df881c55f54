import { hour, type Instant } from "./instant.ts";

/** Why a backup was made. Only hourly ones are ever taken away again: the others were made for a reason somebody may come back to. */
export type BackupReason = "asked" | "hourly" | "migration" | "restore";

/** A whole copy of a workspace file, verified before it got its name. */
export type BackupFile = {
  /** Its file's name: what a person and a command call it by. */
  readonly name: string;
  readonly path: string;
  readonly at: Instant;
  readonly bytes: number;
  readonly why: BackupReason;
};

/** How many hours, days and months that have a backup keep their newest one. */
const kept = { hours: 24, days: 30, months: 12 } as const;

/**
 * Which of the hourly backups made at these times are kept: the newest of each of the last 24 hours, 30 days and 12 months
 * that have one, in UTC. Counted over hours that have one, so that a month without work takes nothing away.
 * What lies in the future was made before the clock was set back; it is kept and counts for nothing.
 */
export function backupsToKeep(times: readonly Instant[], now: Instant): readonly Instant[] {
  const newestFirst = [...new Set(times)].sort((one, other) => other - one);
  const past = newestFirst.filter((at) => at <= now);
  const keep = new Set(newestFirst.filter((at) => at > now));
  for (const at of newestOfEach(past, (time) => Math.floor(time / hour), kept.hours)) keep.add(at);
  for (const at of newestOfEach(past, (time) => isoPart(time, 10), kept.days)) keep.add(at);
  for (const at of newestOfEach(past, (time) => isoPart(time, 7), kept.months)) keep.add(at);
  return newestFirst.filter((at) => keep.has(at));
}

function newestOfEach(newestFirst: readonly Instant[], spanOf: (at: Instant) => number | string, count: number): Instant[] {
  const newest = new Map<number | string, Instant>();
  for (const at of newestFirst) {
    const span = spanOf(at);
    if (!newest.has(span)) newest.set(span, at);
    if (newest.size === count) break;
  }
  return [...newest.values()];
}

/** `2026-11-20` or `2026-11`. */
function isoPart(at: Instant, length: number): string {
  return new Date(at).toISOString().slice(0, length);
}

/** Whether an hour has passed since the newest backup; a clock that was set back by more than that counts as well. */
export function isBackupDue(newest: Instant | null, now: Instant): boolean {
  return newest === null || Math.abs(now - newest) >= hour;
}
