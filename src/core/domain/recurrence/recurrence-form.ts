import type { IsoDate, WallTime } from "../instant.ts";
import { isIsoDate, weekdayOf } from "../zoned-time.ts";
import { type RecurrenceRule, type RuleWeekday, readRule, ruleWeekdays, writeRule } from "./recurrence-rule.ts";

/** How windows come again, as a form offers it. Whatever else the standard can say is read and shown, but not offered. */
export type Repeats =
  | { readonly kind: "weekly"; readonly every: number; readonly weekdays: readonly RuleWeekday[] }
  /** The first to fourth, or with -1 the last, of a weekday in the month. */
  | { readonly kind: "monthlyOnWeekday"; readonly every: number; readonly nth: 1 | 2 | 3 | 4 | -1; readonly weekday: RuleWeekday }
  /** The last of Monday to Friday; holidays are not left out, since no rule of the standard knows them. */
  | { readonly kind: "lastWorkingDay"; readonly every: number }
  /** A day of the month from the first, or with -1 the last. Months that lack it are left out. */
  | { readonly kind: "monthlyOnDay"; readonly every: number; readonly dayOfMonth: number };

export type RepeatsEnd =
  | { readonly kind: "never" }
  | { readonly kind: "until"; readonly date: IsoDate }
  | { readonly kind: "count"; readonly count: number };

export type RepeatsForm = { readonly repeats: Repeats; readonly end: RepeatsEnd };

const workdays = ["MO", "TU", "WE", "TH", "FR"] as const;

/** The rule a form means. What the form lacks (no weekday, an unfinished date) shows when the rule is read. */
export function ruleOfForm({ repeats, end }: RepeatsForm): string {
  return writeRule({ ...plain, ...partsOf(repeats), interval: repeats.every, ...endOf(end) });
}

const plain: RecurrenceRule = {
  frequency: "MONTHLY",
  interval: 1,
  count: null,
  until: null,
  byMonth: [],
  byWeekNo: [],
  byYearDay: [],
  byMonthDay: [],
  byDay: [],
  byHour: [],
  byMinute: [],
  bySetPos: [],
  weekStart: "MO",
};

function partsOf(repeats: Repeats): Partial<RecurrenceRule> {
  switch (repeats.kind) {
    case "weekly":
      return { frequency: "WEEKLY", byDay: ruleWeekdays.filter((day) => repeats.weekdays.includes(day)).map(every) };
    case "monthlyOnWeekday":
      return { byDay: [{ nth: repeats.nth, day: repeats.weekday }] };
    case "lastWorkingDay":
      return { byDay: workdays.map(every), bySetPos: [-1] };
    case "monthlyOnDay":
      return { byMonthDay: [repeats.dayOfMonth] };
  }
}

function every(day: RuleWeekday): RecurrenceRule["byDay"][number] {
  return { nth: null, day };
}

function endOf(end: RepeatsEnd): Pick<RecurrenceRule, "count" | "until"> {
  switch (end.kind) {
    case "never":
      return { count: null, until: null };
    case "count":
      return { count: end.count, until: null };
    case "until":
      return { count: null, until: { kind: "date", wall: `${end.date}T23:59` } };
  }
}

/** The form a rule fits, or null when it says more than the form can. */
export function formOfRule(text: string): RepeatsForm | null {
  const read = readRule(text);
  if (read.kind === "problem") return null;
  const { rule } = read;
  const end: RepeatsEnd =
    rule.count !== null
      ? { kind: "count", count: rule.count }
      : rule.until === null
        ? { kind: "never" }
        : { kind: "until", date: untilDate(rule) };
  const candidates: Repeats[] = [
    { kind: "weekly", every: rule.interval, weekdays: rule.byDay.map(({ day }) => day) },
    { kind: "lastWorkingDay", every: rule.interval },
    { kind: "monthlyOnDay", every: rule.interval, dayOfMonth: rule.byMonthDay[0] ?? 0 },
    ...rule.byDay.flatMap(({ nth, day }): Repeats[] =>
      nth === 1 || nth === 2 || nth === 3 || nth === 4 || nth === -1
        ? [{ kind: "monthlyOnWeekday", every: rule.interval, nth, weekday: day }]
        : [],
    ),
  ];
  const bare = (one: string) => one.replace(/;(UNTIL|COUNT)=[^;]*/u, "");
  const repeats = candidates.find((candidate) => bare(ruleOfForm({ repeats: candidate, end })) === bare(writeRule(rule)));
  return repeats === undefined ? null : { repeats, end };
}

function untilDate({ until }: RecurrenceRule): IsoDate {
  if (until === null) return "";
  return until.kind === "instant" ? new Date(until.at).toISOString().slice(0, 10) : until.wall.slice(0, 10);
}

/** What a first start suggests: the weekday of its week, its place in the month. */
export function suggestedFor(start: WallTime): Readonly<Record<Repeats["kind"], Repeats>> {
  const date = isIsoDate(start.slice(0, 10)) ? start.slice(0, 10) : "2026-01-05";
  const weekday = ruleWeekdays[weekdayOf(date) - 1] ?? "MO";
  const dayOfMonth = Number(date.slice(8));
  const place = Math.ceil(dayOfMonth / 7);
  const nth = place === 1 || place === 2 || place === 3 || place === 4 ? place : -1;
  return {
    weekly: { kind: "weekly", every: 1, weekdays: [weekday] },
    monthlyOnWeekday: { kind: "monthlyOnWeekday", every: 1, nth, weekday },
    lastWorkingDay: { kind: "lastWorkingDay", every: 1 },
    monthlyOnDay: { kind: "monthlyOnDay", every: 1, dayOfMonth },
  };
}

/**
 * The rule of a series whose start moves from one wall time to another: the same where the date stays, the same kind of rule
 * on the new date where the form knows it (the first Sunday becomes the first Monday). Null where somebody must say it anew.
 */
export function ruleMovedTo(rule: string, from: WallTime, to: WallTime): string | null {
  if (from.slice(0, 10) === to.slice(0, 10)) return rule;
  const form = formOfRule(rule);
  if (form === null) return null;
  const suggested = suggestedFor(to)[form.repeats.kind];
  const isOneDay = form.repeats.kind !== "weekly" || form.repeats.weekdays.length <= 1;
  if (!isOneDay || form.repeats.kind === "lastWorkingDay") return null;
  return ruleOfForm({ ...form, repeats: { ...suggested, every: form.repeats.every } });
}
