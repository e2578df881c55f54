import type { ProposedChannel, SourceCell } from "../../policy.ts";
import type { SourcePoint, SourceSection } from "../../source-document.ts";
import { timesOfStage } from "../cells/stage-times.ts";
import { type TimingEntry, timingEntries } from "../cells/timing-entries.ts";
import { readWhom } from "../cells/whom.ts";
import { withCodesInFull } from "../known-readers.ts";
import { isLimiting, type NamedAudience, readAudiences, voiceOf } from "../words/audience-words.ts";
import { type CellWords, readCellWords, restOf } from "../words/cell-words.ts";
import { distinctChannels } from "../words/channel-words.ts";
import { plainText } from "../words/plain-text.ts";
import { isThing } from "../words/things.ts";
import { toldBefore } from "./earlier-readers.ts";
import {
  aboutNotices,
  content,
  factsLabel,
  mentionLabel,
  namesNobody,
  ofTelling,
  tellingWords,
  timesLabel,
} from "./point-words.ts";
import { plainSentence, sentencesOf, wholeSentencesOf } from "./sentences.ts";
import { tellingsOf } from "./two-tellings.ts";

/** A point of a list with what stands over it: the point it is indented under, or the paragraph before its list. */
export type Point = {
  readonly at: SourceCell;
  readonly indent: number;
  readonly text: string;
  readonly label: string;
  readonly words: CellWords;
  /** Who sends it, where a sentence says so. */
  readonly sender: string;
  /** Who is told, where a sentence's grammar says it. */
  readonly readers: string;
  /** It is a sentence which says that somebody is told. */
  readonly tells: boolean;
  readonly isProse: boolean;
  /** Times that the point above it, its introduction or its heading names: `T-7`, `After the work`. */
  readonly over: Over;
};

type Over = {
  readonly entries: readonly TimingEntry[];
  /** Readers that the point above it or its heading names: `Service desk`, over what they get. */
  readonly readers: readonly NamedAudience[];
  /** Ways of telling that its heading names and nothing else: `On the status page`. */
  readonly through: readonly ProposedChannel[];
  /** Its heading is a condition nothing answers: `If it goes wrong`. */
  readonly isLimited: boolean;
  /** The headings over it, outermost first, with the page's title. */
  readonly headings: string;
  /** The whole item of a list, of which the point is one sentence. */
  readonly item: string;
  readonly cells: readonly SourceCell[];
};

/** What stands over a section in its document. */
export type Place = {
  /** The headings above its own, outermost first. */
  readonly headings: readonly string[];
  /** Other lines in bold of the document that stand over lists, as this section's heading may be one. */
  readonly labels: readonly string[];
  /** What the document's codes of readers stand for. */
  readonly codes: ReadonlyMap<string, string>;
};

/** Points of the work that a heading may name: `At the start`, `Postponed or cancelled`. */
const ofPoints: ReadonlySet<string> = new Set<TimingEntry["when"]["kind"]>(["start", "end", "statusChange"]);

/** The points and sentences of a section; `table` is the number it is shown as. */
export function pointsOf(section: SourceSection, table: number, { headings, labels, codes }: Place): Point[] {
  // `Front of house` stands for readers where the labels beside it do.
  const parents = parentsOf(section.points);
  const areReaders = [...labels, ...parents, ...section.points.map(({ intro }) => intro)].some(
    (label) => readersAlone(label, false).length > 0,
  );
  const heading = readCellWords(section.heading);
  const isOpen = heading.tokens.some((token) => token.kind === "condition" && token.condition === "unsure");
  const [timed, named] = [timingEntries(heading), timesOfStage(heading)];
  const ofHeading: Over = {
    entries: named.length > timed.length ? named.filter(({ when }) => ofPoints.has(when.kind)) : timed,
    readers: readersAlone(section.heading, areReaders && labels.length > 0, section.points),
    through: channelsAlone(heading),
    isLimited: isOpen && timed.length === 0,
    headings: plainText([...headings, section.heading].join(" · ")),
    item: "",
    cells: [],
  };
  const above: Point[] = [];
  let intro: Point | null = null;
  return section.points.flatMap(({ indent, text, intro: words, isProse }, row): Point[] => {
    if (isProse === true) {
      const sentences = sentencesOf(text).flatMap((sentence) =>
        pointsAt({ table, row, column: 0, words: sentence }, 0, section.heading, { isProse: true, over: ofHeading }, codes),
      );
      intro = sentences.at(-1) ?? null;
      return sentences;
    }
    above.length = Math.min(above.length, Math.max(0, indent));
    const label = above.at(-1)?.text ?? (words !== "" ? words : section.heading);
    const lists = [...above].reverse();
    const times = [...lists, ...(intro === null || !intro.text.endsWith(":") ? [] : [intro])].find(isTime);
    const labels = intro === null || intro.text !== words ? lists : [...lists, intro];
    const whom = labels.find((one) => readersAlone(one.text, areReaders).length > 0);
    const introduced = whom === undefined && lists.length === 0 ? toldBy(intro) : null;
    const over: Over = {
      ...ofHeading,
      ...introduced,
      item: plainText(text),
      entries: times === undefined ? ofHeading.entries : timingEntries(times.words),
      readers:
        whom === undefined
          ? (introduced?.readers ?? ofHeading.readers)
          : readersAlone(whom.text, areReaders, under(section.points, whom.at.row)),
      cells: [times, whom, introduced === null ? undefined : (intro ?? undefined)].flatMap((one) =>
        one === undefined ? [] : [one.at],
      ),
    };
    const cellOf = (sentence: string): SourceCell => ({ table, row, column: 0, words: sentence });
    above.push(pointAt(cellOf(text), text, indent, label, { isProse: false, over }));
    return wholeSentencesOf(text).flatMap((sentence) =>
      pointsAt(cellOf(sentence), indent, label, { isProse: false, over }, codes),
    );
  });
}

/** `All members get three emails at the following times:` says to whom and through what, and its list when. */
function toldBy(intro: Point | null): Pick<Over, "readers" | "through"> | null {
  if (intro === null || !intro.text.endsWith(":") || !intro.tells || isLimiting(intro.text)) return null;
  const { audiences } = readWhom(intro.words, "customer", false);
  return audiences.length === 0 ? null : { readers: audiences, through: distinctChannels(channelsIn(intro)) };
}

/** Points over others, where most of those name a way of telling: a list of readers and what they get. */
function parentsOf(points: readonly SourcePoint[]): readonly string[] {
  const parents = points.flatMap(({ text, indent }, row) => ((points[row + 1]?.indent ?? 0) > indent ? [{ text, row }] : []));
  const tells = ({ row }: { readonly row: number }): boolean =>
    under(points, row).some(({ text }) => readCellWords(text).tokens.some((token) => token.kind === "channel"));
  return parents.filter(tells).length * 3 >= parents.length * 2 ? parents.map(({ text }) => text) : [];
}

/** The points indented under one, or those of the list it introduces. */
function under(points: readonly SourcePoint[], row: number): readonly SourcePoint[] {
  const own = points[row];
  const rest = points.slice(row + 1);
  const end = rest.findIndex((point) => point.isProse === true || (own?.isProse !== true && point.indent <= (own?.indent ?? 0)));
  return end === -1 ? rest : rest.slice(0, end);
}

/**
 * A line that is nothing but the name of readers. Where its name says nothing of them, they belong to the house if `points`
 * name a team's chat.
 */
function readersAlone(text: string, areOthersReaders: boolean, points: readonly SourcePoint[] = []): readonly NamedAudience[] {
  const words = plainText(text).replace(/:\s*$/u, "");
  const hasTime = readCellWords(words).tokens.some((token) => token.kind === "when");
  if (words.length > 50 || hasTime || namesNobody.test(words)) return [];
  const isName = /^\p{Lu}[\p{L} '&-]+$/u.test(words) && readCellWords(words).tokens.length === 0;
  if (areOthersReaders && isName && voiceOf(words) === null && !words.split(" ").some(isThing))
    return [{ name: words, voice: points.some((point) => /(?<!\S)#\p{L}/u.test(point.text)) ? "internal" : "customer" }];
  const { audiences, unread } = readAudiences(words, "internal");
  return unread.length === 0 && audiences.every(({ name }) => voiceOf(name) !== null) ? audiences : [];
}

/** `By email` or `On the status page`: the ways a heading names, where it names nothing else. */
function channelsAlone(words: CellWords): readonly ProposedChannel[] {
  const channels = words.tokens.flatMap((token) => (token.kind === "channel" ? [token] : []));
  const isAll = channels.length === words.tokens.length && readAudiences(restOf(words), "internal").unread.length === 0;
  return isAll && readAudiences(restOf(words), "internal").audiences.length === 0 ? distinctChannels(channels) : [];
}

/** `One week before:` over points of its own, and no notice itself. */
function isTime(point: Point): boolean {
  return timingEntries(point.words).length > 0 && channelsIn(point).length === 0;
}

/** A sentence that tells two, each in their way, is two points. */
function pointsAt(at: SourceCell, indent: number, label: string, rest: Rest, codes: Place["codes"]): readonly Point[] {
  const inFull = withCodesInFull(at.words, codes);
  const halves = tellingsOf(plainText(inFull));
  return halves.map((half) => pointAt(at, halves.length === 1 ? inFull : half, indent, label, rest));
}

type Rest = Pick<Point, "isProse" | "over">;

function pointAt(at: SourceCell, sentence: string, indent: number, label: string, rest: Rest): Point {
  const { text, sender, tells = false, readers = "" } = plainSentence(sentence);
  const words = withLabel(withReaders(readCellWords(text), readers));
  return { at, indent, text: sentence, label: plainText(label), words, sender, tells, readers, ...rest };
}

/** In `to the service desk by email` the desk is told, and no way of telling. */
export function withReaders(words: CellWords, readers: string): CellWords {
  const start = readers === "" ? -1 : words.text.indexOf(readers);
  const end = start + readers.length;
  return start === -1 ? words : { ...words, tokens: words.tokens.filter((one) => one.start < start || one.end > end) };
}

/** In `Service desk: #operations` the desk is people, and no place to post. */
function withLabel(words: CellWords): CellWords {
  const [first, ...others] = words.tokens;
  if (first?.kind !== "channel" || first.channel.kind !== "manual" || voiceOf(first.channel.name) === null) return words;
  const [before, after] = [words.text.slice(0, first.start), words.text.slice(first.end)];
  const isLabel = before.trim() === "" && /^\s*:/u.test(after) && others.some((token) => token.kind === "channel");
  const isDoer =
    /^(?:The |Our )?(?:\p{Lu}+ )?$/u.test(before) && /^ (?:\p{Ll}{2,}s|will|must|should|can|may) \p{Ll}/u.test(after);
  return isLabel || isDoer ? { ...words, tokens: others } : words;
}

export function channelsIn(point: Point) {
  return point.words.tokens.filter((token) => token.kind === "channel");
}

/**
 * Whether it speaks of telling somebody, and not of a meeting or a page that only happens to be named. A long point must say
 * so itself; a short one may stand under a heading that does.
 */
export function tells(point: Point): boolean {
  if (point.tells || point.over.readers.length + point.over.through.length > 0) return true;
  // A list under `How we announce maintenance` is about nothing else.
  if (!point.isProse && isOfNotices(point) && isExactlyTimed(point)) return true;
  // `Clients : courriel 10 jours avant` says who and how, and needs no verb.
  if (channelsIn(point).some(({ channel }) => channel.kind === "mail") || /^\p{L}[\p{L} '-]{1,40} ?: /u.test(point.text))
    return true;
  if (/(?:^|, )(?:call|phone|ring|text) \p{L}/iu.test(point.words.text)) return true;
  if (point.text.length > 120) return tellingWords.test(point.text);
  return tellingWords.test(`${point.text} ${point.label}`) || /\b(?:slack|teams)\b/iu.test(point.text);
}

/** Whether its headings speak of notices, or of work that is announced. */
function isOfNotices({ over }: Point): boolean {
  return ofTelling.test(over.headings) || /\b(?:maintenance|downtime)\b/iu.test(over.headings);
}

function isExactlyTimed(point: Point): boolean {
  return timingEntries(point.words).some(
    ({ when }) =>
      (!vague.has(when.kind) || (when.kind === "during" && when.everyMinutes !== null)) &&
      (when.kind !== "unclear" || when.near.length > 0),
  );
}

/** Whether it says that somebody is told and when, and leaves open through what: `Customers are informed a week before.` */
export function tellsSomebody(point: Point): boolean {
  // `72 hours before`, under `All members get an email at the following times:`.
  if (!point.isProse && point.over.through.length > 0 && point.over.readers.length > 0 && isExactlyTimed(point)) return true;
  const isUnder = point.over.through.length > 0 || ofTelling.test(point.over.headings) || ofTelling.test(point.label);
  if (point.readers === toldBefore) return isExactlyTimed(point);
  const isAbout = aboutNotices.test(point.text) || (!point.isProse && isUnder);
  return isAbout && isExactlyTimed(point) && readWhom(point.words, "customer", false).audiences.length > 0;
}

/** In words beside the channel. A longer point names a way of telling by the by. */
const shortPoint = 6;

/** Whether it names a way of telling and little else, or says itself that somebody is told: `The support portal`. */
export function isWayOfTelling(point: Point): boolean {
  const others = restOf(point.words).match(/\p{L}+/gu) ?? [];
  if (/\b(?:remove|delete|take down)s?\b/iu.test(point.text)) return false;
  return channelsIn(point).length > 0 && (others.length <= shortPoint || tellingWords.test(point.text));
}

const vague: ReadonlySet<string> = new Set(["sometimeBefore", "implementation", "during"]);

/** Whether it says what stands in a notice: `The notification will include the expected time.` */
export function tellsContent(sentence: string): boolean {
  return content.test(sentence) && !/\bforms? of\b/iu.test(sentence);
}

/** Whether it stands under `Include the following information:`. */
export function isFact(point: Point): boolean {
  return (
    !point.isProse &&
    (factsLabel.test(point.label) || (point.label.trim().endsWith(":") && tellsContent(sentencesOf(point.label).at(-1) ?? "")))
  );
}

/** Whether it is one of the times all notices go out, under `Notifications should go out:`. */
export function isSharedTime(point: Point): boolean {
  return (
    !point.isProse &&
    timesLabel.test(point.label) &&
    !isFact(point) &&
    timingEntries(point.words).length > 0 &&
    channelsIn(point).length + point.over.through.length === 0
  );
}

/** Whether it names somebody to mention, under `Post in #operations and tag:`. */
export function isMention(point: Point): boolean {
  return !point.isProse && mentionLabel.test(point.label) && point.label.trim().endsWith(":");
}
