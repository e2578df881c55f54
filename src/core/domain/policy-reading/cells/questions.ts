import type { PolicyChoice, PolicyQuestion, ProposedRule, SourceCell } from "../../policy.ts";
import type { Doubt, Option } from "./doubt.ts";
import type { StagedNotice } from "./staged-notice.ts";

/** Where a question stands. */
export type Asking = { readonly at: SourceCell; readonly otherCells: readonly SourceCell[]; readonly changeType: string | null };

/** A doubt as a question: each answer with its complete rules, and "No notice" as the last. */
export function questionOf(
  asking: Asking,
  doubt: Doubt,
  number: number,
  make: (notices: readonly StagedNotice[]) => ProposedRule[],
): PolicyQuestion {
  const choice = (option: Option): PolicyChoice => ({
    label: option.label,
    rules: make(option.notices),
    change: { kind: "none" },
  });
  const labels = new Set<string>();
  const options = doubt.options.filter(
    (option) => option.notices.length > 0 && !labels.has(option.label) && labels.add(option.label),
  );
  const { table, row, column } = asking.at;
  return {
    id: `${table}-${row}-${column}-${number}`,
    cell: asking.at,
    otherCells: asking.otherCells,
    changeType: asking.changeType,
    why: doubt.why,
    question: doubt.question,
    choices: [...options.map(choice), { label: "No notice", rules: [], change: { kind: "none" } }],
  };
}

/** Questions of one cell with the same answers become one, whose answers make the rules of all. Ids stay unique. */
export function joinQuestions(questions: readonly PolicyQuestion[]): PolicyQuestion[] {
  const joined = new Map<string, PolicyQuestion>();
  for (const question of questions) {
    const { cell, choices, changeType } = question;
    const labels = choices.map((choice) => choice.label);
    const key = JSON.stringify([cell.table, cell.row, cell.column, changeType, question.question, labels]);
    const first = joined.get(key);
    if (first === undefined) {
      joined.set(key, question);
      continue;
    }
    joined.set(key, {
      ...first,
      otherCells: [...first.otherCells, ...question.otherCells],
      choices: first.choices.map((choice, index) => ({ ...choice, rules: [...choice.rules, ...(choices[index]?.rules ?? [])] })),
    });
  }
  return withIdsOfTheirOwn([...joined.values()]);
}

/** Two sentences of one paragraph stand in one place: their questions get ids of their own. */
export function withIdsOfTheirOwn(questions: readonly PolicyQuestion[]): PolicyQuestion[] {
  const taken = new Set<string>();
  return questions.map((question) => {
    let { id } = question;
    for (let number = 2; taken.has(id); number++) id = `${question.id}-${number}`;
    taken.add(id);
    return { ...question, id };
  });
}
