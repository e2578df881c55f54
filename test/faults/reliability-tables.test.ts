import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { badInputs } from "./bad-inputs/all-bad-inputs.ts";
import { docWithTables } from "./reliability-tables.ts";

test("docs/reliability.md lists what the tests try, no more and no less (npm run faults:tables)", () => {
  const document = readFileSync(new URL("../../docs/reliability.md", import.meta.url), "utf8");
  expect(docWithTables(document)).toBe(document);
});

test("there are at least a hundred bad inputs", () => {
  expect(badInputs.length).toBeGreaterThanOrEqual(100);
});
