import type { Voice } from "../directory.ts";
import type { PolicyReading, ProposedChannel, ProposedRule, RuleChange } from "../policy.ts";

/**
 * The rules a reading comes to once its questions are answered: those read with certainty, then those of the chosen
 * answers, with the changes the answers make. `decisions` holds the index of the chosen answer by question id;
 * an open question adds nothing. A rule left without a channel tells nobody and is dropped.
 */
export function decidedRules(reading: PolicyReading, decisions: ReadonlyMap<string, number>): ProposedRule[] {
  const chosen = reading.questions.flatMap((question) => {
    const index = decisions.get(question.id);
    return (index === undefined ? undefined : question.choices[index]) ?? [];
  });
  const rules = [...reading.rules.map((entry) => entry.rule), ...chosen.flatMap((choice) => choice.rules)];
  return rules
    .map((rule) => chosen.reduce((changed, choice) => changeRule(changed, choice.change), rule))
    .filter((rule) => rule.channels.length > 0);
}

function changeRule(rule: ProposedRule, change: RuleChange): ProposedRule {
  switch (change.kind) {
    case "none":
      return rule;
    case "channels": {
      const index = rule.channels.findIndex((channel) => isSame(channel, change.from));
      if (index === -1) return rule;
      const others = rule.channels.filter((channel) => !change.to.some((to) => isSame(to, channel)));
      return { ...rule, channels: others.flatMap((channel) => (isSame(channel, change.from) ? change.to : [channel])) };
    }
    case "audience": {
      if (rule.audience.name !== change.from) return rule;
      if (change.to === null) return { ...rule, channels: [] };
      const promised = rule.promised === null ? null : { ...rule.promised, calendar: calendarOf(change.to.voice) };
      return { ...rule, audience: { ...rule.audience, ...change.to }, promised };
    }
    case "mention":
      if (rule.audience.name !== change.audience) return rule;
      return { ...rule, audience: { ...rule.audience, mentions: [...rule.audience.mentions, change.mention] } };
  }
}

function calendarOf(voice: Voice): "customer" | "coordinator" {
  return voice === "customer" ? "customer" : "coordinator";
}

function isSame(one: ProposedChannel, other: ProposedChannel): boolean {
  return one.name === other.name && one.kind === other.kind;
}
