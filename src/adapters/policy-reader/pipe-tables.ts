import type { SourceTable } from "../../core/domain/source-document.ts";
import { wordsOfCell } from "./plain-words.ts";

export type FoundTable = Omit<SourceTable, "heading" | "place">;

const delimiterCell = /^\s*:?-+:?\s*$/u;

/** Splits a line at its unescaped pipes, the outer ones dropped; null when it has none. */
function splitRow(line: string): string[] | null {
  if (!line.includes("|")) return null;
  const cells: string[] = [];
  let cell = "";
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === "\\" && line.charAt(index + 1) === "|") {
      cell += "|";
      index++;
    } else if (character === "|") {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  cells.push(cell);
  if (cells[0]?.trim() === "") cells.shift();
  if (cells.at(-1)?.trim() === "") cells.pop();
  return cells;
}

function isDelimiterRow(line: string | undefined): boolean {
  if (line === undefined || line.length > 5000) return false;
  // As a database's shell prints it: `-----+------`.
  if (/^\s*-+(?:\+-+)+\s*$/u.test(line)) return true;
  const cells = splitRow(line);
  return cells !== null && cells.length > 0 && cells.every((cell) => delimiterCell.test(cell));
}

/** Lines from here on that begin and end with a bar and have as many cells as the first, with no line of dashes under it. */
function bareRows(lines: readonly string[], first: number): string[][] {
  const rows: string[][] = [];
  for (let index = first; index < lines.length; index++) {
    const line = (lines[index] ?? "").trim();
    const cells = /^\|.*\|$/u.test(line) && line.length < 20_000 ? (splitRow(line) ?? []) : [];
    if (cells.length < 2 || isDelimiterRow(line) || cells.length !== (rows[0]?.length ?? cells.length)) break;
    // A table with its line of dashes begins here.
    if (rows.length > 0 && isDelimiterRow(lines[index + 1])) break;
    rows.push(cells.map(wordsOfCell));
  }
  return rows;
}

/**
 * Takes the pipe tables (GitHub Flavored Markdown §4.10) out of a text; `placeholder` stands where each was.
 * A row that lost its trailing cells is filled up; one with too many keeps them, as nothing may be lost.
 */
export function takePipeTables(lines: readonly string[], placeholder: (table: FoundTable) => string): string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const header = isDelimiterRow(lines[index + 1]) && !isDelimiterRow(line) ? splitRow(line) : null;
    if (header === null) {
      const bare = bareRows(lines, index);
      if (bare.length < 2) {
        kept.push(line);
        continue;
      }
      kept.push("", placeholder({ headers: [], rows: bare }), "");
      index += bare.length - 1;
      continue;
    }
    const rows: string[][] = [];
    let next = index + 2;
    for (; next < lines.length; next++) {
      const text = lines[next] ?? "";
      if (text.trim() === "") break;
      const cells = splitRow(text);
      if (cells === null) break;
      if (isDelimiterRow(text)) continue;
      const words = cells.map(wordsOfCell);
      while (words.length < header.length) words.push("");
      rows.push(words);
    }
    kept.push("", placeholder({ headers: header.map(wordsOfCell), rows }), "");
    index = next - 1;
  }
  return kept;
}
