import { anyOf } from "../any-of.ts";
import type { PolicyQuestion, PolicyReading, SourceCell } from "../policy.ts";
import type { SourceDocument } from "../source-document.ts";
import { decideTimings } from "./cells/decide-timings.ts";
import { timingEntries } from "./cells/timing-entries.ts";
import { changeOfTable } from "./headings.ts";
import { withKeysApart } from "./sentences/keyed-section.ts";
import { sentencesOf } from "./sentences/sentences.ts";
import { readCellWords } from "./words/cell-words.ts";
import { plainText } from "./words/plain-text.ts";

type Read = Pick<PolicyReading, "rules" | "questions">;
type Rule = PolicyReading["rules"][number];

const asFor = anyOf`
  (?:the )?same as(?: for| in)?|as (?:for|in|with|at)|like|as
  // German, Danish and French
  wie (?:bei|für)|som (?:for|ved)|comme (?:pour|lors)
`;
const what = "(?<what>(?:everything|all|readers|means|channels|times|notices|rules|and|the|,| )*?)";
/** `As for the quarterly release in every respect`, `Readers and means as for minor changes, without …` */
const borrowing = new RegExp(
  `^${what}(?:(?:is|are|apply|goes|go) )?${asFor} (?:the |an? )?(?<of>[^.,;:()]{3,60}?)(?<rest>,.*| (?:but|without|except)\\b.*)?[.]?$`,
  "iu",
);
const everyRespect = / (?:in every respect|in all respects|throughout|in all points|in everything)$/iu;
const without =
  /\b(?:without|but (?:not|no)|ohne|uden|sans) (?:the |an? )?(?<name>[\p{L}\p{N}][\p{L}\p{N}' -]*?)(?= and without|,|;|\.|$| and (?:not|no)\b)/giu;
const exception =
  /\bexcept (?:that |for )?(?:the |an? )?(?<step>[\p{L}' -]+?) (?:goes? out|is sent|are sent|comes?|is due|goes?) (?<time>.*)$/iu;

/**
 * A section that says it is as for another kind of change has the notices of that kind. Where it makes exceptions it is asked,
 * with the notices that these leave. `readers` are what codes of readers stand for.
 */
export function withBorrowedSections(
  document: SourceDocument,
  { rules, questions }: Read,
  firstTable: number,
  readers: ReadonlyMap<string, string>,
): Read {
  const read = { rules: [...rules], questions: [...questions] };
  const sections = document.sections.filter((section) => section.points.length > 0).flatMap(withKeysApart);
  for (const [index, section] of sections.entries()) {
    const changeType = changeOfTable(document, section);
    if (changeType === null) continue;
    for (const [row, point] of section.points.entries()) {
      const sentences = sentencesOf(point.text);
      const cells = sentences.map((words): SourceCell => ({ table: firstTable + index, row, column: 0, words }));
      const at = sentences.findIndex((sentence) => lentBy(sentence, rules, changeType) !== null);
      const lent = at === -1 ? null : lentBy(sentences[at] ?? "", rules, changeType);
      const cell = cells[at];
      if (lent === null || cell === undefined) continue;
      const more = cells.slice(at + 1).filter(({ words }) => /\b(?:except|as well|too|likewise)\b/iu.test(words));
      const ownOf = (rule: Rule): readonly Rule[] =>
        lent.without.some((name) => isOf(rule, name, readers)) ? [] : [timedApart(asOwn(rule, changeType, cell), more)];
      const own = lent.rules.flatMap(ownOf);
      read.questions = read.questions.map((question) => withOwn(question, lent.of, cell, ownOf));
      if (lent.isWhole) read.rules.push(...own);
      else if (own.length > 0) read.questions.push(questionOf(lent.of, changeType, cell, more, own));
    }
  }
  return read;
}

type Lent = {
  readonly of: string;
  readonly isWhole: boolean;
  readonly rules: readonly Rule[];
  readonly without: readonly string[];
};

function lentBy(sentence: string, rules: readonly Rule[], own: string): Lent | null {
  const text = plainText(sentence).trim();
  const { what = "", of: written = "", rest = "" } = borrowing.exec(text)?.groups ?? {};
  const isEvery = everyRespect.test(written.replace(/\.$/u, ""));
  const name = nameOf(written.replace(everyRespect, ""));
  const lent = rules.filter(({ rule }) => name !== "" && rule.changeType !== own && nameOf(rule.changeType ?? "") === name);
  const [first] = lent;
  if (first === undefined) return null;
  const isWhole = rest === "" && (isEvery || /^(?:everything |all )?$/iu.test(what));
  const names = [...rest.matchAll(without)].map(({ groups }) => (groups?.name ?? "").trim().toLowerCase());
  return { of: first.rule.changeType ?? "", isWhole, rules: lent, without: names };
}

function nameOf(change: string): string {
  return change.toLowerCase().trim().replace(/s$/u, "");
}

/** Whether a notice is for those readers, or of that step. */
function isOf({ rule, cells }: Rule, name: string, readers: ReadonlyMap<string, string>): boolean {
  const full = [...readers].find(([code]) => code.toLowerCase() === name)?.[1];
  if (rule.audience.name.toLowerCase() === (full ?? name).toLowerCase()) return true;
  return full === undefined && cells.some(({ words }) => plainText(words).trim().toLowerCase() === name);
}

function asOwn({ rule, cells }: Rule, changeType: string, cell: SourceCell): Rule {
  return { rule: { ...rule, changeType }, cells: [cell, ...cells] };
}

/** `Except that the heads-up goes out 10 days before`: that step at that time. */
function timedApart(one: Rule, more: readonly SourceCell[]): Rule {
  for (const { words } of more) {
    const { step = "", time = "" } = exception.exec(plainText(words))?.groups ?? {};
    const isOfStep = one.cells.some((cell) => plainText(cell.words).trim().toLowerCase() === step.trim().toLowerCase());
    if (!isOfStep) continue;
    const { certain } = decideTimings(timingEntries(readCellWords(time)), [], {
      side: one.rule.audience.voice === "customer" ? "outside" : "inside",
      isReminder: one.rule.stage === "reminder",
      usual: null,
      said: time,
    });
    const [first] = certain;
    if (first !== undefined) return { ...one, rule: { ...one.rule, timing: first.timing, promised: first.promised } };
  }
  return one;
}

/** What is asked of the other kind's notices is asked of these, too. */
function withOwn(question: PolicyQuestion, of: string, cell: SourceCell, ownOf: (rule: Rule) => readonly Rule[]): PolicyQuestion {
  const cells = [question.cell, ...question.otherCells];
  const choices = question.choices.map((choice) => {
    const ofLender = choice.rules.filter((rule) => rule.changeType === of);
    const own = ofLender.flatMap((rule) => ownOf({ rule, cells })).map(({ rule }) => rule);
    return { ...choice, rules: [...choice.rules, ...own] };
  });
  const isWider = choices.some(({ rules }, index) => rules.length > (question.choices[index]?.rules.length ?? 0));
  return isWider ? { ...question, otherCells: [...question.otherCells, cell], choices } : question;
}

function questionOf(
  of: string,
  changeType: string,
  cell: SourceCell,
  otherCells: readonly SourceCell[],
  own: readonly Rule[],
): PolicyQuestion {
  return {
    id: `${cell.table}-${cell.row}-${cell.column}-borrowed`,
    cell,
    otherCells,
    changeType,
    why: `It says that this is as for “${of}”, with exceptions, which may not all have been understood.`,
    question: "Are these its notices?",
    choices: [
      { label: `As for “${of}”, with the exceptions understood`, rules: own.map(({ rule }) => rule), change: { kind: "none" } },
      { label: "No notice", rules: [], change: { kind: "none" } },
    ],
  };
}
