import type { Voice } from "../directory.ts";
import type { PolicyQuestion, PolicyReading } from "../policy.ts";
import { type NamedAudience, voiceOf } from "./audience-words.ts";
import { cellChannels } from "./cell-channels.ts";
import { type CellWords, readCellWords } from "./cell-words.ts";
import { type Column, defaultAudiences } from "./columns.ts";
import type { DoubtContext } from "./doubt.ts";
import { roughHours } from "./lead-time.ts";
import { cellAt, cellsOfRole, type Row } from "./matrix-columns.ts";
import { type NoticeCell, readNoticeCell, type Told } from "./notice-cell.ts";
import { joinQuestions } from "./questions.ts";
import type { StandIns } from "./stand-ins.ts";
import { type TimingEntry, timingEntries } from "./timing-entries.ts";
import { readWhom } from "./whom.ts";

export type RowContext = {
  readonly changeType: string | null;
  readonly words: (cell: string) => CellWords;
  /** A lead time that another row gives in the same column. */
  readonly usual: (column: number) => DoubtContext["usual"];
  /** What other tables of the document say of this change and these readers. */
  readonly elsewhere: (changeType: string | null, voice: Voice) => Elsewhere | null;
  readonly standIns: StandIns;
};

/** A policy may give times in one table and channels in another. */
export type Elsewhere = { readonly channels: NoticeCell["channels"]; readonly times: readonly TimingEntry[] };

type NoticesColumn = Extract<Column, { role: "notices" }>;
type RowReading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

/** Reads every cell of a row, each with what the row's other cells and its column's header say beside it. */
export function readRow(row: Row, context: RowContext): RowReading {
  const facts = rowFacts(row, context);
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
    if (!covered.has(column)) ignored.push({ cell: cellAt(row, column), why: whyIgnored(row, column) });
  return { rules, questions: joinQuestions(asked), ignored };
}

function whyIgnored(row: Row, column: number): string {
  const role = row.matrix.columns[column];
  if (role?.role === "other") return role.why;
  return (row.cells[column] ?? "").trim() === "" ? "The cell is empty." : "No notice is owed in this row.";
}

type RowFacts = {
  readonly columns: readonly number[];
  readonly lead: string;
  readonly times: readonly TimingEntry[];
  readonly timeAt: NoticeCell["baseAt"];
  readonly said: string;
  readonly channels: NoticeCell["channels"];
  readonly audiences: readonly NamedAudience[];
  readonly conditions: NoticeCell["conditions"];
};

const reminderWords = /remind|erinner|påmind|rappel/iu;

/** What the row says in columns of its own, for all of its notices. */
function rowFacts(row: Row, { words, standIns }: RowContext): RowFacts {
  const isFact = (column: Column, index: number): boolean =>
    column.role !== "notices" && column.role !== "other" && (row.cells[index] ?? "").trim() !== "";
  const timeCells = [...cellsOfRole(row, "timing"), ...cellsOfRole(row, "stage")].filter((cell) => cell.words.trim() !== "");
  const [timeCell] = timeCells;
  const channelCells = cellsOfRole(row, "channel");
  return {
    columns: row.matrix.columns.flatMap((column, index) => (isFact(column, index) ? [index] : [])),
    lead: cellsOfRole(row, "lead")
      .map((cell) => cell.words.replace(/\s+/gu, " ").trim())
      .filter((text) => text !== "")
      .join(", ")
      .slice(0, 300),
    times: [...timesOf(row, "timing", words), ...timesOf(row, "stage", words)],
    timeAt: timeCell === undefined ? null : cellAt(row, timeCell.column),
    said: timeCells.map((cell) => cell.words).join(", "),
    channels: channelCells.flatMap(({ column, words: text }) => cellChannels(words(text), cellAt(row, column), standIns)),
    audiences: [
      ...cellsOfRole(row, "audience").flatMap(
        ({ words: text }) => readWhom(words(text), voiceOf(text) ?? "business", true).audiences,
      ),
      // `Email to customers` in a column of channels names readers, too.
      ...channelCells.flatMap(({ words: text }) => readWhom(words(text), "customer", false).audiences),
    ],
    conditions: rowConditions(row, words),
  };
}

function timesOf(row: Row, role: "timing" | "stage", words: (cell: string) => CellWords): TimingEntry[] {
  return cellsOfRole(row, role).flatMap(({ words: text }) => {
    const times = timingEntries(words(text));
    const isReminder = role === "stage" && reminderWords.test(text);
    if (times.length === 0 && isReminder) return [unsaidTime(text, true)];
    return times.map((entry) => ({ ...entry, isReminder: entry.isReminder || isReminder }));
  });
}

function unsaidTime(words: string, isReminder: boolean): TimingEntry {
  return { when: { kind: "sometimeBefore" }, isReminder, conditions: [], words, agreed: null, orElse: null };
}

/** A column of conditions, and conditions that stand alone in a column of times (`When: if customers are affected`). */
function rowConditions(row: Row, words: (cell: string) => CellWords): NoticeCell["conditions"] {
  const own = cellsOfRole(row, "condition").filter(
    (cell) => !/^\s*(?:|-+|n\/?a|none|always|all|any|every(?: time)?)\s*$/iu.test(cell.words),
  );
  const timed = cellsOfRole(row, "timing").filter((cell) => timingEntries(words(cell.words)).length === 0);
  const kindsOf = (text: string) => words(text).tokens.flatMap((token) => (token.kind === "condition" ? [token.condition] : []));
  // In a column of conditions `outage` is one without an "if".
  const kinds = own.map((cell) => [...kindsOf(cell.words), ...kindsOf(`if ${cell.words}`)]);
  const unclear = own.filter((_, index) => !(kinds[index] ?? []).some((kind) => kind !== "unsure"));
  const timedKinds = timed.flatMap((cell) => kindsOf(cell.words));
  const timedUnclear = timed.filter((cell) => kindsOf(cell.words).includes("unsure"));
  return {
    kinds: [...new Set([...kinds.flat(), ...timedKinds])],
    unclear: [...unclear, ...timedUnclear].map((cell) => cell.words).join(", "),
  };
}

/** The row's cells that owe notices: those in columns of notices, or the row itself where it says who, how and when. */
function noticeCells(row: Row, context: RowContext, facts: RowFacts): NoticeCell[] {
  const { matrix, cells } = row;
  const noticesColumns = matrix.columns.flatMap((column, index) => (column.role === "notices" ? [{ column, index }] : []));
  const shared = {
    changeType: context.changeType,
    lead: facts.lead,
    said: facts.said,
    conditions: facts.conditions,
    otherCells: facts.columns.map((column) => cellAt(row, column)),
    earlier: null,
  };
  if (noticesColumns.length === 0) {
    const index = matrix.columns.findIndex((column) => column.role === "audience" || column.role === "channel");
    const voice = facts.audiences[0]?.voice ?? "internal";
    const elsewhere = context.elsewhere(context.changeType, voice);
    const isReaderColumn = matrix.columns[index]?.role === "audience";
    const words = context.words(cells[index] ?? "");
    return readersOf(words, isReaderColumn, facts.audiences).map(
      (readers): NoticeCell => ({
        ...shared,
        ...readers,
        at: cellAt(row, index),
        base: facts.times.length > 0 ? facts.times : (elsewhere?.times ?? []),
        baseAt: null,
        isReminder: false,
        voice,
        isReaderColumn,
        channels: facts.channels.length > 0 ? facts.channels : (elsewhere?.channels ?? []),
        usual: null,
        source: sourceOf(row, index),
      }),
    );
  }
  const headers = stagedHeaders(row, noticesColumns, context);
  return noticesColumns.map(({ column, index }, position): NoticeCell => {
    const header = headers[position] ?? { times: [], channels: [], isReminder: false };
    const words = context.words(cells[index] ?? "");
    const voice = column.isNamed ? column.voice : (facts.audiences[0]?.voice ?? column.voice);
    const elsewhere = context.elsewhere(context.changeType, voice);
    const times = header.times.length > 0 ? header.times : facts.times;
    const isTimed = times.length > 0 || timingEntries(words).length > 0;
    const channels = header.channels.length > 0 ? header.channels : facts.channels;
    return {
      ...shared,
      at: cellAt(row, index),
      words,
      base: isTimed ? times : (elsewhere?.times ?? []),
      baseAt: header.times.length > 0 ? null : facts.timeAt,
      isReminder: header.isReminder,
      voice,
      isReaderColumn: false,
      audiences: column.isNamed || facts.audiences.length === 0 ? defaultAudiences(column) : facts.audiences,
      channels: channels.length > 0 ? channels : (elsewhere?.channels ?? []),
      usual: context.usual(index),
      source: sourceOf(row, index),
    };
  });
}

/** In a column of readers `Service desk` is people, not a place to post. */
function asReaders(words: CellWords): CellWords {
  return { ...words, tokens: words.tokens.filter((token) => token.kind !== "channel" || token.channel.kind !== "manual") };
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
    const named = timingEntries(column.header);
    const isReminder = reminderWords.test(column.header.text);
    const isAnnounce = /announc|ankündig|annonce/iu.test(column.header.text);
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

/** The policy's words behind a rule: the notice's cell and the row's time and condition, each with its column's name. */
function sourceOf(row: Row, own: number): string {
  const others = row.matrix.columns.flatMap((column, index) =>
    column.role === "timing" || column.role === "stage" || column.role === "condition" || column.role === "channel"
      ? [index]
      : [],
  );
  return [...new Set([own, ...others])]
    .filter((index) => (row.cells[index] ?? "").trim() !== "")
    .map((index) => {
      const header = row.matrix.headers[index] ?? "";
      const text = (row.cells[index] ?? "").replace(/\s+/gu, " ");
      return header === "" ? text : `${header}: ${text}`;
    })
    .join(" · ")
    .slice(0, 4000);
}

/** What one row says of its readers and times, for other tables of the same document. */
export function rowForOthers(
  row: Row,
  standIns: StandIns,
): { voice: Voice; channels: NoticeCell["channels"]; times: readonly TimingEntry[] }[] {
  const facts = rowFacts(row, { words: readCellWords, standIns, changeType: null, usual: () => null, elsewhere: () => null });
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
