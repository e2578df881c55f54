import { expect, test } from "vitest";
import { checkDraft } from "../../../src/core/domain/checker.ts";
import { checkedInput } from "../../builders/long-draft.ts";

/** The quickest of some runs: a busy machine makes some slow, and none quicker than it is. */
function quickest(runs: number, work: (run: number) => void): number {
  const times = Array.from({ length: runs }, (_, run) => {
    const begun = performance.now();
    work(run);
    return performance.now() - begun;
  });
  return Math.min(...times);
}

// docs/performance.md has the figures: 10 ms and 100 ms. These are many times as much, so that only a fault in the checker fails.
test("a draft of 250 words is checked between two key strokes", () => {
  const inputs = Array.from({ length: 12 }, (_, run) => checkedInput(1, `Run ${run}.`));
  expect(quickest(12, (run) => inputs[run] && checkDraft(inputs[run]))).toBeLessThan(80);
});

test("its copies for two hundred readers are checked in one go", () => {
  const inputs = Array.from({ length: 4 }, (_, run) => checkedInput(200, `Run ${run}.`));
  expect(quickest(4, (run) => inputs[run] && checkDraft(inputs[run]))).toBeLessThan(800);
});
