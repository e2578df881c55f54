import { weekdayNames } from "./calendar-names.ts";
import type { HolidayRegion } from "./directory.ts";
import { isOfClock, type Place, type Rule, type StatusStage, type Timing } from "./matrix.ts";
import type { Explanation, PlannedRecipient } from "./notice.ts";
import type { Locality, PlanContext } from "./planning/plan-context.ts";
import { isOutside } from "./planning/plan-recipients.ts";
import { localityOfPlace } from "./planning/timing.ts";
import { promiseLocality } from "./promises/promise-of-rule.ts";
import { regionName } from "./region-name.ts";
import { describeAmount } from "./rule-words.ts";
import { stageWords } from "./stage-words.ts";
import { describeSpan, describeTime } from "./time-text.ts";
import type { Told } from "./told.ts";

/** What is particular about a notice, beyond its rule. */
type Particulars = {
  readonly recipients: readonly PlannedRecipient[];
  readonly isLate: boolean;
  readonly isBroughtForward: boolean;
};

/** Why a rule owes a notice, in words a coordinator can check against the policy. */
export function explainRule(rule: Rule, context: PlanContext, particulars: Particulars): Explanation {
  const audience = context.audiences.get(rule.audienceId);
  const timing = describeTiming(rule.timing, audience !== undefined && isOutside(audience));
  const { isLate, isBroughtForward } = particulars;
  const forward = isBroughtForward ? "; brought forward to keep the promised notice" : "";
  const late = isLate ? "; due at once, since the window was entered after that" : "";
  return {
    timing: `${timing}${forward}${late}`,
    calendar: describeCalendars(rule, context, particulars.recipients),
    because: rule.source === "" ? describeRule(rule, context) : rule.source,
  };
}

/** Why those who heard of a window are owed a word about what happened to it. */
export function explainStatus(stage: StatusStage, rule: Rule | null, told: readonly Told[], context: PlanContext): Explanation {
  const timing = happened[stage];
  if (rule === null) return { timing, calendar: "", because: `No rule: ${describeTold(told, context)}` };
  const source = rule.source === "" ? describeRule(rule, context) : rule.source;
  return { timing, calendar: "", because: `${source} (${describeTold(told, context)})` };
}

const happened: Readonly<Record<StatusStage, string>> = {
  extended: "As soon as the window is extended, to those who heard another end",
  rescheduled: "As soon as the window is moved, to those who heard another time",
  cancelled: "As soon as the window is cancelled, to everyone who heard of it",
  rolledBack: "As soon as the change is rolled back, to everyone who heard of it",
  completed: "As soon as the work is over, to everyone who heard of it",
};

/** A timing in words: `3 business days before the start, 09:00 in the customer's zone`. */
export function describeTiming(timing: Timing, isOutsideAudience: boolean): string {
  switch (timing.kind) {
    case "planning":
      return "As soon as the window is planned";
    case "before": {
      const amount = `${describeAmount(timing.amount, timing.unit)} before the start`;
      if (isOfClock(timing.unit)) return amount;
      return `${amount}, ${timing.at ?? "at the start's time of day"} in ${describePlace(timing.place, isOutsideAudience)}`;
    }
    case "weekly": {
      const which = timing.everyWeeks === 1 ? "Every" : "Every second";
      const place = describePlace(timing.place, isOutsideAudience);
      return `${which} ${weekdayNames[timing.weekday - 1]} until the start, ${timing.at} in ${place}`;
    }
    case "start":
      return "When the work starts";
    case "during":
      return `Every ${timing.everyMinutes} minutes while the work runs`;
    case "end":
      return "When the work is over";
    case "statusChange":
      return "When the window changes";
  }
}

function describePlace(place: Place, isOutsideAudience: boolean): string {
  switch (place.kind) {
    case "service":
      return "the service's zone";
    case "recipient":
      return isOutsideAudience ? "the customer's zone" : "the coordinator's zone";
    case "coordinator":
      return "the coordinator's zone";
    case "named":
      return place.zone;
  }
}

/** The calendars the due time and the promise were counted in; empty where no business day was counted. */
function describeCalendars({ timing, promised }: Rule, context: PlanContext, recipients: readonly PlannedRecipient[]): string {
  const namesOf = (find: (recipient: PlannedRecipient) => Locality): string =>
    describeRegions(recipients.map((recipient) => find(recipient).region));
  const customerOf = ({ customerId }: PlannedRecipient) =>
    customerId === null ? null : (context.customers.get(customerId) ?? null);
  const counted =
    timing.kind === "before" && timing.unit === "businessDays"
      ? namesOf((recipient) => localityOfPlace(timing.place, customerOf(recipient), context))
      : "";
  const kept =
    promised?.unit === "businessDays" ? namesOf((recipient) => promiseLocality(promised, customerOf(recipient), context)) : "";
  if (kept === "") return counted;
  const promise = `${kept}, ${context.workspace.noticeCounting} days`;
  return counted === "" || counted === kept ? promise : `${counted}; promised in ${promise}`;
}

const regionsNamed = 3;

function describeRegions(regions: readonly (HolidayRegion | null)[]): string {
  const different = [...new Set(regions)];
  const names = [...new Set(different.map((region) => (region === null ? "no public" : regionName(region))))];
  if (names.length > regionsNamed) return `holidays of ${names.length} places, each customer's own`;
  return `${names.join(" / ")} holidays`;
}

/** A rule typed by hand has no policy's words behind it: its own say it. */
function describeRule(rule: Rule, { directory, audiences }: PlanContext): string {
  const changeType = directory.changeTypes.find(({ id }) => id === rule.changeTypeId)?.name ?? "Every change type";
  return `${changeType}: ${stageWords[rule.stage]} to ${audiences.get(rule.audienceId)?.name ?? "an audience no longer known"}`;
}

const wordsQuoted = 3;

/** Who was told what when: the evidence for a notice owed to those who heard. */
function describeTold(told: readonly Told[], context: PlanContext): string {
  const { zone } = context.window;
  const quoted = told.slice(0, wordsQuoted).map(({ channelId, customerId, startAt, endAt, at }) => {
    const channel = context.channels.get(channelId)?.name ?? channelId;
    const who = customerId === null ? channel : `${context.customers.get(customerId)?.name ?? customerId} by ${channel}`;
    return `${who} heard ${describeSpan(startAt, endAt, zone)} on ${describeTime(at, zone)}`;
  });
  const others = told.length - quoted.length;
  return `${quoted.join("; ")}${others > 0 ? `; and ${others} more` : ""}`;
}
