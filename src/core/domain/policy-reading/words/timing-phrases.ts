import {
  afterApproval,
  asSoonAsKnown,
  atOnce,
  biweekly,
  businessDayBefore,
  daily,
  dayBefore,
  earlyEnough,
  everyOtherWeek,
  inGoodTime,
  oncePlanned,
  planningStage,
  sometimeBefore,
  weekBefore,
  weekly,
  weeklyOrSeldom,
} from "./before-start-words.ts";
import {
  afterSuccess,
  atCompletion,
  atEnd,
  atStart,
  beforeItsEnd,
  cancelled,
  during,
  extended,
  halfHourly,
  hourly,
  nextMorning,
  ofImplementation,
  rescheduled,
  rolledBack,
  soonAfterEnd,
  soonAfterEndAbroad,
  windowEnds,
  windowStarts,
} from "./from-start-words.ts";
import { afterDecision } from "./haste-words.ts";
import type { Span } from "./lead-time.ts";
import { wholeWords } from "./plain-text.ts";
import { unclear, type When } from "./when.ts";

/** `T+2`, `D + 3 days`. */
const countUp = String.raw`[TDHJ]\s?\+\s?~?\s?\d{1,3}(?: ?(?:h|d|w|hours?|days?|weeks?|min|minutes?))?`;

/** Phrases and what they say of time, the most telling first. German, Danish and French have the commonest. */
export const timingPhrases = phrases([
  [afterDecision, { kind: "planning" }],
  [asSoonAsKnown, { kind: "planning" }],
  [afterApproval, { kind: "planning" }],
  [oncePlanned, { kind: "planning" }],
  [atOnce, { kind: "planning" }],
  [planningStage, { kind: "planning" }],
  [atCompletion, { kind: "end" }],
  [afterSuccess, { kind: "end" }],
  [windowEnds, { kind: "end" }],
  [windowStarts, { kind: "start" }],
  [soonAfterEnd, { kind: "end" }],
  [soonAfterEndAbroad, { kind: "end" }],
  [beforeItsEnd, { ...unclear("it counts from an hour that will not hold"), slot: "status" }],
  [atEnd, { kind: "end" }],
  [ofImplementation, { kind: "implementation" }],
  [atStart, { kind: "start" }],
  [businessDayBefore, before({ amount: 1, unit: "businessDays" })],
  [weekBefore, before({ amount: 7, unit: "days" })],
  [dayBefore, before({ amount: 1, unit: "days" })],
  [sometimeBefore, { kind: "sometimeBefore" }],
  [during, { kind: "during", everyMinutes: null }],
  [hourly, { kind: "during", everyMinutes: 60 }],
  [halfHourly, { kind: "during", everyMinutes: 30 }],
  [rescheduled, { kind: "statusChange", stage: "rescheduled" }],
  [cancelled, { kind: "statusChange", stage: "cancelled" }],
  [extended, { kind: "statusChange", stage: "extended" }],
  [rolledBack, { kind: "statusChange", stage: "rolledBack" }],
  [weeklyOrSeldom, { kind: "weekly", weekday: null, everyWeeks: null }],
  [biweekly, { kind: "weekly", weekday: null, everyWeeks: null }],
  [everyOtherWeek, { kind: "weekly", weekday: null, everyWeeks: 2 }],
  [weekly, { kind: "weekly", weekday: null, everyWeeks: 1 }],
  [daily, { kind: "daily" }],
  [nextMorning, { ...unclear("it does not say after what"), slot: "start" }],
  [earlyEnough, unclear("it does not say how long in advance")],
  [inGoodTime, unclear("it does not say how long in advance")],
  [countUp, { ...unclear("it may count from the start or from the end, and has to be one of the app's times"), slot: "after" }],
]);

function phrases(meanings: readonly (readonly [string, When])[]): readonly (readonly [RegExp, When])[] {
  return meanings.map(([words, when]) => [wholeWords(words), when]);
}

function before(span: Span): When {
  return { kind: "before", lead: { least: span, target: span } };
}
