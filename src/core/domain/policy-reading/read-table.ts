import type { PolicyQuestion, PolicyReading, SourceCell } from "../policy.ts";
import type { SourceTable } from "../source-document.ts";
import { type NamedAudience, readAudiences } from "./audience-words.ts";
import { cellChannels } from "./cell-channels.ts";
import { type CellWords, readCellWords, restOf } from "./cell-words.ts";
import { isEveryChange, readChangeType } from "./change-type.ts";
import type { ChannelQuestions } from "./channel-questions.ts";
import { type Column, defaultAudience, readColumns } from "./columns.ts";
import type { DoubtContext } from "./doubt.ts";
import { joinQuestions, type NoticeCell, readNoticeCell } from "./notice-cell.ts";
import { plainText } from "./plain-text.ts";
import { type TimingEntry, timingEntries } from "./timing-entries.ts";

type TableReading = {
  rules: PolicyReading["rules"][number][];
  questions: PolicyReading["questions"][number][];
  ignored: PolicyReading["ignored"][number][];
};

type NoticesColumn = Extract<Column, { role: "notices" }>;

/** A table with its columns understood. */
export type Matrix = {
  readonly number: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly Column[];
};

/** Finds the columns of a table, or tells why it is no communication matrix. */
export function findMatrix(table: SourceTable, number: number): Matrix | { readonly why: string } {
  const { headers, rows } = table;
  const columns = readColumns(headers, rows);
  const roles = new Set(columns.map((column) => column.role));
  const text = headers.map((header) => plainText(header)).join(" | ");
  if (
    /severity|priority|\bsev\b/iu.test(text) &&
    /response|resolution|target|examples?|definition/iu.test(text) &&
    !roles.has("timing")
  )
    return { why: "A table of severities: it says how fast to answer an incident, not whom to warn of a change." };
  if (
    /phone|telephone|mobile/iu.test(text) ||
    (/\bname\b/iu.test(text) && /e-?mail|role|title/iu.test(text) && !roles.has("timing"))
  )
    return { why: "A list of contacts: it names people, and no notices." };
  const owes =
    roles.has("notices") || ((roles.has("audience") || roles.has("channel")) && (roles.has("timing") || roles.has("stage")));
  if (!owes) return { why: "This table names no readers with a time or a channel, so it holds no notices." };
  return { number, headers, rows, columns };
}

/** Reads every cell of a matrix. */
export function readTable(matrix: Matrix, changeTypeOfHeading: string | null, channelQuestions: ChannelQuestions): TableReading {
  const reading: TableReading = { rules: [], questions: [], ignored: [] };
  const words = memoized(readCellWords);
  const usual = usualLeads(matrix, words);
  let changeType = changeTypeOfHeading;
  for (const [row, cells] of matrix.rows.entries()) {
    const at = (column: number): SourceCell => ({ table: matrix.number, row, column, words: cells[column] ?? "" });
    const known = cellsOfRole(matrix, cells, "changeType");
    const why = passedOver(matrix, cells);
    if (why !== null) {
      for (const column of cells.keys()) reading.ignored.push({ cell: at(column), why });
      continue;
    }
    if (known[0] !== undefined && known[0].words.trim() !== "")
      changeType = isEveryChange(known[0].words) ? null : readChangeType(known[0].words);
    readRow(matrix, cells, { row, changeType, words, usual }, channelQuestions, reading);
  }
  return reading;
}

type RowContext = {
  readonly row: number;
  readonly changeType: string | null;
  readonly words: (cell: string) => CellWords;
  readonly usual: ReadonlyMap<number, readonly { readonly row: number; readonly usual: NonNullable<DoubtContext["usual"]> }[]>;
};

function readRow(
  matrix: Matrix,
  cells: readonly string[],
  context: RowContext,
  channelQuestions: ChannelQuestions,
  reading: TableReading,
): void {
  const { row, changeType, words } = context;
  const at = (column: number): SourceCell => ({ table: matrix.number, row, column, words: cells[column] ?? "" });
  const lead = joined(matrix, cells, "lead");
  const factCells = matrix.columns.flatMap((column, index) =>
    column.role !== "notices" && column.role !== "other" && (cells[index] ?? "").trim() !== "" ? [index] : [],
  );
  const rowTimes = [...timesOf(matrix, cells, "timing", words), ...timesOf(matrix, cells, "stage", words)];
  const timeColumn = matrix.columns.findIndex((column) => column.role === "timing");
  const timeAt = timeColumn === -1 ? null : at(timeColumn);
  const rowChannels = cellsOfRole(matrix, cells, "channel").flatMap(({ column, words: text }) =>
    cellChannels(words(text), at(column), channelQuestions),
  );
  const rowAudiences = cellsOfRole(matrix, cells, "audience").flatMap(
    ({ words: text }) => readAudiences(restOf(words(text)), "business").audiences,
  );
  const covered = new Set<string>();
  const asked: PolicyQuestion[] = [];
  const base = {
    changeType,
    lead,
    otherCells: factCells.map(at),
  };
  const read = (cell: NoticeCell): void => {
    const result = readNoticeCell(cell, channelQuestions);
    reading.rules.push(...result.rules);
    asked.push(...result.questions);
    reading.ignored.push(...result.ignored);
    covered.add(String(cell.at.column));
    if (result.rules.length + result.questions.length > 0) for (const index of factCells) covered.add(String(index));
  };

  const noticesColumns = matrix.columns.flatMap((column, index) => (column.role === "notices" ? [{ column, index }] : []));
  for (const { column, index } of noticesColumns) {
    const header = headerFacts(matrix, column, index, channelQuestions);
    const otherTimes = header.times.length > 0 ? header.times : rowTimes;
    read({
      ...base,
      at: at(index),
      words: words(cells[index] ?? ""),
      base: otherTimes,
      baseAt: header.times.length > 0 ? { ...at(index), row: -1, words: matrix.headers[index] ?? "" } : timeAt,
      voice: column.isNamed ? column.voice : (rowAudiences[0]?.voice ?? column.voice),
      audiences: column.isNamed || rowAudiences.length === 0 ? [defaultAudience(column)] : rowAudiences,
      channels: header.channels.length > 0 ? header.channels : rowChannels,
      usual: usualFor(context, index),
      source: sourceOf(matrix, cells, [index]),
    });
  }
  if (noticesColumns.length === 0)
    readRowAsNotice(matrix, cells, context, { ...base, rowTimes, rowChannels, rowAudiences }, read);

  reading.questions.push(...joinQuestions(asked));
  for (const [column, text] of cells.entries()) {
    if (covered.has(String(column))) continue;
    const role = matrix.columns[column];
    const why = role?.role === "other" ? role.why : text.trim() === "" ? "The cell is empty." : "No notice is owed in this row.";
    reading.ignored.push({ cell: at(column), why });
  }
}

/** A row that says who, how and when in columns of their own owes one notice, or several times the same. */
function readRowAsNotice(
  matrix: Matrix,
  cells: readonly string[],
  context: RowContext,
  row: Pick<NoticeCell, "changeType" | "lead" | "otherCells"> & {
    rowTimes: readonly TimingEntry[];
    rowChannels: NoticeCell["channels"];
    rowAudiences: readonly NamedAudience[];
  },
  read: (cell: NoticeCell) => void,
): void {
  const index = matrix.columns.findIndex((column) => column.role === "audience" || column.role === "channel");
  const voice = row.rowAudiences[0]?.voice ?? "internal";
  read({
    ...row,
    at: { table: matrix.number, row: context.row, column: index, words: cells[index] ?? "" },
    words: context.words(cells[index] ?? ""),
    base: row.rowTimes,
    baseAt: null,
    voice,
    audiences: row.rowAudiences.length > 0 ? row.rowAudiences : [{ name: "Internal teams", voice: "internal" }],
    channels: row.rowChannels,
    usual: null,
    source: sourceOf(matrix, cells, [index]),
  });
}

/** What a column's header says for all its cells: `Internal (Slack)`, `Reminder, 2 days before`. */
function headerFacts(matrix: Matrix, column: NoticesColumn, index: number, questions: ChannelQuestions) {
  const at = { table: matrix.number, row: -1, column: index, words: matrix.headers[index] ?? "" };
  const times = timingEntries(column.header);
  const isReminder = /remind|erinner|påmind|rappel/iu.test(column.header.text);
  const isAnnounce = /announc|ankündig|annonce/iu.test(column.header.text);
  const named = times.length > 0 || !(isReminder || isAnnounce) ? times : [unsaidTime(column.header.text, isReminder)];
  return { channels: cellChannels(column.header, at, questions), times: named };
}

function unsaidTime(words: string, isReminder: boolean): TimingEntry {
  return { when: { kind: "sometimeBefore" }, isReminder, conditions: [], words, agreed: null, orElse: null };
}

/** Lead times each column gives, by row, to offer where another row leaves it open. */
function usualLeads(matrix: Matrix, words: (cell: string) => CellWords): RowContext["usual"] {
  const all = new Map<number, { row: number; usual: NonNullable<DoubtContext["usual"]> }[]>();
  for (const [index, column] of matrix.columns.entries()) {
    if (column.role !== "notices") continue;
    const found: { row: number; usual: NonNullable<DoubtContext["usual"]> }[] = [];
    for (const [row, cells] of matrix.rows.entries()) {
      if (found.length >= 2) break;
      const lead = timingEntries(words(cells[index] ?? "")).find(
        (entry) => entry.when.kind === "before" && !entry.isReminder,
      )?.when;
      const where = cellsOfRole(matrix, cells, "changeType")[0]?.words.replace(/\s+/gu, " ").trim() ?? "";
      if (lead?.kind === "before" && where !== "") found.push({ row, usual: { lead: lead.lead, where } });
    }
    all.set(index, found);
  }
  return all;
}

function usualFor(context: RowContext, column: number): DoubtContext["usual"] {
  return context.usual.get(column)?.find((one) => one.row !== context.row)?.usual ?? null;
}

function timesOf(
  matrix: Matrix,
  cells: readonly string[],
  role: "timing" | "stage",
  words: (cell: string) => CellWords,
): TimingEntry[] {
  return cellsOfRole(matrix, cells, role).flatMap(({ words: text }) => {
    const times = timingEntries(words(text));
    const isReminder = role === "stage" && /remind|erinner|påmind|rappel/iu.test(text);
    if (times.length === 0 && isReminder) return [unsaidTime(text, true)];
    return times.map((entry) => ({ ...entry, isReminder: entry.isReminder || isReminder }));
  });
}

function cellsOfRole(matrix: Matrix, cells: readonly string[], role: Column["role"]): { column: number; words: string }[] {
  return matrix.columns.flatMap((column, index) => (column.role === role ? [{ column: index, words: cells[index] ?? "" }] : []));
}

function joined(matrix: Matrix, cells: readonly string[], role: Column["role"]): string {
  return cellsOfRole(matrix, cells, role)
    .map((cell) => cell.words.replace(/\s+/gu, " ").trim())
    .filter((text) => text !== "")
    .join(", ")
    .slice(0, 300);
}

/** The policy's words behind a rule: the notice's cell and the row's timing, each with its column's name. */
function sourceOf(matrix: Matrix, cells: readonly string[], own: readonly number[]): string {
  const timing = matrix.columns.flatMap((column, index) =>
    column.role === "timing" || column.role === "stage" || column.role === "condition" ? [index] : [],
  );
  return [...own, ...timing]
    .filter((index) => (cells[index] ?? "").trim() !== "")
    .map((index) => `${matrix.headers[index] ?? ""}: ${(cells[index] ?? "").replace(/\s+/gu, " ")}`)
    .join(" · ")
    .slice(0, 4000);
}

/** Why a whole row is no rule: the header over again, or a heading inside the table. */
function passedOver(matrix: Matrix, cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => cell.trim() !== "");
  if (filled.length === 0) return "The row is empty.";
  if (cells.every((cell, index) => cell.trim().toLowerCase() === (matrix.headers[index] ?? "").trim().toLowerCase()))
    return "The header, repeated.";
  const isSpread = cells.length > 2 && new Set(cells.map((cell) => cell.trim())).size === 1;
  if (isSpread || (filled.length === 1 && cells[0]?.trim() !== "" && cells.length > 2)) return "A heading inside the table.";
  return null;
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
