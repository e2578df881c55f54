import { type Delivery, dueState } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import { nextLook } from "../../domain/sending/look-schedule.ts";
import type { LookUpOutcome } from "../../ports/messenger.ts";
import type { Dependencies } from "../dependencies.ts";
import { createDeliveryLog } from "./delivery-log.ts";
import type { FindMessenger } from "./ways.ts";

/** Asks the providers whether messages whose outcome is unknown are there. */
export type LookUps = {
  /** Begins to look for what is to be looked for by now. */
  begin(now: Instant): void;
  /** Resolves when no look is going on. */
  going(): Promise<void>;
};

/** What one round looks for; the next one takes up the rest. */
const atOnce = 50;

export function createLookUps(
  dependencies: Pick<Dependencies, "store" | "clock" | "changes" | "log">,
  findMessenger: FindMessenger,
  onFound: (delivery: Delivery) => void,
): LookUps {
  const { store, clock, changes, log } = dependencies;
  let going: Promise<void> | null = null;

  async function lookFor(id: string): Promise<void> {
    const delivery = store.read((reading) => reading.delivery(id));
    if (delivery?.state.kind !== "unknown") return;
    const way = findMessenger(delivery);
    const seen: LookUpOutcome = "missing" in way ? { kind: "cannotTell", detail: way.missing } : await way.lookUp(delivery);
    applyLook(dependencies, delivery, seen, clock.now());
    if (seen.kind === "found") onFound(delivery);
    changes.emit({ topic: "deliveries", windowId: delivery.windowId });
  }

  return {
    begin(now) {
      if (going !== null) return;
      const wanted = store.read((reading) => reading.deliveryIdsToLookFor(now, atOnce));
      if (wanted.length === 0) return;
      going = (async () => {
        for (const id of wanted) {
          try {
            await lookFor(id);
          } catch (error) {
            log.error({ delivery: id, error: error instanceof Error ? error.name : "unknown" }, "A look-up failed");
          }
        }
      })().finally(() => {
        going = null;
      });
    },
    going: async () => {
      await going;
    },
  };
}

/** What a look-up brought, in words for the person who decides. */
export function wordsOf(seen: LookUpOutcome): string {
  switch (seen.kind) {
    case "found":
      return "It was found at the provider: it was sent.";
    case "unsent":
      return `${seen.detail} It is in line again.`;
    case "absent":
      return "The provider shows no such message. That is no proof: sending it again may double it.";
    case "cannotTell":
      return seen.detail;
  }
}

/**
 * Writes what a look-up brought, unless the delivery was decided meanwhile: found is confirmed, provably unsent is in line
 * again for when it was to go, and everything else waits for a person while the provider is asked ever more seldom.
 */
export function applyLook(
  dependencies: Pick<Dependencies, "store" | "clock" | "changes">,
  looked: Delivery,
  seen: LookUpOutcome,
  now: Instant,
): boolean {
  const deliveryLog = createDeliveryLog(dependencies);
  return dependencies.store.write((writing) => {
    const current = writing.delivery(looked.id);
    if (current?.state.kind !== "unknown" || current.fence !== looked.fence) return false;
    switch (seen.kind) {
      case "found":
        deliveryLog.record(writing, current, { ...current, state: { kind: "confirmed", receipt: seen.receipt } });
        return true;
      case "unsent": {
        // What a restored backup had as approved is in doubt before its time has come: looking does not hurry it.
        const sendAt = Math.max(now, current.sendAt);
        deliveryLog.record(writing, current, {
          ...current,
          sendAt,
          state: { ...dueState(sendAt), attempts: 1, detail: seen.detail },
        });
        return true;
      }
      case "absent":
      case "cannotTell": {
        const looks = current.state.looks + 1;
        const nextLookAt = nextLook(current, current.state.since, looks);
        writing.saveDelivery({ ...current, state: { ...current.state, looks, seen: wordsOf(seen), nextLookAt } });
        return true;
      }
    }
  });
}
