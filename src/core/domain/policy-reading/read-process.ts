import type { PolicyQuestion, PolicyReading, ProposedChannel, ProposedRule, SourceCell } from "../policy.ts";
import type { SourceDocument, SourceSection } from "../source-document.ts";
import { besideTables, type OfTables } from "./beside-tables.ts";
import { cellChannels, channelTokens } from "./cell-channels.ts";
import { readCellWords } from "./cell-words.ts";
import { createDirectory } from "./channel-directory.ts";
import { distinctChannels } from "./channel-words.ts";
import { decideTimings } from "./decide-timings.ts";
import { tableOfKeys } from "./keyed-section.ts";
import { findMatrix } from "./matrix-columns.ts";
import { mentionOf, openMention } from "./mentions.ts";
import { readNoticeCell, type Told } from "./notice-cell.ts";
import { startWithCapital } from "./plain-text.ts";
import {
  channelsIn,
  isFact,
  isMention,
  isSharedTime,
  isTask,
  type Point,
  pointsOf,
  tells,
  whyNoNotice,
} from "./process-points.ts";
import { joinQuestions, questionOf } from "./questions.ts";
import { readTable } from "./read-table.ts";
import { namesChange, readSectionWords, type SectionWords } from "./section-words.ts";
import type { StagedNotice } from "./staged-notice.ts";
import type { StandIns } from "./stand-ins.ts";
import { type TimingEntry, timingEntries } from "./timing-entries.ts";

type Reading = Pick<PolicyReading, "rules" | "questions" | "ignored">;
type Section = {
  readonly source: SourceSection;
  readonly number: number;
  readonly points: readonly Point[];
  readonly words: SectionWords;
};
/** Times said once for all that stands under a heading. */
type SharedTimes = { readonly level: number; readonly entries: readonly TimingEntry[]; readonly cells: readonly SourceCell[] };

/**
 * Reads a process written as headings with points: the facts every message carries, the times notices go out, and for each
 * section with a channel who is told through it. A document with a matrix is read by its matrix alone, but for the facts,
 * so that a rule told twice does not become two notices (`besideTables`).
 */
export function readProcess(
  document: SourceDocument,
  context: {
    readonly firstTable: number;
    readonly ofTables: OfTables;
    readonly hasMatrix: boolean;
    readonly standIns: StandIns;
  },
): PolicyReading {
  const sources = document.sections.filter((section) => section.points.length > 0);
  const kinds = new Set(sources.filter((source) => namesChange(source.heading)).map((source) => source.heading));
  const sections = sources.map((source, index): Section => {
    const points = pointsOf(source, context.firstTable + index);
    const intros = [...points.map((point) => point.label), ...points.map((point) => point.text)];
    return { source, number: context.firstTable + index, points, words: readSectionWords(source, intros, kinds.size > 1) };
  });
  const requiredFacts = sections.flatMap((section) => section.points.filter(isFact).map((point) => point.text));
  const changes = [...new Set(context.ofTables.certain.flatMap((rule) => rule.changeType ?? []))];
  const rules: PolicyReading["rules"][number][] = [];
  const questions: PolicyQuestion[] = [];
  const ignored: PolicyReading["ignored"][number][] = [];
  const tables: PolicyReading["tables"][number][] = [];
  const shared: SharedTimes[] = [];
  for (const section of sections) {
    while ((shared.at(-1)?.level ?? -1) >= section.source.level) shared.pop();
    const times = section.points.filter(isSharedTime);
    if (times.length > 0) shared.push(sharedTimes(section.source.level, times));
    const turned = readKeyed(section, context.standIns);
    const told = turned ?? readSection(section, { shared: shared.at(-1) ?? null, changes, ...context });
    const reading = context.hasMatrix ? besideTables(told, context.ofTables) : told;
    rules.push(...reading.rules);
    questions.push(...reading.questions);
    ignored.push(...reading.ignored);
    tables.push(turned?.table ?? shownPoints(section));
    const known = [...rules.flatMap((one) => one.cells), ...cellsOf(questions), ...ignored.map((one) => one.cell)];
    if (turned === null) ignored.push(...uncovered(section, known, context.hasMatrix));
  }
  return { rules, questions, ignored, requiredFacts, tables };
}

function cellsOf(questions: readonly PolicyQuestion[]): SourceCell[] {
  return questions.flatMap((one) => [one.cell, ...one.otherCells]);
}

function sharedTimes(level: number, points: readonly Point[]): SharedTimes {
  return { level, entries: points.flatMap((point) => timingEntries(point.words)), cells: points.map((point) => point.at) };
}

function shownPoints({ source }: Section): PolicyReading["tables"][number] {
  return {
    heading: source.heading,
    headers: [],
    rows: source.points.map(({ indent, text }) => [`${"    ".repeat(indent)}${text}`]),
    ...(source.place === undefined ? {} : { place: source.place }),
  };
}

/** The times of a process belong to sections further on, so they are passed over here and cited there; beside a table, nowhere. */
function uncovered(section: Section, cells: readonly SourceCell[], hasMatrix: boolean): Reading["ignored"] {
  const own = cells.filter((cell) => cell.table === section.number);
  const covered = new Set(own.map((cell) => `${cell.row} ${cell.words}`));
  return section.points
    .filter((point) => !covered.has(`${point.at.row} ${point.at.words}`) && (hasMatrix || !isSharedTime(point)))
    .map((point) => ({ cell: point.at, why: whyNoNotice(point) }));
}

function readKeyed(section: Section, standIns: StandIns): (Reading & { table: PolicyReading["tables"][number] }) | null {
  const table = tableOfKeys(section.source);
  const matrix = table === null ? null : findMatrix(table, section.number);
  if (table === null || matrix === null || "why" in matrix) return null;
  return {
    ...readTable({ matrix, changeType: section.words.changeType }, [], null, createDirectory([], standIns), standIns),
    table,
  };
}

type SectionContext = {
  readonly shared: SharedTimes | null;
  /** Changes the document's tables name: a point may speak of one of them. */
  readonly changes: readonly string[];
  readonly hasMatrix: boolean;
  readonly standIns: StandIns;
};

function readSection(section: Section, context: SectionContext): Reading {
  const { shared, standIns } = context;
  const telling = section.points.filter(
    (point) => channelsIn(point).length > 0 && !isTask(point) && !isMention(point) && !isFact(point),
  );
  const timed = telling.filter((point) => timingEntries(point.words).length > 0 && tells(point));
  const readings: Reading[] = [];
  let earlier: Told | null = null;
  for (const point of timed) {
    const reading = readPoint(point, section, earlier, context);
    readings.push(reading);
    earlier = reading.told ?? earlier;
  }
  // A channel without a time is a notice only where the page is about notices: runbooks name channels, too.
  const isProcess = shared !== null || isAboutNotices(section);
  const untimed = isProcess && !context.hasMatrix ? telling.filter((point) => !timed.includes(point) && !point.isProse) : [];
  const [first] = untimed;
  if (first !== undefined) readings.push(readTogether(section, [first, ...untimed.slice(1)], shared, standIns));
  return {
    rules: readings.flatMap((one) => one.rules),
    questions: readings.flatMap((one) => one.questions),
    ignored: readings.flatMap((one) => one.ignored),
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

/** A point that says itself when: `Email customers five business days before`. */
function readPoint(point: Point, section: Section, earlier: Told | null, { changes, standIns }: SectionContext) {
  const { words } = section;
  const isOutside = words.isOutside || /\b(?:customers?|clients?|external)/iu.test(point.text);
  const change = changes.find((name) => point.words.text.toLowerCase().includes(name.toLowerCase()));
  const own = cellChannels(point.words, point.at, standIns);
  // Readers of the mail before are not those of a status page.
  const isSameWay = own.every((channel) => earlier?.channels.some((other) => other.name === channel.name) === true);
  return readNoticeCell(
    {
      at: point.at,
      words: change === undefined ? point.words : readCellWords(withoutName(point.words.text, change)),
      base: [],
      baseAt: null,
      said: "",
      unread: [],
      placeKind: null,
      isReminder: false,
      conditions: { kinds: words.impactOnly ? ["impact"] : [], unclear: "" },
      changeType: change ?? words.changeType,
      lead: point.sender === "" ? words.lead : startWithCapital(point.sender),
      voice: isOutside ? "customer" : "internal",
      isReaderColumn: false,
      audiences: words.isOutside ? [{ name: "Customers", voice: "customer" }] : [],
      channels: [],
      earlier: isSameWay ? earlier : null,
      otherCells: [],
      usual: null,
      source: point.text,
    },
    standIns,
  );
}

/** `five days before a player release` → `five days before a release`, where the tables know a change of that name. */
function withoutName(text: string, change: string): string {
  const start = text.toLowerCase().indexOf(change.toLowerCase());
  return `${text.slice(0, start)}release${text.slice(start + change.length)}`;
}
