import { addBusinessDays } from "../business-days.ts";
import type { Customer } from "../directory.ts";
import type { WorkCalendar } from "../holidays.ts";
import { hour, type Instant, type IsoDate, minute, type TimeOfDay } from "../instant.ts";
import { isOfClock, type Place, type Rule, type Stage, type StatusStage, type Timing } from "../matrix.ts";
import type { PromiseOutcome } from "../notice.ts";
import type { Window } from "../window.ts";
import { addDays, dateOf, instantOfWall, isTimeOfDay, timeOfDayOf, weekdayOf } from "../zoned-time.ts";
import { type Locality, oncePerLocality, type PlanContext } from "./plan-context.ts";

/** One time at which a timing wants its notice, with a name that stays the same when the plan is made again. */
type DueTime = {
  readonly name: string;
  readonly at: Instant;
  /** When the same timing speaks next, or null when it does not. */
  readonly nextAt: Instant | null;
};

/** Weekly notices over ten years, progress notices over three weeks of half-hours: no plan needs more of one rule. */
const mostWeeks = 520;
const mostProgress = 1000;

/** The times a rule's notice is due for one recipient after another. Times at which nothing is owed are left out. */
export function dueTimesOf(rule: Rule, context: PlanContext): (customer: Customer | null) => readonly DueTime[] {
  const { timing } = rule;
  const { window, calendar } = context;
  switch (timing.kind) {
    case "before": {
      const due = oncePerLocality((locality) => [once(beforeStart(timing, window, locality, calendar))]);
      return (customer) => due(localityOfPlace(timing.place, customer, context));
    }
    case "weekly": {
      const due = oncePerLocality((locality) => weekly(timing, window, locality));
      return (customer) => due(localityOfPlace(timing.place, customer, context));
    }
    case "planning":
      return () => [once(window.createdAt)];
    case "start":
      return () => [once(window.start.at)];
    case "during": {
      const due = whileRunning(timing.everyMinutes, window);
      return () => due;
    }
    // What happened to a window is told to those who heard of it, not by the clock: status-notices.ts.
    case "end":
    case "statusChange":
      return () => [];
  }
}

function once(at: Instant): DueTime {
  return { name: "once", at, nextAt: null };
}

/** Whose clock and calendar a timing goes by; a named zone has the holidays of the coordinator's place. */
export function localityOfPlace(place: Place, customer: Customer | null, context: PlanContext): Locality {
  switch (place.kind) {
    case "service":
      return context.serviceLocality;
    case "recipient":
      return context.localityOf(customer);
    case "coordinator":
      return context.home;
    case "named":
      return context.locate(place.zone, context.home.region);
  }
}

function beforeStart(
  timing: Extract<Timing, { kind: "before" }>,
  window: Window,
  { zone, region }: Locality,
  calendar: WorkCalendar,
): Instant {
  const startAt = window.start.at;
  if (isOfClock(timing.unit)) return startAt - timing.amount * (timing.unit === "hours" ? hour : minute);
  const startDate = dateOf(startAt, zone);
  const date =
    timing.unit === "days" ? addDays(startDate, -timing.amount) : addBusinessDays(startDate, -timing.amount, region, calendar);
  const due = instantOfWall(`${date}T${timeOr(timing.at, timeOfDayOf(startAt, zone))}`, zone);
  // "0 days before, at 09:00" of a start at 02:00 must still come before it.
  return Math.min(due, startAt);
}

function timeOr(at: TimeOfDay | null, otherwise: TimeOfDay): TimeOfDay {
  return at !== null && isTimeOfDay(at) ? at : otherwise;
}

/** Fortnights are counted back from the week of the start, so that they do not depend on when the plan is made. */
function weekly(timing: Extract<Timing, { kind: "weekly" }>, window: Window, { zone }: Locality): DueTime[] {
  const startDate = dateOf(window.start.at, zone);
  const time = timeOr(timing.at, "09:00");
  let date: IsoDate = addDays(startDate, timing.weekday - weekdayOf(startDate));
  const due: DueTime[] = [];
  let nextAt: Instant | null = null;
  for (let week = 0; week < mostWeeks; week += 1) {
    const at = instantOfWall(`${date}T${time}`, zone);
    if (!(at >= window.createdAt)) break;
    if (at < window.start.at) {
      due.push({ name: date, at, nextAt });
      nextAt = at;
    }
    date = addDays(date, -7 * timing.everyWeeks);
  }
  return due.reverse();
}

/** Strictly between start and end, and only where there is something to feel; none before the window was entered. */
function whileRunning(everyMinutes: number, window: Window): DueTime[] {
  if (window.impact === "none" || !(everyMinutes >= 1)) return [];
  const due: DueTime[] = [];
  for (let n = 1; n <= mostProgress; n += 1) {
    const at = window.start.at + n * everyMinutes * minute;
    if (!(at < window.end.at)) break;
    if (at >= window.createdAt) due.push({ name: String(n), at, nextAt: at + everyMinutes * minute });
  }
  return due;
}

/**
 * The due time that keeps what the announcement itself promises. "3 business days before" is later than
 * "with 3 clear business days between": then the same time of day is taken on the last business day that keeps the promise.
 * This holds for a promise already broken too: what was due on Tuesday does not become due on Wednesday by being forgotten.
 */
export function inTimeFor(
  promise: PromiseOutcome,
  rule: Rule,
  at: Instant,
  customer: Customer | null,
  context: PlanContext,
): Instant {
  if (rule.stage !== "announce" || rule.timing.kind !== "before" || promise.kind === "none" || at <= promise.latest) return at;
  if (isOfClock(rule.timing.unit)) return promise.latest;
  const { zone, region } = localityOfPlace(rule.timing.place, customer, context);
  const onThatDay = instantOfWall(`${dateOf(promise.latest, zone)}T${timeOfDayOf(at, zone)}`, zone);
  if (onThatDay <= promise.latest) return onThatDay;
  const dayBefore = addBusinessDays(dateOf(promise.latest, zone), -1, region, context.calendar);
  return instantOfWall(`${dayBefore}T${timeOfDayOf(at, zone)}`, zone);
}

/** Whether a stage follows from what happens to a window rather than from the clock. */
export function isStatusStage(stage: Stage): stage is StatusStage {
  switch (stage) {
    case "extended":
    case "rescheduled":
    case "cancelled":
    case "rolledBack":
    case "completed":
      return true;
    case "announce":
    case "reminder":
    case "start":
    case "progress":
      return false;
  }
}

/** After this a notice by the clock would be stale: `nextAt` is when the same rule speaks next. */
export function latestUsefulAt(stage: Exclude<Stage, StatusStage>, window: Window, nextAt: Instant | null): Instant {
  switch (stage) {
    case "announce":
      // An emergency is entered when it has begun: its announcement is news as long as the work goes on.
      return window.createdAt >= window.start.at ? window.end.at : window.start.at;
    case "reminder":
      return window.start.at;
    case "start":
      return window.end.at;
    case "progress":
      return nextAt === null ? window.end.at : Math.min(nextAt, window.end.at);
  }
}
