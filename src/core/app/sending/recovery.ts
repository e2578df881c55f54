import type { SendOutcome } from "../../ports/messenger.ts";
import type { Dependencies } from "../dependencies.ts";
import { afterAttempt } from "./attempts.ts";
import type { DeliveryLog } from "./delivery-log.ts";

/** After a start: what was on its way when the process ended may or may not have been sent. */
export function recoverDeliveries({ store, clock }: Pick<Dependencies, "store" | "clock">, deliveryLog: DeliveryLog): void {
  const now = clock.now();
  store.write((writing) => {
    for (const id of writing.deliveryIdsIn("sending", 100_000)) {
      const delivery = writing.delivery(id);
      if (delivery === null) continue;
      const outcome: SendOutcome = { kind: "unknown", detail: "Forewarn stopped while this was being sent." };
      deliveryLog.record(writing, delivery, { ...delivery, ...afterAttempt(delivery, outcome, null, now) });
    }
    // Claims of a process that is gone hold nothing: this one is the only writer.
    for (const id of writing.leasedDeliveryIds(100_000)) {
      const delivery = writing.delivery(id);
      if (delivery?.state.kind === "due") {
        writing.saveDelivery({ ...delivery, state: { ...delivery.state, leaseUntil: null } });
      }
    }
  });
}
