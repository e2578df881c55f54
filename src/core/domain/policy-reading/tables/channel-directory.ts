import type { ProposedChannel, SourceCell } from "../../policy.ts";
import type { SourceTable } from "../../source-document.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import type { NamedAudience } from "../words/audience-words.ts";
import { readCellWords } from "../words/cell-words.ts";
import { isEveryChange, readChangeType } from "../words/change-type.ts";
import { readColumns } from "./columns.ts";
import { cellAt, cellsOfRole, type Matrix } from "./matrix-columns.ts";
import { readRowFacts } from "./row-facts.ts";

/** Who is told of a change through what, where a table of its own says it and another table says when. */
export type DirectoryRow = {
  /** Null where the row holds for every change. */
  readonly changeType: string | null;
  /** Whether it says for which changes it holds, be it for all. */
  readonly saysWhich: boolean;
  readonly audiences: readonly NamedAudience[];
  readonly channels: readonly ProposedChannel[];
  readonly cells: readonly SourceCell[];
};

export type ChannelDirectory = {
  /** The rows for readers of that name. */
  forReaders(name: string, changeType: string | null): readonly DirectoryRow[];
  /** The rows for a kind of change. */
  forChange(changeType: string | null): readonly DirectoryRow[];
};

/** Whether a table only says who is told through what: readers or changes down, channels beside them, and no time. */
export function isDirectory(table: SourceTable): boolean {
  const roles = new Set(readColumns(table.headers, table.rows).map((column) => column.role));
  return (
    roles.has("channel") &&
    (roles.has("audience") || roles.has("changeType")) &&
    !roles.has("timing") &&
    !roles.has("stage") &&
    !roles.has("notices")
  );
}

export function createDirectory(tables: readonly (readonly [number, SourceTable])[], standIns: StandIns): ChannelDirectory {
  const rows = tables.flatMap(([number, table]) => rowsOfDirectory(number, table, standIns));
  const isSame = (one: string | null, other: string | null): boolean =>
    one === null || other === null || plainChange(one) === plainChange(other);
  return {
    forReaders: (name, changeType) =>
      rows.filter(
        (row) => row.audiences.some((audience) => namesTheSame(audience.name, name)) && isSame(row.changeType, changeType),
      ),
    forChange: (changeType) =>
      changeType === null ? [] : rows.filter((row) => row.saysWhich && isSame(row.changeType, changeType)),
  };
}

/** Readers and channels that a table of their own gives for these readers or this change. */
export function rowsOf(
  { changeType, directory }: { readonly changeType: string | null; readonly directory: ChannelDirectory },
  readers: readonly NamedAudience[],
): readonly DirectoryRow[] {
  if (readers.length === 0) return directory.forChange(changeType);
  const found = readers.flatMap((audience) =>
    directory.forReaders(audience.name, changeType).map((one) => ({ ...one, audiences: [audience] })),
  );
  return found.length > 0 ? found : directory.forChange(changeType).filter((one) => one.audiences.length === 0);
}

function rowsOfDirectory(number: number, table: SourceTable, standIns: StandIns): DirectoryRow[] {
  const matrix: Matrix = {
    number,
    ...table,
    written: table.rows,
    cited: new Map(),
    columns: readColumns(table.headers, table.rows),
    others: new Map(),
    audience: null,
  };
  return table.rows.flatMap((cells, index): DirectoryRow[] => {
    const row = { matrix, number: index, cells, written: cells, borrowed: new Map() };
    const { audiences, channels } = readRowFacts(row, readCellWords, standIns);
    const [change] = cellsOfRole(row, "changeType");
    if (channels.length === 0) return [];
    const changeType = change === undefined || isEveryChange(change.words) ? null : readChangeType(change.words);
    return [
      { changeType, saysWhich: change !== undefined, audiences, channels, cells: cells.map((_, column) => cellAt(row, column)) },
    ];
  });
}

/** `Major changes only` are each `Major change`. */
function plainChange(name: string): string {
  return name
    .toLowerCase()
    .replace(/^only | only$/u, "")
    .replace(/s$/u, "");
}

/** `All advertisers` are the `Advertisers`. */
function namesTheSame(one: string, other: string): boolean {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replace(/^(?:all|the|our|affected) /u, "")
      .trim();
  return plain(one) === plain(other);
}
