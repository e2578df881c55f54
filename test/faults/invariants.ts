import type { Delivery } from "../../src/core/domain/delivery.ts";
import type { Instant } from "../../src/core/domain/instant.ts";
import type { AuditEntry } from "../../src/core/ports/audit-log.ts";

/** A message a provider took, as its ledger has it: the truth. */
export type AcceptedMessage = {
  readonly deliveryId: string;
  /** Whom it went to, and what it said, in the form `approved` states them. */
  readonly recipients: string;
  readonly body: string;
  /** When its request left; null when the ledger can't tell. */
  readonly leftAt: Instant | null;
};

/** Everything there is to judge a run by. */
export type RunEvidence = {
  readonly accepted: readonly AcceptedMessage[];
  /** What the workspace's file says at the end. */
  readonly deliveries: readonly Delivery[];
  /** Whom and what each delivery was approved for, as seen when it was approved. */
  readonly approved: ReadonlyMap<string, { readonly recipients: string; readonly body: string }>;
  /** The whole audit log, oldest first, and whether its hashes hold. */
  readonly audit: readonly AuditEntry[];
  readonly chainHolds: boolean;
  readonly now: Instant;
};

export type Violation = { readonly rule: string; readonly deliveryId: string; readonly detail: string };

/** Whatever a run of the outbox must never leave behind (the invariants of docs/reliability.md). Empty when all hold. */
export function violationsIn(evidence: RunEvidence): readonly Violation[] {
  const { accepted, deliveries, approved, audit, chainHolds, now } = evidence;
  const violations: Violation[] = [];
  const say = (rule: string, deliveryId: string, detail: string): void => void violations.push({ rule, deliveryId, detail });
  const entries = entriesByDelivery(audit);
  const stored = new Map(deliveries.map((delivery) => [delivery.id, delivery]));

  if (!chainHolds) say("the audit chain holds", "", "an entry is not what was written");
  for (const id of approved.keys()) if (!stored.has(id)) say("committed work survives", id, "the delivery is gone");

  for (const message of accepted) {
    const { deliveryId, leftAt } = message;
    const delivery = stored.get(deliveryId);
    const asApproved = approved.get(deliveryId);
    if (delivery === undefined || asApproved === undefined) {
      say("nothing is sent that was not approved", deliveryId, "the file has no such delivery");
      continue;
    }
    if (message.recipients !== asApproved.recipients) say("recipients equal what was approved", deliveryId, message.recipients);
    if (message.body !== asApproved.body) say("the body equals what was approved", deliveryId, message.body);
    const isEarly = leftAt !== null && leftAt < delivery.notBefore && !(entries.get(deliveryId) ?? []).some(saysNow);
    if (leftAt !== null && (isEarly || leftAt > delivery.notAfter)) {
      say("nothing outside its time", deliveryId, `left ${leftAt}, approved for ${delivery.notBefore} to ${delivery.notAfter}`);
    }
  }

  for (const delivery of deliveries) {
    const { id, state } = delivery;
    const mine = entries.get(id) ?? [];
    const count = (what: string): number => mine.filter((entry) => entry.what === what).length;
    const taken = accepted.filter(({ deliveryId }) => deliveryId === id).length;
    const sentAgain = count("outbox.sendAgain");
    const personsWord = sentAgain + count("outbox.giveUp") + count("outbox.itWasSent") + count("outbox.markDone");
    const attempts = count("delivery.sending");

    if (taken > 1 + sentAgain) say("at most one message a delivery", id, `${taken} accepted, ${sentAgain} decided by a person`);
    if (taken > attempts) say("one audit entry an attempt", id, `${taken} accepted, ${attempts} attempts in the log`);
    if (hasTwice(mine.filter(({ what }) => what === "delivery.sending").map(fenceOf))) {
      say("one audit entry an attempt", id, "two attempts under one number");
    }
    if (taken > 0 && personsWord === 0 && saysUnsent.has(state.kind)) {
      say("what was sent is not called unsent", id, `${state.kind}, and the provider has it`);
    }
    if (taken === 0 && personsWord === 0 && (state.kind === "accepted" || state.kind === "confirmed")) {
      say("what was not sent is not called sent", id, `${state.kind}, and the provider has nothing`);
    }
    if (mustBeAudited.has(state.kind) && personsWord === 0 && count(`delivery.${state.kind}`) === 0) {
      say("every outcome is in the audit log", id, `${state.kind} without an entry`);
    }
    if (leftAfterCancelling(mine)) say("what was cancelled does not leave", id, "an attempt after the cancellation");
    if (state.kind === "sending" && state.leaseUntil <= now)
      say("every delivery is settled or visibly held", id, "still sending");
  }
  return violations;
}

/** What just came due may still be on its way. */
const grace = 60_000;

/** Deliveries that neither are settled nor wait for anything: with faults off there must be none. */
export function unsettledIn(deliveries: readonly Delivery[], now: Instant): readonly Violation[] {
  return deliveries
    .filter(({ state, sendAt, carrier }) => {
      if (state.kind === "sending") return state.since <= now - grace;
      return carrier !== "manual" && (state.kind === "due" || state.kind === "approved") && sendAt <= now - grace;
    })
    .map(({ id, state }) => ({ rule: "with faults off everything settles", deliveryId: id, detail: `still ${state.kind}` }));
}

const saysUnsent: ReadonlySet<string> = new Set(["approved", "due", "held", "failed", "cancelled", "superseded"]);
const mustBeAudited: ReadonlySet<string> = new Set(["accepted", "confirmed", "unknown", "failed", "sending"]);

function entriesByDelivery(audit: readonly AuditEntry[]): ReadonlyMap<string, readonly AuditEntry[]> {
  const byDelivery = new Map<string, AuditEntry[]>();
  for (const entry of audit) {
    const id = property(entry.before, "deliveryId");
    if (typeof id !== "string") continue;
    const known = byDelivery.get(id);
    if (known === undefined) byDelivery.set(id, [entry]);
    else known.push(entry);
  }
  return byDelivery;
}

function leftAfterCancelling(mine: readonly AuditEntry[]): boolean {
  const cancelled = mine.findIndex(({ what }) => what === "outbox.cancel" || what === "outbox.giveUp");
  return cancelled !== -1 && mine.slice(cancelled).some(({ what }) => what === "delivery.sending");
}

/** A person may let a delivery go before its time. */
function saysNow({ what }: AuditEntry): boolean {
  return what === "outbox.retry" || what === "outbox.sendAgain" || what === "outbox.lapsed.sendNow";
}

function fenceOf({ after }: AuditEntry): unknown {
  return property(after, "fence");
}

function hasTwice(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
