import { voiceOf } from "../words/audience-words.ts";
import { readCellWords } from "../words/cell-words.ts";
import type { Column } from "./columns.ts";

/** Names beside channels and times, in a column whose header says nothing: those are the readers. */
export function withReaders(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Column[] {
  const has = (role: Column["role"]): boolean => columns.some((column) => column.role === role);
  if (has("audience") || columns.some((column) => column.role === "notices" && column.isNamed)) return columns;
  if (!has("channel") && !columns.some((column) => column.role === "notices")) return columns;
  const sample = rows.slice(0, 40);
  const index = columns.findIndex((column, position) => {
    if (position === 0 || column.role !== "other") return false;
    const cells = sample.map((row) => row[position] ?? "").filter((cell) => cell.trim() !== "");
    const names = cells.filter(
      (cell) => /^\p{L}[\p{L} '&-]{2,40}$/u.test(cell.trim()) && readCellWords(cell).tokens.length === 0,
    );
    return cells.length > 1 && names.length === cells.length && names.some((cell) => voiceOf(cell) !== null);
  });
  return columns.map((column, position) => (position === index ? { role: "audience" } : column));
}
