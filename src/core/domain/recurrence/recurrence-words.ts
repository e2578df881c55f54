import { monthNames } from "../calendar-names.ts";
import { describeDate } from "../time-text.ts";
import { type RecurrenceRule, type RuleDay, type RuleWeekday, readRule, type Until } from "./recurrence-rule.ts";

export const ruleWeekdayNames: Readonly<Record<RuleWeekday, string>> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};
const units = {
  YEARLY: "year",
  MONTHLY: "month",
  WEEKLY: "week",
  DAILY: "day",
  HOURLY: "hour",
  MINUTELY: "minute",
} as const;

/** A rule in words, to follow “repeats” or to stand by itself: `every first Sunday of the month`. Why not, for what is none. */
export function describeRule(text: string): string {
  const read = readRule(text);
  if (read.kind === "problem") return read.message;
  const { rule } = read;
  return `${describeDays(rule)}${describeEnd(rule)}`;
}

function describeDays(rule: RecurrenceRule): string {
  if (isLastWorkingDay(rule)) {
    return `the last weekday (Monday to Friday) of ${everyUnit(rule)}, public holidays not left out`;
  }
  const only = onlyStated(rule);
  const [first] = rule.byDay;
  if (only === "byDay" && rule.frequency === "MONTHLY" && rule.byDay.length === 1 && first !== undefined && first.nth !== null) {
    const day = `${ordinal(first.nth)} ${ruleWeekdayNames[first.day]}`;
    return rule.interval === 1 ? `every ${day} of the month` : `the ${day} of ${everyUnit(rule)}`;
  }
  if (only === "byDay" && rule.frequency === "WEEKLY") {
    const days = inRow(rule.byDay.map(({ day }) => ruleWeekdayNames[day]));
    return rule.interval === 1 ? `every ${days}` : `${everyUnit(rule)} on ${days}`;
  }
  if (only === "byMonthDay" && rule.frequency === "MONTHLY") {
    return `the ${inRow(rule.byMonthDay.map(dayOfMonth))} of ${everyUnit(rule)}`;
  }
  return `${everyUnit(rule)}${describeLimits(rule)}`;
}

/** Any combination of the standard, part after part. */
function describeLimits(rule: RecurrenceRule): string {
  const parts = [
    rule.byDay.length === 0 ? "" : `on ${inRow(rule.byDay.map(describeDay))}`,
    rule.byMonthDay.length === 0 ? "" : `on the ${inRow(rule.byMonthDay.map(dayOfMonth))} of the month`,
    rule.byYearDay.length === 0 ? "" : `on the ${inRow(rule.byYearDay.map(dayOfMonth))} of the year`,
    rule.byWeekNo.length === 0 ? "" : `in week ${inRow(rule.byWeekNo.map(String))}`,
    rule.byMonth.length === 0 ? "" : `in ${inRow(rule.byMonth.map((month) => monthNames[month - 1] ?? ""))}`,
    rule.byHour.length === 0 ? "" : `at hour ${inRow(rule.byHour.map(String))}`,
    rule.byMinute.length === 0 ? "" : `at minute ${inRow(rule.byMinute.map(String))}`,
    rule.bySetPos.length === 0 ? "" : `(only the ${inRow(rule.bySetPos.map(ordinal))} of these)`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` ${parts.join(" ")}`;
}

function describeEnd({ count, until }: RecurrenceRule): string {
  if (count !== null) return count === 1 ? ", once" : `, ${count} times`;
  return until === null ? "" : `, until ${describeUntil(until)}`;
}

function describeUntil(until: Until): string {
  return describeDate(until.kind === "instant" ? new Date(until.at).toISOString().slice(0, 10) : until.wall.slice(0, 10));
}

const lists = ["byMonth", "byWeekNo", "byYearDay", "byMonthDay", "byDay", "byHour", "byMinute", "bySetPos"] as const;

/** The one list a rule states, or null when there are more or none. */
function onlyStated(rule: RecurrenceRule): (typeof lists)[number] | null {
  const stated = lists.filter((name) => rule[name].length > 0);
  return stated.length === 1 ? (stated[0] ?? null) : null;
}

function isLastWorkingDay(rule: RecurrenceRule): boolean {
  const days = new Set(rule.byDay.filter(({ nth }) => nth === null).map(({ day }) => day));
  const isWeekdays = days.size === 5 && rule.byDay.length === 5 && !days.has("SA") && !days.has("SU");
  const isLast = rule.bySetPos.length === 1 && rule.bySetPos[0] === -1;
  const isRest = lists.every((name) => name === "byDay" || name === "bySetPos" || rule[name].length === 0);
  return rule.frequency === "MONTHLY" && isWeekdays && isLast && isRest;
}

function everyUnit({ frequency, interval }: RecurrenceRule): string {
  const unit = units[frequency];
  if (interval === 1) return `every ${unit}`;
  return interval === 2 ? `every second ${unit}` : `every ${interval} ${unit}s`;
}

function describeDay({ nth, day }: RuleDay): string {
  return nth === null ? ruleWeekdayNames[day] : `the ${ordinal(nth)} ${ruleWeekdayNames[day]}`;
}

function dayOfMonth(number: number): string {
  if (number === -1) return "last day";
  return number < 0 ? `${ordinal(number)} day` : withEnding(number);
}

const ordinals = ["first", "second", "third", "fourth", "fifth"] as const;

/** `first`, `20th`, `last`, `third to last`. */
function ordinal(number: number): string {
  const size = Math.abs(number);
  const word = ordinals[size - 1] ?? withEnding(size);
  if (number > 0) return word;
  return size === 1 ? "last" : `${word} to last`;
}

function withEnding(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

function inRow(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
