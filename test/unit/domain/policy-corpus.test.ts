import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rateFolder } from "../../policies/corpus.ts";
import { docWithRates } from "../../policies/table.ts";

test("policies in all the forms they come in are read as a careful reader reads them", () => {
  const before = process.cpuUsage();
  const rated = rateFolder("corpus");
  const { user, system } = process.cpuUsage(before);
  expect(rated.length).toBeGreaterThanOrEqual(25);
  const faults = rated.flatMap(({ name, wrong, lost }) => [
    ...wrong.map((words) => `${name}: wrong: ${words}`),
    ...lost.map((words) => `${name}: lost: ${words}`),
  ]);
  expect(faults).toEqual([]);
  const needless = rated.flatMap((one) => one.needless.map((words) => `${one.name}: ${words}`));
  const asked = rated.reduce((sum, one) => sum + one.asked, 0);
  expect(needless.length / asked, needless.join("\n")).toBeLessThan(0.05);
  const document = readFileSync(new URL("../../../docs/policies.md", import.meta.url), "utf8");
  expect(document === docWithRates(document, rated), "the documentation says otherwise: run npm run policies:rate").toBe(true);
  // It takes three seconds of one core, and is bounded so that a reading which grows slow is noticed.
  expect((user + system) / 1e6).toBeLessThan(10);
});
