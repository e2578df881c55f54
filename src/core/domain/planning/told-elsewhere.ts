import { recipientKey } from "../delivery.ts";
import type { Rule, StatusStage } from "../matrix.ts";
import type { Told } from "../told.ts";
import type { Window } from "../window.ts";
import type { PlanContext } from "./plan-context.ts";
import { type Addressee, addresseesOf, applies } from "./plan-recipients.ts";

/**
 * Whether an announcement to somebody is not owed by this window, since another window of its change or series tells them:
 * it has told them, or it comes first and will. So a series costs its readers one announcement.
 */
export function announcedElsewhere(context: PlanContext): (addressee: Addressee) => boolean {
  const { group, window } = context;
  if (group === null || group === undefined) return () => false;
  const knowing = group.knowing(window.id);
  const announcers = group.members
    .filter((member) => comesBefore(member, window) && isAhead(member, context.now))
    .map((member) => {
      const heard = group.kind === "change" ? new Set(group.toldOf(member.id).map(recipientKey)) : new Set<string>();
      const addresses = addressedBy(member, context);
      // Who had heard of the first phase before this one was added is owed a word about this one.
      return (key: string) => addresses(key) && !heard.has(key);
    });
  return ({ channelId, customer }) => {
    const key = recipientKey({ channelId, customerId: customer?.id ?? null });
    return knowing.has(key) || announcers.some((announces) => announces(key));
  };
}

function comesBefore(one: Window, other: Window): boolean {
  return one.id !== other.id && (one.start.at < other.start.at || (one.start.at === other.start.at && one.id < other.id));
}

function isAhead({ outcome, start }: Window, now: number): boolean {
  return outcome.kind === "open" && start.at > now;
}

/** Whom the announcements of another window reach. Windows of one series mostly differ in nothing that matters here. */
function addressedBy(member: Window, context: PlanContext): (key: string) => boolean {
  if (audienceSign(member) === audienceSign(context.window)) return () => true;
  const other = { ...context, window: member };
  const keys = new Set(
    context.rules.filter(isAnnouncement).flatMap((rule) => {
      const audience = context.audiences.get(rule.audienceId);
      if (audience === undefined || !applies(rule, member)) return [];
      return addresseesOf(audience, rule.channelIds, other).map(({ channelId, customer }) =>
        recipientKey({ channelId, customerId: customer?.id ?? null }),
      );
    }),
  );
  return (key) => keys.has(key);
}

function isAnnouncement({ stage }: Rule): boolean {
  return stage === "announce";
}

/** All that decides whom a window's notices reach. */
function audienceSign({ changeTypeId, serviceIds, customersAffected, impact }: Window): string {
  return JSON.stringify([changeTypeId, [...serviceIds].sort(), customersAffected, impact === "none"]);
}

/**
 * Whether a move or an end of this window is told by the first window that was changed in the same step: then one message
 * speaks of all of them.
 */
export function statusToldElsewhere(stage: StatusStage, context: PlanContext): (told: Told) => boolean {
  const { group, window, now } = context;
  const step = stepOf(stage, window);
  if (group === null || group === undefined || step === null) return () => false;
  const leaders = group.members.filter(
    (member) => comesBefore(member, window) && stepOf(stage, member) === step && (stage === "cancelled" || isAhead(member, now)),
  );
  return (told) => {
    const key = recipientKey(told);
    return leaders.some((leader) =>
      group.toldOf(leader.id).some((word) => recipientKey(word) === key && isOwed(stage, word, leader)),
    );
  };
}

/** The step in which a window was moved or cancelled together with others; null where it was changed alone. */
export function stepOf(stage: StatusStage, { outcome, formerTimes }: Window): string | null {
  if (stage === "cancelled") return outcome.kind === "cancelled" ? (outcome.together ?? null) : null;
  return stage === "rescheduled" && outcome.kind === "open" ? (formerTimes.at(-1)?.together ?? null) : null;
}

function isOwed(stage: StatusStage, word: Told, { start, end }: Window): boolean {
  const saysCurrentTimes = word.startAt === start.at && word.endAt === end.at;
  return stage === "cancelled" ? !(word.stage === "cancelled" && saysCurrentTimes) : !saysCurrentTimes;
}
