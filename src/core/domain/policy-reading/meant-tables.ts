import type { SourceTable } from "../source-document.ts";
import { withoutMarks } from "./footnotes.ts";
import { type NamedTimes, withNamedTimes } from "./named-times.ts";
import { inOneLanguage } from "./two-languages.ts";
import { withUnits } from "./units-of-columns.ts";

/** The tables as they are meant, cell for cell where they are written: in one language, with units, without footnotes' marks. */
export function meantTables(tables: readonly SourceTable[]): NamedTimes {
  return withNamedTimes(tables.map((table) => withUnits(inOneLanguage(withoutMarks(table)))));
}
