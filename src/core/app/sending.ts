import type { Delivery, DeliveryState, HoldReason } from "../domain/delivery.ts";
import type { Instant } from "../domain/instant.ts";
import { recipientObstacle } from "../domain/right-people.ts";
import type { Messenger, SendOutcome } from "../ports/messenger.ts";
import type { ReadStore, WriteStore } from "../ports/store.ts";
import { fingerprintOf, threadOf } from "./approving.ts";
import type { Dependencies } from "./dependencies.ts";
import { workspaceIn } from "./workspace-in-use.ts";

/** Finds the way out for a delivery, or says why there is none. */
export type FindMessenger = (delivery: Delivery) => Messenger | { readonly missing: string };

/** At most this many deliveries on their way at once; of one channel always one, so that order is kept. */
const concurrentSends = 4;

/** What one tick takes up; the next one takes up the rest. */
const atOnce = 500;

/**
 * How long after a doubt the provider is asked whether the message is there: soon, and again once providers have settled
 * (a mail may take two minutes to show in Sent Items). After that a person decides.
 */
const looksAfter: readonly number[] = [5_000, 40_000, 150_000];

/** Moves deliveries from due to accepted. One for each open workspace. */
export type Sender = {
  /** After a start: what was on its way when the process ended may or may not have been sent. */
  recover(): void;
  /** Makes approved deliveries due whose time has come and sends what is due. Resolves when all of it has an outcome. */
  tick(): Promise<void>;
};

type SenderDependencies = Pick<Dependencies, "store" | "clock" | "ids" | "changes" | "log">;

export function createSender(
  dependencies: SenderDependencies,
  findMessenger: FindMessenger,
  onHeard: (windowId: string) => void,
): Sender {
  const { store, clock, ids, changes, log } = dependencies;
  const busyChannels = new Set<string>();
  /** How often each unknown delivery was looked for since the process began. */
  const looks = new Map<string, number>();
  let running: Promise<void> | null = null;

  /** Writes a delivery's next state, if it still is what the caller saw. */
  function advance(id: string, from: DeliveryState["kind"], next: (delivery: Delivery) => Partial<Delivery>): Delivery | null {
    const changed = store.write((writing) => {
      const current = writing.delivery(id);
      if (current === null || current.state.kind !== from) return null;
      const updated = { ...current, ...next(current) };
      writing.saveDelivery(updated);
      if (updated.state.kind !== "due") recordAttempt(writing, current, updated);
      return updated;
    });
    if (changed !== null) changes.emit({ topic: "deliveries", windowId: changed.windowId });
    return changed;
  }

  function recordAttempt(writing: WriteStore, before: Delivery, after: Delivery): void {
    writing.appendAudit({
      at: clock.now(),
      who: before.approvedBy,
      what: `delivery.${after.state.kind}`,
      subjectId: before.windowId,
      before: { deliveryId: before.id, state: before.state.kind },
      after: {
        deliveryId: after.id,
        channel: after.channelName,
        customerId: after.customerId,
        stage: after.stage,
        state: after.state,
      },
    });
  }

  function hold(delivery: Delivery, reason: HoldReason, detail: string): void {
    advance(delivery.id, delivery.state.kind, () => ({ state: { kind: "held", since: clock.now(), reason, detail } }));
  }

  function tampering(delivery: Delivery): { readonly reason: HoldReason; readonly detail: string } | null {
    if (fingerprintOf(ids, delivery) === delivery.fingerprint) return null;
    return { reason: "contentChanged", detail: "What is stored is not what was approved. It was not sent." };
  }

  function makeDue(now: Instant): void {
    for (const delivery of store.read((reading) => reading.deliveriesDue("approved", now, atOnce))) {
      advance(delivery.id, "approved", () => ({ state: { kind: "due", since: now, attempts: 0, detail: "" } }));
    }
  }

  /** What nobody did by hand while it was of use is held like any other stale delivery, and shown. */
  function holdStaleToDo(now: Instant): void {
    for (const delivery of store.read((reading) => reading.deliveriesToDo(atOnce))) {
      if (now > delivery.notAfter) hold(delivery, "stale", "Its latest useful time has passed, and nobody ticked it off.");
    }
  }

  async function sendDue(): Promise<void> {
    const now = clock.now();
    const queue = [...store.read((reading) => reading.deliveriesDue("due", now, atOnce))];
    const worker = async (): Promise<void> => {
      for (;;) {
        const index = queue.findIndex((delivery) => !busyChannels.has(delivery.channelId));
        const [next] = index === -1 ? [] : queue.splice(index, 1);
        if (next === undefined) return;
        busyChannels.add(next.channelId);
        try {
          await sendOne(next);
        } finally {
          busyChannels.delete(next.channelId);
        }
      }
    };
    await Promise.all(Array.from({ length: concurrentSends }, worker));
    // A worker stops when only busy channels are left; what it left behind is taken up by the next tick.
  }

  async function sendOne(delivery: Delivery): Promise<void> {
    const now = clock.now();
    const obstacle = store.read((reading) => obstacleTo(reading, delivery, now)) ?? tampering(delivery);
    if (obstacle !== null) {
      hold(delivery, obstacle.reason, obstacle.detail);
      return;
    }
    const messenger = findMessenger(delivery);
    if ("missing" in messenger) {
      hold(delivery, "noConnection", messenger.missing);
      return;
    }
    // Intent before effect: `sending` is on disk before the first byte leaves (DESIGN.md §5, Delivery).
    const sending = advance(delivery.id, "due", (current) => ({
      state: { kind: "sending", since: now, attempt: current.state.kind === "due" ? current.state.attempts + 1 : 1 },
    }));
    if (sending === null) return;
    const replyTo = store.read((reading) => threadOf(reading.deliveriesOf(delivery.windowId), delivery));
    const receipt = replyTo?.state.kind === "accepted" || replyTo?.state.kind === "confirmed" ? replyTo.state.receipt : null;
    const outcome = await attempt(messenger, sending, receipt);
    advance(sending.id, "sending", (current) => ({ ...afterAttempt(current, outcome, clock.now()) }));
    if (outcome.kind === "accepted") tellIfOvertaken(sending);
    reportProgress(sending.batchId);
  }

  /** A message that arrives after its window changed leaves somebody with the old word: they are owed the new one. */
  function tellIfOvertaken(delivery: Delivery): void {
    const window = store.read((reading) => reading.window(delivery.windowId));
    if (window !== null && window.revision !== delivery.windowRevision) onHeard(delivery.windowId);
  }

  async function attempt(
    messenger: Messenger,
    delivery: Delivery,
    replyTo: Parameters<Messenger["send"]>[0]["replyTo"],
  ): Promise<SendOutcome> {
    try {
      return await messenger.send({ delivery, replyTo }, (handle) => {
        store.write((writing) => {
          const current = writing.delivery(delivery.id);
          if (current !== null) writing.saveDelivery({ ...current, handle });
        });
      });
    } catch (error) {
      // An adapter that throws is a bug, and what it had sent by then is not known.
      log.error(
        { delivery: delivery.id, carrier: delivery.carrier, error: error instanceof Error ? error.name : "unknown" },
        "A messenger threw",
      );
      return { kind: "unknown", detail: "Forewarn failed while sending. Look whether the message arrived." };
    }
  }

  function reportProgress(batchId: string): void {
    const { total, waiting } = store.read((reading) => reading.batchProgress(batchId));
    changes.emit({ topic: "progress", batchId, done: total - waiting, total });
  }

  async function lookForUnknown(): Promise<void> {
    const now = clock.now();
    for (const id of store.read((reading) => reading.deliveryIdsIn("unknown", atOnce))) {
      const look = looks.get(id) ?? 0;
      const wait = looksAfter[look];
      if (wait === undefined) continue;
      const delivery = store.read((reading) => reading.delivery(id));
      if (delivery?.state.kind !== "unknown" || now - delivery.state.since < wait) continue;
      looks.set(id, look + 1);
      const messenger = findMessenger(delivery);
      if ("missing" in messenger) continue;
      const seen = await messenger.lookUp(delivery);
      if (seen.kind === "found") {
        advance(delivery.id, "unknown", () => ({ state: { kind: "confirmed", receipt: seen.receipt } }));
        tellIfOvertaken(delivery);
      }
      // Not found is no proof (FACTS.md §1): a person decides.
    }
  }

  return {
    recover() {
      const now = clock.now();
      for (const delivery of store.read((reading) => reading.deliveriesIn(["sending"], 10_000))) {
        advance(delivery.id, "sending", () => ({
          state: { kind: "unknown", since: now, detail: "Forewarn stopped while this was being sent." },
        }));
      }
    },
    tick() {
      running ??= (async () => {
        try {
          makeDue(clock.now());
          holdStaleToDo(clock.now());
          await sendDue();
          await lookForUnknown();
        } finally {
          running = null;
        }
      })();
      return running;
    },
  };
}

/** What keeps a delivery from leaving as it is, checked right before it would. Null when nothing does. */
function obstacleTo(
  store: ReadStore,
  delivery: Delivery,
  now: Instant,
): { readonly reason: HoldReason; readonly detail: string } | null {
  if (now > delivery.notAfter) {
    return { reason: "stale", detail: "Its latest useful time has passed. It was not sent." };
  }
  const window = store.window(delivery.windowId);
  if (window === null || window.revision !== delivery.windowRevision) {
    return { reason: "windowChanged", detail: "The window changed after this was approved. It was not sent." };
  }
  return recipientObstacle(delivery, store.directory(), workspaceIn(store), store.notice(delivery.noticeId)?.voice ?? null);
}

/** The state and times after an attempt. Only what provably was not sent is due again. */
function afterAttempt(delivery: Delivery, outcome: SendOutcome, now: Instant): Partial<Delivery> {
  const attempts = delivery.state.kind === "sending" ? delivery.state.attempt : 1;
  switch (outcome.kind) {
    case "accepted":
      return { state: { kind: "accepted", receipt: outcome.receipt } };
    case "unsent":
      return { sendAt: outcome.retryAt, state: { kind: "due", since: now, attempts, detail: outcome.detail } };
    case "refused":
      return { state: { kind: "failed", since: now, detail: outcome.detail } };
    case "signInNeeded":
      return { state: { kind: "held", since: now, reason: "noConnection", detail: outcome.detail } };
    case "unknown":
      return { state: { kind: "unknown", since: now, detail: outcome.detail } };
  }
}
