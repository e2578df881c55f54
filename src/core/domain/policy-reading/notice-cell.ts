import type { Voice } from "../directory.ts";
import type { PolicyChoice, PolicyQuestion, PolicyReading, ProposedChannel, ProposedRule, SourceCell } from "../policy.ts";
import { isLimiting, type NamedAudience, readAudiences } from "./audience-words.ts";
import { cellChannels, isInsteadOfTime, isMeeting } from "./cell-channels.ts";
import { asideOf, type CellWords, restOf } from "./cell-words.ts";
import type { ChannelQuestions } from "./channel-questions.ts";
import { isMark } from "./channel-words.ts";
import { decideTimings, onlyIfNeeded } from "./decide-timings.ts";
import { type Doubt, type DoubtContext, type Option, optionOf } from "./doubt.ts";
import { notice, noticeAhead, type Side, type StagedNotice } from "./staged-notice.ts";
import { type TimingEntry, timingEntries } from "./timing-entries.ts";

/** A cell that owes notices, with everything its row and column say beside it. */
export type NoticeCell = {
  readonly at: SourceCell;
  readonly words: CellWords;
  /** The times its column's header or its row's timing cell gives. */
  readonly base: readonly TimingEntry[];
  /** Where those times stand. */
  readonly baseAt: SourceCell | null;
  readonly changeType: string | null;
  readonly lead: string;
  readonly voice: Voice;
  /** Who is told where the cell names nobody. */
  readonly audiences: readonly NamedAudience[];
  /** What the header or the row's channel cell names. */
  readonly channels: readonly ProposedChannel[];
  readonly otherCells: readonly SourceCell[];
  readonly usual: DoubtContext["usual"];
  readonly source: string;
};

export type CellReading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

const notApplicable =
  /^\s*(?:n\s?[/.]?\s?a\.?|none|nil|not applicable|not required|no (?:notification|notice|communication)s?(?: (?:needed|required))?|no|keine?|entfällt|ingen|aucune?|non|nein|nej|-+|\/|\.)(?=\s*(?:$|[([,;:.-]|unless|except|only|if))/iu;

/** Reads one cell: into rules where it is plain, a question where it is not, and `ignored` where it is no notice. */
export function readNoticeCell(cell: NoticeCell, channelQuestions: ChannelQuestions): CellReading {
  const { text } = cell.words;
  if (text.trim() === "") return ignored(cell, text, "The cell is empty: nobody is told here.");
  const none = notApplicable.exec(text);
  if (none !== null) {
    const exception = text.slice(none[0].length).trim();
    if (!isLimiting(exception) && !cell.words.tokens.some((token) => token.kind === "condition"))
      return ignored(cell, text, `“${none[0].trim()}” means that no notice is owed here.`);
    return readException(cell, channelQuestions);
  }
  return readOwed(cell, channelQuestions);
}

function readOwed(cell: NoticeCell, channelQuestions: ChannelQuestions): CellReading {
  const { words } = cell;
  const audience = readWhom(cell);
  const side = sideOf(audience.audiences[0]?.voice ?? cell.voice);
  const context: DoubtContext = { side, isReminder: false, usual: cell.usual };
  const own = timingEntries(words);
  const { certain, doubts, doubtsOfRow } = decideTimings(own, cell.base, context);
  const instead = insteadOfTime(cell, certain);
  const kept = instead === null ? certain : certain.filter((one) => !instead.replaces.includes(one));
  const channels = channelsOf(cell, audience.audiences, side, channelQuestions);
  const make = (notices: readonly StagedNotice[]): ProposedRule[] =>
    rulesOf(cell, audience.audiences, channels, conditionedBy(cell, notices));

  const allDoubts = [...doubts, ...(instead === null ? [] : [instead.doubt])];
  const cellConditionUnsure =
    own.length === 0 && words.tokens.some((token) => token.kind === "condition" && token.condition === "unsure");
  if (audience.unread.length > 0 || cellConditionUnsure) {
    allDoubts.push(
      cellConditionUnsure
        ? onlyIfNeeded({ words: words.text }, kept)
        : {
            why: `The words “${audience.unread.join("”, “")}” were not understood, and may change what is meant.`,
            question: "Is the rest of the cell what is meant?",
            options: [optionOf(kept)],
          },
    );
    return {
      rules: [],
      questions: allDoubts
        .filter((doubt) => doubt.options.some((option) => option.notices.length > 0))
        .map((doubt, index) => questionOf(cell, doubt, index, make)),
      ignored: remarksOf(cell, audience.remarks),
    };
  }
  return {
    rules: make(kept).map((rule) => ({ rule, cells: [cell.at, ...cell.otherCells] })),
    questions: allDoubts.map((doubt, index) => questionOf(doubtsOfRow.has(doubt) ? asOfRow(cell) : cell, doubt, index, make)),
    ignored: remarksOf(cell, audience.remarks),
  };
}

/** "N/A (unless …)": nothing is owed but under a condition, and how it is then told is not said. */
function readException(cell: NoticeCell, channelQuestions: ChannelQuestions): CellReading {
  const side = sideOf(cell.voice);
  const isImpact = cell.words.tokens.some((token) => token.kind === "condition" && token.condition === "impact");
  const audiences = side === "outside" ? [{ name: "Affected customers", voice: cell.voice }] : cell.audiences;
  const context: DoubtContext = { side, isReminder: false, usual: cell.usual };
  const { certain, doubts } = decideTimings(timingEntries(cell.words), cell.base, context);
  const asRow = [...certain, ...doubts.flatMap((doubt) => doubt.options[0]?.notices ?? [])];
  const completed = notice("completed", { kind: "end" });
  const ahead = cell.usual?.lead ?? { least: { amount: 3, unit: "businessDays" }, target: { amount: 5, unit: "businessDays" } };
  const remark = cell.usual === null ? "" : `, as for ${cell.usual.where}`;
  const condition = isImpact ? { customersAffected: false, impactOnly: true } : { customersAffected: true, impactOnly: false };
  const channels = channelsOf(cell, audiences, side, channelQuestions);
  const make = (notices: readonly StagedNotice[]): ProposedRule[] =>
    rulesOf(
      cell,
      audiences,
      channels,
      notices.map((one) => ({ ...one, condition })),
    );
  const doubt: Doubt = {
    why: `It makes an exception (“${cell.words.text.trim()}”), and does not say when the notice is then owed.`,
    question: isImpact ? "When are they told, if there is an impact?" : "When are they told, if they are affected?",
    options: [
      ...(asRow.length === 0 ? [] : [optionOf(asRow, ", as the row has it")]),
      optionOf([noticeAhead("announce", ahead, side), completed], remark),
      optionOf([completed]),
    ],
  };
  return { rules: [], questions: [questionOf(cell, doubt, 0, make)], ignored: [] };
}

function ignored(cell: NoticeCell, words: string, why: string): CellReading {
  return { rules: [], questions: [], ignored: [{ cell: { ...cell.at, words }, why }] };
}

function sideOf(voice: Voice): Side {
  return voice === "customer" ? "outside" : "inside";
}

type Whom = { audiences: readonly NamedAudience[]; unread: string[]; remarks: string[] };

/** Who the cell names, which of its words stay without a meaning, and which remarks carry none for the plan. */
function readWhom(cell: NoticeCell): Whom {
  if (isMark(cell.words.text)) return { audiences: cell.audiences, unread: [], remarks: [] };
  const named = readAudiences(restOf(cell.words), cell.voice);
  const remarks: string[] = [];
  const unread = [...named.unread];
  let audiences = named.audiences;
  for (const aside of cell.words.asides) {
    const tokens = cell.words.tokens.filter((token) => asideOf(cell.words, token) === aside);
    if (tokens.some((token) => token.kind !== "pointer")) continue;
    const inAside = tokens.length === 0 ? readAudiences(aside.text, cell.voice) : { audiences: [], unread: [] };
    if (isLimiting(aside.text)) unread.push(aside.text);
    else if (audiences.length === 0 && inAside.audiences.length > 0 && inAside.unread.length === 0) audiences = inAside.audiences;
    else if (!isReadAsTime(cell, aside.text)) remarks.push(aside.text);
  }
  return { audiences: audiences.length > 0 ? audiences : cell.audiences, unread, remarks };
}

function isReadAsTime(cell: NoticeCell, text: string): boolean {
  return timingEntries(cell.words).some((entry) => entry.words === text);
}

function remarksOf(cell: NoticeCell, remarks: readonly string[]): CellReading["ignored"] {
  return remarks.map((words) => ({
    cell: { ...cell.at, words },
    why: /link|ticket|jira|reference/iu.test(words)
      ? "A reference for the message to carry, not a notice: window references are in every message."
      : "A remark that names no time, channel or condition; it stays with the rule as the policy's words.",
  }));
}

function channelsOf(
  cell: NoticeCell,
  audiences: readonly NamedAudience[],
  side: Side,
  questions: ChannelQuestions,
): readonly ProposedChannel[] {
  const own = cellChannels(cell.words, cell.at, questions);
  if (own.length > 0) return own;
  if (cell.channels.length > 0) return cell.channels;
  return [questions.unsaid(audiences[0]?.name ?? "the reader", side, cell.at)];
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

/** A condition said of the cell as a whole: `Email (if downtime)`. */
function conditionedBy(cell: NoticeCell, notices: readonly StagedNotice[]): StagedNotice[] {
  const own =
    timingEntries(cell.words).length > 0
      ? []
      : cell.words.tokens.flatMap((token) => (token.kind === "condition" ? [token.condition] : []));
  return notices.map((one) => ({
    ...one,
    condition: {
      customersAffected: one.condition.customersAffected || own.includes("customers"),
      impactOnly: one.condition.impactOnly || own.includes("impact"),
    },
  }));
}

/** One rule for each notice and audience. A meeting takes what is planned; other channels carry the news of the hour. */
function rulesOf(
  cell: NoticeCell,
  audiences: readonly NamedAudience[],
  channels: readonly ProposedChannel[],
  notices: readonly StagedNotice[],
): ProposedRule[] {
  const prompt = channels.filter((channel) => !isMeeting(channel));
  return notices.flatMap((one) =>
    audiences.map((audience) => ({
      changeType: cell.changeType,
      stage: one.stage,
      audience: { ...audience, mentions: [] },
      channels: one.through ?? (one.stage === "announce" || one.stage === "reminder" || prompt.length === 0 ? channels : prompt),
      timing: one.timing,
      promised: one.promised,
      condition: {
        ...one.condition,
        customersAffected:
          one.condition.customersAffected ||
          (audience.voice === "customer" && /affected|impacted|betroffen|berørt|concerné/iu.test(audience.name)),
      },
      lead: cell.lead,
      sending: "person" as const,
      source: cell.source,
    })),
  );
}

/** A doubt about the row's time is shown at the row's cell, and asked once for all its readers (`joinQuestions`). */
function asOfRow(cell: NoticeCell): Pick<NoticeCell, "at" | "otherCells" | "changeType"> {
  if (cell.baseAt === null) return cell;
  const { baseAt } = cell;
  return { ...cell, at: baseAt, otherCells: [cell.at, ...cell.otherCells.filter((other) => other.column !== baseAt.column)] };
}

/** Questions of the same words with the same answers become one, whose answers make the rules of all. */
export function joinQuestions(questions: readonly PolicyQuestion[]): PolicyQuestion[] {
  const joined = new Map<string, PolicyQuestion>();
  for (const question of questions) {
    const { cell, choices } = question;
    const key = [cell.table, cell.row, cell.column, question.question, ...choices.map((choice) => choice.label)].join("\n");
    const first = joined.get(key);
    if (first === undefined) {
      joined.set(key, question);
      continue;
    }
    joined.set(key, {
      ...first,
      otherCells: [...first.otherCells, ...question.otherCells],
      choices: first.choices.map((choice, index) => ({ ...choice, rules: [...choice.rules, ...(choices[index]?.rules ?? [])] })),
    });
  }
  return [...joined.values()].map((question, index, all) => {
    const isTaken = all.some((other, before) => before < index && other.id === question.id);
    return isTaken ? { ...question, id: `${question.id}-${index + 1}` } : question;
  });
}

export function questionOf(
  cell: Pick<NoticeCell, "at" | "otherCells" | "changeType">,
  doubt: Doubt,
  index: number,
  make: (notices: readonly StagedNotice[]) => ProposedRule[],
): PolicyQuestion {
  const choice = (option: Option): PolicyChoice => ({
    label: option.label,
    rules: make(option.notices),
    change: { kind: "none" },
  });
  const labels = new Set<string>();
  const options = doubt.options.filter(
    (option) => !labels.has(option.label) && option.notices.length > 0 && labels.add(option.label),
  );
  return {
    id: `${cell.at.table}-${cell.at.row}-${cell.at.column}-${index + 1}`,
    cell: cell.at,
    otherCells: cell.otherCells,
    changeType: cell.changeType,
    why: doubt.why,
    question: doubt.question,
    choices: [...options.map(choice), { label: "No notice", rules: [], change: { kind: "none" } }],
  };
}
