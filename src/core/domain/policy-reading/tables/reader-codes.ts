import type { SourceCell } from "../../policy.ts";
import type { SourceTable } from "../../source-document.ts";
import { audienceWords } from "../words/column-words.ts";
import { isNamed, plainText } from "../words/plain-text.ts";
import { codesInTable } from "./channel-codes.ts";
import { readColumns } from "./columns.ts";
import { keyOfCell, type NamedTimes } from "./named-times.ts";

/** Tables with the names of readers in place of their codes, and what each code stands for. */
export type CodedReaders = NamedTimes & { readonly readers: ReadonlyMap<string, string> };

/** `A, B` in a column of readers, where a table of the document says who A and B are. */
export function withReaderCodes(tables: readonly SourceTable[]): CodedReaders {
  const codes = new Map(tables.flatMap((table, number) => (isOfReaders(table) ? codesInTable(table, number) : [])));
  const keys = new Set<number>();
  const cited = new Map<string, SourceCell>();
  const readers = new Map([...codes].map(([code, { words }]) => [code, words]));
  if (codes.size === 0) return { tables, keys, cited, readers };
  const own = new Set([...codes.values()].map(({ cell }) => cell.table));
  const replaced = tables.map((table, number): SourceTable => {
    if (own.has(number)) return table;
    const roles = readColumns(table.headers, table.rows).map(({ role }) => role);
    const rows = table.rows.map((row, index) =>
      row.map((cell, column) => {
        const meant = roles[column] === "audience" ? inNames(cell, readers) : labelsInNames(cell, readers);
        if (meant === cell) return cell;
        for (const [code, { cell: at }] of codes)
          if (cell.split(/[^\p{L}\p{N}]+/u).includes(code)) {
            keys.add(at.table);
            cited.set(keyOfCell(number, index, column), at);
          }
        return meant;
      }),
    );
    return { ...table, rows };
  });
  return { tables: replaced, keys, cited, readers };
}

function isOfReaders({ heading, headers }: SourceTable): boolean {
  return [heading, headers[1] ?? ""].some((name) => isNamed(audienceWords, plainText(name)));
}

function inNames(cell: string, readers: ReadonlyMap<string, string>): string {
  const codes = plainText(cell)
    .trim()
    .split(/\s*(?:[,;/+&]|\band\b)\s*|\s+/u);
  const names = codes.flatMap((code) => readers.get(code) ?? []);
  return names.length === codes.length ? names.join(", ") : cell;
}

/** `D: by phone`, of those of the row who are told otherwise. */
function labelsInNames(cell: string, readers: ReadonlyMap<string, string>): string {
  return cell.replace(/(?<=^|[;,\n] ?)(?<code>\S{1,3})(?=: )/gu, (code) => readers.get(code) ?? code);
}
