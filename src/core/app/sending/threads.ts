import { type Delivery, type DeliveryLine, type Receipt, recipientKey } from "../../domain/delivery.ts";
import { isStatusStage } from "../../domain/planning/timing.ts";
import type { ReadStore } from "../../ports/store.ts";

/**
 * The receipt a message replies to, or null where it begins a conversation. All phases of a change are one conversation with
 * each recipient. A window of a series has its own; only news of a date that was announced with the others answers that
 * announcement, where nothing was said of this window alone.
 */
export function replyOf(store: ReadStore, delivery: Delivery): Receipt | null {
  const recipient = recipientKey(delivery);
  const own = threadOf(store.heardBy(delivery.windowId, recipient, heardLimit), delivery);
  const group = store.window(delivery.windowId)?.group ?? null;
  if (group === null || (group.kind === "series" && (own !== null || !isStatusStage(delivery.stage)))) return own;
  const heard = store.windowsOfGroup(group.id).flatMap(({ id }) => store.heardBy(id, recipient, heardLimit));
  return threadOf(group.kind === "series" ? heard.filter(({ stage }) => stage === "announce") : heard, delivery);
}

/** Of one recipient's messages about one window, the last few say where their conversation is. */
const heardLimit = 20;

/** The receipt a reply joins: of what this recipient last got about the window by the same carrier; null for the first. */
function threadOf(heard: readonly DeliveryLine[], { carrier }: Pick<Delivery, "carrier">): Receipt | null {
  let last: Receipt | null = null;
  for (const { carrier: carried, state } of heard) {
    if (carried !== carrier || (state.kind !== "accepted" && state.kind !== "confirmed")) continue;
    // A person's word is no message one can reply to.
    if (state.receipt.threadId === "" || state.receipt.at < (last?.at ?? Number.NEGATIVE_INFINITY)) continue;
    last = state.receipt;
  }
  return last;
}
