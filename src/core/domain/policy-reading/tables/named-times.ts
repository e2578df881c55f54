import { anyOf } from "../../any-of.ts";
import type { SourceCell } from "../../policy.ts";
import type { SourceTable } from "../../source-document.ts";
import { isNoNotice } from "../cells/no-notice.ts";
import { announceWords, reminderWords, timesOfStage } from "../cells/stage-times.ts";
import { voiceOf } from "../words/audience-words.ts";
import { readCellWords } from "../words/cell-words.ts";
import { isMark } from "../words/channel-words.ts";
import { plainText } from "../words/plain-text.ts";
import { readColumns } from "./columns.ts";

/** Tables with the names of times (`Gold`) replaced by what another table of the document says they are. */
export type NamedTimes = {
  readonly tables: readonly SourceTable[];
  /** The tables that only say what the names mean, by number. */
  readonly keys: ReadonlySet<number>;
  /** Where a replaced cell's times stand, by `keyOfCell`. */
  readonly cited: ReadonlyMap<string, SourceCell>;
};

export function keyOfCell(table: number, row: number, column: number): string {
  return `${table}/${row}/${column}`;
}

const keys = anyOf`
  profiles?|plans?|patterns?|schemes?|schedules?|cadences?|timings?|timelines?|codes?|tracks?|tiers?|packages?
  notice (?:class|level|type)
  stufe|modell
  profile?r
  profils?
`;
/** `Profile`, `Notice class`: a header over names that stand for times. */
const ofKey = new RegExp(String.raw`\b${keys}\b`, "iu");
const sameAs = /^\s*(?:(?:the )?same as|as(?: for| in)?|like|see|wie|siehe|som|comme)\s+(?:for |in |the )*(?<name>.+?)\s*$/iu;

type Key = { readonly table: number; readonly row: number; readonly times: string };

/** A table `Profile | First notice | Reminder` gives its names a meaning; cells elsewhere that are such a name mean those times. */
export function withNamedTimes(tables: readonly SourceTable[]): NamedTimes {
  const known = new Map<string, Key>();
  for (const [number, table] of tables.entries())
    for (const [name, key] of keysOf(table, number)) if (!known.has(name)) known.set(name, key);
  if (known.size === 0) return { tables, keys: new Set(), cited: new Map() };
  const keys = new Set<number>();
  const cited = new Map<string, SourceCell>();
  const replaced = tables.map((table, number): SourceTable => {
    const columns = columnsOfNames(table, number, known);
    if (columns.size === 0) return table;
    const rows = table.rows.map((row, index) =>
      row.map((cell, column) => {
        const key = columns.has(column) ? known.get(plainName(cell)) : undefined;
        if (key === undefined || key.table === number) return cell;
        keys.add(key.table);
        const words = tables[key.table]?.rows[key.row]?.[0] ?? cell;
        cited.set(keyOfCell(number, index, column), { table: key.table, row: key.row, column: 0, words });
        return key.times;
      }),
    );
    return { ...table, rows };
  });
  return { tables: replaced, keys, cited };
}

function plainName(cell: string): string {
  return plainText(cell)
    .replace(/\b(?:profile|plan|pattern|scheme|schedule|tier|see|per|as)\b/giu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Columns of which at least half the cells are known names, and none of whose cells says anything else of notices. */
function columnsOfNames(table: SourceTable, number: number, known: ReadonlyMap<string, Key>): ReadonlySet<number> {
  const roles = readColumns(table.headers, table.rows).map((column) => column.role);
  const isOfNames = (_: string, column: number): boolean => {
    const cells = table.rows.map((row) => row[column] ?? "").filter((cell) => cell.trim() !== "");
    const names = cells.filter((cell) => (known.get(plainName(cell))?.table ?? number) !== number);
    return column > 0 && roles[column] !== "audience" && names.length > 0 && names.length * 2 >= cells.length;
  };
  return new Set(table.headers.flatMap((header, column) => (isOfNames(header, column) ? [column] : [])));
}

function keysOf(table: SourceTable, number: number): [string, Key][] {
  const [header = "", ...headers] = table.headers;
  const names = table.rows.map((row) => plainName(row[0] ?? ""));
  const areNames = names.every(
    (name) => name !== "" && name.length <= 40 && voiceOf(name) === null && readCellWords(name).tokens.length === 0,
  );
  if (!ofKey.test(header) || headers.length === 0 || !areNames || new Set(names).size < names.length) return [];
  const cellAt = (row: number, column: number, depth: number): string => {
    const cell = table.rows[row]?.[column] ?? "";
    const other = names.indexOf(plainName(sameAs.exec(cell)?.groups?.name ?? ""));
    return other === -1 || other === row || depth > 5 ? cell : cellAt(other, column, depth + 1);
  };
  const keys = names.map((name, row): [string, Key] => {
    const times = headers.flatMap((stage, index) => timesIn(stage, cellAt(row, index + 1, 0)));
    return [name, { table: number, row, times: times.length === 0 ? "not required" : times.join(", ") }];
  });
  const isTimed = ([, { times }]: [string, Key]): boolean => readCellWords(times).tokens.some((token) => token.kind === "when");
  return keys.some(isTimed) ? keys : [];
}

/** `Reminder` over `2 days` → `reminder 2 days`; `Completion` over `yes` → `Completion`. */
function timesIn(header: string, cell: string): string[] {
  const text = cell.replace(/\s+/gu, " ").trim();
  if (text === "" || isNoNotice(text)) return [];
  if (isMark(text)) return [header];
  if (reminderWords.test(header)) return [`reminder ${text}`];
  const isItself = announceWords.test(header) || timesOfStage(readCellWords(header)).length === 0;
  return [isItself ? text : `${header} ${text}`];
}
