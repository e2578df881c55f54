import { canonicalJson } from "../../core/domain/canonical-json.ts";
import type { Delivery, DeliveryState, DeliveryStateKind, MessageContent } from "../../core/domain/delivery.ts";
import { deliveryStateKinds, isSettled } from "../../core/domain/delivery.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { ReadStore, WriteStore } from "../../core/ports/store.ts";
import { type Connection, onlyRow } from "./connection.ts";
import { fromJson } from "./json.ts";

const columns = "id, batch_id, notice_id, window_id, send_at, not_after, handle, state_facts, fingerprint, frozen, content";

type DeliveryRow = [
  id: string,
  batchId: string,
  noticeId: string,
  windowId: string,
  sendAt: number,
  notAfter: number,
  handle: string | null,
  state: string,
  fingerprint: string,
  frozen: string,
  content: string,
];

/** What approval fixes beside the message itself and its fingerprint. */
type Frozen = Omit<
  Delivery,
  "id" | "batchId" | "noticeId" | "windowId" | "sendAt" | "notAfter" | "handle" | "state" | "fingerprint" | "content"
>;

export function readDeliveries(
  connection: Connection,
): Pick<
  ReadStore,
  | "delivery"
  | "deliveriesOf"
  | "deliveriesOfNotice"
  | "deliveriesOfBatch"
  | "batchProgress"
  | "deliveriesIn"
  | "deliveryIdsIn"
  | "deliveriesDue"
  | "deliveriesToDo"
  | "recentDeliveries"
  | "deliveryCounts"
> {
  const inOrder = "ORDER BY position";
  const isManual = "json_extract(frozen, '$.carrier') = 'manual'";
  return {
    delivery(id) {
      const row = onlyRow(connection.rows<DeliveryRow>(`SELECT ${columns} FROM delivery WHERE id = ?`, id));
      return row === null ? null : toDelivery(row);
    },
    deliveriesOf: (windowId) =>
      connection.rows<DeliveryRow>(`SELECT ${columns} FROM delivery WHERE window_id = ? ${inOrder}`, windowId).map(toDelivery),
    deliveriesOfNotice: (noticeId) =>
      connection.rows<DeliveryRow>(`SELECT ${columns} FROM delivery WHERE notice_id = ? ${inOrder}`, noticeId).map(toDelivery),
    deliveriesOfBatch: (batchId) =>
      connection.rows<DeliveryRow>(`SELECT ${columns} FROM delivery WHERE batch_id = ? ${inOrder}`, batchId).map(toDelivery),
    batchProgress(batchId) {
      const [total, waiting] = onlyRow(
        connection.rows<[total: number, waiting: number]>(
          `SELECT count(*), count(*) FILTER (WHERE state IN ('approved', 'due', 'sending')) FROM delivery WHERE batch_id = ?`,
          batchId,
        ),
      ) ?? [0, 0];
      return { total, waiting };
    },
    deliveriesIn: (states, limit) => earliestIn(connection, states, limit),
    deliveryIdsIn: (state, limit) =>
      connection
        .rows<[id: string]>("SELECT id FROM delivery WHERE state = ? ORDER BY send_at, position LIMIT ?", state, limit)
        .map(([id]) => id),
    deliveriesDue: (state, until, limit) =>
      connection
        .rows<DeliveryRow>(
          `SELECT ${columns} FROM delivery WHERE state = ? AND send_at <= ? ${state === "due" ? `AND NOT ${isManual}` : ""}
            ORDER BY send_at, position LIMIT ?`,
          state,
          until,
          limit,
        )
        .map(toDelivery),
    deliveriesToDo: (limit) =>
      connection
        .rows<DeliveryRow>(
          `SELECT ${columns} FROM delivery WHERE state = 'due' AND ${isManual} ORDER BY send_at, position LIMIT ?`,
          limit,
        )
        .map(toDelivery),
    recentDeliveries: (limit) =>
      connection
        .rows<DeliveryRow>(
          `SELECT ${columns} FROM delivery WHERE settled_at IS NOT NULL ORDER BY settled_at DESC, position DESC LIMIT ?`,
          limit,
        )
        .map(toDelivery),
    deliveryCounts() {
      const counts = new Map(
        connection.rows<[state: DeliveryStateKind, count: number]>("SELECT state, deliveries FROM delivery_count"),
      );
      const count = (state: DeliveryStateKind) => counts.get(state) ?? 0;
      return countEach(count);
    },
  };
}

export function writeDeliveries(connection: Connection): Pick<WriteStore, "saveDelivery"> {
  return {
    /** @throws when it would change what approval froze: a bug, since that needs a new delivery. */
    saveDelivery(delivery) {
      const { id, batchId, noticeId, windowId, sendAt, notAfter, handle, state, fingerprint, content, ...rest } = delivery;
      const frozen = canonicalJson(rest satisfies Frozen);
      const message = canonicalJson(content);
      const stored = onlyRow(
        connection.rows<[isSame: number]>(
          `SELECT notice_id = ? AND window_id = ? AND fingerprint = ? AND frozen = ? AND content = ?
           FROM delivery WHERE id = ?`,
          noticeId,
          windowId,
          fingerprint,
          frozen,
          message,
          id,
        ),
      );
      if (stored === null) {
        connection.change(
          `INSERT INTO delivery (
             id, batch_id, notice_id, window_id, send_at, not_after, settled_at, handle, state, state_facts,
             fingerprint, frozen, content
           ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          id,
          batchId,
          noticeId,
          windowId,
          sendAt,
          notAfter,
          settledAt(state),
          handle,
          state.kind,
          JSON.stringify(state),
          fingerprint,
          frozen,
          message,
        );
        return;
      }
      if (stored[0] === 0) throw new Error(`Delivery ${id} is frozen: what it says, to whom and how it goes cannot change`);
      connection.change(
        `UPDATE delivery SET
           batch_id = ?, send_at = ?, not_after = ?, settled_at = ?, handle = ?, state = ?, state_facts = ?
         WHERE id = ?`,
        batchId,
        sendAt,
        notAfter,
        settledAt(state),
        handle,
        state.kind,
        JSON.stringify(state),
        id,
      );
    },
  };
}

/**
 * Each state is asked for by itself, so that the index gives its earliest ones without sorting all of them;
 * only those that remain are read into deliveries.
 */
function earliestIn(connection: Connection, states: readonly DeliveryStateKind[], limit: number): readonly Delivery[] {
  const earliest = [...new Set(states)]
    .flatMap((state) =>
      connection.rows<[position: number, sendAt: number]>(
        "SELECT position, send_at FROM delivery WHERE state = ? ORDER BY send_at, position LIMIT ?",
        state,
        limit,
      ),
    )
    .sort(([onePosition, one], [otherPosition, other]) => one - other || onePosition - otherPosition)
    .slice(0, limit);
  return earliest.flatMap(([position]) =>
    connection.rows<DeliveryRow>(`SELECT ${columns} FROM delivery WHERE position = ?`, position).map(toDelivery),
  );
}

function toDelivery(row: DeliveryRow): Delivery {
  const [id, batchId, noticeId, windowId, sendAt, notAfter, handle, state, fingerprint, frozen, content] = row;
  return {
    ...fromJson<Frozen>(frozen),
    id,
    batchId,
    noticeId,
    windowId,
    sendAt,
    notAfter,
    handle,
    state: fromJson<DeliveryState>(state),
    fingerprint,
    content: fromJson<MessageContent>(content),
  };
}

/** When nothing more was going to happen to it; null while something may. */
function settledAt(state: DeliveryState): Instant | null {
  if (!isSettled({ state })) return null;
  if (state.kind === "accepted" || state.kind === "confirmed") return state.receipt.at;
  return "at" in state ? state.at : null;
}

function countEach(count: (state: DeliveryStateKind) => number): Record<DeliveryStateKind, number> {
  return Object.fromEntries(deliveryStateKinds.map((state) => [state, count(state)])) as Record<DeliveryStateKind, number>;
}
