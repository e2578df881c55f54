/** A time of day as written, in minutes after midnight. */
export type FoundClock = {
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  readonly minutes: number;
  /** Whether it names no half of the day, and may as well be twelve hours later: “two o'clock”. */
  readonly isEitherHalf: boolean;
  /** Its place in a span such as `02:00–04:00`, and where the other end stands among the clocks of the sentence. */
  readonly span: { readonly end: "start" | "end"; readonly other: number } | null;
};

/** What says which half of the day is meant. */
const half = "(?<half>[ap]\\.\\s?m\\b\\.?|[ap]\\s?m\\b|(?:o['’]clock\\s)?(?:in the (?:morning|afternoon|evening)|at night)\\b)";
/** What makes a bare number before it a time of day: a zone in common use. */
const zone = "(?:UTC|GMT|BST|CET|CEST|EET|EEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|SGT|IST|AEST|AEDT)\\b";
/** A length or a result, alone or at the end of a list of them: “6:20 and 6:48 minutes”, “11:42 min”. */
const noLength =
  "(?!(?:[\\s,–-]*(?:and|or|to)?\\s?\\d{1,2}:[0-5]\\d)*\\s?-?(?:min(?:ute)?s?|sec(?:ond)?s?|elapsed|to go|left|ratio)\\b)";
const hourWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const spokenHour = `(?<spoken>${hourWords.join("|")}|(?<=(?:past|to)\\s)(?:1[0-2]|[1-9]))`;
const spokenPart = "(?:(?<part>half past|quarter past|quarter to)\\s)?";
/** “We had one in the morning” tells no time: what does is “half past”, “o'clock”, or the word before it. */
const isSpokenTime = "(?=(?:half|quarter)\\s|\\w+\\so['’]clock|(?<=\\b(?:at|from|between|until|till|by|about|around)\\s))";
const hour = "(?<hours>[01]?\\d|2[0-3])";
/** Of two digits: `02` */
const wholeHour = "(?<hours>[01]\\d|2[0-3])";
/** As far as 24:00, the end of a day. */
const hourTo24 = "(?<hours>[01]?\\d|2[0-4])";
/** On the 12-hour clock. */
const hourTo12 = "(?<hours>1[0-2]|0?[1-9])";
const minutes = "(?<minutes>[0-5]\\d)";
/** Not within a number, a clock or a path. */
const begin = "(?<![\\d:.,/])";
/** Not in a price either. */
const beginNoPrice = "(?<![\\d:.,/€$£])\\b";
const written = [
  // 02:00 am, 2.00 p.m.
  `${begin}${hourTo24}[:.]${minutes}(?![:.]?\\d)\\s?${half}`,
  // 02:00; not T+02:00, which is counted from the start.
  `(?<![\\d:.,/]|T[+−-])${hourTo24}:${minutes}(?!:?\\d)${noLength}`,
  // 2 am
  `${beginNoPrice}${hourTo12}\\s?${half}`,
  // 0200 hrs, 0200Z
  `${begin}\\b${wholeHour}${minutes}(?=\\s?(?:hrs?\\b|hours\\b|h\\b|Z\\b|${zone}))`,
  // 02.00 GMT
  `${beginNoPrice}${hour}\\.${minutes}(?=\\s?(?:hrs?\\s)?(?:Z\\b|${zone}))`,
  // 02h00, 2h00 GMT: “1h42” is how long it took; with a zone it is a time.
  `(?<![\\w:.,/])(?:${wholeHour}h${minutes}|(?<hours>\\d)h${minutes}(?=\\s?${zone}))(?!\\d|\\s?min)\\b`,
  // At 2 GMT, from 14 to 16 UTC: the word before it or the span says that it is no number of something else.
  `(?<=\\b(?:at|from|to|until|till|by|and)\\s|\\d\\s?[–-]\\s?)${hour}(?=\\s${zone})`,
];
/** Two o'clock, half past four o'clock: the half of the day is left to the reader. */
const eitherHalf = `\\b${spokenPart}(?:${spokenHour}|${hourTo12})\\s(?<either>o['’]clock)\\b`;
/** Half past four in the morning, quarter to nine in the evening. */
const spoken = `\\b${isSpokenTime}${spokenPart}${spokenHour}\\s${half}`;
const pattern = new RegExp(written.join("|"), "giu");
const patternWithSpoken = new RegExp([...written, spoken, eitherHalf].join("|"), "giu");
/** Without one of these there is no time in words: most sentences are spared the search. */
const isSpoken = /\bin the (?:morning|afternoon|evening)\b|\bat night\b|\b[ap]\.?m\b|\bo['’]clock\b/iu;
/** What parts the ends of a span. */
const toOrAnd = "(?:–|-|—|to|until|till|and)";
const beginOfSpan = "(?<![\\d:.,/–-])\\b";
/** The first end of a span whose second one says what it is: `2-4am`, `9 to 11 pm`, `0200–0400 GMT`, `02.00–04.00 GMT`. */
const opening = new RegExp(`${beginOfSpan}${hourTo12}\\s?${toOrAnd}\\s?$`, "u");
const fullOpening = new RegExp(`${beginOfSpan}${hour}\\s?${toOrAnd}\\s?$`, "u");
const fourDigits = new RegExp(`${beginOfSpan}${wholeHour}${minutes}\\s?(?:–|-|—|to|until)\\s?$`, "u");
const dotted = new RegExp(`(?<![\\d:.,/–€$£-])\\b${hour}\\.${minutes}\\s?${toOrAnd}\\s?$`, "u");
const spokenOpening = new RegExp(`\\b${spokenPart}(?<spoken>${hourWords.join("|")})(?:\\so['’]clock)?\\s${toOrAnd}\\s$`, "iu");
const endOfOpening = new RegExp(`\\s?${toOrAnd}\\s?$`, "iu");
/** What may stand between the two ends of a span, zones and dates aside. */
const joint = /^\s*(?:hrs?|h)?\s*,?\s*(?:–|-|—|→|to|until|till|and|through)\s*(?:about\s)?$/iu;

type Half = "a" | "p" | null;
type Raw = { from: number; to: number; hours: number; minutes: number; half: Half; isEitherHalf: boolean };

/**
 * The times of day of a sentence, on the 12- and the 24-hour clock. `between` is the sentence with dates and zones blanked
 * out, so that they do not part the ends of a span.
 */
export function clocksIn(sentence: string, between: string): FoundClock[] {
  const found: Raw[] = [];
  for (const match of sentence.matchAll(isSpoken.test(sentence) ? patternWithSpoken : pattern)) {
    const raw = rawOf(match);
    const before = sentence.slice(0, raw.from);
    const isLast = found.at(-1)?.to ?? 0;
    const open = openingOf(raw, sentence, before);
    if (open !== null && open.index >= isLast) found.push({ ...rawOf(open), to: open.index + endOfClock(open[0]), half: null });
    found.push(raw);
  }
  const joins = (one: Raw | undefined, other: Raw | undefined): boolean =>
    one !== undefined && other !== undefined && joint.test(between.slice(one.to, other.from).replace(/[(),]/gu, " "));
  const clocks: FoundClock[] = [];
  for (const [index, raw] of found.entries()) {
    const next = found[index + 1];
    const previous = clocks[index - 1];
    const isStart = joins(raw, next) && previous?.span?.end !== "start";
    const isEnd = !isStart && previous?.span?.end === "start";
    clocks.push({
      from: raw.from,
      to: raw.to,
      quote: sentence.slice(raw.from, raw.to).trim(),
      // The other end of its span says which half it is.
      isEitherHalf: raw.isEitherHalf && !(isStart && next?.half !== null),
      minutes: isStart && next !== undefined ? startOfSpan(raw, next) : minutesOf(raw),
      span: isStart ? { end: "start", other: index + 1 } : isEnd ? { end: "end", other: index - 1 } : null,
    });
  }
  return clocks;
}

/** A time right before another one, which is no time by itself but as the first end of a span. */
function openingOf(raw: Raw, sentence: string, before: string): RegExpExecArray | null {
  const written = sentence.slice(raw.from, raw.to);
  if (/^\p{L}/u.test(written)) return spokenOpening.exec(before);
  return (
    fourDigits.exec(before) ??
    (written.includes(".") && !/[ap]\.?\s?m/iu.test(written) ? dotted.exec(before) : null) ??
    (raw.half !== null ? opening.exec(before) : /^\d{1,2}$/u.test(written) ? fullOpening.exec(before) : null)
  );
}

/** How many characters of an opening are its clock: the joint after it isn't. */
function endOfClock(words: string): number {
  return words.replace(endOfOpening, "").length;
}

function rawOf(match: RegExpExecArray): Raw {
  const groups = match.groups ?? {};
  const { hours, minutes, spoken, part } = groups;
  const hour = hours ?? spoken ?? "0";
  const number = hourWords.indexOf(hour.toLowerCase()) + 1 || Number(hour);
  const isBefore = part?.toLowerCase() === "quarter to";
  const onHour = isBefore ? (number === 1 ? 12 : number - 1) : number;
  return {
    from: match.index,
    to: match.index + match[0].trimEnd().length,
    hours: onHour,
    minutes: minutes !== undefined ? Number(minutes) : minutesPast(part),
    half: halfOf(groups.half ?? "", onHour),
    isEitherHalf: groups.either !== undefined,
  };
}

function minutesPast(part: string | undefined): number {
  if (part === undefined) return 0;
  return /^half/iu.test(part) ? 30 : /to$/iu.test(part) ? 45 : 15;
}

function halfOf(written: string, hours: number): Half {
  const words = written.toLowerCase();
  if (words === "") return null;
  if (words.endsWith("morning")) return "a";
  if (words.endsWith("afternoon") || words.endsWith("evening")) return "p";
  if (words.endsWith("night")) return hours >= 6 && hours < 12 ? "p" : "a";
  return words.startsWith("a") ? "a" : "p";
}

function minutesOf({ hours, minutes, half: part }: Raw): number {
  const onDay = part === "p" ? (hours % 12) + 12 : part === "a" ? hours % 12 : hours % 24;
  return onDay * 60 + minutes;
}

/** `9:00–11:00 PM` begins in the evening, `11-1am` before midnight. */
function startOfSpan(start: Raw, end: Raw): number {
  if (start.half !== null || end.half === null || start.hours > 12 || start.hours === 0) return minutesOf(start);
  const same = minutesOf({ ...start, half: end.half });
  return same <= minutesOf(end) ? same : minutesOf({ ...start, half: end.half === "a" ? "p" : "a" });
}
