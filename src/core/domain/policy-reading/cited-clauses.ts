import type { PolicyReading, ProposedRule, SourceCell } from "../policy.ts";
import { readChangeType } from "./words/change-type.ts";
import { plainText } from "./words/plain-text.ts";

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

const clauses = "(?:clauses?|sections?|points?|paragraphs?|no\\.?)";
const likewise = "(?: (?:accordingly|likewise|as well|too|in the same way|mutatis mutandis))?";
/** `4.3 Clause 3.4 applies to emergency maintenance accordingly.` */
const citing = new RegExp(
  String.raw`^(?:\d+(?:\.\d+)*[.)]? )?${clauses} (?<clause>\d+(?:\.\d+)+) (?:shall )?(?:also )?appl(?:y|ies)` +
    String.raw`(?: (?:to|for) (?<work>[^.,;]{3,60}?))?${likewise}\.?$`,
  "iu",
);

/** `Clause 3.4 applies to emergency maintenance accordingly`: what that clause owes is owed for this work, too. */
export function withCitedClauses({ rules, questions, ignored }: Reading): Reading {
  const [ofRules, ofQuestions] = [[...rules], [...questions]];
  const left: Reading["ignored"][number][] = [];
  for (const one of ignored) {
    const { clause, work } = citing.exec(plainText(one.cell.words))?.groups ?? {};
    const isCited = ({ words }: SourceCell): boolean => words.startsWith(`${clause} `);
    const cited = clause === undefined ? [] : rules.filter(({ cells: [at] }) => at !== undefined && isCited(at));
    const asked = clause === undefined ? [] : questions.filter(({ cell }) => isCited(cell));
    if (cited.length + asked.length === 0) {
      left.push(one);
      continue;
    }
    const ofWork = (rule: ProposedRule): ProposedRule => ({
      ...rule,
      changeType: work === undefined ? rule.changeType : readChangeType(work),
    });
    ofRules.push(...cited.map(({ rule, cells }) => ({ rule: ofWork(rule), cells: [one.cell, ...cells] })));
    ofQuestions.push(
      ...asked.map((question) => ({
        ...question,
        id: `${question.id}-cited`,
        cell: one.cell,
        otherCells: [question.cell, ...question.otherCells],
        choices: question.choices.map((choice) => ({ ...choice, rules: choice.rules.map(ofWork) })),
      })),
    );
  }
  return { rules: ofRules, questions: ofQuestions, ignored: left };
}
