import { day, type Instant, type IsoDate } from "../../instant.ts";
import { addDays, dateOf, daysBetween, weekdayOf } from "../../zoned-time.ts";
import { month, shortMonth, weekday, weekdayAlone } from "./day-words.ts";

/** A date as written. Without a month or with a weekday only, it is one of several. */
export type FoundDate = {
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  /** The dates it may mean; the nearest to the window where the year is not written. */
  readonly dates: readonly IsoDate[];
  /** The weekday as written, and the one the date really is, where both are known. */
  readonly weekday: { readonly written: string; readonly number: number } | null;
  /** Whether day and month are written, so that it can be judged by itself. */
  readonly isWhole: boolean;
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const named = `(?:\\b(?<weekday>${weekday})\\b\\.?,?\\s+(?:the\\s+)?)?`;
const dayOfMonth = "(?<day>[0-3]?\\d)(?:st|nd|rd|th|ST|ND|RD|TH)?";
const year = "(?:,?\\s+(?<year>20\\d{2})(?!\\d|:))?";
/** Not “every Saturday”, nor the end of “Monday–Saturday”. */
const notEvery = "(?<!\\b(?:every|each|to|through)\\s|[–-]\\s?)";
const leadToClock = "(?:(?:at|from|between)\\s+)?";
const clock = "\\d{1,2}(?:[:.]\\d{2}\\b|\\s?[ap]\\.?m\\b)";
const leadToDay = "\\b(?:on|this|next|by|until|till|before|from|of|late|early)\\s+";
/** Not “Friday's”, nor “Friday clinic”. */
const notOfThing = "(?!['’]s|\\s+(?:clinic|list|morning|round|team)s?)";
const patterns = [
  new RegExp(`${named}(?<![\\d./:–-])\\b${dayOfMonth}\\s+(?:of\\s+)?(?<month>${month})\\b\\.?${year}`, "gu"),
  // 28-Nov-2026, 28/NOV/26.
  new RegExp(
    `${named}(?<![\\w./:–-])(?<day>[0-3]?\\d)(?:-|/)(?<month>${month})(?:(?:-|/)(?<year>(?:20)?\\d{2}))?(?![\\w-])`,
    "gu",
  ),
  /(?<![\w./:–-])(?<day>[0-3]\d)(?<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?<year>(?:20)?\d{2})(?![\w-])/gu,
  new RegExp(`${named}\\b(?<month>${month})\\b\\.?\\s+${dayOfMonth}\\b(?![:.]\\d|\\s*%|\\s*[ap]\\.?m)${year}`, "gu"),
  new RegExp(`${named}(?<![\\w/.-])(?<iso>20\\d{2}-[01]\\d-[0-3]\\d)(?!(?!T\\d{2}:?\\d{2})[\\w-])`, "gu"),
  new RegExp(
    `(?:\\b(?<weekday>${weekday})\\b,?\\s+)?\\bthe\\s+(?<day>[0-3]?\\d)(?:st|nd|rd|th)\\b(?!\\s+(?!free\\b)\\p{L}*\\s*(?:floor|time|of))`,
    "gu",
  ),
  // “Saturday, 02:00–04:00”: a weekday right before its clock.
  new RegExp(`${notEvery}\\b(?<weekday>${weekday})\\b,?\\s+(?=${leadToClock}${clock})`, "gu"),
  // “9 PM ET (Friday)”: a weekday in parentheses right after its clock and zone.
  new RegExp(
    `(?<=\\d(?:\\s?[ap]\\.?m\\.?)?(?:\\s[A-Z]{1,5}T?)?\\s?)\\((?<weekday>${weekday})(?=\\)|\\s(?:morning|night|evening|afternoon)\\))`,
    "gu",
  ),
  new RegExp(`${leadToDay}(?<weekday>${weekdayAlone})\\b${notOfThing}`, "gu"),
];

/** The dates of a text, in its order. `near` is the start of the window, which the nearest of several dates is meant by. */
export function datesIn(text: string, near: Instant): FoundDate[] {
  const found: FoundDate[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      const date = readDate(match[0], from, match.groups ?? {}, near);
      if (date !== null)
        found.push(isNightInto(date, text) ? { ...date, dates: [...date.dates, ...date.dates.map(dayBefore)] } : date);
    }
  }
  return found.sort((one, other) => one.from - other.from);
}

/** “The night from Friday 27 to Saturday 28 November”, “27/28 November”: its times may be on the day before, too. */
function isNightInto({ from, dates }: FoundDate, text: string): boolean {
  const before = text.slice(0, from);
  if (/\bnight (?:to|into|before)\s+(?:the\s+)?$/iu.test(before)) return true;
  const first = /(?<![\d:.])(?<day>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:to|into|and|\/|–|-)\s*$/u.exec(before)?.groups?.day;
  return first !== undefined && dates.length === 1 && dates.some((date) => Number(dayBefore(date).slice(8)) === Number(first));
}

function dayBefore(date: IsoDate): IsoDate {
  return addDays(date, -1);
}

const endOfSentence = new RegExp(`(?<!\\b${shortMonth})\\.$`, "iu");

type Groups = Record<string, string | undefined>;

function readDate(words: string, at: number, groups: Groups, near: Instant): FoundDate | null {
  const dates = datesMeant(groups, dateOf(near, "UTC"));
  if (dates.length === 0) return null;
  const written = groups.weekday;
  const number = written === undefined ? 0 : weekdays.indexOf(written.slice(0, 3).toLowerCase()) + 1;
  const isWeekdayOnly = groups.day === undefined && groups.iso === undefined;
  // “on Friday” is quoted without its “on”.
  const from = isWeekdayOnly ? at + words.lastIndexOf(written ?? "") : at;
  // “10 December.” ends its sentence; “10 Dec.” is shortened.
  const quote = words
    .slice(from - at)
    .replace(/,?\s+$/u, "")
    .replace(endOfSentence, "");
  return {
    from,
    to: from + quote.length,
    quote,
    dates,
    weekday: written === undefined || isWeekdayOnly ? null : { written, number },
    isWhole: groups.month !== undefined || groups.iso !== undefined,
  };
}

function datesMeant(
  { iso, day: dayText = "", month: monthText, year: yearText, weekday: name }: Groups,
  near: IsoDate,
): IsoDate[] {
  if (iso !== undefined) return isRealDate(iso) ? [iso] : [];
  const two = (value: number | string): string => String(value).padStart(2, "0");
  const nearYear = Number(near.slice(0, 4));
  if (monthText !== undefined) {
    const number = months.indexOf(monthText.slice(0, 3).toLowerCase()) + 1;
    const inYear = (one: number | string): IsoDate => `${one}-${two(number)}-${two(dayText)}`;
    if (yearText !== undefined) return [inYear(yearText.length === 2 ? `20${yearText}` : yearText)].filter(isRealDate);
    const possible = [nearYear - 1, nearYear, nearYear + 1].map(inYear).filter(isRealDate);
    return possible.sort((one, other) => distance(one, near) - distance(other, near)).slice(0, 1);
  }
  if (dayText !== "") {
    const firsts = [-1, 0, 1].map((step) => addDays(`${near.slice(0, 8)}15`, step * 30).slice(0, 8));
    return [...new Set(firsts)].map((start) => `${start}${two(dayText)}`).filter(isRealDate);
  }
  const number = weekdays.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
  const days = Array.from({ length: 15 }, (_, index) => addDays(near, index - 7));
  return days.filter((date) => weekdayOf(date) === number);
}

function distance(one: IsoDate, other: IsoDate): number {
  return Math.abs(daysBetween(one, other));
}

function isRealDate(date: IsoDate): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at + day / 2).toISOString().startsWith(date);
}
