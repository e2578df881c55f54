import type { Delivery } from "../../domain/delivery.ts";
import { countingIn } from "../../domain/told.ts";
import type { ReadStore } from "../../ports/store.ts";
import { workspaceIn } from "../workspace-in-use.ts";

/** The deliveries of a window that say who knows of it, in the mode its workspace is in. */
export function countingDeliveries(store: ReadStore, windowId: string): readonly Delivery[] {
  return countingIn(workspaceIn(store).mode, store.deliveriesOf(windowId));
}
