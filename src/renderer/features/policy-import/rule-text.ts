import { assertNever } from "../../../core/domain/assert-never.ts";
import { describeTiming } from "../../../core/domain/explain.ts";
import type { PolicyChoice, ProposedRule } from "../../../core/domain/policy.ts";
import { describePromised } from "../../../core/domain/rule-words.ts";
import { count, stageWords } from "../../ui/words.ts";

/** When a rule sends, in whose zone: `3 business days before the start, 09:00 in the customer's zone`. */
export function timingText({ timing, audience }: ProposedRule): string {
  return describeTiming(timing, audience.voice === "customer");
}

/** A promise that a rule keeps, or a condition on which it depends. */
export type Term = { readonly kind: "promise" | "condition"; readonly text: string };

/** What a rule promises and on what it depends; empty where it does neither. */
export function termsOf({ promised, condition }: ProposedRule): readonly Term[] {
  return [
    ...(promised === null ? [] : [{ kind: "promise" as const, text: describePromised(promised) }]),
    ...(condition.customersAffected ? [{ kind: "condition" as const, text: "only if customers are affected" }] : []),
    ...(condition.impactOnly ? [{ kind: "condition" as const, text: "only with an impact" }] : []),
  ];
}

export function namesOf(names: readonly { readonly name: string }[]): string {
  return listOf(names.map(({ name }) => name));
}

const list = new Intl.ListFormat("en-GB");

function listOf(words: readonly string[]): string {
  return list.format(words);
}

/** The rules an answer would make, in a few words: `2 rules: Announcement and Completed to Affected customers (Email)`. */
export function choiceText({ rules, change }: PolicyChoice, all: readonly ProposedRule[]): readonly string[] {
  return [...changeText(change, all), ...newRulesText(rules, change.kind === "none")];
}

function newRulesText(rules: readonly ProposedRule[], isAllThereIs: boolean): readonly string[] {
  if (rules.length === 0) return isAllThereIs ? ["Adds nothing"] : [];
  const byWhom = Map.groupBy(
    rules,
    ({ audience, channels }) => `${audience.name} (${channels.map(({ name }) => name).join(", ")})`,
  );
  const whoms = [...byWhom].map(([whom, made]) => ({
    whom,
    amount: made.length,
    stages: listOf(made.map(({ stage }) => stageWords[stage])),
  }));
  return [...Map.groupBy(whoms, ({ stages }) => stages)].map(([stages, told]) => {
    const amount = told.reduce((sum, one) => sum + one.amount, 0);
    return `${count(amount, "rule")}: ${stages} to ${listOf(told.map(({ whom }) => whom))}`;
  });
}

function changeText(change: PolicyChoice["change"], all: readonly ProposedRule[]): readonly string[] {
  switch (change.kind) {
    case "none":
      return [];
    case "channels": {
      const { from, to } = change;
      const concerned = all.filter(({ channels }) => channels.some(({ name, kind }) => name === from.name && kind === from.kind));
      if (to.length > 0) return [`${inRules(concerned.length)} ${namesOf(to)} instead of ${from.name}`];
      const dropped = concerned.filter(({ channels }) => channels.length === 1).length;
      if (dropped > 0 && dropped === concerned.length) return [`Drops ${count(dropped, "rule")} with no other channel`];
      return [`${inRules(concerned.length)} without ${from.name}${dropped > 0 ? `; ${count(dropped, "rule")} dropped` : ""}`];
    }
    case "audience": {
      const concerned = all.filter(({ audience }) => audience.name === change.from).length;
      return [
        change.to === null ? `Drops ${count(concerned, "rule")} to ${change.from}` : `${inRules(concerned)} to ${change.to.name}`,
      ];
    }
    case "mention": {
      const concerned = all.filter(({ audience }) => audience.name === change.audience).length;
      return [`${inRules(concerned)} ${change.mention.name} named`];
    }
    default:
      return assertNever(change);
  }
}

function inRules(amount: number): string {
  return amount === 0 ? "In rules to come:" : `In ${count(amount, "rule")}:`;
}
