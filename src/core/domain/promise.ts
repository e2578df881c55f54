import { addBusinessDays, mostBusinessDays } from "./business-days.ts";
import type { HolidayRegion } from "./directory.ts";
import type { Holidays } from "./holidays.ts";
import { hour, type Instant, type TimeOfDay, type ZoneId } from "./instant.ts";
import type { Promised } from "./matrix.ts";
import type { PromiseOutcome } from "./notice.ts";
import { addDays, dateOf, instantOfWall, isTimeOfDay, timeOfDayOf } from "./zoned-time.ts";

/** What a promise of notice is counted by: the zone, holidays and close of business are those of whom it was made to. */
export type PromiseTerms = {
  readonly promised: Promised | null;
  readonly startAt: Instant;
  readonly zone: ZoneId;
  readonly region: HolidayRegion | null;
  readonly counting: "clear" | "elapsed";
  readonly closeOfBusiness: TimeOfDay;
  readonly holidays: Holidays;
};

/**
 * The last instant at which an accepted notice still keeps the promise; null when nothing is promised (DESIGN.md §5, Time).
 * - Hours are plain hours.
 * - *Clear* business days: N whole ones lie between the day of acceptance and the day of the start, so that
 *   the last chance is close of business on the business day before those N. What is accepted later, or on a weekend
 *   or holiday, counts as accepted on the next business day.
 * - *Elapsed* business days: the start's wall time, N business days earlier.
 */
export function latestAcceptance(terms: PromiseTerms): Instant | null {
  const { promised, startAt, zone, region, holidays } = terms;
  if (promised === null) return null;
  if (!(promised.amount > 0)) return startAt;
  if (promised.unit === "hours") return startAt - promised.amount * hour;
  const startDate = dateOf(startAt, zone);
  if (terms.counting === "elapsed") {
    const date = addBusinessDays(startDate, -promised.amount, region, holidays);
    return instantOfWall(`${date}T${timeOfDayOf(startAt, zone)}`, zone);
  }
  const date = addBusinessDays(startDate, -(Math.trunc(promised.amount) + 1), region, holidays);
  return instantOfWall(`${date}T${isTimeOfDay(terms.closeOfBusiness) ? terms.closeOfBusiness : "17:00"}`, zone);
}

/**
 * Whether a notice accepted at `now` keeps what was promised.
 * When it does not, `earliestStart` is the planned start's time of day on the first day on which it would.
 */
export function judgePromise(terms: PromiseTerms & { readonly now: Instant }): PromiseOutcome {
  const latest = latestAcceptance(terms);
  if (latest === null) return { kind: "none" };
  if (terms.now <= latest) return { kind: "kept", latest };
  return { kind: "broken", latest, earliestStart: earliestStart(terms, terms.now) };
}

function earliestStart(terms: PromiseTerms, now: Instant): Instant {
  const timeOfDay = timeOfDayOf(terms.startAt, terms.zone);
  const amount = terms.promised?.amount ?? 0;
  // N days of any kind take at least N dates, so no earlier date needs to be tried.
  const leap = terms.promised?.unit === "hours" ? Math.floor(amount / 24) : Math.min(amount, mostBusinessDays);
  let date = addDays(dateOf(now, terms.zone), leap);
  let startAt = instantOfWall(`${date}T${timeOfDay}`, terms.zone);
  for (let patience = 2 * mostBusinessDays; patience > 0; patience -= 1) {
    if (keeps(terms, startAt, now)) break;
    date = addDays(date, 1);
    startAt = instantOfWall(`${date}T${timeOfDay}`, terms.zone);
  }
  return startAt;
}

function keeps(terms: PromiseTerms, startAt: Instant, now: Instant): boolean {
  const latest = latestAcceptance({ ...terms, startAt });
  return latest === null || now <= latest;
}
