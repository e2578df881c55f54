import { recipientKey } from "../../domain/delivery.ts";
import type { Window } from "../../domain/window.ts";
import type { ReadStore } from "../../ports/store.ts";
import { toldOf } from "../groups/groups.ts";
import { countingDeliveries } from "../sending/counting-deliveries.ts";

/** Those who know of a window and would be told of a change to it. */
export type Reach = {
  /** Channels and customers that heard of it. */
  readonly recipients: number;
  /** Messages of theirs that a reply would join. */
  readonly threads: number;
  /** Those of whom it is not known whether they heard; they must be decided first. */
  readonly undecided: number;
};

/** Who would hear of a change to this window, were it said now. */
export function reachOf(store: ReadStore, window: Window): Reach {
  const deliveries = countingDeliveries(store, window.id);
  const told = toldOf(store, window);
  const heard = new Set(told.map(recipientKey));
  const undecided = new Set(
    deliveries
      .filter(({ state }) => state.kind === "unknown" || state.kind === "sending")
      .map(recipientKey)
      .filter((key) => !heard.has(key)),
  );
  const threads = new Set(
    deliveries.flatMap(({ state }) => (state.kind === "accepted" || state.kind === "confirmed" ? [state.receipt.threadId] : [])),
  );
  return { recipients: heard.size, threads: threads.size, undecided: undecided.size };
}
