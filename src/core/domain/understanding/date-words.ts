import { anyOf } from "../any-of.ts";
import { monthNames, weekdayNames } from "../calendar-names.ts";
import type { IsoDate } from "../instant.ts";
import type { Weekday } from "../matrix.ts";
import { describeDate } from "../time-text.ts";
import { addDays, daysBetween, isIsoDate, weekdayOf } from "../zoned-time.ts";
import type { Stretch } from "./marked-line.ts";
import type { Answering } from "./question.ts";

/** A date as typed. A weekday beside a date is kept to check it by. */
export type TypedDate = Stretch &
  (
    | {
        readonly kind: "date";
        readonly day: number;
        readonly month: number;
        readonly year: number | null;
        readonly weekday: Weekday | null;
      }
    /** `after` is a week later than the coming one; `nextWeek` the one of the week that begins next Monday. */
    | {
        readonly kind: "weekday";
        readonly weekday: Weekday;
        readonly which: "coming" | "next" | "after" | "nextWeek";
        /** Of which night: the hours after midnight may be meant, which are the next day's. */
        readonly isNight: boolean;
      }
    | { readonly kind: "inDays"; readonly days: number; readonly isNight: boolean }
    /** `the 28th`: the next such day. */
    | { readonly kind: "dayOfMonth"; readonly day: number }
    /** Digits only, which some read day first and others month first. */
    | { readonly kind: "digits"; readonly first: number; readonly second: number; readonly year: number | null }
  );

/** The date meant, or what must be asked. */
type DateReading =
  | { readonly kind: "date"; readonly date: IsoDate }
  | { readonly kind: "question"; readonly question: string; readonly answers: readonly Answering[] };

const months = monthNames.map((name) => name.slice(0, 3).toLowerCase());
const monthWord = anyOf`
  jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?
  july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?
`;
const month = `(?<month>${monthWord})\\b\\.?`;
const weekdays = weekdayNames.map((name) => name.slice(0, 3).toLowerCase());
const weekday =
  "(?<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\b\\.?";
const before = `(?<![\\w/.])(?:${weekday}\\s*,?\\s*)?`;
const year = "(?:\\s*,?\\s*(?<year>\\d{4})(?![\\d:]))?";

/** Forms that are dates wherever they stand. */
const certainForms = [
  new RegExp(`${before}(?<year>\\d{4})[-/](?<monthNumber>\\d{1,2})[-/](?<day>\\d{1,2})(?!\\d)(?:T(?=\\d{2}:))?`, "giu"),
  // 28–29 Nov: two dates share a month.
  new RegExp(`${before}(?<day>\\d{1,2})(?=\\s*[-–]\\s*\\d{1,2}\\s+${month}${year})`, "giu"),
  new RegExp(`${before}(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}${year}`, "giu"),
  new RegExp(`${before}${month}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\s*[ap]\\.?m)${year}`, "giu"),
  // Whoever writes dots writes the day first.
  new RegExp(`${before}(?<day>\\d{1,2})\\.\\s?(?<monthNumber>\\d{1,2})\\.\\s?(?<year>\\d{4})(?!\\d)`, "giu"),
  new RegExp(`${before}(?<first>\\d{1,2})(?:/(?<second>\\d{1,2})/|-(?<secondDashed>\\d{1,2})-)(?<year>\\d{4})(?!\\d)`, "giu"),
  new RegExp(`${before}(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>\\d{2})(?![\\d/])`, "giu"),
];

/** Forms that are dates only beside a time or date, or alone: a "Sun" or "1/2" elsewhere is part of a title. */
const partOfDay = "(?:\\s+(?<part>night|evening|afternoon|morning))?";
const number = "(?<number>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)";

const possibleForms = [
  new RegExp(`${before}(?<day>\\d{1,2})\\.(?<monthNumber>\\d{1,2})\\.(?:(?<year>\\d{2})(?!\\d))?(?![\\d.])`, "giu"),
  new RegExp(`${before}(?<first>\\d{1,2})[/.](?<second>\\d{1,2})(?![\\d/.])`, "giu"),
  new RegExp(`(?<![\\w/.])(?<which>a\\s+week\\s+(?:on|from))\\s+${weekday}`, "giu"),
  new RegExp(`(?<![\\w/.])(?:on\\s+)?${weekday}\\s+(?<which>next\\s+week|week)\\b`, "giu"),
  new RegExp(`(?<![\\w/.])(?<which>next\\s+week)\\s+(?:on\\s+)?${weekday}`, "giu"),
  new RegExp(`(?<![\\w/.])(?:(?<which>next|this(?:\\s+coming)?|coming|on)\\s+)?${weekday}${partOfDay}`, "giu"),
  new RegExp(`\\b(?:(?:the\\s+)?day\\s+after\\s+tomorrow|(?:today|tomorrow)${partOfDay}|tonight)\\b`, "giu"),
  new RegExp(`\\bin\\s+${number}\\s+(?<unit>days?|weeks?)(?:'?\\s+time)?\\b`, "giu"),
  /\b(?:on\s+)?the\s+(?<ordinal>\d{1,2})(?:st|nd|rd|th)\b/giu,
];

export function findCertainDates(line: string): TypedDate[] {
  return find(certainForms, line);
}

export function findPossibleDates(text: string): TypedDate[] {
  return find(possibleForms, text);
}

function find(forms: readonly RegExp[], text: string): TypedDate[] {
  const found: TypedDate[] = [];
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const end = match.index + match[0].length;
      const isTaken = found.some((one) => match.index < one.index + one.length && one.index < end);
      if (!isTaken) found.push(typedDate(match));
    }
  }
  return found.sort((one, other) => one.index - other.index);
}

function typedDate(match: RegExpExecArray): TypedDate {
  const stretch = { index: match.index, length: match[0].trimEnd().length };
  const groups = match.groups ?? {};
  const said = weekdayFrom(groups.weekday);
  const typedYear = groups.year === undefined ? null : Number(groups.year) + (groups.year.length === 2 ? 2000 : 0);
  if (groups.first !== undefined) {
    const second = Number(groups.second ?? groups.secondDashed);
    return { ...stretch, kind: "digits", first: Number(groups.first), second, year: typedYear };
  }
  if (groups.day !== undefined) {
    const name = groups.month?.slice(0, 3).toLowerCase();
    const monthNumber = name === undefined ? Number(groups.monthNumber) : months.indexOf(name) + 1;
    return { ...stretch, kind: "date", day: Number(groups.day), month: monthNumber, year: typedYear, weekday: said };
  }
  if (said !== null) {
    return {
      ...stretch,
      kind: "weekday",
      weekday: said,
      which: whichWeekday(groups.which),
      isNight: groups.part?.toLowerCase() === "night",
    };
  }
  if (groups.ordinal !== undefined) return { ...stretch, kind: "dayOfMonth", day: Number(groups.ordinal) };
  if (groups.number !== undefined) {
    const size = /^week/iu.test(groups.unit ?? "") ? 7 : 1;
    return { ...stretch, kind: "inDays", days: numberFrom(groups.number) * size, isNight: false };
  }
  const days = /day\s+after/iu.test(match[0]) ? 2 : /^tomorrow/iu.test(match[0]) ? 1 : 0;
  const isNight = /^tonight/iu.test(match[0]) || groups.part?.toLowerCase() === "night";
  return { ...stretch, kind: "inDays", days, isNight };
}

function whichWeekday(words: string | undefined): "coming" | "next" | "after" | "nextWeek" {
  const said = words?.toLowerCase().replaceAll(/\s+/gu, " ");
  if (said === "next") return "next";
  if (said === "next week") return "nextWeek";
  return said === "week" || said?.startsWith("a week") ? "after" : "coming";
}

const numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `3`, `three` and `a` as numbers. */
export function numberFrom(words: string): number {
  if (/^\d/u.test(words)) return Number(words);
  return Math.max(1, numbers.indexOf(words.toLowerCase()));
}

function weekdayFrom(words: string | undefined): Weekday | null {
  if (words === undefined) return null;
  const index = weekdays.indexOf(words.slice(0, 3).toLowerCase());
  return index < 0 ? null : ((index + 1) as Weekday); // An index of seven names, counted from one.
}

/**
 * The date meant by someone typing on `today`: without a year, the next such date; a weekday, the coming one.
 * `monthFirst` is the workspace's way of writing digits, which decides the order of answers and nothing else.
 * `hasPassed` says that the time typed beside it is over today, so that today's weekday means the next week's.
 */
export function readDate(typed: TypedDate, words: string, today: IsoDate, hasPassed: boolean, monthFirst: boolean): DateReading {
  switch (typed.kind) {
    case "date":
      return readCalendarDate(typed, words, today);
    case "weekday":
      return readWeekday(typed, words, today, hasPassed);
    case "inDays":
      return { kind: "date", date: addDays(today, typed.days) };
    case "dayOfMonth":
      return readDayOfMonth(typed.day, words, today);
    case "digits":
      return readDigits(typed, words, today, monthFirst);
  }
}

function readCalendarDate(typed: Extract<TypedDate, { kind: "date" }>, words: string, today: IsoDate): DateReading {
  const date = nextSuchDate(typed.day, typed.month, typed.year, today);
  if (date === null) return question(`“${words}” is not a date: that month has no such day.`);
  if (typed.weekday !== null && weekdayOf(date) !== typed.weekday) {
    const days = [date, ...nearestWeekdays(date, typed.weekday, today)];
    return question(`“${words}”: that date is ${describeDate(date)}. Is the weekday meant, or the date?`, days);
  }
  return { kind: "date", date };
}

function readWeekday(
  typed: Extract<TypedDate, { kind: "weekday" }>,
  words: string,
  today: IsoDate,
  hasPassed: boolean,
): DateReading {
  const ahead = (typed.weekday - weekdayOf(today) + 7) % 7;
  if (typed.which === "nextWeek") {
    return { kind: "date", date: addDays(today, 8 - weekdayOf(today) + typed.weekday - 1) };
  }
  if (typed.which === "after") return { kind: "date", date: addDays(today, ahead + 7) };
  if (typed.which === "coming") return { kind: "date", date: addDays(today, ahead === 0 && hasPassed ? 7 : ahead) };
  const coming = addDays(today, ahead === 0 ? 7 : ahead);
  // Said on a Monday, some mean tomorrow by "next Tuesday" and others the week after.
  const isThisWeek = ahead > 0 && weekdayOf(today) + ahead <= 7;
  if (!isThisWeek) return { kind: "date", date: coming };
  const later = addDays(coming, 7);
  return question(`Is “${words}” ${describeDate(coming)} or ${describeDate(later)}? Write the date.`, [coming, later]);
}

function readDigits(
  typed: Extract<TypedDate, { kind: "digits" }>,
  words: string,
  today: IsoDate,
  isMonthFirst: boolean,
): DateReading {
  const dayFirst = nextSuchDate(typed.first, typed.second, typed.year, today);
  const monthFirst = nextSuchDate(typed.second, typed.first, typed.year, today);
  if (dayFirst === null && monthFirst === null) return question(`“${words}” is not a date. Write it as 28 Nov 2026.`);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    return { kind: "date", date: dayFirst ?? monthFirst ?? today };
  }
  return question(
    `Is “${words}” ${describeDate(dayFirst)} or ${describeDate(monthFirst)}? Write the month as a word.`,
    isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst],
  );
}

/** The day of this month while it is ahead or today, else of the next month that has it. */
function readDayOfMonth(dayOfMonth: number, words: string, today: IsoDate): DateReading {
  for (let days = 0; days < 62; days += 1) {
    const date = addDays(today, days);
    if (Number(date.slice(8)) === dayOfMonth) return { kind: "date", date };
  }
  return question(`“${words}” is no day of a month.`);
}

/** The days of that weekday around a date, from today on. */
function nearestWeekdays(date: IsoDate, weekday: Weekday, today: IsoDate): readonly IsoDate[] {
  const ahead = (weekday - weekdayOf(date) + 7) % 7;
  return [addDays(date, ahead - 7), addDays(date, ahead)].filter((one) => daysBetween(today, one) >= 0);
}

/** With no year, the first from today on; eight years hold a leap day even across 2100. Null when there is none. */
function nextSuchDate(dayOfMonth: number, monthNumber: number, typedYear: number | null, today: IsoDate): IsoDate | null {
  const firstYear = typedYear ?? Number(today.slice(0, 4));
  const lastYear = typedYear ?? firstYear + 8;
  for (let one = firstYear; one <= lastYear; one += 1) {
    const date = `${String(one).padStart(4, "0")}-${String(monthNumber).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
    if (isIsoDate(date) && (typedYear !== null || daysBetween(today, date) >= 0)) return date;
  }
  return null;
}

function question(text: string, dates: readonly IsoDate[] = []): DateReading {
  const answers = dates.map((date) => ({ label: describeDate(date), words: describeDate(date) }));
  return { kind: "question", question: text, answers };
}
