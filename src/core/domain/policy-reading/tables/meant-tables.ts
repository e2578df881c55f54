import type { SourceDocument, SourceTable } from "../../source-document.ts";
import { withChannelCodes } from "./channel-codes.ts";
import { withoutMarks } from "./footnotes.ts";
import { withGroupedHeaders } from "./grouped-headers.ts";
import { withNamedStages } from "./named-stages.ts";
import { withNamedTimes } from "./named-times.ts";
import { withPromises } from "./promised-columns.ts";
import { type CodedReaders, withReaderCodes } from "./reader-codes.ts";
import { inOneLanguage } from "./two-languages.ts";
import { withUnits } from "./units-of-columns.ts";

/**
 * The tables as they are meant, cell for cell where they are written: in one language, with units, without footnotes' marks,
 * and with what stands for an organisation's names of stages and times, and its codes of channels and readers.
 */
export function meantTables(document: SourceDocument, tables: readonly SourceTable[]): CodedReaders {
  const plain = tables.map((table) => withGroupedHeaders(withPromises(withUnits(inOneLanguage(withoutMarks(table))))));
  const coded = withChannelCodes(withNamedStages(plain, document), document);
  const told = withReaderCodes(coded.tables);
  const named = withNamedTimes(told.tables);
  return {
    tables: named.tables,
    keys: new Set([...coded.keys, ...told.keys, ...named.keys]),
    cited: new Map([...coded.cited, ...told.cited, ...named.cited]),
    readers: told.readers,
  };
}
