import type { SourceCell } from "../../policy.ts";
import { isNoNotice, isNoneButFor } from "../cells/no-notice.ts";
import type { NoticeCell } from "../cells/notice-cell.ts";
import type { NamedAudience } from "../words/audience-words.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { plainText } from "../words/plain-text.ts";
import { rowsOf } from "./channel-directory.ts";
import { type Column, unknownColumn } from "./columns.ts";
import { cellAt, type Row } from "./matrix-columns.ts";
import { type CommonCell, type Elsewhere, isChatOnly, type RowContext } from "./row-context.ts";
import { asReaders, type RowFacts } from "./row-facts.ts";
import { sourceOf } from "./row-source.ts";
import { waysOfReaders } from "./ways-of-readers.ts";

/** What a row owes that says who, how and when in columns of their own: one cell for each who is told in a way of theirs. */
export function cellsOfWholeRow(row: Row, context: RowContext, facts: RowFacts, common: CommonCell): NoticeCell[] {
  const index = mainColumn(row);
  const role = row.matrix.columns[index]?.role;
  const voice = facts.audiences[0]?.voice ?? "internal";
  const isReaderColumn = role === "audience";
  // A column of times says nothing of its own: the row's facts have it.
  const words = role === "timing" ? readCellWords("x") : context.words(row.cells[index] ?? "");
  const none = saysNone(row);
  if (none !== null) {
    const nothing = context.words(row.cells[none] ?? "");
    return [{ ...common, ...cellAlone(row, none), audiences: facts.audiences, words: nothing, voice }];
  }
  const alone = { ...common, ...cellAlone(row, index), base: facts.times, isReaderColumn };
  const ofDirectory = facts.channels.length > 0 ? [] : rowsOf(context, facts.audiences);
  if (ofDirectory.length > 0)
    return ofDirectory.map(({ audiences, channels, cells }) => ({
      ...alone,
      words,
      voice: audiences[0]?.voice ?? voice,
      audiences,
      channels,
      otherCells: [...common.otherCells, ...cells],
    }));
  const apart = waysOfReaders(row, facts.audiences, context.standIns);
  if (apart !== null)
    return apart.map((told) => ({
      ...alone,
      words: readCellWords(isReaderColumn ? told.audiences.map(({ name }) => name).join(", ") : "x"),
      voice: told.audiences[0]?.voice ?? voice,
      ...told,
    }));
  const elsewhere = context.elsewhere(context.changeType, voice);
  const audiences = audiencesOf(row, index, context, facts, elsewhere);
  const isComplete = facts.channels.length + facts.audiences.length > 1;
  return facts.ways.flatMap((way) =>
    readersOf(words, isReaderColumn, audiences).map((readers) => ({
      ...alone,
      ...readers,
      conditions: way.conditions,
      at: shownAt(row, index),
      base: facts.times.length > 0 ? facts.times : (elsewhere?.times ?? []),
      voice,
      channels: facts.channels.length > 0 ? way.channels : (elsewhere?.channels ?? []),
      otherCells: [...common.otherCells, ...(isComplete ? [] : (elsewhere?.cells ?? []))],
    })),
  );
}

/**
 * The column of readers, else that of channels, else that of times. Where a row says how and when, and its cell of readers is
 * empty, that of channels: it is asked who is told, and not taken for a row that owes nothing.
 */
function mainColumn({ matrix, cells }: Row): number {
  const of = (...roles: Column["role"][]): number[] =>
    matrix.columns.flatMap((column, index) => (roles.includes(column.role) ? [index] : []));
  const isFilled = (column: number): boolean => (cells[column] ?? "").trim() !== "";
  const [readers, channels] = [of("audience"), of("channel")];
  const saysHowAndWhen = channels.some(isFilled) && of("timing", "stage").some(isFilled);
  const columns = [...(saysHowAndWhen ? readers.filter(isFilled) : readers), ...channels, ...of("timing")];
  return columns[0] ?? 0;
}

/** Who is told: whom the row names, whoever reads the chat it names, or whom another table names. */
function audiencesOf(
  row: Row,
  index: number,
  { standIns }: RowContext,
  { audiences, channels }: RowFacts,
  elsewhere: Elsewhere | null,
): readonly NamedAudience[] {
  if (audiences.length > 0) return audiences;
  if (!isChatOnly(channels)) return elsewhere?.audiences ?? [];
  return mayNameReaders(row) ? [standIns.anybody(channels[0]?.name ?? null, cellAt(row, index))] : [];
}

/** Where a row's notice is shown: in the cell that says the most, or the first that says anything where that one is empty. */
function shownAt(row: Row, column: number): SourceCell {
  const isFilled = (index: number): boolean => (row.written[index] ?? "").trim() !== "";
  return cellAt(row, isFilled(column) ? column : (row.written.keys().find(isFilled) ?? column));
}

/** Names in a column nobody knows, where no other names readers: they may be those who are told. */
function mayNameReaders({ matrix, cells }: Row): boolean {
  return (
    !matrix.columns.some((column) => column.role === "audience") &&
    matrix.columns.some(
      (column, index) => column === unknownColumn && /^\p{Lu}[\p{L} '&+-]{3,50}$/u.test((cells[index] ?? "").trim()),
    )
  );
}

/** `Not required` in the column of channels or of times: the row owes none, whoever it names. */
function saysNone({ matrix, cells }: Row): number | null {
  const find = (says: (text: string) => boolean): number =>
    matrix.columns.findIndex(
      ({ role }, index) =>
        (role === "channel" || role === "timing" || role === "audience") && says(plainText(cells[index] ?? "")),
    );
  const column = find(isNoNotice);
  if (column === -1) return null;
  const exception = find(isNoneButFor);
  return exception === -1 ? column : exception;
}

/** A cell of a row that owes its notices by itself, with nothing said yet. */
function cellAlone(row: Row, index: number) {
  return {
    at: cellAt(row, index),
    base: [],
    baseAt: null,
    isReminder: false,
    isReaderColumn: false,
    audiences: [],
    channels: [],
    usual: null,
    source: sourceOf(row, index),
  };
}

/** `Affected customers and #infrastructure`: customers do not read that channel, so its readers are told apart from them. */
function readersOf(
  words: CellWords,
  isReaderColumn: boolean,
  audiences: readonly NamedAudience[],
): Pick<NoticeCell, "words" | "audiences">[] {
  const readers = isReaderColumn ? asReaders(words) : words;
  const isChannel = (token: CellWords["tokens"][number]): boolean => token.kind === "channel";
  if (!isReaderColumn || !readers.tokens.some(isChannel) || !audiences.some((audience) => audience.voice === "customer"))
    return [{ words: readers, audiences }];
  const [first, last] = [readers.tokens.find(isChannel), readers.tokens.findLast(isChannel)];
  const inChannel = readCellWords(readers.text.slice(first?.start ?? 0, last?.end ?? 0));
  const named = readCellWords(`${readers.text.slice(0, first?.start ?? 0)} ${readers.text.slice(last?.end ?? 0)}`);
  return [
    { words: named, audiences },
    { words: inChannel, audiences: [] },
  ];
}
