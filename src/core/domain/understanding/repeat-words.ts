import type { IsoDate } from "../instant.ts";
import { type Repeats, ruleOfForm } from "../recurrence/recurrence-form.ts";
import { type RuleWeekday, ruleWeekdays } from "../recurrence/recurrence-rule.ts";
import { addDays, weekdayOf } from "../zoned-time.ts";
import { numberFrom } from "./date-words.ts";
import type { Stretch } from "./marked-line.ts";

/** Words that say that a window comes again. `repeats` is null where the day of the first window decides: “weekly”. */
export type TypedRepeats = Stretch &
  (
    | { readonly kind: "rule"; readonly repeats: Repeats }
    | { readonly kind: "byStart"; readonly unit: "week" | "month"; readonly every: number }
    /** “Every second Sunday” is every other one to some, and the second of the month to others. */
    | { readonly kind: "twofold"; readonly weekday: string }
  );

const weekday =
  "(?<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?\\b";
const nth = "(?<nth>first|1st|second|2nd|third|3rd|fourth|4th|last)";
const ofMonth = "(?:\\s+(?:of|in)\\s+(?:the|each|every|a)\\s+month|\\s+(?:every|each)\\s+month)";
const times = "(?<number>\\d{1,2}|two|three|four|six|other)";

/** In the order in which they are tried. Those that need no neighbour say “every” or name a weekday in the plural. */
const certainForms: readonly RegExp[] = [
  /\b(?:(?:monthly\s+on\s+the|(?:on\s+)?the|every)\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)\s+of\s+(?:the|each|every)\s+month\b/iu,
  /\bmonthly\s+on\s+the\s+(?<day>\d{1,2})(?:st|nd|rd|th)\b/iu,
  new RegExp(`\\b(?:(?:every|each)\\s+)?last\\s+(?<working>working\\s*day|business\\s*day|weekday)(?:${ofMonth})?`, "iu"),
  new RegExp(`\\b(?:monthly\\s+on\\s+(?:the\\s+)?|(?:every|each|the)\\s+)?${nth}\\s+${weekday}${ofMonth}`, "iu"),
  new RegExp(`\\b(?:monthly\\s+on\\s+(?:the\\s+)?)${nth}\\s+${weekday}`, "iu"),
  new RegExp(`\\b(?:every|each)\\s+(?<second>second|2nd)\\s+${weekday}`, "iu"),
  new RegExp(`\\b(?:every|each)\\s+${nth}\\s+${weekday}`, "iu"),
  new RegExp(`\\b(?:every|each)\\s+${times}\\s+weeks?(?:\\s+on\\s+(?:a\\s+)?${weekday})?`, "iu"),
  new RegExp(`\\b(?:every|each)\\s+(?<number>other)\\s+${weekday}`, "iu"),
  new RegExp(`\\b(?<number>fortnightly|biweekly)(?:\\s+on\\s+${weekday})?`, "iu"),
  new RegExp(`\\b(?:weekly\\s+on\\s+(?:a\\s+)?|(?:every|each)\\s+(?:week\\s+on\\s+)?)${weekday}`, "iu"),
  /\b(?:every|each)\s+(?<workdays>weekday|working\s*day|business\s*day)s?\b/iu,
  /\b(?:every|each)\s+(?<unit>week|month)\b/iu,
  /\b(?:every|each)\s+(?<daily>day|night)\b/iu,
  /\bon\s+(?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/iu,
];

/** Count only beside a time or date, or alone: “daily” elsewhere is part of a title. */
const possibleForms: readonly RegExp[] = [/\b(?<daily>daily|nightly)\b/iu, /\b(?<unit>weekly|monthly)\b/iu];

/** The first words of a line that say it comes again. */
export function findRepeats(line: string): TypedRepeats | null {
  return find(certainForms, line);
}

/** The same in a part of the line that speaks of time, or of nothing else. */
export function findPossibleRepeats(text: string): TypedRepeats | null {
  return find(possibleForms, text);
}

function find(forms: readonly RegExp[], text: string): TypedRepeats | null {
  for (const form of forms) {
    const match = form.exec(text);
    if (match !== null) return typed(match);
  }
  return null;
}

function typed(match: RegExpExecArray): TypedRepeats | null {
  const stretch = { index: match.index, length: match[0].length };
  const { weekday: name, nth: place, number, day, unit, second, working, workdays, daily } = match.groups ?? {};
  const rule = (repeats: Repeats): TypedRepeats => ({ ...stretch, kind: "rule", repeats });
  const weekdays = name === undefined ? [] : [weekdayFrom(name)];
  const every = number === undefined ? 1 : /^(?:other|fortnightly|biweekly)$/iu.test(number) ? 2 : numberFrom(number);
  if (working !== undefined) return rule({ kind: "lastWorkingDay", every: 1 });
  if (second !== undefined) return { ...stretch, kind: "twofold", weekday: name ?? "" };
  if (place !== undefined) return rule({ kind: "monthlyOnWeekday", every: 1, nth: nthFrom(place), weekday: weekdayFrom(name) });
  if (workdays !== undefined) return rule({ kind: "weekly", every: 1, weekdays: ruleWeekdays.slice(0, 5) });
  if (daily !== undefined) return rule({ kind: "weekly", every: 1, weekdays: ruleWeekdays });
  if (day !== undefined) return rule({ kind: "monthlyOnDay", every: 1, dayOfMonth: Math.min(31, Math.max(1, Number(day))) });
  if (weekdays.length > 0) return rule({ kind: "weekly", every, weekdays });
  return { ...stretch, kind: "byStart", unit: /^month/iu.test(unit ?? "") ? "month" : "week", every };
}

function weekdayFrom(name: string | undefined): RuleWeekday {
  const short = name?.slice(0, 2).toUpperCase();
  return ruleWeekdays.find((day) => day === short) ?? "MO";
}

function nthFrom(words: string): 1 | 2 | 3 | 4 | -1 {
  const place = ["first", "second", "third", "fourth"].indexOf(words.toLowerCase());
  const number = place < 0 ? Number.parseInt(words, 10) : place + 1;
  return number === 1 || number === 2 || number === 3 || number === 4 ? number : -1;
}

/** The rule of RFC 5545 these words mean, given the first day where they leave it to that; null while it is open. */
export function ruleOf(repeats: TypedRepeats, first: IsoDate | null): string | null {
  if (repeats.kind === "rule") return ruleOfForm({ repeats: repeats.repeats, end: { kind: "never" } });
  if (repeats.kind === "twofold" || first === null) return null;
  const { every } = repeats;
  const form: Repeats =
    repeats.unit === "week"
      ? { kind: "weekly", every, weekdays: [dayNameOf(first)] }
      : { kind: "monthlyOnDay", every, dayOfMonth: Number(first.slice(8)) };
  return ruleOfForm({ repeats: form, end: { kind: "never" } });
}

/** The first day from `from` on that these words name; null where they name none by themselves. */
export function firstDayOf(repeats: TypedRepeats, from: IsoDate): IsoDate | null {
  if (repeats.kind !== "rule") return null;
  for (let days = 0; days < 366; days += 1) {
    const date = addDays(from, days);
    if (isOn(repeats.repeats, date)) return date;
  }
  return null;
}

function isOn(repeats: Repeats, date: IsoDate): boolean {
  const month = (days: number): string => addDays(date, days).slice(0, 7);
  switch (repeats.kind) {
    case "weekly":
      return repeats.weekdays.includes(dayNameOf(date));
    case "monthlyOnDay":
      return Number(date.slice(8)) === repeats.dayOfMonth;
    case "monthlyOnWeekday": {
      if (dayNameOf(date) !== repeats.weekday) return false;
      const isLast = month(7) !== month(0);
      return repeats.nth === -1 ? isLast : Math.ceil(Number(date.slice(8)) / 7) === repeats.nth;
    }
    case "lastWorkingDay": {
      const day = weekdayOf(date);
      return day <= 5 && month(day === 5 ? 3 : 1) !== month(0);
    }
  }
}

function dayNameOf(date: IsoDate): RuleWeekday {
  return ruleWeekdays[weekdayOf(date) - 1] ?? "MO";
}
