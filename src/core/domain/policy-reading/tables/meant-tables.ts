import type { SourceDocument, SourceTable } from "../../source-document.ts";
import { withChannelCodes } from "./channel-codes.ts";
import { withoutMarks } from "./footnotes.ts";
import { withGroupedHeaders } from "./grouped-headers.ts";
import { withNamedStages } from "./named-stages.ts";
import { type NamedTimes, withNamedTimes } from "./named-times.ts";
import { withPromises } from "./promised-columns.ts";
import { inOneLanguage } from "./two-languages.ts";
import { withUnits } from "./units-of-columns.ts";

/**
 * The tables as they are meant, cell for cell where they are written: in one language, with units, without footnotes' marks,
 * and with what stands for an organisation's names of stages and times, and its codes of channels.
 */
export function meantTables(document: SourceDocument, tables: readonly SourceTable[]): NamedTimes {
  const plain = tables.map((table) => withGroupedHeaders(withPromises(withUnits(inOneLanguage(withoutMarks(table))))));
  const coded = withChannelCodes(withNamedStages(plain, document), document);
  const named = withNamedTimes(coded.tables);
  return {
    tables: named.tables,
    keys: new Set([...coded.keys, ...named.keys]),
    cited: new Map([...coded.cited, ...named.cited]),
  };
}
