import { mark, markStretches, type Stretch } from "./marked-line.ts";
import type { Answering } from "./question.ts";

/** A time of day as typed, in minutes from 00:00. `isMidnight` when typed as that word: which night is not said. */
export type TypedTime = Stretch & { readonly minutes: number; readonly isMidnight: boolean };

/** A length as typed, in minutes. */
export type TypedLength = Stretch & { readonly minutes: number };

/** What looks like a time and can't be read as one for certain. */
export type TimeQuestion = Stretch & { readonly question: string; readonly answers: readonly Answering[] };

const unit = "(?<unit>h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|d(?:ays?)?)";
/** `and 30 minutes`, `30`, after the hours. */
const minutesMore = "(?:\\s*(?:and\\s+)?(?<more>\\d{1,2})\\s*(?:m(?:in(?:ute)?s?)?)?)?";
const amount = `(?<amount>\\d{1,4}(?:\\.\\d{1,2})?|an?|half an)\\s*${unit}${minutesMore}`;
/** "for 2 hours", "(2h)", or "2 hours" alone between commas. */
const lengthForms = [
  new RegExp(`\\b(?:for|lasting)\\s+(?:about\\s+|up\\s+to\\s+)?${amount}(?![\\w.])`, "giu"),
  new RegExp(`\\(\\s*${amount}\\s*\\)`, "giu"),
  new RegExp(`(?<=\\s)\\+\\s*${amount}(?![\\w.])`, "giu"),
  new RegExp(`(?<=(?:^|[,;])\\s*)${amount}(?=\\s*(?:[,;]|$))`, "giu"),
];
const minutesOfUnit: Readonly<Record<string, number>> = { h: 60, m: 1, d: 24 * 60 };

export function findLengths(line: string): TypedLength[] {
  return lengthForms.flatMap((form) =>
    [...line.matchAll(form)].map((match) => ({ index: match.index, length: match[0].length, minutes: lengthOf(match) })),
  );
}

function lengthOf({ groups }: RegExpExecArray): number {
  const typed = groups?.amount ?? "";
  const count = /^half/iu.test(typed) ? 0.5 : /^a/iu.test(typed) ? 1 : Number(typed);
  const size = minutesOfUnit[(groups?.unit ?? "m").charAt(0).toLowerCase()] ?? 1;
  return Math.round(count * size + Number(groups?.more ?? 0));
}

type TimeForm = { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => (TypedTime | TimeQuestion)[] };

const begin = "(?<![\\d.:\\w/])";
const joint = "(?:-|–|—|to|until|till)";
const half = "(?<half>[ap])\\.?m\\b\\.?";

/** `9`, `9:30`, `9.30` */
const hourAndMinute = "(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?";
const endHourAndMinute = "(?<endHour>\\d{1,2})(?:[:.](?<endMinute>\\d{2}))?";
/** `0200` */
const fourDigits = "(?<hour>\\d{2})(?<minute>\\d{2})";
const endFourDigits = "(?<endHour>\\d{2})(?<endMinute>\\d{2})";
/** Not `2026-2027`. */
const notYears = `(?!(?:19|20)\\d{2}\\s*${joint}\\s*(?:19|20)\\d{2})`;

/** Words of a day that stand before a bare time. */
const dayWord = "mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|\\p{L}+day|tomorrow|today";
/** What a date that has been read left behind in the line, or a word of a day. */
const besideDay = `(?<=(?:\\b(?:${dayWord})|${mark})\\s+)`;
/** Before a comma, at the end of the line or before a word: no number of something else, nor the 9th. */
const bareEnd = `(?=\\s*(?:[,;]|$)|\\s+(?:\\p{L}|${mark}))(?!\\s*(?:st|nd|rd|th)\\b)`;

const hourName = "(?<name>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const hourNames = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** In the order in which they are tried; what one has read, the next does not see. */
const timeForms: readonly TimeForm[] = [
  {
    // 9-11pm: the first borrows its half of the day from the second.
    pattern: new RegExp(`${begin}${hourAndMinute}\\s*${joint}\\s*(?<end>${endHourAndMinute}\\s*${half})`, "giu"),
    read: readBorrowed,
  },
  {
    pattern: new RegExp(`${begin}${hourAndMinute}\\s*${half}`, "giu"),
    read: (match) => [timeFrom(match, twelveHour(match.groups))],
  },
  {
    pattern: new RegExp(`${begin}(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?(?![\\d:])`, "giu"),
    read: (match) => [timeFrom(match, twentyFourHour(match.groups))],
  },
  {
    // 0200-0400, as the military and airlines write it; two years with a dash between them are none.
    pattern: new RegExp(
      `${begin}${notYears}${fourDigits}(?:hrs?)?\\s*${joint}\\s*(?<end>${endFourDigits}(?:hrs?)?)(?=Z?\\b)(?![\\d:/.-])`,
      "giu",
    ),
    read: readBoth,
  },
  {
    // Beside a day they are times all the same.
    pattern: new RegExp(
      `${besideDay}(?<hour>\\d{2})(?<minute>[0-5]\\d)\\s*[-–—]\\s*(?<end>(?<endHour>\\d{2})(?<endMinute>[0-5]\\d))(?![\\d:/.-])`,
      "giu",
    ),
    read: readBoth,
  },
  {
    pattern: new RegExp(`${begin}${fourDigits}(?=\\s*(?:Z|UTC|GMT)\\b)`, "gu"),
    read: (match) => [timeFrom(match, twentyFourHour(match.groups))],
  },
  {
    pattern: new RegExp(`${begin}${fourDigits}\\s*(?:hrs|hours)\\b`, "giu"),
    read: (match) => [timeFrom(match, twentyFourHour(match.groups))],
  },
  {
    // 22h–2h, 22h30–23h.
    pattern: new RegExp(
      `${begin}(?<hour>\\d{1,2})h(?<minute>\\d{2})?\\s*${joint}\\s*(?<end>(?<endHour>\\d{1,2})h(?<endMinute>\\d{2})?)\\b`,
      "giu",
    ),
    read: readBoth,
  },
  {
    pattern: new RegExp(`${begin}(?<hour>\\d{1,2})h(?<minute>\\d{2})\\b`, "giu"),
    read: (match) => [timeFrom(match, twentyFourHour(match.groups))],
  },
  {
    pattern: new RegExp(`\\b(?<relation>half\\s+past|quarter\\s+past|quarter\\s+to)\\s+${hourName}(?:\\s*${half})?`, "giu"),
    read: readSpoken,
  },
  {
    pattern: new RegExp(`\\b${hourName}\\s+o['’]?clock(?:\\s*${half})?`, "giu"),
    read: readSpoken,
  },
  {
    pattern: /\b(?:noon|midday|midnight)\b/giu,
    read: (match) => [timeFrom(match, /^midnight$/iu.test(match[0]) ? 0 : 12 * 60)],
  },
  {
    // "at 9", "Sat 9-11": morning or evening is not said.
    pattern: new RegExp(
      `(?<=\\b(?:at|from|${dayWord})\\s+)(?<hour>\\d{1,2})(?:\\s*(?:-|–|—|to)\\s*(?<endHour>\\d{1,2}))?${bareEnd}`,
      "giu",
    ),
    read: readBareHours,
  },
];

/** Finds times of day in a line, in their order. */
export function findTimes(line: string): { readonly times: readonly TypedTime[]; readonly questions: readonly TimeQuestion[] } {
  let rest = line;
  const found: (TypedTime | TimeQuestion)[] = [];
  for (const { pattern, read } of timeForms) {
    found.push(...[...rest.matchAll(pattern)].flatMap(read));
    rest = markStretches(line, found);
  }
  found.sort((one, other) => one.index - other.index);
  return {
    times: found.filter((one) => "minutes" in one),
    questions: found.filter((one) => "question" in one),
  };
}

type Groups = RegExpExecArray["groups"];

function timeFrom(match: RegExpExecArray, minutes: number | null): TypedTime | TimeQuestion {
  const stretch = { index: match.index, length: match[0].length };
  if (minutes === null)
    return { ...stretch, question: `“${match[0].trim()}” is not a time of day. Write it as 09:00.`, answers: [] };
  return { ...stretch, minutes, isMidnight: /^midnight$/iu.test(match[0]) };
}

/** “at 9”, “9-11”: on the 24-hour clock where a number can be nothing else, or is written with its nought; else asked. */
function readBareHours(match: RegExpExecArray): (TypedTime | TimeQuestion)[] {
  const { hour = "", endHour } = match.groups ?? {};
  const isOfDay = [hour, endHour ?? ""].some((typed) => typed.startsWith("0") || Number(typed) > 12);
  if (isOfDay) return endHour === undefined ? [timeFrom(match, twentyFourHour(match.groups))] : readBoth(match);
  const begins = Number(hour) % 12;
  // The end is the first such hour after the start.
  const ends = endHour === undefined ? null : begins + ((Number(endHour) - begins + 11) % 12) + 1;
  const words = (start: number): string =>
    ends === null ? clock(start * 60) : `${clock(start * 60)}–${clock(((start + ends - begins) % 24) * 60)}`;
  return [
    {
      index: match.index,
      length: match[0].length,
      question: `Is “${match[0]}” in the morning or in the evening? Write the times as 09:00 or 21:00.`,
      answers: [words(begins), words(begins + 12)].map((answer) => ({ label: answer, words: answer })),
    },
  ];
}

/** “half past ten”, “10 o'clock”: without a.m. or p.m. both are possible. */
function readSpoken(match: RegExpExecArray): (TypedTime | TimeQuestion)[] {
  const { name = "", relation = "", half: halfOfDay } = match.groups ?? {};
  const named = hourNames.indexOf(name.toLowerCase()) + 1 || Number(name);
  const beside = /^half/iu.test(relation) ? 30 : /to$/iu.test(relation) ? -15 : relation === "" ? 0 : 15;
  const on = (which: string): number | null => {
    const whole = onTwelveHourClock(named, 0, which);
    return whole === null ? null : (whole + beside + 24 * 60) % (24 * 60);
  };
  if (halfOfDay !== undefined || named > 12) return [timeFrom(match, named > 12 ? null : on(halfOfDay ?? "a"))];
  const answers = [on("a"), on("p")].flatMap((minutes) => (minutes === null ? [] : [clock(minutes)]));
  return [
    {
      index: match.index,
      length: match[0].length,
      question: `Is “${match[0]}” in the morning or in the evening?`,
      answers: answers.map((answer) => ({ label: answer, words: answer })),
    },
  ];
}

/** Two times of the 24-hour clock with a dash between them. */
function readBoth(match: RegExpExecArray): (TypedTime | TimeQuestion)[] {
  const { groups } = match;
  const start = twentyFourHour(groups);
  const end = twentyFourHour({ hour: groups?.endHour ?? "", minute: groups?.endMinute ?? "0" });
  if (start === null || end === null) return [timeFrom(match, null)];
  const endLength = groups?.end?.length ?? groups?.endHour?.length ?? 0;
  const endIndex = match.index + match[0].length - endLength;
  return [
    { index: match.index, length: endIndex - match.index, minutes: start, isMidnight: false },
    { index: endIndex, length: endLength, minutes: end, isMidnight: false },
  ];
}

/** Minutes from 00:00 as `09:30`. */
function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Null when no clock shows it; 24:00 is the end of a day. */
function twentyFourHour(groups: Groups): number | null {
  const hour = Number(groups?.hour);
  const minutes = Number(groups?.minute ?? 0);
  return minutes > 59 || hour * 60 + minutes > 24 * 60 ? null : hour * 60 + minutes;
}

function twelveHour(groups: Groups): number | null {
  return onTwelveHourClock(Number(groups?.hour), Number(groups?.minute ?? 0), groups?.half);
}

function onTwelveHourClock(hour: number, minutes: number, halfOfDay: string | undefined): number | null {
  if (hour < 1 || hour > 12 || minutes > 59) return null;
  return ((hour % 12) + (halfOfDay?.toLowerCase() === "p" ? 12 : 0)) * 60 + minutes;
}

function readBorrowed(match: RegExpExecArray): (TypedTime | TimeQuestion)[] {
  const { groups } = match;
  const endWords = groups?.end ?? "";
  const endMinutes = onTwelveHourClock(Number(groups?.endHour), Number(groups?.endMinute ?? 0), groups?.half);
  const startMinutes = borrow(groups, endMinutes);
  if (endMinutes === null || startMinutes === null) return [timeFrom(match, null)];
  const endIndex = match.index + match[0].length - endWords.length;
  return [
    { index: match.index, length: endIndex - match.index, minutes: startMinutes, isMidnight: false },
    { index: endIndex, length: endWords.length, minutes: endMinutes, isMidnight: false },
  ];
}

/** Of the two halves of the day the first can be in, the one less than twelve hours before the second. */
function borrow(groups: Groups, endMinutes: number | null): number | null {
  const hour = groups?.hour ?? "";
  if (hour.startsWith("0") || Number(hour) > 12) return twentyFourHour(groups);
  const morning = onTwelveHourClock(Number(hour), Number(groups?.minute ?? 0), "a");
  if (morning === null || endMinutes === null) return null;
  const ahead = (endMinutes - morning + 24 * 60) % (24 * 60);
  return ahead > 0 && ahead < 12 * 60 ? morning : morning + 12 * 60;
}
