import { canonicalJson } from "../../core/domain/canonical-json.ts";
import {
  type DeliveryLine,
  type DeliveryState,
  type DeliveryStateKind,
  deliveryStateKinds,
  isSettled,
  recipientKey,
  subjectOf,
} from "../../core/domain/delivery.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { ReadStore, WriteStore } from "../../core/ports/store.ts";
import { type Connection, onlyRow } from "./connection.ts";
import { columns, type DeliveryRow, type Frozen, type LineRow, lineColumns, toDelivery, toLine } from "./delivery-row.ts";
import { sealOf } from "./row-seal.ts";

export function readDeliveries(
  connection: Connection,
): Pick<
  ReadStore,
  | "delivery"
  | "deliveriesOf"
  | "heardBy"
  | "hasSentTo"
  | "deliveriesOfNotice"
  | "deliveriesOfNoticeIn"
  | "deliveriesOfBatch"
  | "batchProgress"
  | "deliveriesIn"
  | "deliveryIdsIn"
  | "deliveriesDue"
  | "deliveriesHeldUntil"
  | "deliveryIdsToLookFor"
  | "leasedDeliveryIds"
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
    heardBy: (windowId, recipient, limit) =>
      connection
        .rows<LineRow>(
          `SELECT ${lineColumns} FROM delivery
           WHERE window_id = ? AND recipient = ? AND state IN ('accepted', 'confirmed')
           ORDER BY settled_at DESC, position DESC LIMIT +?`,
          windowId,
          recipient,
          limit,
        )
        .map(toLine),
    // Asked only until there is one, and then it is the first that is looked at.
    hasSentTo: (channelIds) =>
      connection.rows<[number]>(
        `SELECT 1 FROM delivery
         WHERE state NOT IN ('cancelled', 'superseded') AND json_extract(frozen, '$.carrier') NOT IN ('practice', 'manual')
           AND (json_extract(frozen, '$.customerId') IS NOT NULL
             OR json_extract(frozen, '$.channelId') IN (SELECT value FROM json_each(?)))
         LIMIT 1`,
        JSON.stringify(channelIds),
      ).length > 0,
    deliveriesOfNotice: (noticeId) =>
      connection.rows<DeliveryRow>(`SELECT ${columns} FROM delivery WHERE notice_id = ? ${inOrder}`, noticeId).map(toDelivery),
    deliveriesOfNoticeIn: (noticeId, states) =>
      connection
        .rows<LineRow>(
          `SELECT ${lineColumns} FROM delivery
           WHERE notice_id = ? AND state IN (${states.map(() => "?").join(", ")}) ${inOrder}`,
          noticeId,
          ...states,
        )
        .map(toLine)
        // What a broken seal makes unknown is not where its column says.
        .filter(({ state }) => states.includes(state.kind)),
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
        .rows<[id: string]>("SELECT id FROM delivery WHERE state = +? ORDER BY send_at, position LIMIT +?", state, limit)
        .map(([id]) => id),
    deliveriesDue(state, until, limit, exceptChannels = []) {
      const except = "json_extract(frozen, '$.channelId') IN (SELECT value FROM json_each(?))";
      return connection
        .rows<LineRow>(
          `SELECT ${lineColumns} FROM delivery WHERE state = +? AND send_at <= ? ${state === "due" ? `AND NOT ${isManual}` : ""}
            ${exceptChannels.length === 0 ? "" : `AND NOT ${except}`} ORDER BY send_at, position LIMIT +?`,
          ...[state, until, ...(exceptChannels.length === 0 ? [] : [JSON.stringify(exceptChannels)]), limit],
        )
        .map(toLine);
    },
    deliveriesHeldUntil: (now, limit) =>
      connection
        .rows<LineRow>(
          `SELECT ${lineColumns} FROM delivery
           WHERE state = 'held' AND json_extract(state_facts, '$.until') <= ? ORDER BY send_at, position LIMIT +?`,
          now,
          limit,
        )
        .map(toLine),
    deliveryIdsToLookFor: (now, limit) =>
      connection
        .rows<[id: string]>(
          "SELECT id FROM delivery WHERE state = 'unknown' AND json_extract(state_facts, '$.nextLookAt') <= ? LIMIT +?",
          now,
          limit,
        )
        .map(([id]) => id),
    leasedDeliveryIds: (limit) =>
      connection
        .rows<[id: string]>(
          "SELECT id FROM delivery WHERE state = 'due' AND json_extract(state_facts, '$.leaseUntil') IS NOT NULL LIMIT +?",
          limit,
        )
        .map(([id]) => id),
    deliveriesToDo: (limit) =>
      connection
        .rows<LineRow>(
          `SELECT ${lineColumns} FROM delivery WHERE state = 'due' AND ${isManual} ORDER BY send_at, position LIMIT +?`,
          limit,
        )
        .map(toLine),
    recentDeliveries: (limit) =>
      connection
        .rows<LineRow>(
          `SELECT ${lineColumns} FROM delivery WHERE settled_at IS NOT NULL ORDER BY settled_at DESC, position DESC LIMIT +?`,
          limit,
        )
        .map(toLine),
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
      const { id, batchId, noticeId, windowId, sendAt, notAfter, handle, fence, state, fingerprint, content, ...rest } = delivery;
      const frozen = canonicalJson(rest satisfies Frozen);
      const message = canonicalJson(content);
      const facts = JSON.stringify(state);
      const seal = sealOf([id, batchId, sendAt, handle, fence, state.kind, facts]);
      const stored = onlyRow(
        connection.rows<[isSame: number]>(
          `SELECT notice_id = ? AND window_id = ? AND not_after = ? AND fingerprint = ? AND frozen = ? AND content = ?
           FROM delivery WHERE id = ?`,
          noticeId,
          windowId,
          notAfter,
          fingerprint,
          frozen,
          message,
          id,
        ),
      );
      if (stored === null) {
        connection.change(
          `INSERT INTO delivery (
             id, batch_id, notice_id, window_id, send_at, not_after, settled_at, handle, fence, state, state_facts,
             fingerprint, frozen, content, subject, seal, recipient
           ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          id,
          batchId,
          noticeId,
          windowId,
          sendAt,
          notAfter,
          settledAt(state),
          handle,
          fence,
          state.kind,
          facts,
          fingerprint,
          frozen,
          message,
          subjectOf(content),
          seal,
          recipientKey(delivery),
        );
        return;
      }
      if (stored[0] === 0) throw new Error(`Delivery ${id} is frozen: what it says, to whom and how it goes cannot change`);
      connection.change(
        `UPDATE delivery SET
           batch_id = ?, send_at = ?, settled_at = ?, handle = ?, fence = ?, state = ?, state_facts = ?, seal = ?
         WHERE id = ?`,
        batchId,
        sendAt,
        settledAt(state),
        handle,
        fence,
        state.kind,
        facts,
        seal,
        id,
      );
    },
  };
}

/**
 * Each state is asked for by itself, so that the index gives its earliest ones without sorting all of them;
 * only those that remain are read into deliveries.
 */
function earliestIn(connection: Connection, states: readonly DeliveryStateKind[], limit: number): readonly DeliveryLine[] {
  const earliest = [...new Set(states)]
    .flatMap((state) =>
      connection.rows<[position: number, sendAt: number]>(
        "SELECT position, send_at FROM delivery WHERE state = +? ORDER BY send_at, position LIMIT +?",
        state,
        limit,
      ),
    )
    .sort(([onePosition, one], [otherPosition, other]) => one - other || onePosition - otherPosition)
    .slice(0, limit);
  return earliest.flatMap(([position]) =>
    connection.rows<LineRow>(`SELECT ${lineColumns} FROM delivery WHERE position = ?`, position).map(toLine),
  );
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
