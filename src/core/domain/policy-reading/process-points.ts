import type { SourceCell } from "../policy.ts";
import type { SourceSection } from "../source-document.ts";
import { type NamedAudience, readAudiences, voiceOf } from "./audience-words.ts";
import { type CellWords, readCellWords } from "./cell-words.ts";
import { plainText } from "./plain-text.ts";
import { plainSentence, sentencesOf } from "./sentences.ts";
import { type TimingEntry, timingEntries } from "./timing-entries.ts";
import { readWhom } from "./whom.ts";

/** A point of a list with what stands over it: the point it is indented under, or the paragraph before its list. */
export type Point = {
  readonly at: SourceCell;
  readonly indent: number;
  readonly text: string;
  readonly label: string;
  readonly words: CellWords;
  /** Who sends it, where a sentence says so. */
  readonly sender: string;
  readonly isProse: boolean;
  /** Times that the point above it, its introduction or its heading names: `T-7`, `After the work`. */
  readonly over: Over;
};

type Over = {
  readonly entries: readonly TimingEntry[];
  /** Readers that the point above it or its heading names: `Service desk`, over what they get. */
  readonly readers: readonly NamedAudience[];
  readonly cells: readonly SourceCell[];
};

const factsLabel =
  /\b(?:every|each|all|any) (?:messages?|notices?|notifications?|announcements?|communications?|e-?mails?) (?:(?:must|should|has to|have to|needs? to|shall|will) )?(?:states?|says?|includes?|contains?|carr(?:y|ies)|names?|gives?|mentions?|lists?)(?!\p{L})|\b(?:include|contains?|carry|state|provide)\b[^.]{0,60}\b(?:following|information|facts|details)\b|\b(?:required|following) (?:information|facts|details)\b|information required|what to (?:say|include)|folgende angaben|(?:enthält|enthalten|umfasst)\b[^.]{0,40}:|følgende oplysninger|skal indeholde|(?:les )?informations suivantes|(?:contient|comporte|précise)\b[^.]{0,60}:/iu;
const timesLabel =
  /(?:notif|notice|communicat|messag|announce|inform|remind)[^.]{0,80}(?:go(?:es)? out|sent|send|when|timing|schedule|times?|issued|made)|when to (?:notify|send|communicate|inform)|(?:timing|schedule) of (?:notices|notifications)/iu;
const mentionLabel = /\b(?:tag|tagging|mention|cc|ping|copy)\b/iu;

/** `labels` are the other lines in bold of the document that stand over lists, as this section's heading may be one. */
export function pointsOf(section: SourceSection, table: number, labels: readonly string[]): Point[] {
  // `Front of house` stands for readers where the labels beside it do.
  const areReaders = [...labels, ...section.points.map(({ intro }) => intro)].some(
    (label) => readersAlone(label, false).length > 0,
  );
  const ofHeading: Over = {
    entries: timingEntries(readCellWords(section.heading)),
    readers: readersAlone(section.heading, areReaders && labels.length > 0),
    cells: [],
  };
  const above: Point[] = [];
  let intro: Point | null = null;
  return section.points.flatMap(({ indent, text, intro: words, isProse }, row): Point[] => {
    if (isProse === true) {
      const sentences = sentencesOf(text).map((sentence) =>
        pointAt({ table, row, column: 0, words: sentence }, 0, section.heading, { isProse: true, over: ofHeading }),
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
    const over: Over = {
      entries: times === undefined ? ofHeading.entries : timingEntries(times.words),
      readers: whom === undefined ? ofHeading.readers : readersAlone(whom.text, areReaders),
      cells: [times, whom].flatMap((one) => (one === undefined ? [] : [one.at])),
    };
    const point = pointAt({ table, row, column: 0, words: text }, indent, label, { isProse: false, over });
    above.push(point);
    return [point];
  });
}

/** A line that is nothing but the name of readers. */
function readersAlone(text: string, areOthersReaders: boolean): readonly NamedAudience[] {
  const words = plainText(text).replace(/:\s*$/u, "");
  if (words.length > 50) return [];
  const isName = /^\p{Lu}[\p{L} '&-]+$/u.test(words) && readCellWords(words).tokens.length === 0;
  if (areOthersReaders && isName && voiceOf(words) === null) return [{ name: words, voice: "internal" }];
  const { audiences, unread } = readAudiences(words, "internal");
  return unread.length === 0 && audiences.every(({ name }) => voiceOf(name) !== null) ? audiences : [];
}

/** `One week before:` over points of its own, and no notice itself. */
function isTime(point: Point): boolean {
  return timingEntries(point.words).length > 0 && channelsIn(point).length === 0;
}

function pointAt(at: SourceCell, indent: number, label: string, rest: Pick<Point, "isProse" | "over">): Point {
  const { text, sender } = plainSentence(at.words);
  return { at, indent, text: at.words, label: plainText(label), words: readCellWords(text), sender, ...rest };
}

export function channelsIn(point: Point) {
  return point.words.tokens.filter((token) => token.kind === "channel");
}

const tellingWords =
  /\b(?:e-?mail|mail|post|send|messag|notif|announc|inform|tell|alert|remind|updates?|publish|communicat)|#\p{L}|ankündig|mitteil|informier|varsl/iu;

/**
 * Whether it speaks of telling somebody, and not of a meeting or a page that only happens to be named. A long point must say
 * so itself; a short one may stand under a heading that does.
 */
export function tells(point: Point): boolean {
  if (point.over.readers.length > 0) return true;
  // `Clients : courriel 10 jours avant` says who and how, and needs no verb.
  if (channelsIn(point).some(({ channel }) => channel.kind === "mail") || /^\p{L}[\p{L} '-]{1,40} ?: /u.test(point.text))
    return true;
  if (point.text.length > 120) return tellingWords.test(point.text);
  return tellingWords.test(`${point.text} ${point.label}`) || /\b(?:slack|teams)\b/iu.test(point.text);
}

const aboutNotices =
  /\b(?:notif\p{L}*|inform(?:s|ed)?|announce\p{L}*|tell|told|warn(?:s|ed)?|notices?|communications? (?:is|are|will|must|should))\b/iu;

/** Whether it says that somebody is told and when, and leaves open through what: `Customers are informed a week before.` */
export function tellsSomebody(point: Point): boolean {
  if (!aboutNotices.test(point.text)) return false;
  const isExact = timingEntries(point.words).some(
    ({ when }) => !vague.has(when.kind) && (when.kind !== "unclear" || when.near.length > 0),
  );
  return isExact && readWhom(point.words, "customer", false).audiences.length > 0;
}

const vague: ReadonlySet<string> = new Set(["sometimeBefore", "implementation", "during"]);

/** Whether it stands under `Include the following information:`. */
export function isFact(point: Point): boolean {
  return !point.isProse && factsLabel.test(point.label);
}

/** Whether it is one of the times all notices go out, under `Notifications should go out:`. */
export function isSharedTime(point: Point): boolean {
  return (
    !point.isProse &&
    timesLabel.test(point.label) &&
    !isFact(point) &&
    timingEntries(point.words).length > 0 &&
    channelsIn(point).length === 0
  );
}

/** Whether it is work beside the notices: a ticket to open, a review to hold. */
function isTask(point: Point): boolean {
  return task.test(plainText(point.text));
}

/** Whether it names somebody to mention, under `Post in #operations and tag:`. */
export function isMention(point: Point): boolean {
  return !point.isProse && mentionLabel.test(point.label) && point.label.trim().endsWith(":");
}
