import type { PolicyQuestion, PolicyReading, ProposedChannel, ProposedRule, SourceCell } from "../policy.ts";
import type { SourceSection } from "../source-document.ts";
import { askOfDuty } from "./ask-duty.ts";
import { isLimiting, type NamedAudience } from "./audience-words.ts";
import { cellChannels, channelTokens } from "./cell-channels.ts";
import { readCellWords } from "./cell-words.ts";
import { readChangeType } from "./change-type.ts";
import { distinctChannels } from "./channel-words.ts";
import { decideTimings } from "./decide-timings.ts";
import { dutyIn } from "./duties.ts";
import { adjustsOthers, owesNothing } from "./look-alikes.ts";
import { mentionOf, openMention } from "./mentions.ts";
import { isNoNotice, type NoticeCell, readNoticeCell, type Told } from "./notice-cell.ts";
import { isNamed, literally, startWithCapital, wholeWords } from "./plain-text.ts";
import {
  channelsIn,
  isFact,
  isMention,
  isSharedTime,
  isWayOfTelling,
  type Point,
  tells,
  tellsSomebody,
} from "./process-points.ts";
import { joinQuestions, questionOf } from "./questions.ts";
import type { SectionWords } from "./section-words.ts";
import type { SharedTold } from "./shared-channels.ts";
import { reminderWords } from "./stage-times.ts";
import type { StagedNotice } from "./staged-notice.ts";
import type { StandIns } from "./stand-ins.ts";
import { type TimingEntry, timingEntries } from "./timing-entries.ts";
import { readWhom } from "./whom.ts";

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;

export type Section = {
  readonly source: SourceSection;
  /** The table it is shown as. */
  readonly number: number;
  readonly points: readonly Point[];
  readonly words: SectionWords;
};

/** Times said once for all that stands under a heading. */
export type SharedTimes = {
  readonly level: number;
  readonly entries: readonly TimingEntry[];
  readonly cells: readonly SourceCell[];
};

export type SectionContext = {
  readonly shared: SharedTimes | null;
  /** Changes the document's tables name: a point may speak of one of them. */
  readonly changes: readonly string[];
  readonly hasMatrix: boolean;
  /** What the document says of all its notices. */
  readonly told: SharedTold | null;
  readonly standIns: StandIns;
};

/** Reads the points and sentences under one heading. */
export function readSection(section: Section, context: SectionContext): Reading {
  const { shared, standIns } = context;
  const owing = section.points.filter((point) => !owesNothing(point));
  const telling = owing.filter((point) => channelsIn(point).length > 0);
  const isTimed = (point: Point): boolean => timingEntries(point.words).length + point.over.entries.length > 0;
  // `Account owners are mailed if it takes longer`: that it happens is all it says of when.
  const isLimited = ({ words, over }: Point): boolean =>
    (over.isLimited || words.tokens.some((token) => token.kind === "condition" && token.condition === "unsure")) &&
    readWhom(words, "customer", false).audiences.length > 0;
  // `Depositors: nothing, unless …`
  const isExcepted = ({ words, over }: Point): boolean =>
    over.readers.length > 0 &&
    isNoNotice(words.text.slice(0, /[,;(]/u.exec(words.text)?.index ?? 0)) &&
    (isLimiting(words.text.replace(/^\P{L}*\p{L}+/u, "")) || words.tokens.some((token) => token.kind === "condition"));
  const timed = owing.filter(
    (point) =>
      isExcepted(point) ||
      (channelsIn(point).length > 0
        ? (isTimed(point) || isLimited(point)) && tells(point)
        : !isSharedTime(point) && tellsSomebody(point)),
  );
  const readings: Reading[] = [];
  let earlier: Told | null = null;
  for (const point of timed) {
    const reading = readPoint(point, section, earlier, context);
    readings.push(reading);
    earlier = reading.told ?? earlier;
  }
  // A channel without a time is a notice only where the page is about notices: runbooks name channels, too.
  const isProcess = shared !== null || isAboutNotices(section);
  const untimed =
    isProcess && !context.hasMatrix
      ? telling.filter((point) => !timed.includes(point) && !point.isProse && isWayOfTelling(point))
      : [];
  const [first] = untimed;
  if (first !== undefined) readings.push(readTogether(section, [first, ...untimed.slice(1)], shared, standIns));
  const adjusting = owing.filter((point) => !timed.includes(point) && !untimed.includes(point) && adjustsOthers(point));
  const read = [...timed, ...untimed, ...adjusting];
  const others = section.points.filter(
    (point) => !read.includes(point) && !isSharedTime(point) && !isFact(point) && !isMention(point),
  );
  const duties = others.flatMap((point) => {
    const duty = dutyIn(point);
    return duty === null ? [] : [askOfDuty(cellOf(point, section, null, context), duty)];
  });
  return {
    rules: readings.flatMap((one) => one.rules),
    questions: [...readings.flatMap((one) => one.questions), ...adjusting.map(askWhatChanges), ...duties],
    ignored: readings.flatMap((one) => one.ignored),
  };
}

/** What changes other rules by words the app can't apply is shown and asked, and never passed over. */
function askWhatChanges({ at, text }: Point): PolicyQuestion {
  const none = { kind: "none" } as const;
  return {
    id: `${at.table}-${at.row}-${at.column}-adjusts`,
    cell: at,
    otherCells: [],
    changeType: null,
    why: `“${text}” changes when other notices are sent, and the app cannot tell which.`,
    question: "Do the rules stay as they are read?",
    choices: [
      { label: "They stay as they are read", rules: [], change: none },
      { label: "I change them in the matrix afterwards", rules: [], change: none },
    ],
  };
}

function isAboutNotices({ source, points }: Section): boolean {
  const about = /notif|communicat|announc|downtime|maintenance|ankündig|varsl|annonc/iu;
  return about.test(source.heading) || points.some((point) => about.test(point.label));
}

/** Points that say through what, and nothing of when: together they are told at the times the document gives for all. */
function readTogether(
  section: Section,
  points: readonly [Point, ...Point[]],
  shared: SharedTimes | null,
  standIns: StandIns,
): Reading {
  const { words } = section;
  const mentions = section.points.filter(isMention);
  const named = mentions.filter((point) => mentionOf(point.text) !== null);
  const audience = {
    name: words.audience,
    voice: words.isOutside ? ("customer" as const) : ("internal" as const),
    mentions: named.flatMap((point) => mentionOf(point.text) ?? []),
  };
  const channels = sectionChannels(points, standIns);
  const cells = [...[...points, ...named].map((point) => point.at), ...(shared?.cells ?? [])];
  const make = (notices: readonly StagedNotice[]): ProposedRule[] =>
    notices.map((one) => ({
      changeType: words.changeType,
      stage: one.stage,
      audience,
      channels,
      timing: one.timing,
      promised: one.promised,
      condition: { ...one.condition, impactOnly: one.condition.impactOnly || words.impactOnly },
      lead: words.lead,
      sending: "person",
      source: [...points.map((point) => point.text), ...(shared?.cells ?? []).map((cell) => cell.words)]
        .join(" · ")
        .slice(0, 4000),
    }));
  const side = words.isOutside ? "outside" : "inside";
  const { certain, doubts } = decideTimings([], shared?.entries ?? [], { side, isReminder: false, usual: null, said: "" });
  const asking = { at: points[0].at, otherCells: cells, changeType: words.changeType };
  return {
    rules: make(certain).map((rule) => ({ rule, cells })),
    questions: [
      ...joinQuestions(doubts.map((doubt, index) => questionOf(asking, doubt, index + 1, make))),
      ...mentions.flatMap((point) => openMention(point.text, point.at, words.changeType, audience.name) ?? []),
    ],
    ignored: [],
  };
}

/** The channels of all points; `Email to the same audience as Slack` names no second Slack beside `#operations`. */
function sectionChannels(points: readonly Point[], standIns: StandIns): ProposedChannel[] {
  const open = points.flatMap((point) => cellChannels(point.words, point.at, standIns));
  const tokens = points.flatMap((point) => channelTokens(point.words));
  const named = distinctChannels(tokens);
  return open.filter((one, index) => {
    const isStandIn = !tokens.some((token) => token.channel.name === one.name);
    const isFirst = open.findIndex((other) => other.name === one.name) === index;
    return isFirst && (isStandIn || named.some((other) => other.name === one.name));
  });
}

/** What a point owes; a sentence of which too much is open is one question, and not one for each gap. */
function readPoint(point: Point, section: Section, earlier: Told | null, context: SectionContext) {
  const cell = cellOf(point, section, earlier, context);
  const reading = readNoticeCell(cell, context.standIns);
  const open = [
    ...reading.rules.map((one) => one.rule),
    ...reading.questions.flatMap((one) => one.choices.flatMap((choice) => choice.rules)),
  ];
  const isOpen = open.some(
    ({ audience, channels }) =>
      context.standIns.isOpen(audience.name) || channels.some(({ name }) => context.standIns.isOpen(name)),
  );
  const isTorn = (reading.questions.length > 0 && isOpen) || contradictsHeading(point);
  const duty = isTorn ? dutyIn(point) : null;
  return duty === null ? reading : { rules: [], questions: [askOfDuty(cell, duty)], ignored: [], told: null };
}

/** A day before the start, under `If it is cancelled`: what is announced there is not the work. */
function contradictsHeading({ words, over }: Point): boolean {
  const isOf = (kind: TimingEntry["when"]["kind"], entries: readonly TimingEntry[]): boolean =>
    entries.some(({ when }) => when.kind === kind);
  const own = timingEntries(words);
  return isOf("statusChange", over.entries) && isOf("before", own) && !isOf("statusChange", own);
}

/** A point that says itself when, as a cell of a table would: `Email customers five business days before`. */
function cellOf(point: Point, section: Section, earlier: Told | null, { changes, told, standIns }: SectionContext): NoticeCell {
  const { words } = section;
  const isOutside = words.isOutside || /\b(?:customers?|clients?|external)/iu.test(point.text);
  const change = changes.find((name) => isNamed(wholeWords(literally(name)), point.words.text));
  const urgent = change === undefined ? urgentIn(point.words.text) : null;
  const own = cellChannels(point.words, point.at, standIns);
  // Readers of the mail before are not those of a status page.
  const isSameWay =
    own.some(({ kind }) => kind !== "manual") &&
    own.every((channel) => earlier?.channels.some((other) => other.name === channel.name) === true);
  return {
    at: point.at,
    words:
      urgent !== null
        ? readCellWords(urgent.rest)
        : change === undefined
          ? point.words
          : readCellWords(withoutName(point.words.text, change)),
    base: timingEntries(point.words).length === 0 ? timesOver(point) : [],
    baseAt: null,
    said: point.words.tokens.some((token) => token.kind === "condition") ? point.text : "",
    unread: [],
    placeKind: null,
    isReminder: false,
    conditions: {
      kinds: words.impactOnly ? ["impact"] : [],
      unclear: point.over.isLimited && timingEntries(point.words).length === 0 ? section.source.heading : "",
    },
    changeType: change ?? urgent?.changeType ?? words.changeType ?? urgentOver(point),
    lead: point.sender === "" ? words.lead : startWithCapital(point.sender),
    voice: point.over.readers[0]?.voice ?? (isOutside ? "customer" : "internal"),
    isReaderColumn: false,
    audiences: readersOver(point, words.isOutside, own.some(({ kind }) => kind === "mail" || kind === "manual") ? told : null),
    channels: own.length > 0 ? [] : point.over.through.length > 0 ? point.over.through : (told?.channels ?? []),
    earlier: isSameWay && own.length > 0 && point.over.readers.length === 0 ? earlier : null,
    otherCells: [...point.over.cells, ...(own.length === 0 ? (told?.cells ?? []) : [])],
    usual: null,
    source: point.text,
  };
}

const urgentChange =
  /^(?:(?:for|in|during|in case of|in the event of|where|if|when|bei|im|ved) )?(?:an? |the )?(?<name>(?:emergency|urgent|unplanned|emergencies)(?: (?:changes?|releases?|maintenance|work|fix(?:es)?|updates?|outages?|patch(?:es)?|deployments?))?)(?!\p{L})(?<more>(?: (?:is|are) (?:required|needed|necessary|unavoidable)| occurs?)?[^:,.]{0,60}[:,])?/iu;

/** `Emergency changes have no profile: operations hear at once`: what is said of them is said of no other change. */
function urgentIn(text: string): { readonly changeType: string; readonly rest: string } | null {
  const found = urgentChange.exec(text);
  const { name, more = "" } = found?.groups ?? {};
  if (found === null || name === undefined) return null;
  const isClause = readCellWords(more).tokens.every((token) => token.kind === "pointer");
  const rest = text.slice(isClause ? found[0].length : found[0].length - more.length).trim();
  return { changeType: readChangeType(name), rest };
}

const urgentAnywhere =
  /\b(?:emergency|urgent|unplanned|unscheduled) (?:changes?|releases?|maintenance|work|fix(?:es)?|updates?|outages?|patch(?:es)?|deployments?|downtimes?)\b/iu;

/** `Unplanned outages:` over a list, `Our emergency maintenance protocol` over a section: what stands under it is of no other. */
function urgentOver({ label, over }: Point): string | null {
  const above = [label, ...over.headings.split(" · ").reverse()];
  const nearest = above.find((words) => /planned|scheduled|routine|regular|emergency|urgent/iu.test(words)) ?? "";
  const isOfBoth = /\b(?:planned|scheduled|routine|regular)\b/iu.test(nearest);
  const name = isOfBoth ? undefined : urgentAnywhere.exec(nearest)?.[0];
  return name === undefined ? null : readChangeType(name);
}

/** Those above the point, else those of the heading, else those the document names for all its notices. */
function readersOver({ over }: Point, isOutside: boolean, told: SharedTold | null): readonly NamedAudience[] {
  if (over.readers.length > 0) return over.readers;
  if (told !== null && told.audiences.length > 0) return told.audiences;
  return isOutside ? [{ name: "Customers", voice: "customer" }] : [];
}

/** The times that stand over a point; of a reminder they are the reminder's. */
function timesOver({ over, text }: Point): readonly TimingEntry[] {
  return over.entries.map((entry) => ({ ...entry, isReminder: entry.isReminder || reminderWords.test(text) }));
}

/** `five days before a player release` → `five days before a release`, where the tables know a change of that name. */
function withoutName(text: string, change: string): string {
  const start = text.toLowerCase().indexOf(change.toLowerCase());
  return `${text.slice(0, start)}release${text.slice(start + change.length)}`;
}
