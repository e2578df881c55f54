import { expect, test } from "vitest";
import { playThousand } from "./two-thousand.ts";

test("the second thousand schedules of crashes, lost answers, clock jumps and second thoughts violate nothing", {
  timeout: 600_000,
}, async () => {
  const { summary, words } = await playThousand(1_000);
  expect(words).toBe("");
  expect(summary.schedules).toBe(1_000);
  // A simulation in which hardly anything happens would prove nothing.
  expect(summary.messages).toBeGreaterThan(5_000);
  expect(summary.crashes).toBeGreaterThan(1_000);
  expect(summary.unknown).toBeGreaterThan(50);
});
