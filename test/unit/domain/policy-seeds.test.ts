import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { takeApart } from "../../../src/adapters/policy-reader/take-apart.ts";
import type { PolicyReading } from "../../../src/core/domain/policy.ts";
import { readPolicy } from "../../../src/core/domain/policy-reading/read-policy.ts";

/** The documents the product has to run. They are not part of the project. */
const seeds = "../shared/seeds/";

function readSeed(mark: string): PolicyReading {
  const texts = readdirSync(seeds).map((name) => readFileSync(seeds + name, "utf8"));
  const text = texts.find((one) => one.includes(mark));
  expect(text, `a document with “${mark}”`).toBeDefined();
  return readPolicy(takeApart(text ?? ""));
}

test.runIf(existsSync(seeds)).each([
  ["stakeholder policy", "Communication Matrix", 14, 10],
  ["notification process", "Downtime Notification Process", 6, 4],
  ["playbook", "Dedicated Slack channel for alerts", 0, 0],
  ["first release plan", "VAOS Service Integration Code", 0, 0],
  ["second release plan", "This Release Plan Template", 0, 0],
])("the %s is asked no more than it leaves open [needs ../shared/seeds]", (_, mark, rules, questions) => {
  const reading = readSeed(mark);
  expect(reading.questions.map((one) => `${one.question} ${one.cell.words}`)).toHaveLength(questions);
  expect(reading.rules).toHaveLength(rules);
});
