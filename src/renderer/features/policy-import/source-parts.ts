import type { PolicyReading } from "../../../core/domain/policy.ts";
import { keyOfCell, type LinkIndex, linksAt } from "./cell-links.ts";

/** A part of the source as it is shown: its number in the reading, and whether anything in it makes a notice or a question. */
export type SourcePart = {
  readonly number: number;
  readonly table: PolicyReading["tables"][number];
  readonly holdsNotices: boolean;
};

/** The source's tables and lists in the order of the document. */
export function partsInOrder({ tables }: PolicyReading, index: LinkIndex): readonly SourcePart[] {
  return tables
    .map((table, number) => ({ number, table, holdsNotices: holdsNotices(table, number, index) }))
    .toSorted((one, other) => (one.table.place ?? one.number) - (other.table.place ?? other.number));
}

function holdsNotices({ headers, rows }: PolicyReading["tables"][number], table: number, index: LinkIndex): boolean {
  return [headers, ...rows].some((cells, line) =>
    cells.some((_, column) => {
      const { marks } = linksAt(index, keyOfCell({ table, row: line - 1, column }));
      return marks.some(({ kind }) => kind !== "ignored");
    }),
  );
}
