import type { PolicyQuestion, PolicyReading, ProposedRule, SourceCell } from "../../policy.ts";
import { describeTiming } from "../../rule-words.ts";
import type { SourceDocument, SourceTable } from "../../source-document.ts";
import { decideTimings } from "../cells/decide-timings.ts";
import { timingEntries } from "../cells/timing-entries.ts";
import { isLimiting } from "../words/audience-words.ts";
import { readCellWords } from "../words/cell-words.ts";
import { startWithCapital } from "../words/plain-text.ts";

const mark = /[⁰¹²³⁴-⁹]{1,2}|[†‡]/gu;
const note = /^(?<mark>[⁰¹²³⁴-⁹]{1,2}|[†‡])[\s:.)]*(?<words>\S[\s\S]*)$/u;

/** The table without the marks of footnotes: `10 days²` is ten days, with a note. */
export function withoutMarks(table: SourceTable): SourceTable {
  if (![...table.headers, ...table.rows.flat()].some((cell) => cell.search(mark) !== -1)) return table;
  const plain = (cell: string): string => cell.replace(mark, "").replace(/\s+$/u, "");
  return { ...table, headers: table.headers.map(plain), rows: table.rows.map((row) => row.map(plain)) };
}

type Note = { readonly words: string; readonly cell: SourceCell; readonly marked: readonly SourceCell[] };

/** Notes that stand under a table, with the cells that bear their marks. `firstTable` is the number its first section is shown as. */
function notesOf({ sections }: SourceDocument, tables: readonly SourceTable[], firstTable: number): Note[] {
  return sections
    .filter((section) => section.points.length > 0)
    .flatMap((section, index) =>
      section.points.flatMap(({ text }, row): Note[] => {
        const found = note.exec(text)?.groups;
        if (found?.mark === undefined || found.words === undefined) return [];
        const marked = tables.flatMap((table, number) => cellsWith(found.mark ?? "", table, number));
        return [{ words: found.words, cell: { table: firstTable + index, row, column: 0, words: text }, marked }];
      }),
    );
}

function cellsWith(one: string, table: SourceTable, number: number): SourceCell[] {
  return table.rows.flatMap((row, index) =>
    row.flatMap((words, column) =>
      [...words.matchAll(mark)].some(([found]) => found === one) ? [{ table: number, row: index, column, words }] : [],
    ),
  );
}

type Read = PolicyReading["rules"][number];

/** What a note says otherwise (`² 20 days during examinations`) is asked: until then the rules of its cells wait. */
export function besideNotes(
  rules: readonly Read[],
  document: SourceDocument,
  tables: readonly SourceTable[],
  firstTable: number,
): { rules: readonly Read[]; questions: readonly PolicyQuestion[] } {
  const questions: PolicyQuestion[] = [];
  let kept = rules;
  for (const one of notesOf(document, tables, firstTable)) {
    const isMarked = (cell: SourceCell): boolean =>
      one.marked.some((own) => own.table === cell.table && own.row === cell.row && own.column === cell.column);
    const struck = kept.filter(({ rule, cells }) => cells.some(isMarked) && saysOtherwise(one.words, rule));
    if (struck.length === 0) continue;
    kept = kept.filter((rule) => !struck.includes(rule));
    questions.push(
      questionOf(
        one,
        struck.map(({ rule }) => rule),
      ),
    );
  }
  return { rules: kept, questions };
}

/** Whether the note names a time of the same part of the work that is another, a channel, or a limit. */
function saysOtherwise(words: string, rule: ProposedRule): boolean {
  const read = readCellWords(words);
  const entries = timingEntries(read);
  const isLimit = isLimiting(words) || read.tokens.some((token) => token.kind === "condition");
  if (entries.length === 0) return isLimit;
  const isBefore = rule.stage === "announce" || rule.stage === "reminder";
  return entries.some(({ when }) => {
    if (when.kind === "end") return false;
    return when.kind === "before" || when.kind === "weekly" || when.kind === "planning" ? isBefore : true;
  });
}

function questionOf({ words, cell, marked }: Note, rules: readonly ProposedRule[]): PolicyQuestion {
  const { certain } = decideTimings(timingEntries(readCellWords(words)), [], {
    side: rules[0]?.audience.voice === "customer" ? "outside" : "inside",
    isReminder: false,
    usual: null,
    said: words,
  });
  const [ofNote] = certain;
  const otherwise =
    ofNote === undefined ? [] : rules.map((rule) => ({ ...rule, timing: ofNote.timing, promised: ofNote.promised }));
  const timeOf = (all: readonly ProposedRule[]): string =>
    all[0] === undefined ? "" : startWithCapital(describeTiming(all[0].timing));
  return {
    id: `${cell.table}-${cell.row}-${cell.column}-note`,
    cell,
    otherCells: marked,
    changeType: rules[0]?.changeType ?? null,
    why: `A note says otherwise for some cases (“${words}”), which the app cannot know.`,
    question: "Which one holds?",
    choices: [
      { label: `The table, always: ${timeOf(rules)}`, rules, change: { kind: "none" } },
      ...(otherwise.length === 0
        ? []
        : [{ label: `The note, always: ${timeOf(otherwise)}`, rules: otherwise, change: { kind: "none" as const } }]),
      { label: "No notice", rules: [], change: { kind: "none" } },
    ],
  };
}
