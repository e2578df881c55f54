import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { runSchedule } from "./schedule.ts";
import { seed } from "./two-thousand.ts";

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

function hashOf(trace: readonly string[]): string {
  return createHash("sha256").update(trace.join("\n")).digest("hex");
}
