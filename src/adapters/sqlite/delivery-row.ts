import type { Delivery, DeliveryLine, DeliveryState, DeliveryStateKind, MessageContent } from "../../core/domain/delivery.ts";
import { fromJson } from "./json.ts";
import { type SealedColumns, sealOf } from "./row-seal.ts";

/** What a list shows of a delivery, and all of it. */
export const lineColumns =
  "id, batch_id, notice_id, window_id, send_at, not_after, handle, fence, state, state_facts, frozen, subject, seal";
export const columns = `${lineColumns}, fingerprint, content`;

export type LineRow = [
  id: string,
  batchId: string,
  noticeId: string,
  windowId: string,
  sendAt: number,
  notAfter: number,
  handle: string | null,
  fence: number,
  column: DeliveryStateKind,
  state: string,
  frozen: string,
  subject: string,
  seal: string,
];
export type DeliveryRow = [...LineRow, fingerprint: string, content: string];

/** What approval fixes beside the message itself and its fingerprint. */
export type Frozen = Omit<
  Delivery,
  "id" | "batchId" | "noticeId" | "windowId" | "sendAt" | "notAfter" | "handle" | "fence" | "state" | "fingerprint" | "content"
>;

export function toDelivery(row: DeliveryRow): Delivery {
  const [fingerprint, content] = [row[13], row[14]];
  return { ...placed(row), fingerprint, content: fromJson<MessageContent>(content) };
}

export function toLine(row: LineRow): DeliveryLine {
  return { ...placed(row), subject: row[11] };
}

/** What a delivery and its line have alike. */
function placed([id, batchId, noticeId, windowId, sendAt, notAfter, handle, fence, column, state, frozen, , seal]: readonly [
  ...LineRow,
  ...string[],
]): Omit<Delivery, "fingerprint" | "content"> {
  return {
    ...fromJson<Frozen>(frozen),
    id,
    batchId,
    noticeId,
    windowId,
    sendAt,
    notAfter,
    handle,
    fence,
    state: sealedState([id, batchId, sendAt, handle, fence, column, state], seal),
  };
}

/**
 * Where a delivery stands, if that is what the application wrote. If not, the file was changed by something else, and
 * whether the message was sent is not certain: it is never acted on by itself, and a person decides.
 */
function sealedState(sealed: SealedColumns, seal: string): DeliveryState {
  if (sealOf(sealed) === seal) return fromJson<DeliveryState>(sealed[6]);
  return {
    kind: "unknown",
    since: Number.isFinite(sealed[2]) ? sealed[2] : 0,
    detail: "Where it stands was changed in the workspace's file by something else. Look whether it was sent.",
    looks: 0,
    seen: "",
    nextLookAt: null,
  };
}
