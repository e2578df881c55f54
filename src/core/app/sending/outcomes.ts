import type { Delivery } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import type { SendOutcome } from "../../ports/messenger.ts";
import type { WriteStore } from "../../ports/store.ts";
import { connectionOf, type Dependencies } from "../dependencies.ts";
import { afterAttempt } from "./attempts.ts";
import { atOnce } from "./coming-due.ts";
import type { DeliveryLog } from "./delivery-log.ts";
import { obstacleTo } from "./obstacles.ts";
import type { Traffic } from "./traffic.ts";
import type { SenderWays } from "./ways.ts";

/** What came of the attempts. */
export type Outcomes = {
  /** Writes what came of an attempt, under the number it was claimed with; what can't be written is kept and tried again. */
  record(id: string, fence: number, outcome: SendOutcome): void;
  /** Writes what could not be written before. Throws while it still can't: then nothing is sent. */
  catchUp(): void;
  /** An attempt that did not come back in time counts as unknown, whatever it does later. */
  expireAttempts(now: Instant): void;
  /** A message that arrives after its window changed leaves somebody with the old word: they are owed the new one. */
  tellIfOvertaken(delivery: Pick<Delivery, "windowId" | "windowRevision">): void;
};

export function createOutcomes(
  { store, clock, ids, changes, log }: Pick<Dependencies, "store" | "clock" | "ids" | "changes" | "log">,
  ways: Pick<SenderWays, "pauseConnection" | "onHeard">,
  deliveryLog: DeliveryLog,
  traffic: Traffic,
): Outcomes {
  /** Outcomes that are known and could not be written: kept until they can be. */
  const unwritten: { readonly id: string; readonly fence: number; readonly outcome: SendOutcome }[] = [];

  function record(id: string, fence: number, outcome: SendOutcome): void {
    try {
      const done = store.write((writing) => recordIn(writing, id, fence, outcome));
      if (done === null) return;
      changes.emit({ topic: "deliveries", windowId: done.windowId });
      heed(done, outcome);
    } catch (error) {
      unwritten.push({ id, fence, outcome });
      throw error;
    }
  }

  function recordIn(writing: WriteStore, id: string, fence: number, outcome: SendOutcome): Delivery | null {
    const current = writing.delivery(id);
    if (current === null) return null;
    const now = clock.now();
    const isOurs = current.fence === fence;
    if (isOurs && current.state.kind === "sending") {
      const withheld = outcome.kind === "withheld" ? obstacleTo(writing, ids, current, now) : null;
      const updated = { ...current, ...afterAttempt(current, outcome, withheld, now) };
      deliveryLog.record(writing, current, updated);
      return updated;
    }
    if (outcome.kind !== "accepted") return null;
    if (isOurs && (current.state.kind === "unknown" || isToGoAgain(current))) {
      // The answer came after all, later than the claim held: it proves that the message arrived. Somebody may have decided
      // meanwhile to send it again, not knowing that; nobody needs it twice.
      const updated: Delivery = { ...current, state: { kind: "accepted", receipt: outcome.receipt } };
      deliveryLog.record(writing, current, updated);
      return updated;
    }
    log.warn({ delivery: id }, "A message was accepted after its attempt was given up");
    deliveryLog.recordLate(writing, current, outcome.receipt);
    return null;
  }

  /** What an outcome says of the whole way: whether its provider is there, and who heard. */
  function heed(delivery: Delivery, outcome: SendOutcome): void {
    const { carrier } = delivery;
    if (outcome.kind === "unsent" && outcome.concernsAll) {
      traffic.trouble(carrier, outcome.retryAt === null ? null : Math.max(0, outcome.retryAt - clock.now()));
    } else if (outcome.kind === "accepted" || outcome.kind === "refused") traffic.allWell(carrier);
    if (outcome.kind === "signInNeeded") {
      const kind = connectionOf(carrier);
      if (kind !== null) ways.pauseConnection(kind, outcome.detail);
    }
    if (outcome.kind === "accepted") tellIfOvertaken(delivery);
  }

  function tellIfOvertaken(delivery: Pick<Delivery, "windowId" | "windowRevision">): void {
    const window = store.read((reading) => reading.window(delivery.windowId));
    if (window !== null && window.revision !== delivery.windowRevision) ways.onHeard(delivery.windowId);
  }

  return {
    record,
    catchUp() {
      // One by one: what can't be written is kept by `record`, and those behind it are still in the list.
      for (let next = unwritten.shift(); next !== undefined; next = unwritten.shift()) record(next.id, next.fence, next.outcome);
    },
    expireAttempts(now) {
      for (const id of store.read((reading) => reading.deliveryIdsIn("sending", atOnce))) {
        const delivery = store.read((reading) => reading.delivery(id));
        if (delivery?.state.kind !== "sending" || delivery.state.leaseUntil > now) continue;
        record(id, delivery.fence, { kind: "unknown", detail: "The attempt did not come back in time." });
      }
    },
    tellIfOvertaken,
  };
}

/** A person decided to send it again, and nothing of that has left. */
function isToGoAgain({ state }: Delivery): boolean {
  return state.kind === "due" && state.byPerson && state.attempts === 0;
}
