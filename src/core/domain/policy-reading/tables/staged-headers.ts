import { cellChannels } from "../cells/cell-channels.ts";
import type { NoticeCell } from "../cells/notice-cell.ts";
import { announceWords, isPointOfWork, reminderWords, timesOfStage, unsaidTime } from "../cells/stage-times.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { type TimingEntry, timingEntries } from "../cells/timing-entries.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { roughHours } from "../words/lead-time.ts";
import type { Row } from "./matrix-columns.ts";
import type { NoticesColumn } from "./notices-columns.ts";

export type HeaderFacts = {
  readonly channels: NoticeCell["channels"];
  readonly times: readonly TimingEntry[];
  readonly isReminder: boolean;
};

/**
 * What each header says for its cells: `Internal (Slack)`, `Reminder 2`, `1 day before`. Where several columns of one row
 * are times ahead, the earliest announces and the others remind.
 */
export function stagedHeaders(row: Row, columns: readonly NoticesColumn[], standIns: StandIns): HeaderFacts[] {
  const headers = columns.map(({ column, index }): HeaderFacts => {
    const at = { table: row.matrix.number, row: -1, column: index, words: row.matrix.headers[index] ?? "" };
    const named = timesOfStage(ownStorey(column.header));
    const isReminder = reminderWords.test(column.header.text);
    const isAnnounce = announceWords.test(column.header.text);
    const times = named.length > 0 || !(isReminder || isAnnounce) ? named : [unsaidTime(column.header.text, isReminder)];
    // `30 minutes before`, under `Begin`: the announcement has a column of its own.
    const isPoint = named.length > 0 && named.every(({ when }) => when.kind === "start");
    return { channels: cellChannels(column.header, at, standIns), times, isReminder: isReminder || isPoint };
  });
  const isOwed = (position: number): boolean => {
    const text = (row.cells[columns[position]?.index ?? -1] ?? "").trim();
    return text !== "" && !/^(?:n\/?a|no|none|-+)$/iu.test(text);
  };
  const hoursAhead = headers.map((header, position) => {
    const [when] = header.times.map((entry) => entry.when);
    if (!isOwed(position) || when === undefined) return 0;
    return when.kind === "before" ? roughHours(when.lead.target) : when.kind === "planning" ? Number.POSITIVE_INFINITY : 0;
  });
  const most = Math.max(...hoursAhead);
  return headers.map((header, position) => {
    const isLater = header.times.some((entry) => entry.when.kind === "before") && (hoursAhead[position] ?? 0) < most;
    return isLater
      ? { ...header, isReminder: true, times: header.times.map((entry) => ({ ...entry, isReminder: true })) }
      : header;
  });
}

/** Under `On the day`, `Begin` says the time by itself. */
function ownStorey(header: CellWords): CellWords {
  const storeys = header.text.split(" / ");
  const [own = "", above = ""] = [storeys.at(-1), storeys.slice(0, -1).join(" / ")];
  return isPointOfWork(own) && timingEntries(readCellWords(above)).length > 0 ? readCellWords(own) : header;
}
