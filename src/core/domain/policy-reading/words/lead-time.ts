import type { TimingUnit } from "../../matrix.ts";
import {
  after,
  before,
  beforeLength,
  every,
  fromWhat,
  least,
  lengthNoun,
  number,
  numberWords,
  preferably,
  type Unit,
  unit,
  units,
  within,
} from "./lead-time-words.ts";
import { findAll, wholeWords } from "./plain-text.ts";

/** A length of time as a policy counts it. */
export type Span = { readonly amount: number; readonly unit: TimingUnit };

/** How long before the start: at least `least`, preferably `target`. The same where the policy gives one figure. */
export type LeadTime = { readonly least: Span; readonly target: Span };

/** A length of time as found in a text. */
export type FoundSpan = {
  readonly start: number;
  readonly end: number;
  /** Null when the plan can't count it: no days at all, more than a year. */
  readonly lead: LeadTime | null;
  /** The smallest length in minutes, for how often something is repeated; null for days and longer. */
  readonly minutes: number | null;
  readonly isRange: boolean;
  readonly saysAtLeast: boolean;
  readonly saysPreferably: boolean;
  readonly use: "before" | "after" | "every" | "within" | "per" | "unsaid";
};

const unitTests = units.map(([name, pattern]) => [name, new RegExp(`^(?:${pattern})$`, "iu")] as const);

const spans = wholeWords(
  [
    `(?:(?<opening>${least}|${preferably}|${every}|${within})\\s*:?\\s*)?`,
    // `10 or more days`, `5 days to 2 weeks`
    `(?:an?\\s+(?=${number}))?(?<low>${number})(?<more> or more)?\\s?(?<lowUnit>${unit})?`,
    `(?:\\s*(?:-|to|til|bis|à|/)\\s*(?<high>${number}))?`,
    `[\\s-]?(?<unit>${unit})(?:'s?|s')?\\.?`,
    // `2 days for each` day of an outage, `2 days outage`
    `(?<per>\\s+(?:per|for each|for every|pro|par)\\s)?`,
    `(?<length>\\s+${lengthNoun})?`,
    `(?:\\s+(?:(?<after>${after})|(?<before>${before}))${fromWhat}?)?`,
    `(?:\\s*\\(?(?<closing>minimum|min|promised|guaranteed|committed|${preferably})(?!:? ?\\d)\\)?)?`,
  ].join(""),
);

/** `T-14`, `T-14 to T-10`, `D-3`, `T-24h`: before the start. Days where no unit is given, as is usual. */
const countdown = wholeWords(
  [
    `(?:(?<opening>${least}|by|latest|from)\\s*:?\\s*)?`,
    `[TDJ]\\s?-\\s?(?<high>[1-9]\\d{0,2})(?:\\s?(?<highUnit>${unit}))?`,
    `(?:\\s*(?:-|to|til|bis|à|/|until)\\s*[TDJ]\\s?-\\s?(?<low>[1-9]\\d{0,2})(?:\\s?(?<lowUnit>${unit}))?)?`,
  ].join(""),
);

/** A cell that is a figure and no unit can't be counted; it is found all the same, so that it is asked about. */
export function findSpans(text: string): FoundSpan[] {
  if (
    !/\d/u.test(text) &&
    !/(?:[aá]y|inut|eek|ortnight|tag|uge|jour|hour|month|mois|monat|stund|time|semain|woch|måned|heure)/iu.test(text)
  )
    return [];
  return [...countdowns(text), ...counted(text)];
}

function* countdowns(text: string): Generator<FoundSpan> {
  for (const match of findAll(countdown, text)) {
    const { high = "", highUnit, low, lowUnit } = match.groups ?? {};
    const most = spanOf(high, unitOf(highUnit ?? lowUnit) ?? "days");
    const fewest = low === undefined ? most : spanOf(low, unitOf(lowUnit ?? highUnit) ?? "days");
    yield {
      start: match.index,
      end: match.index + match[0].length,
      lead: most === null || fewest === null ? null : ordered(fewest, most),
      minutes: null,
      isRange: low !== undefined,
      saysAtLeast: false,
      saysPreferably: false,
      use: "before",
    };
  }
}

const isLeast = new RegExp(`^${least}$`, "iu");
const isPreferably = new RegExp(`^${preferably}$`, "iu");

function* counted(text: string): Generator<FoundSpan> {
  for (const match of findAll(spans, text)) {
    const groups = match.groups ?? {};
    if (groups.length !== undefined || (groups.before === undefined && isLengthOfWork(text, match.index))) continue;
    const opening = (groups.opening ?? "").replace(/[\s:]+$/u, "");
    const closing = groups.closing ?? "";
    const lastUnit = unitOf(groups.unit);
    const low = spanOf(groups.low ?? "", unitOf(groups.lowUnit) ?? lastUnit ?? "days");
    const high = groups.high === undefined ? low : spanOf(groups.high, lastUnit ?? "days");
    yield {
      start: match.index,
      end: match.index + match[0].length,
      lead: low === null || high === null ? null : ordered(low, high),
      minutes: minutesOf(groups.low ?? "", unitOf(groups.lowUnit) ?? lastUnit ?? "days"),
      isRange: groups.high !== undefined && groups.high !== groups.low,
      saysAtLeast: groups.more !== undefined || isLeast.test(opening) || /^(?:min|promised|guaranteed|committed)/iu.test(closing),
      saysPreferably: isPreferably.test(opening) || isPreferably.test(closing),
      use: purposeOf(groups, opening, text.slice(0, match.index)),
    };
  }
}

/** `If it takes longer than 15 minutes`: how long the work is, and no time of notice. */
function isLengthOfWork(text: string, start: number): boolean {
  return beforeLength.test(text.slice(Math.max(0, start - 24), start));
}

function purposeOf(groups: Record<string, string | undefined>, opening: string, before: string): FoundSpan["use"] {
  if (groups.per !== undefined) return "per";
  if (/^(?:every|each|alle|hver|toutes)/iu.test(opening)) return "every";
  if (groups.after !== undefined) return "after";
  if (/^(?:within|innerhalb|inden|dans|in the|during the|over the)/iu.test(opening)) return "within";
  if (groups.before !== undefined) return "before";
  // `Update at 12h`: after the start, or by the clock.
  return /(?<!\p{L})at\s*$/iu.test(before) ? "after" : "unsaid";
}

function unitOf(word: string | undefined): Unit | null {
  if (word === undefined) return null;
  return unitTests.find(([, test]) => test.test(word))?.[0] ?? null;
}

function amountOf(word: string): number {
  return numberWords.get(word.toLowerCase()) ?? Number(word);
}

function minutesOf(word: string, of: Unit): number | null {
  if (of === "minutes") return amountOf(word);
  return of === "hours" ? amountOf(word) * 60 : null;
}

/** A year at most: what is longer is a slip of the pen, or no notice. */
function spanOf(word: string, of: Unit): Span | null {
  const amount = amountOf(word);
  const span = (times: number, counted: Span["unit"]): Span | null =>
    Number.isInteger(amount) && amount >= 1 && amount * times <= 365 ? { amount: amount * times, unit: counted } : null;
  switch (of) {
    case "minutes":
      return amount > 0 && amount % 60 === 0 ? { amount: amount / 60, unit: "hours" } : span(1, of);
    case "hours":
    case "businessDays":
    case "days":
      return span(1, of);
    case "fortnights":
      return span(14, "days");
    case "weeks":
      return span(7, "days");
    case "months":
      return span(30, "days");
  }
}

const inHours = { minutes: 1 / 60, hours: 1, days: 24, businessDays: 33.6 } as const;

/** Roughly, in hours, to tell which of two spans is longer; a business day counts as seven fifths of a day. */
export function roughHours(span: Span): number {
  return span.amount * inHours[span.unit];
}

function ordered(one: Span, other: Span): LeadTime {
  return roughHours(one) <= roughHours(other) ? { least: one, target: other } : { least: other, target: one };
}
