import { withFirstRowsAsHeader } from "../../merged-cells.ts";
import type { SourceTable } from "../../source-document.ts";
import { readCellWords } from "../words/cell-words.ts";
import { isEmptyMark, isMark } from "../words/channel-words.ts";
import { readColumns } from "./columns.ts";

/** The document's tables with their headers; what goes on after an empty line or a page is one with the table before it. */
export function allWithHeaders(tables: readonly SourceTable[]): SourceTable[] {
  const known: SourceTable[] = [];
  for (const table of tables) {
    const before = known.at(-1);
    const own = withHeaders(table);
    if (before !== undefined && goesOn(table, own, before)) known.splice(-1, 1, joined(before, table));
    else known.push(own);
  }
  return known;
}

function goesOn(table: SourceTable, own: SourceTable, before: SourceTable): boolean {
  if (table.heading !== before.heading || table.headers.length > 0) return false;
  const isWithout = own.headers.every((header) => header === "");
  return (isWithout && own.headers.length === before.headers.length) || isRowOf(table.rows[0] ?? [], before);
}

/** Whether words stand where the table has its times, and its ways of telling, as in most of its rows. */
function isRowOf(cells: readonly string[], { headers, rows }: SourceTable): boolean {
  if (headers.every((header) => header === "") || cells.length > headers.length) return false;
  const isLike = (kind: "when" | "channel"): boolean =>
    cells.some((cell, column) => {
      const saying = rows.filter((row) => says(row[column] ?? "", kind));
      return says(cell, kind) && saying.length * 2 > rows.length && !says(headers[column] ?? "", kind);
    });
  return isLike("when") && isLike("channel");
}

/** The columns at the end of a narrower table are empty. */
function joined(before: SourceTable, table: SourceTable): SourceTable {
  const rows = table.rows.map((row) => before.headers.map((_, column) => row[column] ?? ""));
  const moved = (table.merged ?? []).map((cell) => ({ ...cell, row: cell.row + before.rows.length }));
  return { ...before, rows: [...before.rows, ...rows], merged: [...(before.merged ?? []), ...moved] };
}

/** A table whose header is known: tables from spreadsheets and loose HTML have theirs in the first row, or the first two. */
function withHeaders(table: SourceTable): SourceTable {
  if (table.headers.length > 0) return underSecondHeader(table);
  const [first, ...rest] = table.rows;
  if (first === undefined) return table;
  // Names over nothing are a row.
  if (rest.length > 0 && isHeader(first, rest)) return underSecondHeader(withFirstRowsAsHeader(table, first));
  // No header at all: the columns are told by their cells.
  return { ...table, headers: first.map(() => "") };
}

/** Stacked headers (`External` over `Channel` and `Notice`) become one line: `External / Channel`. */
function underSecondHeader(table: SourceTable): SourceTable {
  const [first, ...rest] = table.rows;
  if (first === undefined || rest.length === 0) return table;
  const repeats =
    table.headers.some((header, index) => header !== "" && header === table.headers[index + 1]) || table.headers.includes("");
  if (!repeats || !isHeader(first, rest)) return table;
  const upper = spread(table.headers, first);
  const headers = upper.map((header, index) => {
    const under = first[index] ?? "";
    return header === under || under === "" ? header : header === "" ? under : `${header} / ${under}`;
  });
  return withFirstRowsAsHeader(table, headers);
}

/** Whether the words are names of columns: at least two are known, and none is a length or a list of things. */
function isHeader(cells: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (isOverMarks(cells, rows)) return true;
  if (cells.some((cell) => /#\p{L}|\d\s*(?:h|days?|business)\b/iu.test(cell) || cell.length > 80)) return false;
  if (isLikeBelow("when", cells, rows) && isLikeBelow("channel", cells, rows)) return false;
  if (isUnlikeBelow(cells, rows) || isOverFigures(cells, rows)) return true;
  const byName = readColumns(cells, []).filter((column) => column.role !== "other" && column.role !== "changeType");
  // `Applies to` beside a name is a line of its own, and no header.
  const isOfNotices = byName.some(({ role }) => role !== "condition" && role !== "lead");
  return byName.length >= 2 || (isOfNotices && rows.length > 0 && cells.length === 2);
}

/** Names over what they name: no word of time or channel above, and columns of such words below. */
function isUnlikeBelow(cells: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (cells.length < 2 || rows.length === 0 || cells.some((cell) => cell.trim() === "" || cell.length > 40)) return false;
  const saysMuch = (cell: string): boolean =>
    isMark(cell) || readCellWords(cell).tokens.some((token) => token.kind === "when" || token.kind === "channel");
  if (saysMuch(cells[0] ?? "") || cells.filter(saysMuch).length * 2 > cells.length) return false;
  const sample = rows.slice(0, 10);
  const columns = cells.filter((_, index) => sample.filter((row) => saysMuch(row[index] ?? "")).length * 2 > sample.length);
  return columns.length >= 1 && new Set(cells).size === cells.length;
}

function says(cell: string, kind: "when" | "channel"): boolean {
  return readCellWords(cell).tokens.some((token) => token.kind === kind);
}

/** A time over times, or a way of telling over ways of telling: a row like those below it. */
function isLikeBelow(kind: "when" | "channel", cells: readonly string[], rows: readonly (readonly string[])[]): boolean {
  return cells.some((cell, index) => {
    const below = rows.slice(0, 10).flatMap((row) => ((row[index] ?? "").trim() === "" ? [] : [row[index] ?? ""]));
    return says(cell, kind) && below.length > 0 && below.every((other) => says(other, kind));
  });
}

/** `Name` and `Extension` over addresses and numbers. */
function isOverFigures(cells: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const isFigure = (cell: string): boolean => /^[\d\s+()/.-]*\d[\d\s+()/.-]*$|^\S+@\S+$/u.test(cell.trim());
  const areWords = cells.every((cell) => cell.trim() !== "" && cell.length <= 40 && !/[\d@]/u.test(cell));
  return areWords && rows.length > 1 && cells.some((_, index) => rows.every((row) => isFigure(row[index] ?? "")));
}

/** In a spreadsheet a name over several columns stands over the first of them, and the others are empty. */
function spread(headers: readonly string[], under: readonly string[]): string[] {
  let last = "";
  return headers.map((header, index) => {
    if (header !== "") last = (under[index] ?? "") === "" ? "" : header;
    return header === "" && (under[index] ?? "") !== "" ? last : header;
  });
}

/** Words over ticks, or over yes and no. */
function isOverMarks(cells: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const isTick = (cell: string): boolean =>
    isMark(cell) || isEmptyMark(cell) || /^\s*(?:no|non|nein|nej|-+|–|✗|✘|❌|☐)?\s*$/iu.test(cell);
  const sample = rows.slice(0, 10);
  const ticked = cells.filter(
    (cell, index) =>
      !isTick(cell) && sample.every((row) => isTick(row[index] ?? "")) && sample.some((row) => (row[index] ?? "").trim() !== ""),
  );
  return ticked.length >= 2 && ticked.length * 2 >= cells.length;
}
