import type { Voice } from "../../directory.ts";
import type { PolicyReading } from "../../policy.ts";
import type { DoubtContext } from "../cells/doubt.ts";
import { isPointAlone, isReminderAlone } from "../cells/stage-times.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { timingEntries } from "../cells/timing-entries.ts";
import type { SharedTold } from "../shared-channels.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { asAbove, borrowTimes } from "./borrowed-times.ts";
import type { ChannelDirectory } from "./channel-directory.ts";
import { cellAt, cellsOfRole, type Matrix, type Row, whyPassedOver } from "./matrix-columns.ts";
import { keyOfCell } from "./named-times.ts";
import { readRow } from "./read-row.ts";
import { ofClass } from "./row-change.ts";
import type { Elsewhere } from "./row-context.ts";
import { rowForOthers } from "./row-for-others.ts";
import { asAtStep } from "./ways-of-step.ts";

type TableReading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

/** A matrix and the change type its heading names for all its rows, if any. */
export type MatrixOfChange = { readonly matrix: Matrix; readonly changeType: string | null };

/** Reads every cell of a matrix; `others` are the document's other matrices, which may say what this one leaves out. */
export function readTable(
  { matrix, changeType }: MatrixOfChange,
  others: readonly MatrixOfChange[],
  shared: SharedTold | null,
  directory: ChannelDirectory,
  standIns: StandIns,
): TableReading {
  const words = memoized(readCellWords);
  const usual = usualLeads(matrix, words);
  const elsewhere = whatOthersSay(others, shared, standIns);
  const rules: TableReading["rules"][number][] = [];
  const questions: TableReading["questions"][number][] = [];
  const ignored: TableReading["ignored"][number][] = [];
  for (const { row, changeType: ofRow } of rowsOf(matrix, changeType)) {
    const why = whyPassedOver(row);
    if (why !== null) {
      for (const column of row.cells.keys()) ignored.push({ cell: cellAt(row, column), why });
      continue;
    }
    const reading = readRow(row, {
      changeType: ofRow,
      words,
      usual: (column) => usual(column, row.number),
      elsewhere,
      directory,
      standIns,
    });
    rules.push(...reading.rules);
    questions.push(...reading.questions);
    ignored.push(...reading.ignored);
  }
  return { rules, questions, ignored };
}

/** A cell that says what the one above it says. */
const sameAsAbove = new RegExp(
  String.raw`^\s*(?:(?:the )?same(?: as (?:above|before|previous))?|"|〃|s\.\s?o\.|${asAbove})\.?\s*$`,
  "iu",
);

/** The rows with their change types; a cell left empty under another goes on with it. */
function* rowsOf(matrix: Matrix, ofHeading: string | null): Generator<{ row: Row; changeType: string | null }> {
  let changeType = ofHeading;
  let above: readonly string[] = [];
  const before: (readonly string[])[] = [];
  for (const [number, meant] of matrix.rows.entries()) {
    const goesOn = goesOnWithReaders(matrix, meant);
    const repeated = meant.map((cell, column) => (sameAsAbove.test(cell) || column === goesOn ? (above[column] ?? cell) : cell));
    const { cells, from: borrowed } = borrowTimes(matrix, number, repeated, before);
    above = cells;
    before.push(cells);
    const cited = cells.flatMap((_, column) => {
      const cell = matrix.cited.get(keyOfCell(matrix.number, number, column));
      return cell === undefined ? [] : [[column, cell] as const];
    });
    const row = {
      matrix,
      number,
      cells,
      written: matrix.written[number] ?? meant,
      borrowed: new Map([...cited, ...borrowed]),
    };
    const words = cellsOfRole(row, "changeType")[0]?.words ?? "";
    if (words.trim() !== "" && whyPassedOver(row) === null)
      changeType = isReminderAlone(words) || isPointAlone(words) ? null : ofClass(words, nameOfColumn(matrix, "changeType"));
    for (const own of asAtStep(matrix, cells, before.slice(0, -1))) yield { row: { ...row, cells: own }, changeType };
  }
}

function nameOfColumn({ columns, headers }: Matrix, role: "changeType"): string {
  return headers[columns.findIndex((column) => column.role === role)] ?? "";
}

/**
 * The column of readers, where it and all before it are empty: as in a merged cell of a spreadsheet, the readers above are
 * meant. Null where the row names its own, or says nothing else.
 */
function goesOnWithReaders({ columns }: Matrix, cells: readonly string[]): number | null {
  const column = columns.findIndex(({ role }) => role === "audience");
  const isEmpty = (cell: string): boolean => cell.trim() === "";
  return column !== -1 && cells.slice(0, column + 1).every(isEmpty) && !cells.every(isEmpty) ? column : null;
}

/** Lead times each column gives, to offer where another row leaves it open. */
function usualLeads(matrix: Matrix, words: (cell: string) => CellWords) {
  const found = new Map<number, { row: number; usual: NonNullable<DoubtContext["usual"]> }[]>();
  for (const [column, { role }] of matrix.columns.entries()) {
    if (role !== "notices") continue;
    const ofColumn: { row: number; usual: NonNullable<DoubtContext["usual"]> }[] = [];
    for (const [number, cells] of matrix.rows.entries()) {
      if (ofColumn.length >= 2) break;
      const when = timingEntries(words(cells[column] ?? "")).find(
        (entry) => entry.when.kind === "before" && !entry.isReminder,
      )?.when;
      const where = cellsOfRole({ matrix, cells }, "changeType")[0]?.words.replace(/\s+/gu, " ").trim() ?? "";
      if (when?.kind === "before" && where !== "") ofColumn.push({ row: number, usual: { lead: when.lead, where } });
    }
    found.set(column, ofColumn);
  }
  return (column: number, row: number): DoubtContext["usual"] => found.get(column)?.find((one) => one.row !== row)?.usual ?? null;
}

/** Channels and times of the same change and the same kind of readers in other tables; asked for only where one is missing. */
function whatOthersSay(others: readonly MatrixOfChange[], shared: SharedTold | null, standIns: StandIns) {
  let known: Map<string, Elsewhere> | null = null;
  const keyOf = (changeType: string | null, voice: Voice): string =>
    `${voice === "customer" ? "outside" : "inside"} ${changeType ?? ""}`;
  const gather = (): Map<string, Elsewhere> => {
    const all = new Map<string, Elsewhere>();
    for (const other of others)
      for (const { row, changeType } of rowsOf(other.matrix, other.changeType))
        for (const { voice, channels, times } of rowForOthers(row, standIns)) {
          const before = all.get(keyOf(changeType, voice));
          // Where no change is named, each row is about other readers: `Partners` do not hear through what `Users` do.
          if (changeType === null && before !== undefined && differ(before.channels, channels)) {
            all.set(keyOf(changeType, voice), { ...before, channels: [] });
            continue;
          }
          all.set(keyOf(changeType, voice), {
            audiences: shared?.audiences ?? [],
            cells: [],
            channels: before === undefined || before.channels.length === 0 ? channels : before.channels,
            times: before === undefined || before.times.length === 0 ? times : before.times,
          });
        }
    return all;
  };
  return (changeType: string | null, voice: Voice): Elsewhere | null => {
    const ofAll = shared === null ? null : { ...shared, times: [] };
    if (others.length === 0) return ofAll;
    known ??= gather();
    const found = known.get(keyOf(changeType, voice));
    return found === undefined || (found.channels.length === 0 && found.times.length === 0) ? ofAll : found;
  };
}

function differ(one: Elsewhere["channels"], other: Elsewhere["channels"]): boolean {
  const names = (channels: Elsewhere["channels"]): string => channels.map(({ name }) => name).join();
  return names(one) !== names(other);
}

/** Tables repeat their words; each different cell is taken apart once. */
function memoized<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = read(text);
    known.set(text, result);
    return result;
  };
}
