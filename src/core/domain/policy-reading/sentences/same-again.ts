import { anyOf } from "../../any-of.ts";
import { type TimingEntry, timingEntries } from "../cells/timing-entries.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";
import { distinctChannels } from "../words/channel-words.ts";
import type { Point } from "./process-points.ts";

const sameTime = anyOf`
  (?:(?:at|on) )?the same (?:time|day|moment|date)|simultaneously
  // German, Danish, French
  gleichzeitig|am selben tag|zur selben zeit
  samtidigt?|samme dag
  au même moment|en même temps|le même jour
`;
/** `On the same day`, after a sentence that says on which. */
const atSameTime = new RegExp(`(?<!\\p{L})${sameTime}(?!\\p{L})(?! (?:as|wie|som|que)(?!\\p{L}))`, "iu");

const samePlace = anyOf`
  (?:in|to|on) the same (?:place|channel|thread|page|way)|(?:in|to) the thread
  // German, Danish, French
  am selben ort|im selben kanal
  samme sted|i samme kanal
  au même endroit|dans le même canal
`;
const inSamePlace = new RegExp(`(?<!\\p{L})${samePlace}(?!\\p{L})`, "iu");
/** `The entry is closed`, `it changes to “Completed”`: what stands on the page spoken of before. */
const itsState = anyOf`
  (?:the|this|that) (?:entry|item|post|notice|banner) (?:is|will be)
  it (?:changes|switches) to
  // Danish
  \p{L}*meddelelsen (?:opdateres|lukkes|rettes)
`;
const onSamePage = new RegExp(String.raw`(?:^|, )${itsState}(?!\p{L})`, "iu");

/** What is written on, and may be written anew. */
const aPage = /page|side(?:n)?$|site|seite|portal|intranet|banner|dashboard|board|blog|wiki|news|opslag|gazette/iu;

/** Points in their order: what is said to be at the same time or in the same place as the one before takes both from there. */
export function withSameAgain(points: readonly Point[]): Point[] {
  const done: Point[] = [];
  for (const point of points) {
    const timed = done.findLast(({ words, over }) => ownTimes(words).length + over.entries.length > 0);
    const placed = done.findLast((one) => placesOf(one).length > 0);
    const paged = done.findLast((one) => placesOf(one).some(({ name }) => aPage.test(name)));
    const before = onSamePage.test(point.text) ? paged : inSamePlace.test(point.text) ? placed : undefined;
    done.push(inPlaceOf(before, atTimeOf(timed, point)));
  }
  return done;
}

/** Whether it speaks of what stands in a place that a point before it names. */
export function isInSamePlace({ text }: Point): boolean {
  return onSamePage.test(text) || inSamePlace.test(text);
}

function ownTimes(words: CellWords): readonly TimingEntry[] {
  return timingEntries(words);
}

function channelsOf({ tokens }: CellWords) {
  return distinctChannels(tokens.filter((token) => token.kind === "channel"));
}

/** `Say the same in #bridge`, right after a sentence that says when. */
const saysTheSame = /^(?:say|post|write|repeat|send) the same (?=(?:in|on|to) )/iu;

function atTimeOf(before: Point | undefined, point: Point): Point {
  const same = atSameTime.exec(point.text) ?? saysTheSame.exec(point.text);
  if (before === undefined || same === null) return point;
  const words = readCellWords(point.words.text.replace(same[0], ""));
  if (ownTimes(words).length > 0) return point;
  const entries = ownTimes(before.words).length > 0 ? ownTimes(before.words) : before.over.entries;
  return { ...point, words, over: { ...point.over, entries, cells: [...point.over.cells, before.at] } };
}

function inPlaceOf(before: Point | undefined, point: Point): Point {
  if (before === undefined || channelsOf(point.words).length > 0) return point;
  const words = readCellWords(point.words.text.replace(inSamePlace, "").replace(/ {2,}/gu, " "));
  return { ...point, words, over: { ...point.over, through: placesOf(before), cells: [...point.over.cells, before.at] } };
}

function placesOf({ words, over }: Point) {
  const own = channelsOf(words);
  return own.length > 0 ? own : over.through;
}
