import type { OwnDay } from "../../../src/core/domain/directory.ts";

/**
 * Promises counted the slow way, from what they say and with nothing of the product's arithmetic: every day between is
 * looked at, and clocks are read with Intl. What it is measured against counts back from the start; this counts forward
 * from the acceptance.
 */
export type SlowTerms = {
  readonly amount: number;
  readonly unit: "minutes" | "hours" | "businessDays";
  readonly counting: "clear" | "elapsed";
  readonly startAt: number;
  readonly zone: string;
  readonly region: string;
  readonly closeOfBusiness: string;
  readonly ownDays: readonly OwnDay[];
  /** The names of public holidays by date, for the region. */
  readonly publicHolidays: ReadonlySet<string>;
};

const minute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in the zone show, as `2026-11-28 02:00`. */
export function clockIn(zone: string, at: number): string {
  let format = formats.get(zone);
  if (format === undefined) {
    // Swedes write dates as ISO 8601 does.
    const fields = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, hourCycle: "h23", ...fields });
    formats.set(zone, format);
  }
  return format.format(at);
}

const found = new Map<string, number>();

/** The first instant at which clocks in the zone show this time or, where they skip it, a later one of that date. */
export function firstInstantAt(zone: string, wall: string): number {
  const key = `${zone} ${wall}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const at = lookFor(zone, wall);
  found.set(key, at);
  return at;
}

/** Looks at every quarter of an hour, and where none shows that time, at every minute. */
function lookFor(zone: string, wall: string): number {
  const asUtc = Date.parse(`${wall.replace(" ", "T")}Z`);
  // From Moscow to Alaska; offsets are a whole number of quarters of an hour.
  const first = asUtc - 3 * 60 * minute;
  for (let at = first; at <= asUtc + 9 * 60 * minute; at += 15 * minute) if (clockIn(zone, at) === wall) return at;
  for (let at = first; ; at += minute) if (clockIn(zone, at) >= wall) return at;
}

export function dayAfter(date: string, days = 1): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Until when a notice is accepted on that date: `24:00` never comes, and nothing is accepted on a day off. */
function openUntil(date: string, terms: SlowTerms): { readonly until: string | null; readonly isWhole: boolean } {
  const own =
    terms.ownDays.findLast((day) => day.date === date && day.region === terms.region) ??
    terms.ownDays.findLast((day) => day.date === date && day.region === null);
  if (own?.counts.kind === "off") return { until: null, isWhole: false };
  if (own?.counts.kind === "half") return { until: own.counts.closesAt, isWhole: false };
  if (own?.counts.kind === "working") return { until: terms.closeOfBusiness, isWhole: true };
  const weekday = new Date(`${date}T12:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || terms.publicHolidays.has(date)) return { until: null, isWhole: false };
  return { until: terms.closeOfBusiness, isWhole: true };
}

export function isWholeDay(date: string, terms: SlowTerms): boolean {
  return openUntil(date, terms).isWhole;
}

/** Whether a notice accepted then gives as much notice as was promised. */
export function givesEnoughNotice(acceptedAt: number, terms: SlowTerms): boolean {
  if (terms.unit === "minutes") return terms.startAt - acceptedAt >= terms.amount * minute;
  if (terms.unit === "hours") return terms.startAt - acceptedAt >= terms.amount * 60 * minute;
  const [startDate = "", startClock = ""] = clockIn(terms.zone, terms.startAt).split(" ");
  if (terms.counting === "elapsed") {
    let date = startDate;
    for (let left = terms.amount; left > 0; ) {
      date = dayAfter(date, -1);
      if (isWholeDay(date, terms)) left -= 1;
    }
    return acceptedAt <= firstInstantAt(terms.zone, `${date} ${startClock}`);
  }
  const [date = "", clock = ""] = clockIn(terms.zone, acceptedAt).split(" ");
  const { until } = openUntil(date, terms);
  let counted = date;
  // After close, or on a day off, it counts as accepted on the next day that is open at all.
  if (until === null || clock > until)
    do counted = dayAfter(counted);
    while (openUntil(counted, terms).until === null);
  let clear = 0;
  for (let between = dayAfter(counted); between < startDate; between = dayAfter(between)) {
    if (isWholeDay(between, terms)) clear += 1;
  }
  return clear >= terms.amount;
}

/** Every instant from 2024 to 2030 at which clocks of the zone are changed. */
export function clockChanges(zone: string): number[] {
  const hour = 60 * minute;
  const changes: number[] = [];
  const offset = (at: number) => Date.parse(`${clockIn(zone, at).replace(" ", "T")}Z`) - at;
  let before = offset(Date.UTC(2024, 0, 1));
  for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2031, 0, 1); at += hour) {
    const now = offset(at);
    if (now !== before) changes.push(at);
    before = now;
  }
  return changes;
}
