import type { Voice } from "../../directory.ts";
import type { PolicyQuestion, PolicyReading, SourceCell } from "../../policy.ts";
import { cellChannels } from "../cells/cell-channels.ts";
import type { DoubtContext } from "../cells/doubt.ts";
import { isNoNotice, isNoneButFor } from "../cells/no-notice.ts";
import { type NoticeCell, readNoticeCell, type Told } from "../cells/notice-cell.ts";
import { joinQuestions } from "../cells/questions.ts";
import { announceWords, reminderWords, timesOfStage, unsaidTime } from "../cells/stage-times.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { type TimingEntry, timingEntries } from "../cells/timing-entries.ts";
import type { SharedTold } from "../shared-channels.ts";
import type { NamedAudience } from "../words/audience-words.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { roughHours } from "../words/lead-time.ts";
import { plainText } from "../words/plain-text.ts";
import { type ChannelDirectory, rowsOf } from "./channel-directory.ts";
import { type Column, defaultAudiences, unknownColumn } from "./columns.ts";
import { cellAt, type Row } from "./matrix-columns.ts";
import { asReaders, type RowFacts, readRowFacts } from "./row-facts.ts";
import { sourceOf } from "./row-source.ts";
import { waysOfReaders } from "./ways-of-readers.ts";

type RowContext = {
  readonly changeType: string | null;
  readonly words: (cell: string) => CellWords;
  /** A lead time that another row gives in the same column. */
  readonly usual: (column: number) => DoubtContext["usual"];
  /** What other tables of the document say of this change and these readers. */
  readonly elsewhere: (changeType: string | null, voice: Voice) => Elsewhere | null;
  /** Tables that only say who is told through what. */
  readonly directory: ChannelDirectory;
  readonly standIns: StandIns;
};

/** A policy may give times in one table and channels in another. */
export type Elsewhere = SharedTold & { readonly times: readonly TimingEntry[] };

type NoticesColumn = Extract<Column, { role: "notices" }>;
type RowReading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

/** Reads every cell of a row, each with what the row's other cells and its column's header say beside it. */
export function readRow(row: Row, context: RowContext): RowReading {
  const facts = readRowFacts(row, context.words, context.standIns);
  const cells = noticeCells(row, context, facts);
  const rules: PolicyReading["rules"][number][] = [];
  const asked: PolicyQuestion[] = [];
  const ignored: PolicyReading["ignored"][number][] = [];
  const covered = new Set<number>();
  let earlier: Told | null = null;
  for (const cell of cells) {
    const column = row.matrix.columns[cell.at.column];
    // A column that names its readers does not mean those of the column before.
    const mayInherit = column?.role === "notices" && !column.isNamed;
    const reading = readNoticeCell({ ...cell, earlier: mayInherit ? earlier : null }, context.standIns);
    rules.push(...reading.rules);
    asked.push(...reading.questions);
    ignored.push(...reading.ignored);
    if (reading.told !== null && earlier === null) earlier = reading.told;
    covered.add(cell.at.column);
    if (reading.rules.length + reading.questions.length > 0) for (const column of facts.columns) covered.add(column);
  }
  for (const column of row.cells.keys())
    if (!covered.has(column) && !isOfAnotherGroup(row, column))
      ignored.push({ cell: cellAt(row, column), why: whyIgnored(row, column) });
  return { rules, questions: joinQuestions(asked), ignored };
}

/** A column under another storey of the header is read with its own. */
function isOfAnotherGroup({ matrix }: Row, column: number): boolean {
  const found = matrix.columns[column];
  return found?.role === "other" && found.why === "";
}

function whyIgnored(row: Row, column: number): string {
  const role = row.matrix.columns[column];
  if (role?.role === "other") return role.why;
  return (row.cells[column] ?? "").trim() === "" ? "The cell is empty." : "No notice is owed in this row.";
}

/** The row's cells that owe notices: those in columns of notices, or the row itself where it says who, how and when. */
function noticeCells(row: Row, context: RowContext, facts: RowFacts): NoticeCell[] {
  const { matrix, cells } = row;
  const noticesColumns = matrix.columns.flatMap((column, index) => (column.role === "notices" ? [{ column, index }] : []));
  const withBorrowed = (columns: readonly number[], own: readonly SourceCell[]): SourceCell[] => [
    ...own,
    ...columns.flatMap((column) => row.borrowed.get(column) ?? []),
  ];
  const shared = {
    changeType: facts.isStatus ? null : context.changeType,
    lead: facts.lead,
    said: facts.said,
    unread: facts.unread,
    placeKind: null,
    conditions: facts.conditions,
    otherCells: withBorrowed(
      [...row.borrowed.keys()],
      facts.columns.map((column) => cellAt(row, column)),
    ),
    earlier: null,
  };
  if (noticesColumns.length === 0) {
    const roles = ["audience", "channel", "timing"];
    const [index = 0] = roles.flatMap((role) => {
      const found = matrix.columns.findIndex((column) => column.role === role);
      return found === -1 ? [] : [found];
    });
    // A column of times says nothing of its own: the row's facts have it.
    const isTimeCell = matrix.columns[index]?.role === "timing";
    const voice = facts.audiences[0]?.voice ?? "internal";
    const elsewhere = context.elsewhere(context.changeType, voice);
    const isReaderColumn = matrix.columns[index]?.role === "audience";
    const words = isTimeCell ? readCellWords("x") : context.words(cells[index] ?? "");
    const isUnread = facts.audiences.length === 0 && isChatOnly(facts.channels) && mayNameReaders(row);
    const unread = isUnread ? [context.standIns.anybody(facts.channels[0]?.name ?? null, cellAt(row, index))] : facts.audiences;
    const audiences = unread.length > 0 || isChatOnly(facts.channels) ? unread : (elsewhere?.audiences ?? []);
    const none = saysNone(row);
    if (none !== null)
      return [{ ...shared, ...noneAt(row, none), audiences: facts.audiences, words: context.words(cells[none] ?? ""), voice }];
    const ofDirectory = facts.channels.length > 0 ? [] : rowsOf(context, facts.audiences);
    if (ofDirectory.length > 0)
      return ofDirectory.map(
        (told): NoticeCell => ({
          ...shared,
          ...noneAt(row, index),
          words,
          base: facts.times,
          voice: told.audiences[0]?.voice ?? voice,
          isReaderColumn,
          audiences: told.audiences,
          channels: told.channels,
          otherCells: [...shared.otherCells, ...told.cells],
        }),
      );
    const apart = waysOfReaders(row, facts.audiences, context.standIns);
    if (apart !== null)
      return apart.map(
        (told): NoticeCell => ({
          ...shared,
          ...noneAt(row, index),
          words: readCellWords(isReaderColumn ? told.audiences.map(({ name }) => name).join(", ") : "x"),
          base: facts.times,
          voice: told.audiences[0]?.voice ?? voice,
          isReaderColumn,
          ...told,
        }),
      );
    return facts.ways.flatMap((way) =>
      readersOf(words, isReaderColumn, audiences).map(
        (readers): NoticeCell => ({
          ...shared,
          ...readers,
          conditions: way.conditions,
          at: shownAt(row, index),
          base: facts.times.length > 0 ? facts.times : (elsewhere?.times ?? []),
          baseAt: null,
          isReminder: false,
          voice,
          isReaderColumn,
          channels: facts.channels.length > 0 ? way.channels : (elsewhere?.channels ?? []),
          otherCells: [
            ...shared.otherCells,
            ...(facts.channels.length + facts.audiences.length > 1 ? [] : (elsewhere?.cells ?? [])),
          ],
          usual: null,
          source: sourceOf(row, index),
        }),
      ),
    );
  }
  const headers = stagedHeaders(row, noticesColumns, context);
  return noticesColumns.flatMap(({ column, index }, position): NoticeCell[] => {
    const header = headers[position] ?? { times: [], channels: [], isReminder: false };
    const words = context.words(cells[index] ?? "");
    const voice = column.isNamed ? column.voice : (facts.audiences[0]?.voice ?? column.voice);
    const elsewhere = context.elsewhere(context.changeType, voice);
    const times = header.times.length > 0 ? header.times : facts.times;
    const isTimed = times.length > 0 || timingEntries(words).length > 0;
    const channels = header.channels.length > 0 ? header.channels : facts.channels;
    const named = column.isNamed || facts.audiences.length === 0 ? defaultAudiences(column) : facts.audiences;
    const isUnsaid = named.length === 0 && !isChatOnly(channels);
    const readers = isUnsaid ? (elsewhere?.audiences ?? []) : named;
    const isOpen = channels.length > 0 || (elsewhere?.channels.length ?? 0) > 0;
    const [told] = isOpen ? [] : rowsOf(context, readers);
    const cell: NoticeCell = {
      ...shared,
      otherCells: [...shared.otherCells, ...(told?.cells ?? []), ...(isUnsaid ? (elsewhere?.cells ?? []) : [])],
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
      otherCells: [...shared.otherCells, ...group.cells],
    }));
  });
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

/** Whoever reads a team's chat belongs to it, whatever is said of all other notices. */
function isChatOnly(channels: NoticeCell["channels"]): boolean {
  return channels.length > 0 && channels.every(({ kind }) => kind !== "mail" && kind !== "manual");
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
function noneAt(row: Row, index: number) {
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

type HeaderFacts = {
  readonly channels: NoticeCell["channels"];
  readonly times: readonly TimingEntry[];
  readonly isReminder: boolean;
};

/**
 * What each header says for its cells: `Internal (Slack)`, `Reminder 2`, `1 day before`. Where several columns of one row
 * are times ahead, the earliest announces and the others remind.
 */
function stagedHeaders(
  row: Row,
  columns: readonly { column: NoticesColumn; index: number }[],
  { standIns }: RowContext,
): HeaderFacts[] {
  const headers = columns.map(({ column, index }): HeaderFacts => {
    const at = { table: row.matrix.number, row: -1, column: index, words: row.matrix.headers[index] ?? "" };
    const named = timesOfStage(column.header);
    const isReminder = reminderWords.test(column.header.text);
    const isAnnounce = announceWords.test(column.header.text);
    const times = named.length > 0 || !(isReminder || isAnnounce) ? named : [unsaidTime(column.header.text, isReminder)];
    return { channels: cellChannels(column.header, at, standIns), times, isReminder };
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
