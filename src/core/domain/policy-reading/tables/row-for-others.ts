import type { Voice } from "../../directory.ts";
import { cellChannels } from "../cells/cell-channels.ts";
import type { NoticeCell } from "../cells/notice-cell.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { type TimingEntry, timingEntries } from "../cells/timing-entries.ts";
import { readCellWords } from "../words/cell-words.ts";
import { cellAt, type Row } from "./matrix-columns.ts";
import { readRowFacts } from "./row-facts.ts";

/** What one row says of its readers and times, for other tables of the same document. */
export function rowForOthers(
  row: Row,
  standIns: StandIns,
): { voice: Voice; channels: NoticeCell["channels"]; times: readonly TimingEntry[] }[] {
  const facts = readRowFacts(row, readCellWords, standIns);
  const noticesColumns = row.matrix.columns.flatMap((column, index) => (column.role === "notices" ? [{ column, index }] : []));
  if (noticesColumns.length === 0)
    return [{ voice: facts.audiences[0]?.voice ?? "internal", channels: facts.channels, times: facts.times }];
  return noticesColumns.map(({ column, index }) => {
    const words = readCellWords(row.cells[index] ?? "");
    const own = cellChannels(words, cellAt(row, index), standIns);
    const header = cellChannels(
      column.header,
      { ...cellAt(row, index), row: -1, words: row.matrix.headers[index] ?? "" },
      standIns,
    );
    const times = timingEntries(words);
    return {
      voice: column.isNamed ? column.voice : (facts.audiences[0]?.voice ?? column.voice),
      channels: own.length > 0 ? own : header.length > 0 ? header : facts.channels,
      times: times.length > 0 ? times : facts.times,
    };
  });
}
