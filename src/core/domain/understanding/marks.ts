import { findCertainDates, findPossibleDates, type TypedDate } from "./date-words.ts";
import { isMarked, mark, markStretches, type Segment, type Stretch, segmentsOf } from "./marked-line.ts";
import { findPossibleRepeats, findRepeats, type TypedRepeats } from "./repeat-words.ts";
import { findLengths, findTimes, type TimeQuestion, type TypedLength, type TypedTime } from "./time-words.ts";
import { type TypedZone, zoneAtEnd, zoneAtStart, zoneNamed } from "./zone-words.ts";

/** All that speaks of time in a line, each kind in its order, and the line with those stretches marked. */
export type Marks = {
  readonly dates: readonly TypedDate[];
  readonly times: readonly TypedTime[];
  readonly lengths: readonly TypedLength[];
  readonly timeQuestions: readonly TimeQuestion[];
  /** Offsets typed instead of a zone. */
  readonly offsets: readonly TypedOffset[];
  /** That it comes again, and by which rule. */
  readonly repeats: TypedRepeats | null;
  readonly zones: readonly (TypedZone & Stretch)[];
  /** What remains for names and the title. */
  readonly rest: string;
};

/** An offset from UTC, in minutes. */
export type TypedOffset = Stretch & { readonly words: string; readonly minutes: number };

const offset = /\b(?:UTC|GMT)\s*(?<sign>[+−-])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?\b/giu;

/** Finds what speaks of time. Words such as "Sun" or "London" count only beside a time or date, or alone between commas. */
export function findMarks(line: string): Marks {
  const offsets = [...line.matchAll(offset)].map((match) => ({
    index: match.index,
    length: match[0].length,
    words: match[0],
    minutes: (Number(match.groups?.hours) * 60 + Number(match.groups?.minutes ?? 0)) * (match.groups?.sign === "+" ? 1 : -1),
  }));
  const again = findRepeats(markStretches(line, offsets));
  const before = [...offsets, ...(again === null ? [] : [again])];
  const certain = findCertainDates(markStretches(line, before));
  const dated = markStretches(line, [...before, ...certain]);
  const lengths = findLengths(dated);
  const measured = markStretches(dated, lengths);
  const { times, questions } = findTimes(measured);
  const timed = markStretches(measured, [...times, ...questions]);
  const possible = segmentsOf(timed).flatMap((segment) => possibleDatesIn(segment));
  const days = markStretches(timed, possible);
  const repeats = again ?? segmentsOf(days).flatMap((segment) => possibleRepeatsIn(segment))[0] ?? null;
  const marked = repeats === null ? days : markStretches(days, [repeats]);
  const zones = segmentsOf(marked).flatMap((segment) => zonesIn(segment));
  return {
    dates: [...certain, ...possible].sort((one, other) => one.index - other.index),
    times,
    lengths,
    timeQuestions: questions,
    offsets,
    repeats,
    zones,
    rest: markStretches(marked, zones),
  };
}

function possibleDatesIn(segment: Segment): TypedDate[] {
  const found = findPossibleDates(segment.text);
  const isAlone = found.length > 0 && fragmentsOf(markStretches(segment.text, found)).length === 0;
  if (!isMarked(segment) && !isAlone) return [];
  return found.map((date) => ({ ...date, index: date.index + segment.index }));
}

function possibleRepeatsIn(segment: Segment): TypedRepeats[] {
  const found = findPossibleRepeats(segment.text);
  if (found === null) return [];
  const isAlone = fragmentsOf(markStretches(segment.text, [found])).length === 0;
  return isMarked(segment) || isAlone ? [{ ...found, index: found.index + segment.index }] : [];
}

/** Words that join dates and times and say nothing else. */
const joining = "(?:[\\s\\-–—()@:.]|\\b(?:from|to|until|till|at|on|between|and|in|next|starting|beginning)\\b)+";
const joiningAtStart = new RegExp(`^${joining}`, "iu");
const joiningAtEnd = new RegExp(`${joining}$`, "iu");

/** The stretches of a segment beside its marks, without the words that join them to those. */
export function fragmentsOf(segment: string): { readonly index: number; readonly text: string }[] {
  return [...segment.matchAll(/[^\uE000]+/gu)].flatMap((match) => {
    const skipped = joiningAtStart.exec(match[0])?.[0].length ?? 0;
    const text = match[0].slice(skipped).replace(joiningAtEnd, "");
    return text === "" ? [] : [{ index: match.index + skipped, text }];
  });
}

function zonesIn(segment: Segment): (TypedZone & Stretch)[] {
  if (!isMarked(segment)) {
    const zone = zoneNamed(segment.text);
    return zone === null ? [] : [{ ...zone, index: segment.index, length: segment.length }];
  }
  return fragmentsOf(segment.text).flatMap(({ index, text }) => {
    const place = segment.index + index;
    const first = segment.text.slice(0, index).includes(mark) ? zoneAtStart(text) : null;
    if (first !== null) return [{ ...first, index: place }];
    const last = segment.text.slice(index + text.length).includes(mark) ? zoneAtEnd(text) : null;
    return last === null ? [] : [{ ...last, index: place + last.index, length: text.length - last.index }];
  });
}
