import type { SourceTable } from "../../source-document.ts";
import { readCellWords } from "../words/cell-words.ts";
import { tellingWords, timingWords } from "../words/column-words.ts";
import { isNamed, plainText } from "../words/plain-text.ts";
import { isTaskText } from "../words/task-words.ts";
import type { Column } from "./columns.ts";
import { kindsOfChange } from "./kinds-of-change.ts";
import { countsAhead } from "./open-rows.ts";

/**
 * Whether a table says how long before each kind of change its notice is due, and leaves open who is told: `Change | When` over
 * `Planned maintenance | 5 days before`. That it is of notices is said by its heading or its header, or by a sentence under
 * the same heading that says who is told (`isToldOver`).
 */
export function areTimesOfChanges(
  { heading, headers, rows }: SourceTable,
  columns: readonly Column[],
  isToldOver: boolean,
): boolean {
  const isOfNotices = isToldOver || isNamed(tellingWords, plainText([heading, ...headers].join(" | ")));
  const what = columns.findIndex(({ role }) => role === "changeType");
  const when = columns.findIndex(({ role }) => role === "timing");
  const cellsOf = (column: number): readonly string[] => rows.map((row) => row[column] ?? "");
  const isWhen = isNamed(timingWords, plainText(headers[when] ?? "")) || isNamed(tellingWords, plainText(headers[when] ?? ""));
  return (
    isOfNotices &&
    isWhen &&
    areMost(cellsOf(what), (cell) => isNamed(kindsOfChange, plainText(cell))) &&
    !cellsOf(what).some(isTaskText) &&
    areMost(cellsOf(when), isAhead)
  );
}

function isAhead(cell: string): boolean {
  return countsAhead.test(cell) && readCellWords(cell).tokens.some(({ kind }) => kind === "when");
}

function areMost(cells: readonly string[], test: (cell: string) => boolean): boolean {
  return cells.filter(test).length * 2 > cells.length;
}
