import type { FoundTable } from "./pipe-tables.ts";
import { wordsOfCell } from "./plain-words.ts";

/**
 * Takes out of a text the tables that plain text and reStructuredText write without borders: columns aligned by blanks, and
 * `list-table` directives. `placeholder` stands where each was.
 */
export function takePlainTables(lines: readonly string[], placeholder: (table: FoundTable) => string): string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const read = /^\.\. list-table::/u.test(line) ? readListTable(lines, index) : readAligned(lines, index);
    if (read === null) {
      kept.push(line);
      continue;
    }
    kept.push("", placeholder(read.table), "");
    index = read.last;
  }
  return kept;
}

type Read = { readonly table: FoundTable; readonly last: number };

/** `* - first cell` begins a row, `- next cell` goes on with it. */
function readListTable(lines: readonly string[], first: number): Read | null {
  const rows: string[][] = [];
  let headerRows = 0;
  let last = first;
  for (let index = first + 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    if (!/^\s/u.test(line)) break;
    last = index;
    const option = /^\s+:(?<name>[\w-]+):\s*(?<value>.*)$/u.exec(line)?.groups;
    const cell = /^\s+(?<row>\*\s+)?-(?:\s+(?<words>.*))?$/u.exec(line)?.groups;
    if (option !== undefined && rows.length === 0) {
      if (option.name === "header-rows") headerRows = Number(option.value) === 1 ? 1 : 0;
    } else if (cell !== undefined) {
      if (cell.row !== undefined || rows.length === 0) rows.push([]);
      rows.at(-1)?.push(cell.words ?? "");
    } else {
      const row = rows.at(-1);
      if (row !== undefined) row[row.length - 1] = `${row.at(-1) ?? ""} ${line.trim()}`;
    }
  }
  if (rows.length === 0) return null;
  return { table: tableOf(rows, headerRows), last };
}

function tableOf(rows: readonly (readonly string[])[], headerRows: number): FoundTable {
  const width = Math.max(...rows.map((row) => row.length));
  const words = rows.map((row) => Array.from({ length: width }, (_, column) => wordsOfCell(row[column] ?? "")));
  return { headers: headerRows === 0 ? [] : (words[0] ?? []), rows: words.slice(headerRows) };
}

/** Columns begin where every line has a word after two blanks or more; dashes may part the first line from the others. */
function readAligned(lines: readonly string[], first: number): Read | null {
  const isRuled = isRule(lines[first + 1] ?? "");
  const starts = wordStarts(lines[first] ?? "", isRuled);
  if (starts.length < 2) return null;
  let last = isRuled ? first + 1 : first;
  while (last + 1 < lines.length && isAligned(lines[last + 1] ?? "", starts, isRuled)) last++;
  if (last - first < 2) return null;
  const rows = [lines[first] ?? "", ...lines.slice(isRuled ? first + 2 : first + 1, last + 1)].map((line) =>
    starts.map((start, column) => line.slice(start, starts[column + 1]).trim()),
  );
  return { table: tableOf(rows, isRuled ? 1 : 0), last };
}

/** `-----  -----`, under the names of columns. */
function isRule(line: string): boolean {
  return /^ *[-=]{2,}(?: {2,}[-=]{2,})+ *$/u.test(line);
}

/** Where words stand after at least two blanks, and where the first stands. A list, a table or a quotation is something else. */
function wordStarts(line: string, mayBeIndented: boolean): number[] {
  const indent = mayBeIndented ? line.length - line.trimStart().length : 0;
  if (line.length > 500 || !/^\p{L}/u.test(line.slice(indent))) return [];
  const gaps = [...line.slice(indent).matchAll(/ {2,}(?=\S)/gu)];
  return [indent, ...gaps.map(({ index, 0: gap }) => indent + index + gap.length)];
}

/** Some cells may be empty, the first and one more are not. */
function isAligned(line: string, starts: readonly number[], mayBeIndented: boolean): boolean {
  const own = wordStarts(line, mayBeIndented);
  return own.length >= 2 && own.every((start) => starts.includes(start));
}
