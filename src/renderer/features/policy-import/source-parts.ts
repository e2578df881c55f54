import type { PolicyReading } from "../../../core/domain/policy.ts";
import { count } from "../../ui/words.ts";
import { keyOfCell, type LinkIndex, linksAt } from "./cell-links.ts";

type SourceTable = PolicyReading["tables"][number];

/** A part of the source as it is shown: its number in the reading, and whether anything in it makes a notice or a question. */
export type SourcePart = {
  readonly number: number;
  readonly table: SourceTable;
  readonly holdsNotices: boolean;
  /** Why a part without notices has none, in the words said most often of it; empty where nothing is said. */
  readonly why: string;
};

/** The source's tables and lists in the order of the document. */
export function partsInOrder({ tables }: PolicyReading, index: LinkIndex): readonly SourcePart[] {
  return tables
    .map((table, number) => ({ number, table, ...readIn(table, number, index) }))
    .toSorted((one, other) => (one.table.place ?? one.number) - (other.table.place ?? other.number));
}

/** What a part is called: its heading, else how much there is of it. */
export function titleOf({ heading, headers, rows }: SourceTable): string {
  return heading === "" ? `Without a heading, ${sizeOf({ headers, rows })}` : heading;
}

/** How much there is of a part: rows of a table, lines of a text. */
export function sizeOf({ headers, rows }: Pick<SourceTable, "headers" | "rows">): string {
  return count(rows.length, headers.length > 0 ? "row" : "line");
}

function readIn({ headers, rows }: SourceTable, table: number, index: LinkIndex): Pick<SourcePart, "holdsNotices" | "why"> {
  const reasons = new Map<string, number>();
  for (const [line, cells] of [headers, ...rows].entries()) {
    for (const column of cells.keys()) {
      for (const mark of linksAt(index, keyOfCell({ table, row: line - 1, column })).marks) {
        if (mark.kind !== "ignored") return { holdsNotices: true, why: "" };
        reasons.set(mark.why, (reasons.get(mark.why) ?? 0) + 1);
      }
    }
  }
  const [commonest] = [...reasons].toSorted(([, one], [, other]) => other - one);
  return { holdsNotices: false, why: commonest?.[0] ?? "" };
}
