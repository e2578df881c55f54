import type { SourceDocument } from "../../core/domain/source-document.ts";
import { createDocumentBuilder } from "./document-builder.ts";
import { tidy } from "./plain-words.ts";

/** Splits text into rows and fields as RFC 4180 has it: quoted fields may hold the delimiter, line breaks and `""`. */
function splitFields(source: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (source.charAt(index + 1) === '"') {
        field += '"';
        index++;
      } else isQuoted = false;
    } else if (character === '"' && field.trim() === "") {
      isQuoted = true;
      field = "";
    } else if (character === delimiter) {
      row.push(field);
      field = "";
    } else if (character === "\n") {
      rows.push([...row, field]);
      row = [];
      field = "";
    } else field += character;
  }
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return rows.map((fields) => fields.map(tidy));
}

function isTabular(rows: readonly (readonly string[])[], leastColumns: number, leastShare: number): boolean {
  const filled = rows.filter((row) => row.some((field) => field !== ""));
  const width = Math.max(0, ...filled.slice(0, 50).map((row) => row.length));
  if (filled.length < 2 || width < leastColumns) return false;
  return filled.filter((row) => row.length === width).length >= filled.length * leastShare;
}

/** Cells copied from a spreadsheet, or a file of comma- or semicolon-separated values; null when the text is neither. */
export function readDelimited(source: string): SourceDocument | null {
  const sample = source.slice(0, 20_000);
  // Tabs inside a line hardly occur in prose; commas do, so a comma needs every row to have the same number of them.
  if (/\S\t/u.test(sample)) {
    const rows = splitFields(source, "\t");
    if (isTabular(rows, 2, 0.5)) return documentOf(rows);
  }
  if (/^\s{0,3}(?:#|\||[-*+]\s|\d+\.\s)/mu.test(sample)) return null;
  for (const delimiter of [",", ";"]) {
    if (!sample.includes(delimiter)) continue;
    const rows = splitFields(source, delimiter);
    if (isTabular(rows, 3, 1)) return documentOf(rows);
  }
  return null;
}

/** Rows of one field above or between are headings, or sentences; an empty line parts two tables. */
function documentOf(rows: readonly (readonly string[])[]): SourceDocument {
  const builder = createDocumentBuilder();
  let block: (readonly string[])[] = [];
  const flush = (): void => {
    const width = Math.max(0, ...block.map(filledWidth));
    builder.table({
      headers: [],
      rows: block.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? "")),
    });
    block = [];
  };
  for (const row of rows) {
    const filled = row.filter((field) => field !== "");
    const [first = ""] = row;
    if (filled.length === 0) flush();
    else if (filled.length > 1 || block.length > 0 || first === "") block.push(row);
    else if (isSentence(first)) builder.paragraph(first);
    else builder.heading(1, first);
  }
  flush();
  return builder.finish();
}

/** A remark under the table, and no heading over the next. */
function isSentence(field: string): boolean {
  return field.length > 80 || /[.!;]$/u.test(field);
}

/** A sheet is as wide as its widest table, and the columns beside a narrower one are none of its own. */
function filledWidth(row: readonly string[]): number {
  return row.findLastIndex((field) => field !== "") + 1;
}
