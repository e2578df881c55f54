import { recipientKey } from "../delivery.ts";
import type { Customer } from "../directory.ts";
import type { Promised, Rule, Stage } from "../matrix.ts";
import type { PlannedNotice, PromiseOutcome } from "../notice.ts";
import { type Locality, oncePerLocality, type PlanContext } from "../planning/plan-context.ts";
import { applies } from "../planning/plan-recipients.ts";
import { tellsOfStart } from "./acceptance.ts";
import { judgePromise, type PromiseTerms } from "./promise.ts";

/** Judges what is promised to one recipient after another: a channel and, outside, a customer. */
type PromiseJudge = (customer: Customer | null, channelId: string) => PromiseOutcome;

const nothingPromised: PromiseJudge = () => ({ kind: "none" });

/**
 * Judges what a rule promises for its notice of this stage: by when the recipient really heard of the start, where they
 * have, and else as if they heard now.
 */
export function judgementsFor(promised: Promised | null, stage: Stage, context: PlanContext): PromiseJudge {
  if (promised === null) return nothingPromised;
  const judge = oncePerLocality((locality) => judgePromise({ ...termsFor(promised, locality, context), now: context.now }));
  const isMeasured = tellsOfStart(stage) && context.heardSince.size > 0;
  return (customer, channelId) => {
    const locality = promiseLocality(promised, customer, context);
    const ifHeardNow = judge(locality);
    if (!isMeasured || ifHeardNow.kind === "none") return ifHeardNow;
    const acceptedAt = context.heardSince.get(recipientKey({ channelId, customerId: customer?.id ?? null }));
    if (acceptedAt === undefined) return ifHeardNow;
    const { latest } = ifHeardNow;
    if (acceptedAt <= latest) return { kind: "kept", latest, acceptedAt };
    return judgePromise({ ...termsFor(promised, locality, context), now: context.now, acceptedAt });
  };
}

/**
 * Judges what is promised for a window's new time. Where no rule for rescheduling promises anything of its own, what was
 * promised for the announcement holds: it is due anew, and of several promises the one that ends first counts.
 */
export function judgementsForNewTime(rule: Rule | null, audienceId: string, context: PlanContext): PromiseJudge {
  const judges = promisesForNewTime(rule, audienceId, context).map(({ channelIds, promised }) => ({
    channelIds,
    judge: judgementsFor(promised, "rescheduled", context),
  }));
  if (judges.length === 0) return nothingPromised;
  return (customer, channelId) => {
    const own = judges.filter(({ channelIds }) => channelIds.includes(channelId));
    return soonest((own.length > 0 ? own : judges).map(({ judge }) => judge(customer, channelId)));
  };
}

type MadePromise = Pick<Rule, "channelIds"> & { readonly promised: Promised };

function promisesForNewTime(rule: Rule | null, audienceId: string, context: PlanContext): MadePromise[] {
  if (rule !== null && rule.promised !== null) return [{ channelIds: rule.channelIds, promised: rule.promised }];
  return context.rules
    .filter((other) => other.stage === "announce" && other.audienceId === audienceId && applies(other, context.window))
    .flatMap(({ channelIds, promised }) => (promised === null ? [] : [{ channelIds, promised }]));
}

/** What the policy promises to one recipient of a planned notice; of several promises the first. */
export function promisedBy(notice: PlannedNotice, channelId: string, context: PlanContext): Promised | null {
  const rule = context.rules.find(({ id }) => id === notice.ruleId) ?? null;
  if (notice.stage !== "rescheduled") return rule?.promised ?? null;
  const made = promisesForNewTime(rule, notice.audienceId, context);
  return (made.find(({ channelIds }) => channelIds.includes(channelId)) ?? made[0])?.promised ?? null;
}

function soonest(promises: readonly PromiseOutcome[]): PromiseOutcome {
  return promises.reduce<PromiseOutcome>(
    (first, next) => {
      if (first.kind === "none") return next;
      return next.kind !== "none" && next.latest < first.latest ? next : first;
    },
    { kind: "none" },
  );
}

/** A planned notice with its promises judged anew, as of the context's now. */
export function judgedAgain<Planned extends PlannedNotice>(notice: Planned, context: PlanContext): Planned {
  if (notice.recipients.every(({ promise }) => promise.kind === "none")) return notice;
  const rule = context.rules.find(({ id }) => id === notice.ruleId) ?? null;
  const judge =
    notice.stage === "rescheduled"
      ? judgementsForNewTime(rule, notice.audienceId, context)
      : judgementsFor(rule?.promised ?? null, notice.stage, context);
  const recipients = notice.recipients.map((recipient) => {
    const customer = recipient.customerId === null ? null : (context.customers.get(recipient.customerId) ?? null);
    const promise = judge(customer, recipient.channelId);
    return promise.kind === "none" ? recipient : { ...recipient, promise };
  });
  return { ...notice, recipients };
}

/** By what a promise made to people there is counted for this window. */
export function termsFor(promised: Promised, { zone, region }: Locality, context: PlanContext): PromiseTerms {
  return {
    promised,
    startAt: context.window.start.at,
    zone,
    region,
    counting: context.workspace.noticeCounting,
    closeOfBusiness: context.workspace.closeOfBusiness,
    calendar: context.calendar,
  };
}

/** In whose calendar a promise to this recipient is counted. */
export function promiseLocality(promised: Promised, customer: Customer | null, context: PlanContext): Locality {
  switch (promised.calendar) {
    case "customer":
      return context.localityOf(customer);
    case "service":
      return context.serviceLocality;
    case "coordinator":
      return context.home;
  }
}
