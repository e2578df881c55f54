import type { Violation } from "../invariants.ts";
import { runSchedule } from "./schedule.ts";

export type ScheduleRange = {
  /** Schedules of this seed from `from` up to, and without, `to`. */
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  /** Called after each schedule with the number of the next one. */
  readonly onProgress?: (next: number, soFar: SchedulesSummary) => void;
  /** Stops after so many schedules that violate something; all of them when left out. */
  readonly stopAfter?: number;
};

export type SchedulesSummary = {
  schedules: number;
  messages: number;
  deliveries: number;
  crashes: number;
  /** Deliveries whose outcome was still unknown when the faults ended. */
  unknown: number;
  readonly violations: {
    readonly seed: number;
    readonly index: number;
    readonly violations: readonly Violation[];
    readonly trace: readonly string[];
  }[];
};

/** Plays schedules one after another, each over a workspace of its own in memory. The same range and seed give the same summary. */
export async function runSchedules({ from, to, seed, onProgress, stopAfter }: ScheduleRange): Promise<SchedulesSummary> {
  const summary: SchedulesSummary = { schedules: 0, messages: 0, deliveries: 0, crashes: 0, unknown: 0, violations: [] };
  for (let index = from; index < to; index += 1) {
    const { violations, trace, counts } = await runSchedule(seed, index);
    summary.schedules += 1;
    for (const name of ["messages", "deliveries", "crashes", "unknown"] as const) summary[name] += counts[name];
    if (violations.length > 0) summary.violations.push({ seed, index, violations, trace });
    onProgress?.(index + 1, summary);
    if (stopAfter !== undefined && summary.violations.length >= stopAfter) break;
  }
  return summary;
}

/** What went wrong in a schedule, for a reader: what was violated, how to play it again, and its last steps. */
export function describeViolation({ seed, index, violations, trace }: SchedulesSummary["violations"][number]): string {
  return [
    `Schedule ${index} of seed ${seed}:`,
    ...violations.map(({ rule, deliveryId, detail }) => `  ${rule}: ${deliveryId} ${detail}`),
    "Its last steps (seconds since its start):",
    ...trace.slice(-40).map((line) => `  ${line}`),
  ].join("\n");
}
