import { isWaiting } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import type { WriteStore } from "../../ports/store.ts";

/**
 * What was only practised reached nobody, so once a workspace is live its notices are owed still: they are open again.
 * What a person has ticked off by hand was really done and stays.
 */
export function reopenPractised(store: WriteStore, windowId: string, now: Instant): void {
  for (const notice of store.noticesOf(windowId)) {
    if (notice.state.kind !== "approved") continue;
    const deliveries = store.deliveriesOfNotice(notice.id);
    const isPractised = deliveries.some(({ carrier }) => carrier === "practice");
    const wasReallyTold = deliveries.some(
      ({ carrier, state }) => carrier !== "practice" && !isWaiting({ state }) && state.kind !== "cancelled",
    );
    if (!isPractised || wasReallyTold) continue;
    for (const delivery of deliveries) {
      if (isWaiting(delivery))
        store.saveDelivery({ ...delivery, state: { kind: "cancelled", at: now, reason: "The workspace left practice mode." } });
    }
    store.saveNotice({ ...notice, state: { kind: "open" } });
  }
}
