import type { SourceTable } from "../../source-document.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { readColumns } from "./columns.ts";

/** `Kanal / Channel`: two halves that say the same. */
const halves = /^([^/]+)\s\/\s([^/]+)$/u;

/**
 * A table written in two languages, cell by cell, in one of them: what is said twice is one notice. The half that is better
 * understood is taken; a cell whose halves say different things stays whole, to be asked about.
 */
export function inOneLanguage(table: SourceTable): SourceTable {
  const pairs = table.headers.map((header) => halves.exec(header));
  const paired = pairs.filter((pair) => pair !== null);
  const named = table.headers.filter((header) => header.trim() !== "").length;
  // `Customers / Channel` beside `Customers / Notice` is one header over others.
  const areApart = new Set(paired.map((pair) => pair[1]?.trim())).size === paired.length;
  if (paired.length < 2 || paired.length * 5 < named * 3 || !areApart) return table;
  const side = (index: 1 | 2): SourceTable => ({
    ...table,
    headers: table.headers.map((header, column) => pairs[column]?.[index]?.trim() ?? header),
    rows: table.rows.map((row) => row.map((cell) => halfOf(cell, index))),
  });
  const [first, second] = [side(1), side(2)];
  const roles = [first, second].map(({ headers, rows }) => readColumns(headers, rows).map((column) => column.role));
  const alike = pairs.filter((pair, column) => pair !== null && roles[0]?.[column] === roles[1]?.[column]).length;
  if (alike * 2 < paired.length) return table;
  const known = roles.map((all) => all.filter((role) => role !== "other").length);
  return (known[1] ?? 0) >= (known[0] ?? 0) ? second : first;
}

function halfOf(cell: string, index: 1 | 2): string {
  const found = halves.exec(cell);
  if (found === null) return cell;
  const [one, other] = [readCellWords(found[1] ?? ""), readCellWords(found[2] ?? "")];
  return saysTheSame(one, other) ? (found[index] ?? "").trim() : cell;
}

/** Both halves name the same channels and times, as far as they name any. */
function saysTheSame(one: CellWords, other: CellWords): boolean {
  const said = ({ tokens }: CellWords, kind: "channel" | "when"): string[] =>
    tokens.flatMap((token) => {
      if (token.kind !== kind) return [];
      return [JSON.stringify(token.kind === "channel" ? token.channel : token.kind === "when" ? token.when : null)];
    });
  return (["channel", "when"] as const).every((kind) => {
    const [here, there] = [said(one, kind), said(other, kind)];
    return here.length === 0 || there.length === 0 || JSON.stringify(here) === JSON.stringify(there);
  });
}
