import type { SourceTable } from "../../source-document.ts";
import { voiceOf } from "../words/audience-words.ts";
import { readCellWords } from "../words/cell-words.ts";
import { readChangeType } from "../words/change-type.ts";
import { isMark } from "../words/channel-words.ts";
import { plainText, without } from "../words/plain-text.ts";
import { type Column, readColumns } from "./columns.ts";
import { kindsOfChange } from "./kinds-of-change.ts";
import { findMatrix, type Matrix } from "./matrix-columns.ts";

/** A column that is read with another kind of change. */
const ofAnotherKind: Column = { role: "other", why: "" };

/**
 * A table with the kinds of change across (`Audience | Channel | Major change | Minor change`) is a matrix for each kind, beside
 * the columns they share. Null where its header names fewer than two.
 */
export function matricesOfChanges(table: SourceTable, number: number): { matrix: Matrix; changeType: string }[] | null {
  const across = table.headers.flatMap((header, column) => (column > 0 && isKind(header) ? [column] : []));
  if (across.length < 2) return null;
  const columnOf = (column: number): Column | null => {
    const cells = table.rows.map((row) => row[column] ?? "").filter((cell) => cell.trim() !== "");
    const owing = cells.filter(saysWhenOrHow);
    if (cells.length === 0 || owing.length * 2 < cells.length) return null;
    const areTimes = owing.every((cell) => !hasChannel(cell) && !isMark(cell));
    return areTimes ? { role: "timing" } : notices;
  };
  const meant = new Map(across.map((column) => [column, columnOf(column)] as const));
  if ([...meant.values()].includes(null)) return null;
  const others = table.headers.filter((_, column) => !meant.has(column));
  const whole = readColumns(table.headers, table.rows).filter((_, column) => !meant.has(column));
  const ofOthers = readColumns(
    others,
    table.rows.map((row) => row.filter((_, column) => !meant.has(column))),
    // `Service desk` under `Who` is a reader, beside columns that say through what.
  ).map((column, index) => (column.role === "notices" && whole[index]?.role === "audience" ? whole[index] : column));
  if (!ofOthers.some((column) => column.role === "audience" || column.role === "channel" || column.role === "stage")) return null;
  if (ofOthers.some((column) => column.role === "notices" || column.role === "timing" || column.role === "changeType"))
    return null;
  const matrices = across.flatMap((own) => {
    let next = 0;
    const columns = table.headers.map((_, column): Column => {
      if (!meant.has(column)) return ofOthers[next++] ?? ofAnotherKind;
      return column === own ? (meant.get(own) ?? ofAnotherKind) : ofAnotherKind;
    });
    const matrix = findMatrix(table, number, columns);
    return "why" in matrix ? [] : [{ matrix, changeType: readChangeType(table.headers[own] ?? "") }];
  });
  return matrices.length === across.length ? matrices : null;
}

const notices: Column = {
  role: "notices",
  voice: "internal",
  audience: "Internal teams",
  isNamed: false,
  header: readCellWords(""),
  placeKind: null,
};

/** A name made of nothing but words for kinds of change. */
function isKind(header: string): boolean {
  const text = plainText(header).trim();
  const rest = without(kindsOfChange, text).replace(/\b(?:and|or|of|the|und|og|et)\b/giu, "");
  return text !== "" && text.length <= 40 && voiceOf(text) === null && !/\p{L}/u.test(rest);
}

function hasChannel(cell: string): boolean {
  return readCellWords(cell).tokens.some((token) => token.kind === "channel");
}

function saysWhenOrHow(cell: string): boolean {
  return (
    isMark(cell) ||
    /^\s*(?:-+|–|—|n\/?a|none|no|nein|nej|non)\s*$/iu.test(cell) ||
    /\b(?:same|as|see) (?:as|for|above)\b/iu.test(cell) ||
    readCellWords(cell).tokens.some((token) => token.kind === "channel" || token.kind === "when")
  );
}
