import type { FoundTable } from "./pipe-tables.ts";
import { wordsOfCell } from "./plain-words.ts";

const gridBorder = /^\s*\+(?:[-=]+\+)+\s*$/u;
const simpleBorder = /^\s*={2,}(?:\s+={2,})+\s*$/u;

/** Takes the grid tables and simple tables of reStructuredText out of a text; `placeholder` stands where each was. */
export function takeGridTables(lines: readonly string[], placeholder: (table: FoundTable) => string): string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const read = gridBorder.test(line) ? readGrid(lines, index) : simpleBorder.test(line) ? readSimple(lines, index) : null;
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

function readGrid(lines: readonly string[], first: number): Read | null {
  const rows: string[][] = [];
  let headerRows = 0;
  let cells: string[] = [];
  let last = first;
  for (let index = first + 1; index < lines.length; index++) {
    const line = (lines[index] ?? "").trim();
    if (gridBorder.test(line)) {
      if (cells.length > 0) rows.push(cells.map(wordsOfCell));
      cells = [];
      if (line.includes("=")) headerRows = rows.length;
      last = index;
    } else if (line.startsWith("|")) {
      const parts = line.replace(/^\||\|$/gu, "").split("|");
      cells = parts.map((part, column) => continued(cells[column] ?? "", part));
    } else break;
  }
  if (rows.length === 0) return null;
  const single = linesAsRows(lines.slice(first + 1, last));
  if (headerRows === 0 && single !== null) return { table: single, last };
  return { table: { headers: headerRows > 0 ? (rows[0] ?? []) : [], rows: rows.slice(headerRows > 0 ? 1 : 0) }, last };
}

/**
 * A table as databases print it: one border under the names, and below it a line for each row. Null where lines go on with
 * those above them, as in a grid of reStructuredText.
 */
function linesAsRows(lines: readonly string[]): FoundTable | null {
  const borders = lines.filter((line) => gridBorder.test(line)).length;
  const cells = lines
    .filter((line) => !gridBorder.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/gu, "")
        .split("|"),
    );
  const [headers, ...rows] = cells;
  if (borders !== 1 || !gridBorder.test(lines[1] ?? "") || headers === undefined || rows.length < 2) return null;
  if (rows.some((row) => row.length !== headers.length || row.some((cell) => cell.trim() === ""))) return null;
  return { headers: headers.map(wordsOfCell), rows: rows.map((row) => row.map(wordsOfCell)) };
}

/** A line of a cell goes on with the one above, but after an empty line and where it begins a point. */
function continued(above: string, line: string): string {
  const words = line.trim();
  const isNew = above === "" || words === "" || above.endsWith("\n") || /^(?:[-*+•]|\d{1,3}[.)]|#\.)\s/u.test(words);
  return `${above}${isNew ? "\n" : " "}${words}`;
}

function readSimple(lines: readonly string[], first: number): Read | null {
  const starts = [...(lines[first] ?? "").matchAll(/=+/gu)].map((match) => match.index);
  const rows: string[][] = [];
  let borders = 1;
  let headerRows = 0;
  for (let index = first + 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (simpleBorder.test(line)) {
      borders++;
      if (borders === 2) headerRows = rows.length;
      const isEnd = borders === 3 || (lines[index + 1] ?? "").trim() === "";
      if (isEnd && rows.length > 0) {
        if (borders === 2) headerRows = 0;
        const words = rows.map((row) => row.map(wordsOfCell));
        return {
          table: { headers: headerRows > 0 ? (words[0] ?? []) : [], rows: words.slice(headerRows > 0 ? 1 : 0) },
          last: index,
        };
      }
      continue;
    }
    if (line.trim() === "") continue;
    const cells = starts.map((start, column) => line.slice(start, starts[column + 1]).trim());
    const above = rows.at(-1);
    // A line whose first cell is empty goes on with the row above it.
    if (cells[0] === "" && above !== undefined && rows.length > headerRows)
      cells.forEach((cell, column) => {
        if (cell !== "") above[column] = continued(above[column] ?? "", cell);
      });
    else rows.push(cells);
  }
  return null;
}
