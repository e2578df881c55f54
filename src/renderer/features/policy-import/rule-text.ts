import { assertNever } from "../../../core/domain/assert-never.ts";
import { describeTiming } from "../../../core/domain/explain.ts";
import type { PolicyChoice, ProposedRule } from "../../../core/domain/policy.ts";
import { describePromised } from "../../../core/domain/rule-words.ts";
import { count, stageWords } from "../../ui/words.ts";

/** When a rule sends, in whose zone: `3 business days before the start, 09:00 in the customer's zone`. */
export function timingText({ timing, audience }: ProposedRule): string {
  return describeTiming(timing, audience.voice === "customer");
}

/** What a rule promises and on what it depends; empty where it does neither. */
export function termsOf({ promised, condition }: ProposedRule): readonly string[] {
  return [
    ...(promised === null ? [] : [describePromised(promised)]),
    ...(condition.customersAffected ? ["only if customers are affected"] : []),
    ...(condition.impactOnly ? ["only with an impact"] : []),
  ];
}

export function namesOf(names: readonly { readonly name: string }[]): string {
  return new Intl.ListFormat("en").format(names.map(({ name }) => name));
}

/** The rules an answer would make, in a few words: `Announcement and Completed to Affected customers, by Email`. */
export function choiceText({ rules, change }: PolicyChoice, all: readonly ProposedRule[]): readonly string[] {
  return [...changeText(change, all), ...newRulesText(rules, change.kind === "none")];
}

function newRulesText(rules: readonly ProposedRule[], isAllThereIs: boolean): readonly string[] {
  if (rules.length === 0) return isAllThereIs ? ["Adds no rule"] : [];
  const groups = Map.groupBy(rules, ({ audience, channels }) => `${audience.name}, by ${namesOf(channels)}`);
  return [...groups].map(([where, made]) => {
    const stages = new Intl.ListFormat("en").format(made.map(({ stage }) => stageWords[stage]));
    return `${count(made.length, "rule")}: ${stages} to ${where}`;
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
