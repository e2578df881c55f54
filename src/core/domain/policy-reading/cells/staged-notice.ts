import type { TimeOfDay } from "../../instant.ts";
import { type Condition, isOfClock, type Place, type Promised, type Stage, type StatusStage, type Timing } from "../../matrix.ts";
import type { ProposedChannel } from "../../policy.ts";
import { describePromised, describeTiming } from "../../rule-words.ts";
import { type LeadTime, roughHours, type Span } from "../words/lead-time.ts";
import { listed } from "../words/plain-text.ts";

/** A notice at a point of a window's life: a rule but for whom, through what, and by whom. */
export type StagedNotice = {
  readonly stage: Stage;
  readonly timing: Timing;
  readonly promised: Promised | null;
  readonly condition: Omit<Condition, "serviceIds">;
  /** Its own channels, where the words name others than the cell's; null means the cell's. */
  readonly through: readonly ProposedChannel[] | null;
};

/** For whom a time is counted: inside the organisation, or for an outside reader by their own calendar. */
export type Side = "inside" | "outside";

const always = { customersAffected: false, impactOnly: false } as const;

/** Start of the working day: when a notice N days ahead is sent, since a policy gives the day and not the time. */
const morning = "09:00";

function placeOf(side: Side): Place {
  return side === "inside" ? { kind: "coordinator" } : { kind: "recipient" };
}

export function notice(stage: Stage, timing: Timing, promised: Promised | null = null): StagedNotice {
  return { stage, timing, promised, condition: always, through: null };
}

/** `3–5 business days`: at least three are promised, five are aimed at. */
export function noticeAhead(stage: Stage, lead: LeadTime, side: Side, said: TimeOfDay = morning): StagedNotice {
  const { amount, unit } = lead.target;
  const at = isOfClock(unit) ? null : said;
  const isPromise = stage === "announce";
  return notice(
    stage,
    { kind: "before", amount, unit, at, place: placeOf(side) },
    isPromise ? promiseOf(lead.least, side) : null,
  );
}

export function noticeWeekly(weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, everyWeeks: 1 | 2, side: Side): StagedNotice {
  return notice("reminder", { kind: "weekly", weekday, everyWeeks, at: morning, place: placeOf(side) });
}

/** A promise in days is kept in hours: the app counts promises by the hour or by the business day. */
function promiseOf(span: Span, side: Side): Promised {
  const calendar = side === "inside" ? "coordinator" : "customer";
  if (span.unit === "days") return { amount: span.amount * 24, unit: "hours", calendar };
  return { amount: span.amount, unit: span.unit, calendar };
}

export function sameLead(one: LeadTime, other: LeadTime): boolean {
  return (
    roughHours(one.least) === roughHours(other.least) &&
    roughHours(one.target) === roughHours(other.target) &&
    one.least.unit === other.least.unit
  );
}

/** What a choice would do, for its label: `When planning starts and when it is over`. */
export function describeNotices(notices: readonly StagedNotice[]): string {
  return listed(
    notices.map(
      (one) => `${throughWords(one)}${stageWords(one)}${describeTiming(one.timing)}${promiseWords(one)}${conditionWords(one)}`,
    ),
  );
}

/** The time tells the stage, but for a reminder and for a change of state. */
function stageWords({ stage, timing }: StagedNotice): string {
  if (stage === "reminder") return "a reminder ";
  return timing.kind === "statusChange" ? `${statusWords[stage as StatusStage]} ` : "";
}

const statusWords: Readonly<Record<StatusStage, string>> = {
  extended: "an extension",
  rescheduled: "a new time",
  cancelled: "a cancellation",
  rolledBack: "a rollback",
  completed: "the end",
};

function promiseWords({ promised, timing }: StagedNotice): string {
  if (promised === null) return "";
  const isSame =
    timing.kind === "before" &&
    (promised.unit === "hours"
      ? timing.unit !== "businessDays" && roughHours(timing) === promised.amount
      : timing.unit === promised.unit && timing.amount === promised.amount);
  return isSame ? " (promised)" : ` (${describePromised(promised)})`;
}

function conditionWords({ condition }: StagedNotice): string {
  if (condition.customersAffected) return ", only if customers are affected";
  return condition.impactOnly ? ", only with an impact" : "";
}

function throughWords({ through }: StagedNotice): string {
  return through === null ? "" : `in the ${listed(through.map((channel) => channel.name))}, `;
}
