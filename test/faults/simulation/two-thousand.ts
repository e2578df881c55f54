import { describeViolation, runSchedules, type SchedulesSummary } from "./run-schedules.ts";

/** The seed of the schedules that every test run plays. */
export const seed = 20_261_123;

/** A thousand of them, so that two processes share the two thousand; with what they violated, in words. */
export async function playThousand(from: 0 | 1_000): Promise<{ readonly summary: SchedulesSummary; readonly words: string }> {
  const summary = await runSchedules({ from, to: from + 1_000, seed, stopAfter: 3 });
  return { summary, words: summary.violations.map(describeViolation).join("\n\n") };
}
