import { canonicalJson } from "../../domain/canonical-json.ts";
import type { Delivery, FrozenDelivery } from "../../domain/delivery.ts";
import type { Ids } from "../../ports/ids.ts";

/** What binds a delivery to what was approved: any change of it, by a bug or by a damaged file, is found before sending. */
export function fingerprintOf(ids: Ids, frozen: FrozenDelivery): string {
  return ids.fingerprint(canonicalJson(frozen));
}

/** Whether a stored delivery is what was approved. */
export function isAsApproved(ids: Ids, delivery: Delivery): boolean {
  const { fingerprint, batchId: _batch, sendAt: _sendAt, handle: _handle, fence: _fence, state: _state, ...frozen } = delivery;
  return fingerprintOf(ids, frozen) === fingerprint;
}
