import type { Instant, WallTime } from "../instant.ts";
import { isWallTime } from "../zoned-time.ts";

export const frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"] as const;
export type Frequency = (typeof frequencies)[number];

export const ruleWeekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type RuleWeekday = (typeof ruleWeekdays)[number];

/** `2MO` is the second Monday, `-1FR` the last Friday; null is every one. */
export type RuleDay = { readonly nth: number | null; readonly day: RuleWeekday };

/** The last moment a rule may give, as it was written: an instant, a wall time of the rule's zone, or a whole day. */
export type Until =
  | { readonly kind: "instant"; readonly at: Instant }
  | { readonly kind: "wall"; readonly wall: WallTime }
  | { readonly kind: "date"; readonly wall: WallTime };

/** A recurrence rule (RFC 5545 §3.3.10) taken apart. Lists that were not stated are empty. */
export type RecurrenceRule = {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: Until | null;
  readonly byMonth: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly RuleDay[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySetPos: readonly number[];
  readonly weekStart: RuleWeekday;
};

export type ReadRule =
  | { readonly kind: "rule"; readonly rule: RecurrenceRule }
  /** Why the text is no rule, for the person. */
  | { readonly kind: "problem"; readonly message: string };

/** A rule longer than this is no rule but an attack: every part of the standard fits in, each number named once. */
const longestRule = 4_000;

/**
 * Reads the value of an RRULE property. What the standard forbids is refused with a reason, and so is what windows can't
 * use: seconds, and parts that are not the standard's.
 */
export function readRule(text: string): ReadRule {
  if (text.length > longestRule) return problem("This rule is too long to be one of a maintenance window.");
  const parts = new Map<string, string>();
  for (const part of text.trim().split(";")) {
    const [name = "", value = "", ...rest] = part.split("=");
    const key = name.trim().toUpperCase();
    if (rest.length > 0 || key === "" || value.trim() === "") return problem(`“${part}” is no part of a recurrence rule.`);
    if (parts.has(key)) return problem(`${key} stands in the rule twice.`);
    if (!known.has(key)) return problem(`${key} is not a part of recurrence rules that Forewarn knows.`);
    parts.set(key, value.trim().toUpperCase());
  }
  return fromParts(parts);
}

function problem(message: string): Extract<ReadRule, { kind: "problem" }> {
  return { kind: "problem", message };
}

const ranges = {
  BYMONTH: { low: 1, high: 12, signed: false },
  BYWEEKNO: { low: 1, high: 53, signed: true },
  BYYEARDAY: { low: 1, high: 366, signed: true },
  BYMONTHDAY: { low: 1, high: 31, signed: true },
  BYHOUR: { low: 0, high: 23, signed: false },
  BYMINUTE: { low: 0, high: 59, signed: false },
  BYSETPOS: { low: 1, high: 366, signed: true },
} as const;
type NumberPart = keyof typeof ranges;
const numberParts = Object.keys(ranges) as readonly NumberPart[]; // Object.keys forgets what the literal holds.

const known = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", "BYSECOND", ...numberParts]);

function fromParts(parts: ReadonlyMap<string, string>): ReadRule {
  const given = parts.get("FREQ") ?? "";
  if (given === "SECONDLY" || !/^0{1,2}$/u.test(parts.get("BYSECOND") ?? "0")) {
    return problem("A window begins at a whole minute: a rule by seconds can't be used.");
  }
  const frequency = frequencies.find((name) => name === given);
  if (frequency === undefined) return problem("The rule does not say how often: FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.");
  const interval = wholeNumber(parts.get("INTERVAL") ?? "1");
  if (interval === null || interval > 1_000) return problem("INTERVAL must be a whole number from 1 to 1000.");
  const count = parts.has("COUNT") ? wholeNumber(parts.get("COUNT") ?? "") : null;
  if (parts.has("COUNT") && count === null) return problem("COUNT must be a whole number of at least 1.");
  const until = parts.has("UNTIL") ? readUntil(parts.get("UNTIL") ?? "") : null;
  if (parts.has("UNTIL") && until === null) return problem("UNTIL must be a date, as 20261231 or 20261231T235900Z.");
  if (count !== null && until !== null) return problem("A rule ends after a number of times or on a date, not both.");
  const weekStart = ruleWeekdays.find((name) => name === (parts.get("WKST") ?? "MO"));
  if (weekStart === undefined) return problem("WKST must be a weekday, as MO.");

  const numbers = new Map<NumberPart, readonly number[]>();
  for (const name of numberParts) {
    const { low, high, signed } = ranges[name];
    const values = (parts.get(name) ?? "").split(",").filter((value) => value !== "");
    const found = values.map(signedNumber);
    if (found.some((value) => value === null || Math.abs(value) < low || Math.abs(value) > high || (value < 0 && !signed))) {
      return problem(
        `${name} must hold numbers from ${low} to ${high}${signed ? ", or as many from the end with a minus" : ""}.`,
      );
    }
    numbers.set(name, [...new Set(found.filter((value) => value !== null))]);
  }
  const days = (parts.get("BYDAY") ?? "").split(",").filter((value) => value !== "");
  const byDay = days.map(readDay).filter((day) => day !== null);
  if (byDay.length !== days.length) return problem("BYDAY must hold weekdays, as MO, 1SU or -1FR.");

  const list = (name: NumberPart): readonly number[] => numbers.get(name) ?? [];
  const rule: RecurrenceRule = {
    frequency,
    interval,
    count,
    until,
    byMonth: list("BYMONTH"),
    byWeekNo: list("BYWEEKNO"),
    byYearDay: list("BYYEARDAY"),
    byMonthDay: list("BYMONTHDAY"),
    byDay,
    byHour: list("BYHOUR"),
    byMinute: list("BYMINUTE"),
    bySetPos: list("BYSETPOS"),
    weekStart,
  };
  const contradiction = contradictionIn(rule);
  return contradiction === null ? { kind: "rule", rule } : problem(contradiction);
}

/** What RFC 5545 §3.3.10 forbids together. */
function contradictionIn(rule: RecurrenceRule): string | null {
  const { frequency, byDay, byWeekNo, byYearDay, byMonthDay, bySetPos, byMonth, byHour, byMinute } = rule;
  const hasNth = byDay.some(({ nth }) => nth !== null);
  if (hasNth && frequency !== "MONTHLY" && frequency !== "YEARLY") {
    return "A numbered weekday, as the first Sunday, needs a rule by month or year.";
  }
  if (hasNth && byWeekNo.length > 0) return "A numbered weekday can't be combined with weeks of the year (BYWEEKNO).";
  if (byWeekNo.length > 0 && frequency !== "YEARLY") return "Weeks of the year (BYWEEKNO) need a rule by year.";
  if (byYearDay.length > 0 && (frequency === "DAILY" || frequency === "WEEKLY" || frequency === "MONTHLY")) {
    return "Days of the year (BYYEARDAY) need a rule by year.";
  }
  if (byMonthDay.length > 0 && frequency === "WEEKLY")
    return "Days of the month (BYMONTHDAY) can't be combined with a rule by week.";
  const lists = [byMonth, byWeekNo, byYearDay, byMonthDay, byDay, byHour, byMinute];
  if (bySetPos.length > 0 && lists.every(({ length }) => length === 0)) {
    return "A place (BYSETPOS) needs something to count: weekdays, days or months.";
  }
  return null;
}

function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/u.test(text) && Number(text) >= 1 ? Number(text) : null;
}

function signedNumber(text: string): number | null {
  return /^[+-]?\d{1,3}$/u.test(text) ? Number(text) : null;
}

function readDay(text: string): RuleDay | null {
  const { nth, day = "" } = /^(?<nth>[+-]?\d{1,2})?(?<day>[A-Z]{2})$/u.exec(text)?.groups ?? {};
  const weekday = ruleWeekdays.find((name) => name === day);
  if (weekday === undefined) return null;
  if (nth === undefined) return { nth: null, day: weekday };
  const number = Number(nth);
  return Math.abs(number) >= 1 && Math.abs(number) <= 53 ? { nth: number, day: weekday } : null;
}

function readUntil(text: string): Until | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z)?)?$/u.exec(text);
  if (found === null) return null;
  const [, year, month, dayOfMonth, hours, minutes, utc] = found;
  const wall = `${year}-${month}-${dayOfMonth}T${hours ?? "23"}:${minutes ?? "59"}`;
  if (!isWallTime(wall)) return null;
  if (hours === undefined) return { kind: "date", wall };
  return utc === undefined ? { kind: "wall", wall } : { kind: "instant", at: Date.parse(`${wall}Z`) };
}

/** Writes a rule as the standard does; `readRule` reads it again. */
export function writeRule(rule: RecurrenceRule): string {
  const part = (name: string, values: readonly (string | number)[]) =>
    values.length === 0 ? [] : [`${name}=${values.join(",")}`];
  return [
    `FREQ=${rule.frequency}`,
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...part("BYMONTH", rule.byMonth),
    ...part("BYWEEKNO", rule.byWeekNo),
    ...part("BYYEARDAY", rule.byYearDay),
    ...part("BYMONTHDAY", rule.byMonthDay),
    ...part(
      "BYDAY",
      rule.byDay.map(({ nth, day }) => `${nth ?? ""}${day}`),
    ),
    ...part("BYHOUR", rule.byHour),
    ...part("BYMINUTE", rule.byMinute),
    ...part("BYSETPOS", rule.bySetPos),
    ...(rule.weekStart === "MO" ? [] : [`WKST=${rule.weekStart}`]),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === null ? [] : [`UNTIL=${writeUntil(rule.until)}`]),
  ].join(";");
}

function writeUntil(until: Until): string {
  const digits = (wall: WallTime) => `${wall.replace(/[-:]/gu, "")}00`;
  switch (until.kind) {
    case "instant":
      return `${digits(new Date(until.at).toISOString().slice(0, 16))}Z`;
    case "wall":
      return digits(until.wall);
    case "date":
      return until.wall.slice(0, 10).replaceAll("-", "");
  }
}
