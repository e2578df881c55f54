import { anyOf } from "../../any-of.ts";
import { day, type Instant, type IsoDate, minute } from "../../instant.ts";
import { addDays, dateOf as dayOf } from "../../zoned-time.ts";
import { clocksIn, type FoundClock } from "./clocks-in-text.ts";
import { datesIn, type FoundDate } from "./dates-in-text.ts";
import { shortWeekday } from "./day-words.ts";
import type { Sentence } from "./sentences.ts";
import { type FoundZone, instantsOf, zonesIn } from "./zones-in-text.ts";

/** A time as a sentence tells it: a clock, and the zone and the date that belong to it where there are some. */
export type Moment = {
  readonly clock: FoundClock;
  readonly zone: FoundZone | null;
  /** The date it stands with, or null: then it may be on any. */
  readonly date: FoundDate | null;
  readonly dates: readonly IsoDate[];
  /** The other end of its span, as a place in `moments`. */
  readonly other: number | null;
  /** The time which this one says again in another zone, as a place in `moments`: 22:30 GMT of “22:30 GMT (17:30 EST)”. */
  readonly restates: number | null;
};

/** A sentence with the times and dates in it. Places are counted from the start of the sentence. */
export type ReadSentence = {
  readonly text: string;
  readonly moments: readonly Moment[];
  readonly dates: readonly FoundDate[];
};

/** What may stand between a date and the time that follows it, zones aside. */
const dateThenTime = /^\s*,?\s*(?:at|from|between|around|starting|begins?|starts?|until|by|–|-|—|:|\||·|,|\s)*\s*(?:about\s)?$/iu;
/** What may stand between a time and the date that follows it, zones aside. */
const timeThenDate = /^[\s,()]*(?:on\s+)?$/iu;

/** What stands between a time and the same time in another zone, zones aside: “02:00 GMT / 03:00 CET”, “(= 21:00 EST)”. */
const sameElsewhere = /^[\s),]*(?:[(/=]|\b(?:or|is|which is|that is|i\.e\.))[\s(=]*(?:that is|i\.e\.|which is|or)?[\s,]*$/iu;
/** Between such times of further zones: “… = 18:00 PST, 21:00 EST and 03:00 CET”. */
const andElsewhere = /^[\s),]*(?:and|or|[,;/])\s*$/iu;

const signsOfTime = anyOf`
  \d|day\b|\b${shortWeekday}\b
  \bo['’]clock\b|\b(?:half|quarter) (?:past|to)\b
  \b(?:in the (?:morning|afternoon|evening)|at night)\b
`;
/** Most sentences tell no time, and are looked at no further. */
const tellsTime = new RegExp(signsOfTime, "iu");

/** Reads the times of a sentence. `near` is the start of the window. */
export function readSentence({ text }: Pick<Sentence, "text">, near: Instant): ReadSentence {
  if (!tellsTime.test(text)) return { text, moments: [], dates: [] };
  const zones = zonesIn(text);
  // The digits of an offset are no time of day.
  const withoutOffsets = blanked(
    text,
    zones.filter(({ quote }) => /\d/u.test(quote)),
  );
  const dates = datesIn(withoutOffsets, near);
  const withoutDates = blanked(withoutOffsets, dates);
  // “01:30 GMT (UTC+0)”: brackets that hold a zone alone go with it.
  const between = blanked(withoutDates, zones).replace(/\(\s*\)/gu, (empty) => " ".repeat(empty.length));
  const clocks = clocksIn(withoutDates, between);
  const asides = asidesIn(text, clocks);
  const moments: Moment[] = [];
  for (const [index, clock] of clocks.entries()) {
    const other = clock.span?.other ?? null;
    const zone = zoneOf(clock, clocks[index + 1], zones);
    const own = dateOf(clock, index, clocks, datesFor(clock, dates, asides), between, text);
    const start = clock.span?.end === "end" && other !== null ? moments[other] : undefined;
    const date = own ?? start?.date ?? null;
    const restates = restated(clock, zone, moments, between);
    // What it says again has its date; here it may be the day before or after.
    const isOwnDate = date !== null && (restates === null || date !== moments[restates]?.date);
    const meant = restates === null || isOwnDate ? (date?.dates ?? []) : around(moments[restates]?.dates ?? []);
    // “Fri 22:30–01:30” ends on the next day; “Sun 01:00 BST – 01:00 GMT” on the same.
    const isPastMidnight = start !== undefined && clock.minutes <= start.clock.minutes;
    const isNextDay = isPastMidnight && (own === null || own === start.date);
    moments.push({
      clock,
      zone,
      date,
      dates: isNextDay ? [...meant.map((one) => addDays(one, 1)), ...meant] : meant,
      other,
      restates,
    });
  }
  return { text, moments: moments.map((moment, index) => withDateOfOther(moment, index, moments)), dates };
}

type Range = { readonly from: number; readonly to: number };

/** The brackets that tell a time: “9 PM EST (02:00 GMT on Saturday)”. */
function asidesIn(text: string, clocks: readonly FoundClock[]): Range[] {
  return Array.from(text.matchAll(/\([^()]*\)/gu), ({ 0: aside, index }) => ({ from: index, to: index + aside.length })).filter(
    (aside) => clocks.some((clock) => isWithin(clock, aside)),
  );
}

/** The dates that may be those of a time: what stands in brackets with another time is that one's. */
function datesFor(clock: FoundClock, dates: readonly FoundDate[], asides: readonly Range[]): readonly FoundDate[] {
  const others = asides.filter((aside) => !isWithin(clock, aside));
  const own = dates.filter((date) => !others.some((aside) => isWithin(date, aside)));
  return own.length > 0 ? own : dates;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/** Which of the times before this one says again: the one right before it, or the same end of the span before its own. */
function restated(clock: FoundClock, zone: FoundZone | null, moments: readonly Moment[], between: string): number | null {
  const isEnd = clock.span?.end === "end";
  if (isEnd) {
    const start = moments[clock.span?.other ?? -1];
    const of = start?.restates === null || start?.restates === undefined ? undefined : moments[start.restates];
    return of?.other ?? null;
  }
  const last = moments.at(-1);
  if (last === undefined || last.zone === null || zone === null || last.zone.quote === zone.quote) return null;
  if (last.zone.from > clock.from || zone.from < clock.to) return null;
  const joint = between.slice(last.clock.to, clock.from);
  if (!sameElsewhere.test(joint) && !(last.restates !== null && andElsewhere.test(joint))) return null;
  if (clock.span === null) return last.other === null || last.restates !== null ? moments.length - 1 : null;
  return last.other;
}

/** The time which another says again in another zone: of “22:30 GMT / 23:30 CET / 17:30 EST” the first one. */
export function saidBefore({ restates }: Moment, moments: readonly Moment[]): Moment | null {
  const before = restates === null ? undefined : moments[restates];
  return before === undefined ? null : (saidBefore(before, moments) ?? before);
}

/** “02:00 GMT is 18:00 PST on Friday”: the date goes with the second, and the first may be on the day before or after. */
function withDateOfOther(moment: Moment, index: number, moments: readonly Moment[]): Moment {
  const again = moments.find(({ restates }) => restates === index);
  const isDateOfAgain = again?.date !== null && again?.date === moment.date && (again?.date?.from ?? 0) > again.clock.from;
  return isDateOfAgain ? { ...moment, dates: around(moment.dates) } : moment;
}

function around(dates: readonly IsoDate[]): IsoDate[] {
  return [...new Set(dates.flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]))];
}

/** The zone right after a time, else the next one in the sentence, else the first of it. */
function zoneOf(clock: FoundClock, next: FoundClock | undefined, zones: readonly FoundZone[]): FoundZone | null {
  const after = zones.filter(({ from }) => from >= clock.to);
  const near = after.find(({ from }) => next === undefined || from < next.from);
  return near ?? after[0] ?? zones[0] ?? null;
}

/** The date a time stands with: right before it, right after it or its span, else the last before it, else the first of the sentence. */
function dateOf(
  clock: FoundClock,
  index: number,
  clocks: readonly FoundClock[],
  dates: readonly FoundDate[],
  between: string,
  text: string,
): FoundDate | null {
  const before = dates.filter(({ to }) => to <= clock.from).at(-1);
  const after = dateAfter(clock, clocks[index + 1], dates, between);
  const previous = clocks[index - 1];
  // “From 22:30 on Friday until 01:30 on Saturday”: the date before is that of the time before.
  const isTaken =
    after !== null &&
    previous !== undefined &&
    dateAfter(previous, clock, dates, between) === before &&
    !/\s{2}|\|/u.test(text.slice(previous.to, clock.from));
  if (before !== undefined && !isTaken && dateThenTime.test(between.slice(before.to, clock.from))) return before;
  if (after !== null) return after;
  if (clock.span?.end === "end")
    return before !== undefined && previous !== undefined && before.from > previous.to ? before : null;
  const end = clock.span?.end === "start" ? clocks[clock.span.other] : undefined;
  const afterSpan = end === undefined ? null : dateAfter(end, clocks[index + 2], dates, between);
  return afterSpan ?? before ?? dates.find(({ from }) => from >= clock.to) ?? null;
}

function dateAfter(
  clock: FoundClock,
  next: FoundClock | undefined,
  dates: readonly FoundDate[],
  between: string,
): FoundDate | null {
  const after = dates.find(({ from }) => from >= clock.to && (next === undefined || from < next.from));
  if (after === undefined || !timeThenDate.test(between.slice(clock.to, after.from))) return null;
  // “11 PM EST (Sat 28 Nov, 02:00 GMT)”: a date which opens a bracket is that of the time beside it in there.
  const opens = /\([\s,]*$/u.test(between.slice(clock.to, after.from));
  return opens && next !== undefined && dateThenTime.test(between.slice(after.to, next.from)) ? null : after;
}

function blanked(text: string, places: readonly { readonly from: number; readonly to: number }[]): string {
  return places.reduce((left, { from, to }) => `${left.slice(0, from)}${" ".repeat(to - from)}${left.slice(to)}`, text);
}

/** An instant a moment may be, and whether its zone's name is in use on that date. */
export type PossibleInstant = { readonly at: Instant; readonly isInUse: boolean };

/** The instants a moment with a date and a zone may be; none without either. */
export function possibleInstants({ clock, zone, dates }: Moment): readonly PossibleInstant[] {
  if (zone === null) return [];
  return dates.flatMap((date) => instantsOf(wallOn(date, clock), zone.meaning));
}

/** Those of the instants whose clocks show this time in its zone, on whatever date. */
export function sameClock(
  { clock, zone }: Moment,
  instants: readonly Instant[],
): readonly { readonly at: Instant; readonly isInUse: boolean }[] {
  if (zone === null) return [];
  return instants.flatMap((instant) =>
    [-1, 0, 1].flatMap((step) => {
      const midnight = Math.floor(instant / day) * day + step * day;
      return instantsOf(midnight + clock.minutes * minute, zone.meaning).filter(
        ({ at }) => at === Math.floor(instant / minute) * minute,
      );
    }),
  );
}

/** The date on which a moment's clock shows one of the instants it may be, in the zone that it names. */
export function dateInItsZone({ clock, zone }: Moment, at: Instant): IsoDate | null {
  if (zone === null) return null;
  const near = [-day, 0, day].map((step) => dayOf(at + step, "UTC"));
  const shows = (date: IsoDate): boolean => instantsOf(wallOn(date, clock), zone.meaning).some((instant) => instant.at === at);
  return near.find(shows) ?? null;
}

function wallOn(date: IsoDate, clock: FoundClock): Instant {
  return Date.parse(`${date}T00:00:00Z`) + clock.minutes * minute;
}
