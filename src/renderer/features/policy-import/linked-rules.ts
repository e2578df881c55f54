import type { PolicyQuestion, PolicyReading, ProposedChannel, ProposedRule, SourceCell } from "../../../core/domain/policy.ts";
import { decidedRules } from "../../../core/domain/policy-reading/decided-rules.ts";
import { type CellKey, keyOfCell } from "./cell-links.ts";

/** The index of the chosen answer by question id. */
export type Decisions = ReadonlyMap<string, number>;

/** A rule as the decisions so far have it, with the cells it rests on. */
export type LinkedRule = { readonly key: string; readonly rule: ProposedRule; readonly cells: readonly CellKey[] };

/** The same rules as `decidedRules` comes to, each with its cells. */
export function linkedRules(reading: PolicyReading, decisions: Decisions): readonly LinkedRule[] {
  const changing = changesOf(reading, decisions);
  const link = (key: string, rule: ProposedRule, cells: readonly SourceCell[]): readonly LinkedRule[] =>
    decidedRules({ ...changing, rules: [{ rule, cells }] }, decisions).map((decided) => ({
      key,
      rule: decided,
      cells: [...new Set(cells.map(keyOfCell))],
    }));
  return [
    ...reading.rules.flatMap(({ rule, cells }, place) => link(`read ${place}`, rule, cells)),
    ...reading.questions.flatMap((question) =>
      (chosenOf(question, decisions)?.rules ?? []).flatMap((rule, place) =>
        link(`${question.id} ${place}`, rule, [question.cell, ...question.otherCells]),
      ),
    ),
  ];
}

/** Rules with the changes that the answers so far make in them. */
export function changedRules(rules: readonly ProposedRule[], changing: PolicyReading, decisions: Decisions): ProposedRule[] {
  return decidedRules({ ...changing, rules: rules.map((rule) => ({ rule, cells: [] })) }, decisions);
}

/** Only the questions whose chosen answer changes other rules, without the rules of their own: few, however long the policy. */
export function changesOf(reading: PolicyReading, decisions: Decisions): PolicyReading {
  const questions = reading.questions
    .filter((question) => (chosenOf(question, decisions)?.change.kind ?? "none") !== "none")
    .map((question) => ({ ...question, choices: question.choices.map((choice) => ({ ...choice, rules: [] })) }));
  return { ...reading, rules: [], questions };
}

export function chosenOf(question: PolicyQuestion, decisions: Decisions) {
  const index = decisions.get(question.id);
  return index === undefined ? undefined : question.choices[index];
}

/** Channels that stand for a choice nobody has made yet, as `keyOfChannel` writes them. */
export function undecidedChannels(reading: PolicyReading, decisions: Decisions): ReadonlySet<string> {
  return new Set(
    reading.questions
      .filter(({ id }) => !decisions.has(id))
      .flatMap(({ choices }) => choices.flatMap(({ change }) => (change.kind === "channels" ? [keyOfChannel(change.from)] : []))),
  );
}

export function keyOfChannel({ name, kind }: ProposedChannel): string {
  return `${kind} ${name}`;
}
