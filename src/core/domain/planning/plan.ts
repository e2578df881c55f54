import { recipientKey } from "../delivery.ts";
import type { Audience } from "../directory.ts";
import { explainRule } from "../explain.ts";
import type { Instant } from "../instant.ts";
import type { Rule, Stage } from "../matrix.ts";
import type { PlannedNotice, PlannedRecipient } from "../notice.ts";
import { judgementsFor } from "../promises/promise-of-rule.ts";
import { contextOf, type PlanContext, type PlanInput } from "./plan-context.ts";
import { type Addressee, addresseesOf, applies } from "./plan-recipients.ts";
import { planStatusNotices } from "./status-notices.ts";
import { dueTimesOf, inTimeFor, isStatusStage, latestUsefulAt } from "./timing.ts";
import { announcedElsewhere } from "./told-elsewhere.ts";

export type { PlanInput } from "./plan-context.ts";

/**
 * Every notice owed for a window, the earliest due first: what the matrix asks for by the clock, and what those who were
 * told before are owed because the window was moved, extended, cancelled or is over.
 *
 * Pure and total: the same input gives the same plan, and no value of the types makes it throw.
 * The plan lists past notices too, with their times; whether one was sent or has become stale is for the caller to say.
 */
export function planNotices(input: PlanInput): readonly PlannedNotice[] {
  const context = contextOf(input);
  // Once a window is over or called off, nobody is told any more that it will come.
  const byClock = input.window.outcome.kind === "open" ? planByClock(context) : [];
  const notices = new Map<string, PlannedNotice>();
  for (const notice of [...byClock, ...planStatusNotices(context)]) {
    // Ids are unique in the store; should two rules share one all the same, one notice with that key is enough.
    if (!notices.has(notice.key)) notices.set(notice.key, notice);
  }
  return [...notices.values()].sort((one, other) => one.dueAt - other.dueAt || (one.key < other.key ? -1 : 1));
}

/** One recipient's share of a notice, before shares are gathered into notices. */
type Owed = {
  readonly rule: Rule;
  readonly audience: Audience;
  readonly occurrence: string;
  readonly latestUsefulAt: Instant;
  /** Its own time had passed when the window was entered. */
  readonly isLate: boolean;
  /** Its own time would have broken the promise it carries. */
  readonly isBroughtForward: boolean;
  readonly recipient: PlannedRecipient;
};

function planByClock(context: PlanContext): PlannedNotice[] {
  const owed = context.rules.flatMap((rule) => owedBy(rule, context));
  return gather(withoutRepeats(owed, context), context);
}

function owedBy(rule: Rule, context: PlanContext): Owed[] {
  const { stage } = rule;
  const audience = context.audiences.get(rule.audienceId);
  if (audience === undefined || isStatusStage(stage) || !applies(rule, context.window)) return [];
  const dueTimes = dueTimesOf(rule, context);
  const judgement = judgementsFor(rule.promised, stage, context);
  const notBefore = rule.timing.kind === "weekly" ? turnOf(context) : Number.NEGATIVE_INFINITY;
  const isOwedElsewhere = stage === "announce" ? announcedElsewhere(context) : () => false;
  return addresseesOf(audience, rule.channelIds, context).flatMap((addressee) => {
    if (isOwedElsewhere(addressee)) return [];
    const promise = judgement(addressee.customer, addressee.channelId);
    return dueTimes(addressee.customer).flatMap(({ name, at, nextAt }): Owed[] => {
      if (at < notBefore) return [];
      const kept = inTimeFor(promise, rule, at, addressee.customer, context);
      // Late from the beginning, the notice is owed at once: dropping it would hide the broken promise.
      const dueAt = Math.max(kept, context.window.createdAt);
      const latest = latestUsefulAt(stage, context.window, nextAt);
      if (!(dueAt <= latest)) return [];
      const recipient = recipientOf(addressee, dueAt, promise);
      const isLate = kept < context.window.createdAt;
      return [{ rule, audience, occurrence: name, latestUsefulAt: latest, isLate, isBroughtForward: kept < at, recipient }];
    });
  });
}

/** Every week until the start: of the windows of a series, only the next one to come is spoken of week by week. */
function turnOf({ group, window }: PlanContext): Instant {
  if (group?.kind !== "series") return Number.NEGATIVE_INFINITY;
  const before = group.members.filter(({ outcome, start }) => outcome.kind !== "cancelled" && start.at < window.start.at);
  return before.at(-1)?.start.at ?? Number.NEGATIVE_INFINITY;
}

function recipientOf(addressee: Addressee, dueAt: Instant, promise: PlannedRecipient["promise"]): PlannedRecipient {
  const { channelId, customer, zone } = addressee;
  return { channelId, customerId: customer?.id ?? null, dueAt, zone, promise };
}

/**
 * Takes out what would say the same to somebody twice at the moment a window is entered late:
 * a reminder whose own time has passed, where the announcement leaves now; and an announcement of what has already begun,
 * where the start is told now.
 */
function withoutRepeats(owed: readonly Owed[], { window }: PlanContext): Owed[] {
  const hasBegun = window.createdAt >= window.start.at;
  const share = (stage: Stage, { audience, recipient }: Owed) => JSON.stringify([stage, audience.id, recipientKey(recipient)]);
  const saysSame = ({ rule, isLate }: Owed): Stage | null => {
    if (rule.stage === "reminder" && isLate) return "announce";
    return rule.stage === "announce" && hasBegun ? "start" : null;
  };
  if (!owed.some((one) => saysSame(one) !== null)) return [...owed];
  const toldNow = new Set(
    owed.filter(({ recipient }) => recipient.dueAt === window.createdAt).map((one) => share(one.rule.stage, one)),
  );
  return owed.filter((one) => {
    const stage = saysSame(one);
    return stage === null || !toldNow.has(share(stage, one));
  });
}

/** Joins the shares of one rule and occurrence into one notice, due when its first recipient's share is. */
function gather(owed: readonly Owed[], context: PlanContext): PlannedNotice[] {
  const shares = new Map<string, Owed[]>();
  for (const one of owed) {
    const key = `${context.window.id}:${one.rule.id}:${one.rule.stage}:${one.occurrence}`;
    const gathered = shares.get(key);
    if (gathered === undefined) shares.set(key, [one]);
    else gathered.push(one);
  }
  return [...shares].flatMap(([key, gathered]) => {
    const first = gathered[0];
    if (first === undefined) return [];
    const { rule, audience } = first;
    const recipients = gathered.map(({ recipient }) => recipient);
    const explanation = explainRule(rule, context, {
      recipients,
      isLate: gathered.some(({ isLate }) => isLate),
      isBroughtForward: gathered.some(({ isBroughtForward }) => isBroughtForward),
    });
    return [
      {
        key,
        windowId: context.window.id,
        windowRevision: context.window.revision,
        ruleId: rule.id,
        stage: rule.stage,
        audienceId: audience.id,
        voice: audience.voice,
        dueAt: recipients.reduce((earliest, { dueAt }) => Math.min(earliest, dueAt), Number.POSITIVE_INFINITY),
        latestUsefulAt: first.latestUsefulAt,
        recipients,
        sending: rule.sending,
        explanation,
      },
    ];
  });
}
