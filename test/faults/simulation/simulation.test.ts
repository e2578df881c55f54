import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { describeViolation, runSchedules } from "./run-schedules.ts";
import { runSchedule } from "./schedule.ts";

const seed = 20_261_123;
const schedules = 2_000;

test("a seed replays exactly, step by step", async () => {
  for (const index of [0, 1, 2, 3, 4]) {
    const [one, other] = [await runSchedule(seed, index), await runSchedule(seed, index)];
    expect(hashOf(other.trace)).toBe(hashOf(one.trace));
    expect(one.trace.length).toBeGreaterThan(50);
  }
});

test("different schedules differ", async () => {
  const traces = await Promise.all([runSchedule(seed, 0), runSchedule(seed, 1), runSchedule(seed + 1, 0)]);
  expect(new Set(traces.map(({ trace }) => hashOf(trace))).size).toBe(3);
});

test(`${schedules} schedules of crashes, lost answers, clock jumps and second thoughts violate nothing`, {
  timeout: 600_000,
}, async () => {
  const summary = await runSchedules({ from: 0, to: schedules, seed, stopAfter: 3 });
  expect(summary.violations.map(describeViolation).join("\n\n")).toBe("");
  expect(summary.schedules).toBe(schedules);
  // A simulation in which hardly anything happens would prove nothing.
  expect(summary.messages).toBeGreaterThan(5 * schedules);
  expect(summary.crashes).toBeGreaterThan(schedules);
  expect(summary.unknown).toBeGreaterThan(schedules / 20);
});

function hashOf(trace: readonly string[]): string {
  return createHash("sha256").update(trace.join("\n")).digest("hex");
}
