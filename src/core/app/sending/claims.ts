import type { Delivery, DeliveryLine, Receipt } from "../../domain/delivery.ts";
import { type Instant, minute } from "../../domain/instant.ts";
import type { WriteStore } from "../../ports/store.ts";
import type { Dependencies } from "../dependencies.ts";
import type { DeliveryLog } from "./delivery-log.ts";
import { isSendingPaused, type Obstacle, obstacleOfTime, obstacleTo } from "./obstacles.ts";
import { replyOf } from "./threads.ts";
import type { Traffic } from "./traffic.ts";
import type { SenderWays } from "./ways.ts";

/**
 * How long a claim, and then an attempt, holds. A mail needs up to seven calls of half a minute at most; whoever comes
 * back later than this finds that the attempt counts as unknown.
 */
const lease = 4 * minute;

/**
 * Who may send a delivery just now. A claim leases it to this process under a new fencing number, and is looked at again at
 * each step on the way: before `sending` is on disk, and right before the request that sends.
 */
export type Claims = {
  /** Leases deliveries to this process under a new fencing number, those that may go; the others are held. */
  claim(lines: readonly DeliveryLine[]): ReadonlyMap<string, Delivery>;
  /** Gives a claim back: nothing was tried. */
  release(claimed: Delivery, detail: string): void;
  /** The commit before the first byte. Null when the claim no longer holds or something speaks against sending by now. */
  begin(claimed: Delivery): { readonly delivery: Delivery; readonly replyTo: Receipt | null } | null;
  /** Keeps what the provider calls the message it is preparing. Throws when the claim is over. */
  remember(delivery: Delivery, handle: string): void;
  /** The last look, right before the request that sends: is the claim still ours, and is the message still right? */
  mayLeave(delivery: Delivery): boolean;
};

export function createClaims(
  { store, clock, ids }: Pick<Dependencies, "store" | "clock" | "ids">,
  { findMessenger, vigil }: Pick<SenderWays, "findMessenger" | "vigil">,
  deliveryLog: DeliveryLog,
  traffic: Traffic,
  isHalted: () => boolean,
): Claims {
  /** What waited too long because nothing could be sent; or came into quiet hours, unless a person said "now". */
  function waitObstacle(
    writing: WriteStore,
    delivery: Delivery,
    state: Extract<Delivery["state"], { kind: "due" }>,
    now: Instant,
  ): Obstacle | null {
    const couldNotBeSent = state.attempts > 0 || traffic.isInTrouble(delivery.carrier);
    const obstacle = obstacleOfTime(writing, delivery, state.since, couldNotBeSent ? now : vigil.awakeSince(), now);
    return state.byPerson && obstacle?.reason === "quietHours" ? null : obstacle;
  }

  return {
    claim(lines) {
      const now = clock.now();
      const claimed = new Map<string, Delivery>();
      store.write((writing) => {
        for (const { id } of lines) {
          const delivery = writing.delivery(id);
          if (delivery?.state.kind === "unknown") deliveryLog.keepDoubt(writing, delivery);
          if (delivery?.state.kind !== "due" || (delivery.state.leaseUntil ?? 0) > now) continue;
          if (cameTooEarly(delivery, delivery.state, now)) {
            writing.saveDelivery(waitingForItsTime(delivery));
            continue;
          }
          const obstacle = obstacleTo(writing, ids, delivery, now) ?? waitObstacle(writing, delivery, delivery.state, now);
          const way = findMessenger(delivery);
          if (obstacle !== null) deliveryLog.hold(writing, delivery, obstacle);
          else if ("missing" in way) {
            deliveryLog.hold(writing, delivery, { reason: "noConnection", detail: way.missing, until: null });
          } else {
            const leased = {
              ...delivery,
              fence: delivery.fence + 1,
              state: { ...delivery.state, leaseUntil: now + lease },
            };
            writing.saveDelivery(leased);
            claimed.set(id, leased);
          }
        }
      });
      deliveryLog.announce(lines.filter(({ id }) => !claimed.has(id)));
      return claimed;
    },
    release(claimed, detail) {
      store.write((writing) => {
        const current = writing.delivery(claimed.id);
        if (current?.state.kind !== "due" || current.fence !== claimed.fence) return;
        writing.saveDelivery({ ...current, state: { ...current.state, detail, leaseUntil: null } });
      });
    },
    begin(claimed) {
      const now = clock.now();
      return store.write((writing) => {
        const current = writing.delivery(claimed.id);
        if (current?.state.kind !== "due" || current.fence !== claimed.fence) return null;
        if ((current.state.leaseUntil ?? 0) <= now || isHalted() || isSendingPaused(writing)) {
          writing.saveDelivery({ ...current, state: { ...current.state, leaseUntil: null } });
          return null;
        }
        if (cameTooEarly(current, current.state, now)) {
          writing.saveDelivery(waitingForItsTime(current));
          return null;
        }
        const obstacle = obstacleTo(writing, ids, current, now);
        if (obstacle !== null) {
          deliveryLog.hold(writing, current, obstacle);
          return null;
        }
        const delivery: Delivery = {
          ...current,
          state: {
            kind: "sending",
            since: now,
            attempt: current.state.attempts + 1,
            leaseUntil: now + lease,
            dueSince: current.state.since,
            byPerson: current.state.byPerson,
          },
        };
        deliveryLog.record(writing, current, delivery);
        return { delivery, replyTo: replyOf(writing, delivery) };
      });
    },
    remember(delivery, handle) {
      store.write((writing) => {
        const current = writing.delivery(delivery.id);
        if (current?.fence !== delivery.fence) throw new Error("The claim on this delivery is over");
        writing.saveDelivery({ ...current, handle });
      });
    },
    mayLeave(delivery) {
      const now = clock.now();
      const may = store.read((reading) => {
        const current = reading.delivery(delivery.id);
        if (current?.state.kind !== "sending" || current.fence !== delivery.fence || current.state.leaseUntil <= now)
          return false;
        return !isSendingPaused(reading) && obstacleTo(reading, ids, current, now) === null;
      });
      if (may) traffic.leaves(delivery);
      return may;
    },
  };
}

/** It came due by a clock that was ahead and has been put right since: its time is still to come. */
function cameTooEarly(delivery: Delivery, state: Extract<Delivery["state"], { kind: "due" }>, now: Instant): boolean {
  return !state.byPerson && state.attempts === 0 && now < delivery.notBefore;
}

function waitingForItsTime(delivery: Delivery): Delivery {
  return { ...delivery, sendAt: delivery.notBefore, state: { kind: "approved" } };
}
