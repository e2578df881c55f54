import { anyOf } from "../../any-of.ts";
import type { SourceCell } from "../../policy.ts";
import type { SourceTable } from "../../source-document.ts";
import { type NamedAudience, readAudiences, voiceOf } from "../words/audience-words.ts";
import { readCellWords } from "../words/cell-words.ts";
import { isMark } from "../words/channel-words.ts";
import { eventWords, noticeTimes } from "../words/column-words.ts";
import { isNamed, plainText, wholeWords } from "../words/plain-text.ts";
import { type Column, readColumns } from "./columns.ts";
import { type NoMatrix, otherRows, whyOtherTable } from "./other-tables.ts";
import { areTimesOfChanges } from "./times-of-changes.ts";

/** A table with its columns understood. */
export type Matrix = {
  readonly number: number;
  readonly headers: readonly string[];
  /** What the cells say, as they are meant. */
  readonly rows: readonly (readonly string[])[];
  /** The cells as written. */
  readonly written: readonly (readonly string[])[];
  /** Where else the times of a cell stand, by `keyOfCell`. */
  readonly cited: ReadonlyMap<string, SourceCell>;
  readonly columns: readonly Column[];
  /** Rows that are plainly no notices of a change, and why. */
  readonly others: ReadonlyMap<number, string>;
  /** The readers all its rows are for, where the header over its columns or the heading above names them. */
  readonly audience: NamedAudience | null;
};

export type Row = {
  readonly matrix: Matrix;
  readonly number: number;
  /** What the cells say; `same as above` stands for the words above it. */
  readonly cells: readonly string[];
  /** The cells as written. */
  readonly written: readonly string[];
  /** The cells each column borrows its times from. */
  readonly borrowed: ReadonlyMap<number, SourceCell>;
};

/**
 * Finds the columns of a table, or tells why it is no communication matrix. Where its heading's text says who is told
 * (`isToldOver`), the table need not.
 */
export function findMatrix(
  table: SourceTable,
  number: number,
  columns: readonly Column[] = readColumns(table.headers, table.rows),
  isToldOver = false,
): Matrix | NoMatrix {
  const { headers, rows } = table;
  const roles = new Set(columns.map((column) => column.role));
  const others = otherRows(table, columns);
  const other = whyOtherTable(table, columns, others);
  if (other !== null) return other;
  const isNoticeTime = (column: Column, index: number): boolean =>
    column.role === "timing" && isNamed(noticeTimes, plainText(headers[index] ?? ""));
  const owes =
    roles.has("notices") ||
    ((roles.has("audience") || roles.has("channel")) && (roles.has("timing") || roles.has("stage"))) ||
    // `Change type | Advance notice`: a notice is owed, and to whom is asked.
    (roles.has("changeType") && columns.some(isNoticeTime)) ||
    areTimesOfChanges(table, columns, isToldOver);
  if (!owes) return { why: "This table names no readers with a time or a channel, so it holds no notices.", isOpen: true };
  const isCalledMatrix = roles.has("audience") && roles.has("channel") && roles.has("timing");
  if (!isCalledMatrix && !saysHowOrWhen(headers, rows))
    return { why: "This table names no time and no channel, so it holds no notices.", isOpen: false };
  return {
    number,
    headers,
    rows,
    written: rows,
    cited: new Map(),
    columns,
    others,
    audience: audienceOfHeading(table.heading),
  };
}

const tellsOfChanges = wholeWords(anyOf`
  notif\w*|communicat\w*|announce\w*|maintenance|outages?|downtime|(?:planned|scheduled) \p{L}+
  wartung\p{L}*|mitteilung\p{L}*
  vedligehold\p{L}*|varsl\p{L}*
  interventions?|annonces?
`);

/** A table of who is told through what as a matrix without times; null where nothing says that it is of notices. */
export function untimedMatrix(table: SourceTable, number: number): Matrix | null {
  const { heading, headers, rows } = table;
  const columns = readColumns(headers, rows);
  const others = otherRows(table, columns);
  if (!isNamed(tellsOfChanges, plainText([heading, ...headers, ...rows.flat()].join(" | "))) || others.size === rows.length)
    return null;
  return { number, headers, rows, written: rows, cited: new Map(), columns, others, audience: audienceOfHeading(heading) };
}

/** Whether any word of it is a time, a channel or a tick. */
function saysHowOrWhen(headers: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const says = (cell: string): boolean =>
    isMark(cell) || readCellWords(cell).tokens.some((token) => token.kind === "when" || token.kind === "channel");
  return headers.some(says) || rows.some((row) => row.some(says));
}

/** A heading that is nothing but the name of readers: `Customers`, `Inside the council` is not. */
function audienceOfHeading(heading: string): NamedAudience | null {
  // `External (pilot customers)`: who they are stands in the bracket.
  const [, outside = "", inside = ""] = /^([^()]*)\(([^()]+)\)\s*$/u.exec(plainText(heading)) ?? [];
  const named = inside === "" ? plainText(heading) : voiceOf(inside) === null ? outside : inside;
  const { audiences, unread } = readAudiences(named, "internal");
  const [only] = audiences;
  return only !== undefined && audiences.length === 1 && unread.length === 0 && voiceOf(only.name) !== null && heading.length < 40
    ? only
    : null;
}

export function cellAt({ matrix, number, written }: Row, column: number): SourceCell {
  return { table: matrix.number, row: number, column, words: written[column] ?? "" };
}

/** The row's cells in columns of that role. */
export function cellsOfRole(
  { matrix, cells }: Pick<Row, "matrix" | "cells">,
  role: Column["role"],
): { column: number; words: string }[] {
  return matrix.columns.flatMap((column, index) => (column.role === role ? [{ column: index, words: cells[index] ?? "" }] : []));
}

/** The header's words, or those of its lowest storey. */
function isHeaderAgain(cell: string, header: string): boolean {
  const words = cell.trim().toLowerCase();
  return [header, header.split(" / ").at(-1) ?? ""].some((name) => name.trim().toLowerCase() === words);
}

/** Why a whole row is no rule: the header over again, or a heading inside the table. */
export function whyPassedOver({ matrix, number, cells }: Pick<Row, "matrix" | "number" | "cells">): string | null {
  const other = matrix.others.get(number);
  if (other !== undefined) return other;
  const filled = cells.filter((cell) => cell.trim() !== "");
  const [point] = cellsOfRole({ matrix, cells }, "stage");
  const events = cells.filter((_, index) => isNamed(eventWords, plainText(matrix.headers[index] ?? "")));
  const isMeeting = [point?.words ?? "", ...events].some((words) =>
    /\b(?:reviews?|retro(?:spective)?s?|post-?mortem|lessons learn(?:ed|t)|rehearsal|dry run|stand-?ups?|team sync)\b/iu.test(
      words,
    ),
  );
  if (isMeeting) return "Its row is about a meeting, a review or a rehearsal, which is no notice of a change.";
  if (filled.length === 0) return "The row is empty.";
  if (cells.every((cell, index) => isHeaderAgain(cell, matrix.headers[index] ?? ""))) return "The header, repeated.";
  const isSpread = cells.length > 2 && new Set(cells.map((cell) => cell.trim())).size === 1;
  if (isSpread || (filled.length === 1 && cells[0]?.trim() !== "" && cells.length > 2)) return "A heading inside the table.";
  return null;
}
