import { dueState } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Dependencies } from "../dependencies.ts";
import type { DeliveryLog } from "./delivery-log.ts";
import { obstacleOfTime, obstacleTo } from "./obstacles.ts";
import type { Vigil } from "./vigil.ts";

/** What one look takes up, so that the screen waits for less than a tenth of a second; the next look takes up the rest. */
export const atOnce = 40;

/** Brings approved deliveries whose time has come next in line. */
export type ComingDue = {
  /** Approved deliveries whose time has come are next in line, unless something speaks against them or their hour. Says how many came. */
  makeDue(now: Instant): number;
  /** What nobody did by hand while it was of use is held like any other stale delivery, and shown. */
  holdStaleToDo(now: Instant): void;
};

export function createComingDue(
  { store, ids }: Pick<Dependencies, "store" | "ids">,
  deliveryLog: DeliveryLog,
  vigil: Vigil,
): ComingDue {
  return {
    makeDue(now) {
      const lines = store.read((reading) => [
        ...reading.deliveriesDue("approved", now, atOnce),
        ...reading.deliveriesHeldUntil(now, atOnce),
      ]);
      if (lines.length === 0) return 0;
      store.write((writing) => {
        for (const { id } of lines) {
          const delivery = writing.delivery(id);
          if (delivery?.state.kind === "unknown") deliveryLog.keepDoubt(writing, delivery);
          if (delivery?.state.kind !== "approved" && delivery?.state.kind !== "held") continue;
          if (now < delivery.notBefore) continue;
          const wasHeld = delivery.state.kind === "held";
          const obstacle =
            obstacleTo(writing, ids, delivery, now) ??
            // What a person ticks off waits for that person, at whatever hour.
            (delivery.carrier === "manual"
              ? null
              : obstacleOfTime(writing, delivery, wasHeld ? now : delivery.sendAt, vigil.awakeSince(), now));
          if (obstacle !== null) deliveryLog.hold(writing, delivery, obstacle);
          else deliveryLog.record(writing, delivery, { ...delivery, state: dueState(now) });
        }
      });
      deliveryLog.announce(lines);
      return lines.length;
    },
    holdStaleToDo(now) {
      const stale = store.read((reading) => reading.deliveriesToDo(atOnce)).filter(({ notAfter }) => now > notAfter);
      if (stale.length === 0) return;
      store.write((writing) => {
        for (const { id } of stale) {
          const delivery = writing.delivery(id);
          if (delivery?.state.kind !== "due") continue;
          const detail = "Its latest useful time has passed, and nobody ticked it off.";
          deliveryLog.hold(writing, delivery, { reason: "stale", detail, until: null });
        }
      });
      deliveryLog.announce(stale);
    },
  };
}
