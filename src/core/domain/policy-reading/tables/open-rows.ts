import type { PolicyQuestion, PolicyReading, SourceCell } from "../../policy.ts";
import { describeTiming } from "../../rule-words.ts";
import type { SourceTable } from "../../source-document.ts";
import { readNoticeCell } from "../cells/notice-cell.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { isKnownHeader, tellingWords } from "../words/column-words.ts";
import { isNamed, plainText, startWithCapital, wholeWords } from "../words/plain-text.ts";
import { isTaskText } from "../words/task-words.ts";
import type { When } from "../words/when.ts";
import { readColumns } from "./columns.ts";

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

/** Letters of a script none of whose words the reading knows. */
const unknownScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]{2}/u;
/** `T-3`, `T+1`, `before`: counted from the work. */
export const countsAhead =
  /(?<!\p{L})[TDJ]\s?[-+]\s?\d|\b(?:before|prior|advance|ahead|notice|vorher|vorab|vorlauf|før|forvejen|varsel|avant|avance|préavis)\b/iu;

/**
 * The rows of a table that is no matrix and nothing else that is known: one that names a time ahead of the work together with
 * a way of telling, or a word for it, may owe a notice. It is asked, and never a rule by itself.
 */
export function readOpenRows(table: SourceTable, number: number, why: string, standIns: StandIns): Reading {
  const questions: PolicyQuestion[] = [];
  const ignored: Reading["ignored"][number][] = [];
  const people = readColumns(table.headers, table.rows).map(({ role }) => role === "lead");
  const isForeign = isOfUnknownLanguage(table);
  const owing = table.rows.filter((row) =>
    mayOwe(
      row.map((words) => readCellWords(words)),
      isForeign,
    ),
  );
  const isForeignPlan = isForeign && owing.length > 0;
  for (const [index, row] of table.rows.entries()) {
    const cells = row.map((words, column): SourceCell => ({ table: number, row: index, column, words }));
    const told = cells.filter(({ column, words }) => people[column] !== true && words.trim() !== "");
    const isAsked =
      isForeignPlan ||
      mayOwe(
        told.map(({ words }) => readCellWords(words)),
        isForeign,
      );
    const asked = isAsked ? questionsOf(told, standIns) : [];
    questions.push(...asked);
    if (asked.length === 0) for (const cell of cells) ignored.push({ cell, why });
    else for (const cell of cells) if (!told.includes(cell)) ignored.push({ cell, why });
  }
  return { rules: [], questions, ignored };
}

const commonWords = wholeWords(
  "the|of|and|to|for|with|if|is|be|on|by|der|die|das|und|mit|für|bei|og|til|ved|af|le|les|des|pour|avec",
);

/** No word over its columns is known, nor any that its languages cannot do without. */
function isOfUnknownLanguage({ headers, rows }: SourceTable): boolean {
  const words = [...headers, ...rows.flat()].map((cell) => plainText(cell));
  return (
    headers.some((header) => header !== "") &&
    !words.some((cell) => isNamed(tellingWords, cell) || isNamed(commonWords, cell)) &&
    !headers.some((header) => isKnownHeader(plainText(header)))
  );
}

/** `isForeign` where no word of the table's header is known, so that a way of telling may be named in words nobody reads. */
function mayOwe(cells: readonly CellWords[], isForeign: boolean): boolean {
  // `Rollback started`, of which everybody is told: a state of the change.
  const isState = cells.some(({ tokens }) => tokens.some((token) => token.kind === "when" && token.when.kind === "statusChange"));
  const isAhead = cells.some(
    ({ text, tokens }) =>
      tokens.some((token) => token.kind === "when" && isCounted(token.when, text)) &&
      (countsAhead.test(text) || /\bas soon as\b[^.]{0,60}\b(?:scheduled|planned|known|confirmed)/iu.test(text)),
  );
  if (!(isAhead || isState) || cells.some(({ text }) => isTaskText(text))) return false;
  return cells.some(
    ({ text, tokens }) =>
      isForeign ||
      tokens.some((token) => token.kind === "channel") ||
      isNamed(tellingWords, plainText(text)) ||
      unknownScript.test(text),
  );
}

function isCounted({ kind }: When, text: string): boolean {
  return kind === "before" || kind === "planning" || (kind === "unclear" && /(?<!\p{L})[TD]\s?\+\s?\d/u.test(text));
}

function questionsOf(told: readonly SourceCell[], standIns: StandIns): readonly PolicyQuestion[] {
  const at = told.find(({ words }) => readCellWords(words).tokens.some((token) => token.kind === "when")) ?? told[0];
  if (at === undefined) return [];
  const otherCells = told.filter((cell) => cell !== at);
  const source = told
    .map(({ words }) => words.replace(/\s+/gu, " ").trim())
    .join(" · ")
    .slice(0, 4000);
  const { rules, questions } = readNoticeCell(
    {
      at,
      words: readCellWords(told.map(({ words }) => words).join(", ")),
      base: [],
      baseAt: null,
      said: "",
      unread: [],
      placeKind: null,
      isReminder: false,
      conditions: { kinds: [], unclear: "" },
      changeType: null,
      lead: "",
      voice: "internal",
      isReaderColumn: false,
      audiences: [],
      channels: [],
      earlier: null,
      otherCells,
      usual: null,
      source,
    },
    standIns,
  );
  if (rules.length === 0) return questions;
  const label = startWithCapital([...new Set(rules.map(({ rule }) => describeTiming(rule.timing)))].join(", "));
  return [
    ...questions,
    {
      id: `${at.table}-${at.row}-${at.column}-row`,
      cell: at,
      otherCells,
      changeType: null,
      why: "The table is none of notices as far as it was understood, and this row names a time and a way of telling.",
      question: "Is a notice sent here?",
      choices: [
        { label, rules: rules.map(({ rule }) => rule), change: { kind: "none" } },
        { label: "No notice", rules: [], change: { kind: "none" } },
      ],
    },
  ];
}
