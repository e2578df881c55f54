import { addBusinessDays, mostBusinessDays, openDayBefore } from "../business-days.ts";
import type { HolidayRegion } from "../directory.ts";
import type { WorkCalendar } from "../holidays.ts";
import { hour, type Instant, minute, type TimeOfDay, type ZoneId } from "../instant.ts";
import { isOfClock, type Promised } from "../matrix.ts";
import type { PromiseOutcome } from "../notice.ts";
import { addDays, dateOf, instantOfWall, isTimeOfDay, timeOfDayOf } from "../zoned-time.ts";

/** What a promise of notice is counted by: the zone, days of work and close of business are those of whom it was made to. */
export type PromiseTerms = {
  readonly promised: Promised | null;
  readonly startAt: Instant;
  readonly zone: ZoneId;
  readonly region: HolidayRegion | null;
  readonly counting: "clear" | "elapsed";
  readonly closeOfBusiness: TimeOfDay;
  readonly calendar: WorkCalendar;
};

/**
 * The last instant at which an accepted notice still keeps the promise; null when nothing is promised.
 * - Hours and minutes are plain ones.
 * - *Clear* business days: N whole ones lie between the day of acceptance and the day of the start, so that
 *   the last chance is close of business on the last day before those N on which notices are accepted: a half day is one,
 *   until it closes. What is accepted later, or on a weekend or holiday, counts as accepted on the next such day.
 * - *Elapsed* business days: the start's wall time, N business days earlier. A half day is passed over like a holiday.
 */
export function latestAcceptance(terms: PromiseTerms): Instant | null {
  const { promised, startAt, zone, region, calendar } = terms;
  if (promised === null) return null;
  if (!(promised.amount > 0)) return startAt;
  if (isOfClock(promised.unit)) return startAt - promised.amount * (promised.unit === "hours" ? hour : minute);
  const firstOfThem = addBusinessDays(dateOf(startAt, zone), -promised.amount, region, calendar);
  if (terms.counting === "elapsed") return instantOfWall(`${firstOfThem}T${timeOfDayOf(startAt, zone)}`, zone);
  const date = openDayBefore(firstOfThem, region, calendar);
  return instantOfWall(`${date}T${closingOn(date, terms)}`, zone);
}

function closingOn(date: string, { region, calendar, closeOfBusiness }: PromiseTerms): TimeOfDay {
  const day = calendar(region, date);
  if (day.kind === "half" && isTimeOfDay(day.closesAt)) return day.closesAt;
  return isTimeOfDay(closeOfBusiness) ? closeOfBusiness : "17:00";
}

/**
 * Whether what was promised is kept: by a notice accepted at `acceptedAt`, or, where none was yet, by one accepted at `now`.
 * When it is not, `earliestStart` is the planned start's time of day on the first day on which a notice accepted now
 * would keep it: a window moved there is told of anew.
 */
export function judgePromise(
  terms: PromiseTerms & { readonly now: Instant; readonly acceptedAt?: Instant | null },
): PromiseOutcome {
  const latest = latestAcceptance(terms);
  if (latest === null) return { kind: "none" };
  const accepted = terms.acceptedAt ?? null;
  const said = accepted === null ? {} : { acceptedAt: accepted };
  if ((accepted ?? terms.now) <= latest) return { kind: "kept", latest, ...said };
  return { kind: "broken", latest, earliestStart: earliestStart(terms, terms.now), ...said };
}

/**
 * The first start, at the planned start's time of day, that a notice accepted at `now` would keep the promise for.
 * It may lie before the planned one, where that is more than in time.
 */
export function earliestStart(terms: PromiseTerms, now: Instant): Instant {
  const timeOfDay = timeOfDayOf(terms.startAt, terms.zone);
  // No earlier date needs to be tried.
  let date = addDays(dateOf(now, terms.zone), daysAtLeast(terms.promised));
  let startAt = instantOfWall(`${date}T${timeOfDay}`, terms.zone);
  for (let patience = 2 * mostBusinessDays; patience > 0; patience -= 1) {
    if (keeps(terms, startAt, now)) break;
    date = addDays(date, 1);
    startAt = instantOfWall(`${date}T${timeOfDay}`, terms.zone);
  }
  return startAt;
}

/** N business days take at least N dates, a day of the clock one each. */
function daysAtLeast(promised: Promised | null): number {
  switch (promised?.unit) {
    case "businessDays":
      return Math.min(promised.amount, mostBusinessDays);
    case "hours":
      return Math.floor(promised.amount / 24);
    default:
      return 0;
  }
}

function keeps(terms: PromiseTerms, startAt: Instant, now: Instant): boolean {
  const latest = latestAcceptance({ ...terms, startAt });
  return latest === null || now <= latest;
}
