import { expect, test } from "vitest";
import { runSlips } from "../../notices/checker/slips.ts";

test("of the slips a tired hand makes in a right draft, whichever it is, three in four are seen, and nine in ten in all", () => {
  const results = runSlips(4);
  expect(results.filter(({ made }) => made < 10)).toEqual([]);
  expect(results.filter(({ made, seen }) => seen < made * 0.75)).toEqual([]);
  const made = results.reduce((sum, one) => sum + one.made, 0);
  const seen = results.reduce((sum, one) => sum + one.seen, 0);
  expect(seen / made).toBeGreaterThan(0.9);
});
