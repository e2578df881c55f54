import { readFileSync } from "node:fs";
import { takeApart } from "../../../../src/adapters/policy-reader/take-apart.ts";
import type { PolicyChoice, PolicyReading, ProposedRule } from "../../../../src/core/domain/policy.ts";
import { readPolicy } from "../../../../src/core/domain/policy-reading/read-policy.ts";
import { describePromised, describeTiming } from "../../../../src/core/domain/rule-words.ts";

/** Reads a policy as the application does: taken apart by the real reader, then understood. */
export function readText(text: string): PolicyReading {
  return readPolicy(takeApart(text));
}

export function readFixture(name: string): PolicyReading {
  return readText(readFileSync(new URL(name, import.meta.url), "utf8"));
}

/** A rule on one line: `announce · Internal teams · #devops, #product · 48 hours before · 24 hours promised (coordinator)`. */
export function inWords(rule: ProposedRule): string {
  const conditions = [
    rule.condition.customersAffected ? "if customers are affected" : "",
    rule.condition.impactOnly ? "if there is an impact" : "",
  ];
  return [
    rule.stage,
    rule.audience.name,
    rule.channels.map((channel) => channel.name).join(", "),
    describeTiming(rule.timing),
    rule.promised === null ? "" : `${describePromised(rule.promised)} (${rule.promised.calendar})`,
    ...conditions,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

export function rulesFor(reading: PolicyReading, changeType: string | null): string[] {
  return reading.rules.filter((one) => one.rule.changeType === changeType).map((one) => inWords(one.rule));
}

/** A question with its answers, each with the rules it would make: `words → answer: rules`. */
export function questionsFor(
  reading: PolicyReading,
  changeType: string | null,
): { cell: string; choices: Record<string, string[]> }[] {
  const choiceOf = (choice: PolicyChoice): [string, string[]] => [choice.label, choice.rules.map(inWords)];
  return reading.questions
    .filter((one) => one.changeType === changeType)
    .map((one) => ({ cell: one.cell.words, choices: Object.fromEntries(one.choices.map(choiceOf)) }));
}
