import type { PolicyQuestion, PolicyReading, ProposedChannel, ProposedRule, SourceCell } from "../policy.ts";
import type { SourceDocument, SourceSection } from "../source-document.ts";
import { isLimiting } from "./audience-words.ts";
import { cellChannels, channelTokens } from "./cell-channels.ts";
import { type CellWords, readCellWords } from "./cell-words.ts";
import { readChangeType } from "./change-type.ts";
import type { ChannelQuestions } from "./channel-questions.ts";
import { distinctChannels } from "./channel-words.ts";
import { findConditions } from "./condition-words.ts";
import { decideTimings } from "./decide-timings.ts";
import { isMentionList, mentionOf, openMention } from "./mentions.ts";
import { joinQuestions, questionOf, readNoticeCell } from "./notice-cell.ts";
import { plainText, startWithCapital } from "./plain-text.ts";
import type { StagedNotice } from "./staged-notice.ts";
import { type TimingEntry, timingEntries } from "./timing-entries.ts";

type Point = {
  readonly at: SourceCell;
  readonly indent: number;
  readonly text: string;
  readonly label: string;
  readonly words: CellWords;
};
type Section = { readonly source: SourceSection; readonly points: readonly Point[] };
type Reading = {
  readonly rules: PolicyReading["rules"][number][];
  readonly questions: PolicyQuestion[];
  readonly ignored: PolicyReading["ignored"][number][];
};
/** Times said once for all that stands under a heading. */
type SharedTimes = { readonly level: number; readonly entries: readonly TimingEntry[]; readonly cells: readonly SourceCell[] };

const factsLabel =
  /\b(?:include|contains?|carry|state|provide)\b[^.]{0,60}\b(?:following|information|facts|details)\b|\b(?:required|following) (?:information|facts|details)\b|information required|what to (?:say|include)/iu;
const timesLabel =
  /(?:notif|notice|communicat|messag|announce|inform|remind)[^.]{0,80}(?:go(?:es)? out|sent|send|when|timing|schedule|times?|issued|made)|when to (?:notify|send|communicate|inform)|(?:timing|schedule) of (?:notices|notifications)/iu;
const task =
  /^(?:[\p{L} ^*]{2,40} - )?(?:submit|set up|setup|create|open|file|raise|book|coordinate|review|verify|document|prepare|obtain|get|ask|run|monitor|check|deploy|perform|schedule) /iu;

/**
 * Reads a process written as headings with points: the facts every message carries, the times notices go out, and for each
 * section with a channel who is told through it. A document with a matrix is read by its matrix alone, but for the facts,
 * so that a rule told twice does not become two notices.
 */
export function readProcess(
  document: SourceDocument,
  context: { readonly firstTable: number; readonly hasMatrix: boolean; readonly channelQuestions: ChannelQuestions },
): PolicyReading {
  const sections = document.sections
    .filter((section) => section.points.length > 0)
    .map((source, index): Section => ({ source, points: pointsOf(source, context.firstTable + index) }));
  const requiredFacts = sections.flatMap((section) => section.points.filter(isFact).map((point) => point.text));
  if (context.hasMatrix) return { rules: [], questions: [], ignored: [], requiredFacts, tables: [] };

  const reading: Reading = { rules: [], questions: [], ignored: [] };
  const shared: SharedTimes[] = [];
  for (const section of sections) {
    while ((shared.at(-1)?.level ?? -1) >= section.source.level) shared.pop();
    const times = section.points.filter(isTime);
    if (times.length > 0)
      shared.push({
        level: section.source.level,
        entries: times.flatMap((point) => timingEntries(point.words)),
        cells: times.map((point) => point.at),
      });
    readSection(section, shared.at(-1) ?? null, context.channelQuestions, reading);
  }
  const covered = new Set(
    [
      ...reading.rules.flatMap((one) => one.cells),
      ...reading.questions.flatMap((one) => [one.cell, ...one.otherCells]),
      ...reading.ignored.map((one) => one.cell),
    ].map(placeOf),
  );
  for (const point of sections.flatMap((section) => section.points))
    if (!covered.has(placeOf(point.at))) reading.ignored.push({ cell: point.at, why: whyIgnored(point) });
  const tables = sections.map(({ source, points }) => ({
    heading: source.heading,
    headers: [],
    rows: points.map((point) => [`${"    ".repeat(point.indent)}${point.text}`]),
  }));
  return { ...reading, requiredFacts, tables };
}

function placeOf(cell: SourceCell): string {
  return `${cell.table}/${cell.row}/${cell.column}`;
}

function whyIgnored(point: Point): string {
  if (isFact(point)) return "A fact every message carries, not a notice.";
  if (task.test(point.text)) return "A task beside the notices, not a notice.";
  return "This point names no time and no channel.";
}

/** Each point with what stands over it: the point it is indented under, or the paragraph before its list. */
function pointsOf(section: SourceSection, table: number): Point[] {
  const above: string[] = [];
  return section.points.map(({ indent, text, intro }, row) => {
    above.length = Math.max(0, indent);
    const label = above.filter((one) => one !== undefined).at(-1) ?? (intro !== "" ? intro : section.heading);
    above[indent] = text;
    return { at: { table, row, column: 0, words: text }, indent, text, label: plainText(label), words: readCellWords(text) };
  });
}

function isFact(point: Point): boolean {
  return factsLabel.test(point.label);
}

function isTime(point: Point): boolean {
  return (
    timesLabel.test(point.label) && !isFact(point) && timingEntries(point.words).length > 0 && channelsIn(point).length === 0
  );
}

function channelsIn(point: Point) {
  return point.words.tokens.filter((token) => token.kind === "channel");
}

function readSection(section: Section, shared: SharedTimes | null, channelQuestions: ChannelQuestions, reading: Reading): void {
  const mentions = section.points.filter((point) => isMentionList(point.label));
  const telling = section.points.filter(
    (point) => channelsIn(point).length > 0 && !task.test(point.text) && !mentions.includes(point) && !isFact(point),
  );
  if (telling.length === 0) return;
  const whole = whatSectionSays(section);
  const ownTimed = telling.filter((point) => timingEntries(point.words).length > 0);
  for (const point of ownTimed) readPoint(point, section, whole, shared, channelQuestions, reading);
  const untimed = telling.filter((point) => !ownTimed.includes(point));
  if (untimed.length === 0) return;

  const audience = {
    name: whole.audience,
    voice: "internal" as const,
    mentions: mentions.flatMap((point) => mentionOf(point.text) ?? []),
  };
  const channels = sectionChannels(untimed, channelQuestions);
  const cells = [
    ...untimed.map((point) => point.at),
    ...mentions.filter((point) => mentionOf(point.text) !== null).map((point) => point.at),
  ];
  const make = (notices: readonly StagedNotice[]): ProposedRule[] =>
    notices.map((one) => ({
      changeType: whole.changeType,
      stage: one.stage,
      audience,
      channels,
      timing: one.timing,
      promised: one.promised,
      condition: { customersAffected: one.condition.customersAffected, impactOnly: one.condition.impactOnly || whole.impactOnly },
      lead: whole.lead,
      sending: "person",
      source: untimed
        .map((point) => point.text)
        .join(" · ")
        .slice(0, 4000),
    }));
  const { certain, doubts } = decideTimings([], shared?.entries ?? [], { side: "inside", isReminder: false, usual: null });
  const [first] = untimed;
  if (first === undefined) return;
  const otherCells = [...cells, ...(shared?.cells ?? [])];
  reading.rules.push(...make(certain).map((rule) => ({ rule, cells: otherCells })));
  reading.questions.push(
    ...joinQuestions(
      doubts.map((doubt, index) => questionOf({ at: first.at, otherCells, changeType: whole.changeType }, doubt, index, make)),
    ),
    ...mentions.flatMap((point) => openMention(point.text, point.at, whole.changeType, audience.name) ?? []),
  );
}

/** The channels of all points; `Email to the same audience as Slack` names no second Slack beside `#operations`. */
function sectionChannels(points: readonly Point[], channelQuestions: ChannelQuestions): ProposedChannel[] {
  const open = points.flatMap((point) => cellChannels(point.words, point.at, channelQuestions));
  const named = distinctChannels(points.flatMap((point) => channelTokens(point.words)));
  return open.filter((one, index) => {
    const isStandIn = !points.some((point) => channelTokens(point.words).some((token) => token.channel.name === one.name));
    return (
      (isStandIn || named.some((other) => other.name === one.name)) &&
      open.findIndex((other) => other.name === one.name) === index
    );
  });
}

/** A point that says itself when: `Email customers five business days before`. */
function readPoint(
  point: Point,
  section: Section,
  whole: SectionWords,
  shared: SharedTimes | null,
  channelQuestions: ChannelQuestions,
  reading: Reading,
): void {
  const result = readNoticeCell(
    {
      at: point.at,
      words: point.words,
      base: timesLabel.test(point.label) ? [] : (shared?.entries ?? []),
      baseAt: null,
      changeType: whole.changeType,
      lead: whole.lead,
      voice: /\b(?:customers?|clients?|external)/iu.test(`${point.text} ${section.source.heading}`) ? "customer" : "internal",
      audiences: [
        /\b(?:customers?|clients?|external)/iu.test(section.source.heading)
          ? { name: "Customers", voice: "customer" }
          : { name: "Internal teams", voice: "internal" },
      ],
      channels: [],
      otherCells: [],
      usual: null,
      source: point.text,
    },
    channelQuestions,
  );
  reading.rules.push(...result.rules);
  reading.questions.push(...result.questions);
  reading.ignored.push(...result.ignored);
}

type SectionWords = {
  readonly changeType: string | null;
  readonly lead: string;
  readonly audience: string;
  readonly impactOnly: boolean;
};

/** What a section's heading and its introductions say of all its points. */
function whatSectionSays({ source, points }: Section): SectionWords {
  const intros = [...source.prose, ...points.map((point) => point.label)].map(plainText);
  // Two teams that tell the same people: a change is one team's, and must not be told twice.
  const activity = intros
    .map((text) => /\bfrom an? (?:planned )?([^,.;:]{3,60}? activity)\b/iu.exec(text)?.[1])
    .find((text) => text !== undefined);
  const heading = readChangeType(source.heading);
  const lead = points
    .map((point) => /^([\p{Lu}][\p{L} /]{2,40}?)\s?\^?\s-\s(?:send|notify|email|post|inform)/iu.exec(plainText(point.text))?.[1])
    .find((text) => text !== undefined);
  const isWhole = (text: string): boolean =>
    findConditions(text).some((condition) => condition.kind === "impact") && !isLimiting(text);
  return {
    changeType: activity !== undefined ? startWithCapital(activity) : heading !== source.heading ? heading : null,
    lead: lead ?? "",
    audience: source.heading === "" ? "Internal teams" : source.heading.slice(0, 120),
    impactOnly: intros.some(isWhole),
  };
}
