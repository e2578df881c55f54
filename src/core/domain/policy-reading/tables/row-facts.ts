import { anyOf } from "../../any-of.ts";
import type { ProposedChannel, SourceCell } from "../../policy.ts";
import { cellChannels } from "../cells/cell-channels.ts";
import { isChatChannel } from "../cells/cell-rules.ts";
import type { NoticeCell } from "../cells/notice-cell.ts";
import { voiceOfUnknown } from "../cells/reader-slots.ts";
import { isReminderAlone, reminderWords, timesOfStage, unsaidTime } from "../cells/stage-times.ts";
import type { StandIns } from "../cells/stand-ins.ts";
import { isHaste, isSoon, type TimingEntry, timingEntries, withoutVague } from "../cells/timing-entries.ts";
import { readWhom } from "../cells/whom.ts";
import { type NamedAudience, readAudiences, voiceOf } from "../words/audience-words.ts";
import { asideOf, type CellWords, readCellWords, restOf } from "../words/cell-words.ts";
import { plainText, startWithCapital, wholeWords, without } from "../words/plain-text.ts";
import type { Column } from "./columns.ts";
import { cellAt, cellsOfRole, type Row } from "./matrix-columns.ts";

/** What a row says in columns of its own, for all of its notices. */
export type RowFacts = {
  /** The columns these facts stand in. */
  readonly columns: readonly number[];
  readonly lead: string;
  readonly times: readonly TimingEntry[];
  readonly timeAt: SourceCell | null;
  /** The row's words about time. */
  readonly said: string;
  /** Words about time that were not understood. */
  readonly unread: readonly string[];
  readonly channels: readonly ProposedChannel[];
  readonly audiences: readonly NamedAudience[];
  readonly conditions: NoticeCell["conditions"];
  /** The channels one by one, where some are used under a condition and others always; else one with all. */
  readonly ways: readonly Way[];
  /** A column of stages calls it a reminder. */
  readonly isReminder: boolean;
  /** The row is about a change of state (`Rollback`), not about a kind of change. */
  readonly isStatus: boolean;
};

/** Channels of a row, with when only they are used. */
export type Way = Pick<RowFacts, "channels" | "conditions">;

type Words = (cell: string) => CellWords;

export function readRowFacts(row: Row, words: Words, standIns: StandIns): RowFacts {
  const isFact = (column: Column, index: number): boolean =>
    column.role !== "notices" && column.role !== "other" && (row.cells[index] ?? "").trim() !== "";
  const timeCells = [...cellsOfRole(row, "timing"), ...cellsOfRole(row, "stage")].filter((cell) => cell.words.trim() !== "");
  const [timeCell] = timeCells;
  const channelCells = cellsOfRole(row, "channel");
  const rowChannels = words(channelCells.map((cell) => cell.words).join(", "));
  const status = statusOf(row, words);
  const named = channelCells.flatMap(({ column, words: text }) => readPlaces(words(text), cellAt(row, column), standIns));
  // `7 days via email` in a column of times.
  const besides = cellsOfRole(row, "timing").flatMap(({ column, words: text }) =>
    cellChannels(words(text), cellAt(row, column), standIns),
  );
  const channels = named.length > 0 ? named : besides.length > 0 ? besides : ofReaders(row, words, standIns);
  const conditions = rowConditions(row, words, channelCells);
  return {
    columns: row.matrix.columns.flatMap((column, index) => (isFact(column, index) ? [index] : [])),
    lead: cellsOfRole(row, "lead")
      .map((cell) => cell.words.replace(/\s+/gu, " ").trim())
      .filter((text) => text !== "")
      .join(", ")
      .slice(0, 300),
    times: status.length > 0 ? status : rowTimes(row, words),
    timeAt: timeCell === undefined ? null : cellAt(row, timeCell.column),
    said: timeCells.map((cell) => cell.words).join(", "),
    unread: cellsOfRole(row, "timing").flatMap((cell) => unreadOfTime(words(cell.words))),
    channels,
    audiences: withDefault(row, [
      ...cellsOfRole(row, "audience").flatMap(
        ({ words: text }) => readWhom(asReaders(words(text)), voiceOf(text) ?? voiceOfUnknown(rowChannels), true).audiences,
      ),
      // `Email to customers` in a column of channels names readers, too.
      ...channelCells.flatMap(({ words: text }) => readWhom(words(text), "customer", false).audiences),
    ]),
    conditions,
    ways: waysOf(row, words, standIns) ?? [{ channels, conditions }],
    isReminder:
      cellsOfRole(row, "stage").some((cell) => reminderWords.test(cell.words)) ||
      cellsOfRole(row, "changeType").some((cell) => isReminderAlone(cell.words)),
    isStatus: status.length > 0,
  };
}

/** Those the row names, else those the whole table is for. */
function withDefault({ matrix }: Row, named: readonly NamedAudience[]): readonly NamedAudience[] {
  return named.length > 0 || matrix.audience === null ? named : [matrix.audience];
}

/** `Rollback` or `Cancelled` in the column of changes is a state any change may come to. */
function statusOf(row: Row, words: Words): TimingEntry[] {
  const [cell] = cellsOfRole(row, "changeType");
  // `Extended window` is a longer one, and none that was extended.
  if (cell === undefined || cell.words.length > 60 || /^extended \p{L}/iu.test(cell.words.trim())) return [];
  const entries = timingEntries(words(cell.words));
  // `Rollback (if needed)`: that it happens is the condition.
  return entries.length === 1 && entries[0]?.when.kind === "statusChange"
    ? entries.map((entry) => ({ ...entry, conditions: [] }))
    : [];
}

/** The times of the row; what a column of stages says (`Reminder`) tells what kind of notice is sent at that time. */
function rowTimes(row: Row, words: Words): TimingEntry[] {
  const stages = cellsOfRole(row, "stage").map((cell) => cell.words);
  const isReminder =
    stages.some((text) => reminderWords.test(text)) || cellsOfRole(row, "changeType").some((cell) => isReminderAlone(cell.words));
  const ofCells = cellsOfRole(row, "timing").flatMap((cell) => timesOfStage(words(cell.words)));
  const ofEvents = stages.flatMap((text) => timesOfStage(words(text))).filter(({ when }) => when.kind !== "during");
  // `Rollback initiated`, `immediately` or `within 30 minutes`: how fast, once it has happened.
  const saysHowFast = ofCells.every((entry) => isHaste(entry) || isSoon(entry));
  const timed = saysHowFast && ofEvents.length > 0 ? [] : ofCells;
  // `#support, every 45 minutes` in the column of channels says when, too.
  const besides = cellsOfRole(row, "channel")
    .flatMap((cell) => timingEntries(words(cell.words)))
    .filter((entry) => entry.agreed === null);
  const ofStages = stages.flatMap((text) => timesOfStage(words(text)));
  const times = withoutVague([...(timed.length > 0 ? timed : besides.length > 0 ? [] : ofStages), ...besides]);
  if (times.length === 0 && isReminder) return [unsaidTime(stages.join(", "), true)];
  return times.map((entry) => ({ ...entry, isReminder: entry.isReminder || isReminder }));
}

/** `as soon as the release is planned`, `the day of the change`: words beside a time that limit nothing. */
const fillingOfTime = wholeWords(anyOf`
  the|a|an|any|every|each|all|it|its|is|are|was|has|been
  then|as|soon|when|once|if|only|start|end|planned|scheduled
  deployments?|deploy|releases?|changes?|maintenance|works?|upgrades?|updates?|window|windows|downtime|outage
  notices?|notification|notifications|announcement|reminder|reminders|stage|phase
  date|time|times|day|days|minimum|maximum|min|max|approx|about|ca|least|normally|usually|typically
  // German, Danish, French
  und|oder|der|die|das|den|änderung|uhr
  og|eller|det|de|ændringen
  et|ou|la|le|les|du|intervention
`);

/** Words of a time cell that are no time and no filling: `30 days before breaking changes` is not for every change. */
function unreadOfTime(words: CellWords): string[] {
  if (timingEntries(words).length === 0) return [];
  const asides = words.asides.filter(
    (aside) => !words.tokens.some((token) => token.start >= aside.start && token.start < aside.end),
  );
  const rest = [restOf(words), ...asides.map((aside) => aside.text)].join(", ");
  return readAudiences(rest, "internal").unread.filter((text) => /\p{L}{2}|\d/u.test(without(fillingOfTime, plainText(text))));
}

const anOr = /\s(?:or|oder|eller|ou)\s/iu;

/** In a column of channels every word is one: `API changelog`, `knowledge base`. */
export function readPlaces(words: CellWords, at: SourceCell, standIns: StandIns): ProposedChannel[] {
  const inChat = placeInChat(words);
  if (inChat !== null) return readPlaces(readCellWords(inChat), at, standIns);
  const channels = cellChannels(words, at, standIns);
  const named = readAudiences(restOf(words).replace(/\s[+/]\s|\s(?:and|or|und|oder)\s/giu, ", "), "customer").unread;
  const isKnown = (name: string): boolean => channels.some((channel) => channel.name.toLowerCase() === name.toLowerCase());
  // `Email to ward managers`, `notice in the staff room`: whom and where, and no other way.
  const isAside = (name: string): boolean =>
    channels.length > 0 && /^(?:to|for|from|an|für|von|aux?|à|de la|til|fra|in|im|on|at|auf|am|beim|dans|sur|på|i) /iu.test(name);
  const others = named
    .filter((name) => !isAside(name) && !saysMoreOfChannel(words, name))
    .map((name) => startWithCapital(name).slice(0, 120))
    .filter((name) => !isKnown(name));
  const unknown = others.map((name) => ({ name, kind: "manual" as const }));
  if (unknown.length === 0 || !anOr.test(words.text)) return [...channels, ...unknown];
  // `Fax or X-ray room`: a choice, though nobody knows the second.
  const parts = words.text.split(/[,;\n]|\s(?:and|und|og|et|plus)\s|\s\+\s/iu);
  return parts.flatMap((part) => {
    const [either, ...more] = part.split(anOr).map((one) => readPlaces(readCellWords(one), at, standIns));
    const all = [...(either ?? []), ...more.flat()];
    return more.length === 0 || all.length < 2 ? all : [standIns.either(all, false, at)];
  });
}

/** `Teams, Cash & Settlement`: no other way, but where in Teams, which by itself is no place. */
function placeInChat({ text, tokens }: CellWords): string | null {
  const [only] = tokens;
  if (only?.kind !== "channel" || tokens.length > 1 || !only.isMedium || !isChatChannel(only.channel)) return null;
  const place = /^, (?<name>\p{Lu}[\p{L}\p{N}]*(?: (?:&|[\p{L}\p{N}]+)){1,3})$/u.exec(text.slice(only.end).trimEnd());
  return place === null ? null : `${text.slice(0, only.end)}: ${place.groups?.name ?? ""}`;
}

/** `Customers (email)`, `Staff (Slack)`, where no column says through what. */
function ofReaders(row: Row, words: Words, standIns: StandIns): ProposedChannel[] {
  if (row.matrix.columns.some((column) => column.role === "channel")) return [];
  return cellsOfRole(row, "audience").flatMap(({ column, words: text }) => {
    const cell = words(text);
    const inAsides = cell.tokens.filter((token) => token.kind !== "channel" || asideOf(cell, token) !== null);
    return cellChannels({ ...cell, tokens: inAsides }, cellAt(row, column), standIns);
  });
}

/** `Email summary`, `in-app prompt`, `Email with the new schedule`: more of the way named, and no other way. */
function saysMoreOfChannel({ text, tokens }: CellWords, name: string): boolean {
  const start = text.indexOf(name);
  if (start === -1 || !/^\p{Ll}[\p{L}-]*(?: [\p{L}\p{N}-]+){0,3}$/u.test(name)) return false;
  return tokens.some((token) => token.kind === "channel" && /^ $/u.test(text.slice(token.end, start)));
}

/** `Secure message; email if customers are affected`: each part with its own condition. Null where all stand under the same. */
function waysOf(row: Row, words: Words, standIns: StandIns): readonly Way[] | null {
  const cells = cellsOfRole(row, "channel");
  const [cell] = cells;
  if (cell === undefined || cells.length > 1) return null;
  const parts = cell.words.split(/[;\n]|,(?![^(]*\))|\s(?:and|plus|und|og|et)\s|\s\+\s/iu).map((part) => part.trim());
  const isLimited = (part: string): boolean => words(part).tokens.some((token) => token.kind === "condition");
  const hasChannel = (part: string): boolean => words(part).tokens.some((token) => token.kind === "channel");
  const limited = parts.filter(isLimited);
  // A condition alone between commas may be said of anything.
  if (limited.length === 0 || limited.length === parts.length || !limited.every(hasChannel)) return null;
  const at = cellAt(row, cell.column);
  const always = parts.filter((part) => !isLimited(part));
  return [always.join(", "), ...limited].map((part) => ({
    channels: readPlaces(words(part), at, standIns),
    conditions: rowConditions(row, words, [{ words: part }]),
  }));
}

/** In a column of readers `Service desk` is people, not a place to post. */
export function asReaders(words: CellWords): CellWords {
  return { ...words, tokens: words.tokens.filter((token) => token.kind !== "channel" || token.channel.kind !== "manual") };
}

/** `Telephone (during office hours)`: through what depends on when the work is done. */
const byHours = /^(?:only )?(?:during|in|within|outside(?: of)?|out of) (?:the )?(?:[\p{L}-]+ )?hours$/iu;

/** A column of conditions, and conditions that stand alone in a column of times (`When: if customers are affected`). */
function rowConditions(row: Row, words: Words, channelCells: readonly { words: string }[]): NoticeCell["conditions"] {
  const own = cellsOfRole(row, "condition").filter(
    (cell) => !/^\s*(?:|-+|n\/?a|none|always|all|any|every(?: time)?)\s*$/iu.test(cell.words),
  );
  const timed = cellsOfRole(row, "timing").filter((cell) => timingEntries(words(cell.words)).length === 0);
  const kindsOf = (text: string) => words(text).tokens.flatMap((token) => (token.kind === "condition" ? [token.condition] : []));
  // In a column of conditions `outage` is one without an "if".
  const kinds = own.map((cell) => [...kindsOf(cell.words), ...kindsOf(`if ${cell.words}`)]);
  const unclear = own.filter((_, index) => !(kinds[index] ?? []).some((kind) => kind !== "unsure"));
  // `Email (if downtime)` in a column of channels says when only, too, and so may a reader's cell.
  const besides = [...timed, ...channelCells];
  const besidesUnclear = [
    ...besides.filter((cell) => kindsOf(cell.words).includes("unsure")),
    ...channelCells.filter((cell) => words(cell.words).asides.some(({ text }) => byHours.test(text))),
  ];
  return {
    kinds: [...new Set([...kinds.flat(), ...besides.flatMap((cell) => kindsOf(cell.words))])],
    unclear: [...unclear, ...besidesUnclear].map((cell) => cell.words).join(", "),
  };
}
