import type { PolicyQuestion, PolicyReading, ProposedRule } from "../policy.ts";
import type { StandIns } from "./cells/stand-ins.ts";
import { toldBefore } from "./sentences/earlier-readers.ts";
import { startWithCapital } from "./words/plain-text.ts";

type ReadRule = PolicyReading["rules"][number];

/**
 * `Everybody who has had the announcement is told by the same means`: those whom the policy announces the work to, each in
 * the way they heard of it, unless the sentence names another. Where it announces nothing, who they are is asked.
 */
export function toEarlierReaders(
  rules: readonly ReadRule[],
  questions: readonly PolicyQuestion[],
  standIns: StandIns,
): { readonly rules: readonly ReadRule[]; readonly questions: readonly PolicyQuestion[] } {
  const announced = distinct(rules.map(({ rule }) => rule).filter((rule) => rule.stage === "announce" && !isToEarlier(rule)));
  const resolved = (rule: ProposedRule): readonly ProposedRule[] =>
    isToEarlier(rule)
      ? announced.filter((one) => isOfSameChange(one, rule)).map((one) => asToldBefore(rule, one, standIns))
      : [rule];
  return {
    rules: rules.flatMap(({ rule, cells: [at, ...others] }): readonly ReadRule[] => {
      const owed = resolved(rule);
      if (owed.length > 0 || at === undefined)
        return owed.map((one) => ({ rule: one, cells: at === undefined ? [] : [at, ...others] }));
      const anybody = standIns.anybody(rule.channels[0]?.name ?? null, at);
      return [{ rule: { ...rule, audience: { ...anybody, mentions: [] } }, cells: [at, ...others] }];
    }),
    questions: questions.map((question) => ({
      ...question,
      choices: question.choices.map((choice) => ({ ...choice, rules: choice.rules.flatMap(resolved) })),
    })),
  };
}

function isToEarlier({ audience }: ProposedRule): boolean {
  return audience.name === startWithCapital(toldBefore);
}

function isOfSameChange(announced: ProposedRule, told: ProposedRule): boolean {
  return told.changeType === null || announced.changeType === null || announced.changeType === told.changeType;
}

function asToldBefore(told: ProposedRule, announced: ProposedRule, standIns: StandIns): ProposedRule {
  const isSameWay = told.channels.every(({ name }) => standIns.isOpen(name));
  return {
    ...told,
    changeType: told.changeType ?? announced.changeType,
    audience: announced.audience,
    channels: isSameWay ? announced.channels : told.channels,
  };
}

function distinct(rules: readonly ProposedRule[]): readonly ProposedRule[] {
  const seen = new Set<string>();
  return rules.filter(({ changeType, audience, channels }) => {
    const key = JSON.stringify([changeType, audience.name, channels.map(({ name }) => name)]);
    return !seen.has(key) && seen.add(key);
  });
}
