import type { ChannelKind, Voice } from "../../directory.ts";
import type { PolicyReading, ProposedChannel, ProposedRule, SourceCell } from "../../policy.ts";
import { isLimiting, type NamedAudience, nameOf, readAudiences, voiceOf } from "../words/audience-words.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { isUrgentChange } from "../words/change-type.ts";
import { isEmptyMark } from "../words/channel-words.ts";
import type { ConditionKind } from "../words/condition-words.ts";
import { startWithCapital } from "../words/plain-text.ts";
import { cellChannels, isInsteadOfTime } from "./cell-channels.ts";
import { partsOf } from "./cell-parts.ts";
import { isChatChannel, rulesOf } from "./cell-rules.ts";
import { decideTimings, onlyIfNeeded } from "./decide-timings.ts";
import { type Doubt, type DoubtContext, optionOf } from "./doubt.ts";
import { noNotice } from "./no-notice.ts";
import { type Asking, questionOf } from "./questions.ts";
import { voiceOfUnknown } from "./reader-slots.ts";
import { reminderWords } from "./stage-times.ts";
import { notice, noticeAhead, type Side, type StagedNotice } from "./staged-notice.ts";
import type { StandIns } from "./stand-ins.ts";
import { isHaste, isSoon, type TimingEntry, timingEntries } from "./timing-entries.ts";
import { readWhom, type Whom } from "./whom.ts";

/** Who is told through what, where a cell before this one says it: a column of reminders repeats neither. */
export type Told = { readonly audiences: readonly NamedAudience[]; readonly channels: readonly ProposedChannel[] };

/** A cell that owes notices, with everything its row and column say beside it. */
export type NoticeCell = {
  readonly at: SourceCell;
  readonly words: CellWords;
  /** The times its column's header or its row's timing cell gives. */
  readonly base: readonly TimingEntry[];
  /** Where those times stand; null for a header, whose questions are shown at the cell. */
  readonly baseAt: SourceCell | null;
  /** The row's words about time, to quote when they say nothing that is understood. */
  readonly said: string;
  /** Words of the row about time that were not understood. */
  readonly unread: readonly string[];
  /** Its column is one of channels of this kind, so that names in it are theirs. */
  readonly placeKind: ChannelKind | null;
  /** Its column is one of reminders. */
  readonly isReminder: boolean;
  /** What its row says of when only. `unclear` are words the app can't judge by. */
  readonly conditions: { readonly kinds: readonly ConditionKind[]; readonly unclear: string };
  readonly changeType: string | null;
  readonly lead: string;
  /** How readers are spoken to whose name says nothing of it. */
  readonly voice: Voice;
  /** Its column names readers and nothing else. */
  readonly isReaderColumn: boolean;
  /** Who is told, where the grammar of a sentence says it, whatever they are called. */
  readonly readers?: string;
  /** Who is told where the cell names nobody; empty where its row and column name nobody either. */
  readonly audiences: readonly NamedAudience[];
  /** What the header or the row's channel cell names. */
  readonly channels: readonly ProposedChannel[];
  readonly earlier: Told | null;
  readonly otherCells: readonly SourceCell[];
  readonly usual: DoubtContext["usual"];
  readonly source: string;
};

type CellReading = Pick<PolicyReading, "rules" | "questions" | "ignored"> & { readonly told: Told | null };

/** Reads one cell: into rules where it is plain, a question where it is not, and `ignored` where it is no notice. */
export function readNoticeCell(cell: NoticeCell, standIns: StandIns): CellReading {
  const { text } = cell.words;
  if (text.trim() === "") return ignored(cell, text, "The cell is empty: nobody is told here.");
  if (isEmptyMark(text)) return ignored(cell, text, `“${text.trim()}” means that no notice is owed here.`);
  const none = noNotice.exec(text);
  if (none !== null) {
    const exception = text.slice(none[0].length).trim();
    if (!isLimiting(exception) && !cell.words.tokens.some((token) => token.kind === "condition"))
      return ignored(cell, text, `“${none[0].trim()}” means that no notice is owed here.`);
    return readException(cell, standIns);
  }
  const parts = partsOf(cell.words);
  if (parts.length === 1) return readOwed(cell, standIns);
  // A part that names no time has the cell's, unless all of those say how fast after what its row or heading names.
  const own = timingEntries(cell.words);
  const times = cell.base.length > 0 && own.every((entry) => isHaste(entry) || isSoon(entry)) ? [] : own;
  const label = labelOf(text);
  const readings = parts.map((part) => {
    const words = readCellWords(part);
    const base = times.length > 0 && timingEntries(words).every(isSoon) ? times : cell.base;
    const audiences = cell.audiences.length > 0 ? cell.audiences : label;
    return readOwed({ ...cell, words, base, baseAt: base === times ? null : cell.baseAt, audiences }, standIns);
  });
  return {
    rules: readings.flatMap((one) => one.rules),
    questions: readings.flatMap((one) => one.questions),
    ignored: readings.flatMap((one) => one.ignored),
    told: readings[0]?.told ?? null,
  };
}

/** `Agents: an email ten days before; a second email one day before`: all of it is for them. */
function labelOf(text: string): readonly NamedAudience[] {
  const label = /^(\p{L}[\p{L} '&-]{1,40}?)(?: ?:| [-–—]) /u.exec(text)?.[1] ?? "";
  const { audiences, unread } = readAudiences(label, "customer");
  return readCellWords(label).tokens.length === 0 && unread.length === 0 && voiceOf(label) !== null ? audiences : [];
}

function readOwed(cell: NoticeCell, standIns: StandIns): CellReading {
  const { words } = cell;
  const { whom, places } = readNames(cell);
  const told = tellWhom(cell, whom.audiences, places, standIns);
  const context: DoubtContext = { side: sideOf(told), isReminder: false, usual: cell.usual, said: cell.said };
  const named = timingEntries(words)
    .map((entry) => ({ ...entry, isReminder: entry.isReminder || cell.isReminder }))
    .map((entry) => soonIfUrgent(entry, cell));
  // `Board, immediately` in a column of readers, `Immediate mail to all` in the row of a rollback: how fast, beside the row's own time.
  const isRowsTime = cell.base.length > 0 && (cell.isReaderColumn || cell.base.every(({ when }) => when.kind === "statusChange"));
  // `Next morning` under `All clear`: how soon it is said.
  const isPoint = cell.base.length > 0 && cell.base.every(({ when }) => when.kind === "end" || when.kind === "statusChange");
  const own = (isRowsTime && named.every(isHaste)) || (isPoint && named.every(isSoon)) ? [] : named;
  // `Email reminder to brokers`, in a row that says when.
  const reminds = own.length === 0 && cell.base.length === 1 && reminderWords.test(words.text);
  const base = cell.base.map((entry) => (reminds ? { ...entry, isReminder: true } : soonIfUrgent(entry, cell)));
  const { certain, doubts, doubtsOfRow } = decideTimings(own, base, context);
  const instead = insteadOfTime(cell, certain);
  const kept = instead === null ? certain : certain.filter((one) => !instead.replaces.includes(one));
  const make = (notices: readonly StagedNotice[]): ProposedRule[] =>
    rulesOf(cell, told, conditionedBy(cell, own.length > 0, notices));

  const asked = [...doubts, ...(instead === null ? [] : [instead.doubt])];
  const wholly = doubtOfWhole(cell, own.length > 0, [...whom.unread, ...cell.unread], kept);
  const questions = (wholly === null ? asked : [...asked, wholly])
    .filter((doubt) => doubt.options.some((option) => option.notices.length > 0))
    .map((doubt, index) => questionOf(doubtsOfRow.has(doubt) ? askedAtRow(cell) : cell, doubt, index + 1, make));
  return {
    rules: wholly === null ? make(kept).map((rule) => ({ rule, cells: [cell.at, ...cell.otherCells] })) : [],
    questions,
    ignored: remarksOf(cell, whom.remarks),
    told: whom.audiences.length > 0 || cell.audiences.length > 0 || cell.earlier !== null ? told : { ...told, audiences: [] },
  };
}

/** `Before an emergency change begins`: as soon as it is known that there will be one. */
function soonIfUrgent(entry: TimingEntry, { changeType }: NoticeCell): TimingEntry {
  const saysBefore = entry.when.kind === "sometimeBefore" && /before|prior|ahead|vor|før|forud|avant/iu.test(entry.words);
  const isSoon = saysBefore && !entry.isReminder && changeType !== null && isUrgentChange(changeType);
  return isSoon ? { ...entry, when: { kind: "planning" } } : entry;
}

/** Words that were not understood, or a condition the app can't judge: all the cell's rules wait for an answer. */
function doubtOfWhole(
  cell: NoticeCell,
  hasTimes: boolean,
  unread: readonly string[],
  notices: readonly StagedNotice[],
): Doubt | null {
  if (unread.length > 0)
    return {
      why: `The words “${unread.join("”, “")}” were not understood, and may change what is meant.`,
      question: "Is the rest of the cell what is meant?",
      options: [optionOf(notices)],
    };
  const isUnsure = !hasTimes && cell.words.tokens.some((token) => token.kind === "condition" && token.condition === "unsure");
  if (isUnsure) return onlyIfNeeded(cell.words.text, notices);
  return cell.conditions.unclear === "" ? null : onlyIfNeeded(cell.conditions.unclear, notices);
}

/** "N/A (unless …)": nothing is owed but under a condition, and how it is then told is not said. */
function readException(cell: NoticeCell, standIns: StandIns): CellReading {
  const isImpact = cell.words.tokens.some((token) => token.kind === "condition" && token.condition === "impact");
  // Readers with a name of their own are told; of customers in general, those it affects.
  const isOfAnyCustomers =
    cell.voice === "customer" && cell.audiences.every(({ name }) => /^(?:customers|clients)$/iu.test(name));
  const affected: NamedAudience[] = isOfAnyCustomers ? [{ name: "Affected customers", voice: "customer" }] : [];
  const told = tellWhom(cell, affected, [], standIns);
  const side = sideOf(told);
  const context: DoubtContext = { side, isReminder: false, usual: cell.usual, said: cell.said };
  const { certain, doubts } = decideTimings(timingEntries(cell.words), cell.base, context);
  const asRow = [...certain, ...doubts.flatMap((doubt) => doubt.options[0]?.notices ?? [])];
  const completed = notice("completed", { kind: "end" });
  const ahead = cell.usual?.lead ?? {
    least: { amount: 3, unit: "businessDays" },
    target: { amount: 5, unit: "businessDays" },
  };
  const condition = isImpact ? { customersAffected: false, impactOnly: true } : { customersAffected: true, impactOnly: false };
  const make = (notices: readonly StagedNotice[]): ProposedRule[] =>
    rulesOf(
      cell,
      told,
      notices.map((one) => ({ ...one, condition })),
    );
  const doubt: Doubt = {
    why: `It makes an exception (“${cell.words.text.trim()}”), and does not say when the notice is then owed.`,
    question: isImpact ? "When are they told, if there is an impact?" : "When are they told, if they are affected?",
    options: [
      ...(asRow.length === 0 ? [] : [optionOf(asRow, ", as the row has it")]),
      optionOf([noticeAhead("announce", ahead, side), completed], cell.usual === null ? "" : `, as for ${cell.usual.where}`),
      optionOf([completed]),
    ],
  };
  return { rules: [], questions: [questionOf(cell, doubt, 1, make)], ignored: [], told: null };
}

function ignored(cell: NoticeCell, words: string, why: string): CellReading {
  return { rules: [], questions: [], ignored: [{ cell: { ...cell.at, words }, why }], told: null };
}

function sideOf({ audiences }: Told): Side {
  return audiences[0]?.voice === "customer" ? "outside" : "inside";
}

/** The names a cell holds: of readers, or under `Teams channel` of channels. */
function readNames(cell: NoticeCell): { whom: Whom; places: readonly ProposedChannel[] } {
  const whom = readWhom(cell.words, cell.voice, cell.isReaderColumn || cell.placeKind !== null);
  if (cell.placeKind === null) return { whom: withReaders(whom, cell), places: [] };
  const kind = cell.placeKind;
  return { whom: { ...whom, audiences: [] }, places: whom.audiences.map(({ name }) => ({ name, kind })) };
}

/**
 * Who is told and through what: as the cell says, else its row or column, else an earlier cell of the same row. A chat
 * channel is read by those in it; of any other way of telling, nothing says who they are, so it is asked.
 */
function tellWhom(
  cell: NoticeCell,
  named: readonly NamedAudience[],
  places: readonly ProposedChannel[],
  standIns: StandIns,
): Told {
  const own = [...cellChannels(cell.words, cell.at, standIns), ...places];
  const ofRow = own.length > 0 ? own : cell.channels;
  const channels = ofRow.length > 0 ? ofRow : (cell.earlier?.channels ?? []);
  // `All of the above` in a column of readers is not just whoever reads the chat.
  const isSomebody = cell.isReaderColumn && !cell.words.tokens.some((token) => token.kind === "channel");
  const isChat = channels.length > 0 && channels.every(isChatChannel) && !isSomebody;
  const internal: NamedAudience = { name: "Internal teams", voice: "internal" };
  const isSpoken = (list: readonly NamedAudience[] | undefined): list is readonly NamedAudience[] =>
    list !== undefined && list.length > 0;
  const audiences = isSpoken(named)
    ? named
    : isSpoken(cell.audiences)
      ? cell.audiences
      : isSpoken(cell.earlier?.audiences) && (ofRow.length === 0 || !isChat)
        ? cell.earlier.audiences
        : [isChat ? internal : standIns.anybody(channels.find((channel) => !isChatChannel(channel))?.name ?? null, cell.at)];
  if (channels.length > 0) return { audiences, channels };
  return { audiences, channels: [standIns.anyChannel(audiences[0]?.name ?? "", sideOf({ audiences, channels }), cell.at)] };
}

/** `to nursing supervisor`: a name of which no word is known, where a sentence says that it is one. */
function withReaders(whom: Whom, { readers = "", words }: NoticeCell): Whom {
  const unread = whom.unread.filter((piece) => readers === "" || !piece.includes(readers));
  if (whom.audiences.length > 0 || unread.length === whom.unread.length) return whom;
  const name = startWithCapital(nameOf(readers));
  return { ...whom, unread, audiences: [{ name, voice: voiceOf(name) ?? voiceOfUnknown(words) }] };
}

function remarksOf(cell: NoticeCell, remarks: readonly string[]): CellReading["ignored"] {
  return remarks.map((words) => ({
    cell: { ...cell.at, words },
    why: /link|ticket|jira|reference/iu.test(words)
      ? "A reference for the message to carry, not a notice: a window's references are in its messages."
      : "A remark that names no time, channel or condition; it stays with the rule as the policy's words.",
  }));
}

/** `24 h notice, or as part of the sprint update`: a time or another way, which is a choice. */
function insteadOfTime(cell: NoticeCell, certain: readonly StagedNotice[]): { doubt: Doubt; replaces: StagedNotice[] } | null {
  const token = cell.words.tokens.find((one) => one.kind === "channel" && isInsteadOfTime(cell.words, one));
  if (token?.kind !== "channel") return null;
  const replaces = certain.filter((one) => one.stage === "announce" || one.stage === "reminder");
  const other: StagedNotice = { ...notice("announce", { kind: "planning" }), through: [token.channel] };
  return {
    replaces,
    doubt: {
      why: "“Or” leaves a choice between a time and another way of telling.",
      question: "Which one?",
      options: [optionOf(replaces), optionOf([other]), optionOf([...replaces, other])],
    },
  };
}

/** Conditions said of the cell as a whole, `Email (if downtime)`, or of its row. */
function conditionedBy(cell: NoticeCell, hasTimes: boolean, notices: readonly StagedNotice[]): StagedNotice[] {
  const own = hasTimes ? [] : cell.words.tokens.flatMap((token) => (token.kind === "condition" ? [token.condition] : []));
  const kinds = [...own, ...cell.conditions.kinds];
  return notices.map((one) => ({
    ...one,
    condition: {
      customersAffected: one.condition.customersAffected || kinds.includes("customers"),
      impactOnly: one.condition.impactOnly || kinds.includes("impact"),
    },
  }));
}

/** A doubt about the row's time is asked at the row's cell, once for all its readers (`joinQuestions`). */
function askedAtRow(cell: NoticeCell): Asking {
  const { baseAt, changeType } = cell;
  if (baseAt === null) return cell;
  const others = cell.otherCells.filter((other) => other.column !== baseAt.column);
  return { at: baseAt, changeType, otherCells: [cell.at, ...others] };
}
