import type { NoticeCell } from "../cells/notice-cell.ts";
import { timingEntries } from "../cells/timing-entries.ts";
import { rowsOf } from "./channel-directory.ts";
import { type Column, defaultAudiences } from "./columns.ts";
import { cellAt, type Row } from "./matrix-columns.ts";
import { type CommonCell, isChatOnly, type RowContext } from "./row-context.ts";
import type { RowFacts } from "./row-facts.ts";
import { sourceOf } from "./row-source.ts";
import { stagedHeaders } from "./staged-headers.ts";
import { channelsAtPoint } from "./ways-at-points.ts";

/** A column whose cells owe notices, and its place. */
export type NoticesColumn = { readonly column: Extract<Column, { role: "notices" }>; readonly index: number };

/** What a row owes in the columns of notices: each cell with what its header and the row's other cells say beside it. */
export function cellsOfColumns(
  row: Row,
  noticesColumns: readonly NoticesColumn[],
  context: RowContext,
  facts: RowFacts,
  common: CommonCell,
): NoticeCell[] {
  const headers = stagedHeaders(row, noticesColumns, context.standIns);
  return noticesColumns.flatMap(({ column, index }, position): NoticeCell[] => {
    const header = headers[position] ?? { times: [], channels: [], isReminder: false };
    const words = context.words(row.cells[index] ?? "");
    const voice = column.isNamed ? column.voice : (facts.audiences[0]?.voice ?? column.voice);
    const elsewhere = context.elsewhere(context.changeType, voice);
    const times = header.times.length > 0 ? header.times : facts.times;
    const isTimed = times.length > 0 || timingEntries(words).length > 0;
    const ofPoint = header.channels.length > 0 ? null : channelsAtPoint(row, header, context.standIns);
    const channels = header.channels.length > 0 ? header.channels : (ofPoint ?? facts.channels);
    const named = column.isNamed || facts.audiences.length === 0 ? defaultAudiences(column) : facts.audiences;
    const isUnsaid = named.length === 0 && !isChatOnly(channels);
    const readers = isUnsaid ? (elsewhere?.audiences ?? []) : named;
    const isOpen = channels.length > 0 || (elsewhere?.channels.length ?? 0) > 0;
    const [told] = isOpen ? [] : rowsOf(context, readers);
    const cell: NoticeCell = {
      ...common,
      otherCells: [...common.otherCells, ...(told?.cells ?? []), ...(isUnsaid ? (elsewhere?.cells ?? []) : [])],
      at: cellAt(row, index),
      words,
      base: isTimed ? times : (elsewhere?.times ?? []),
      baseAt: header.times.length > 0 ? null : facts.timeAt,
      isReminder: header.isReminder || facts.isReminder,
      placeKind: column.placeKind,
      voice,
      isReaderColumn: false,
      audiences: readers,
      channels: channels.length > 0 ? channels : (told?.channels ?? elsewhere?.channels ?? []),
      usual: context.usual(index),
      source: sourceOf(row, index),
    };
    // Another table says who is told of this change, each in their way.
    const all = isUnsaid && channels.length === 0 && column.role === "notices" ? rowsOf(context, []) : [];
    const groups = all.filter(({ audiences }) => audiences.length > 0);
    if (groups.length === 0) return [cell];
    return groups.map((group) => ({
      ...cell,
      voice: group.audiences[0]?.voice ?? voice,
      audiences: group.audiences,
      channels: group.channels,
      otherCells: [...common.otherCells, ...group.cells],
    }));
  });
}
