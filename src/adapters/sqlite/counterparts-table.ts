import type { Counterpart } from "../../core/domain/counterpart.ts";
import type { ReadStore, WriteStore } from "../../core/ports/store.ts";
import { type Connection, onlyRow } from "./connection.ts";
import { fromJson } from "./json.ts";

type FactsRow = [facts: string];

/** What other systems hold of windows. */
export function readCounterparts(
  connection: Connection,
): Pick<ReadStore, "counterpart" | "counterpartsOf" | "counterpartIdsToDo" | "counterpartIdsIn" | "counterpartIdsSince"> {
  const ids = (sql: string, ...values: readonly (number | string)[]): readonly string[] =>
    connection.rows<[id: string]>(sql, ...values).map(([id]) => id);
  return {
    counterpart(id) {
      const row = onlyRow(connection.rows<FactsRow>("SELECT facts FROM counterpart WHERE id = ?", id));
      return row === null ? null : fromJson<Counterpart>(row[0]);
    },
    counterpartsOf: (windowId) =>
      connection
        .rows<FactsRow>("SELECT facts FROM counterpart WHERE window_id = ? ORDER BY position", windowId)
        .map(([facts]) => fromJson<Counterpart>(facts)),
    counterpartIdsToDo: (now, limit) =>
      ids(
        `SELECT counterpart.id FROM counterpart JOIN window ON window.id = counterpart.window_id
         WHERE counterpart.next_at <= ?1
            OR (counterpart.next_at IS NULL
                AND (seen_revision <> window.revision OR seen_outcome <> window.outcome))
         ORDER BY counterpart.position LIMIT +?2`,
        now,
        limit,
      ),
    counterpartIdsIn: (state) => ids("SELECT id FROM counterpart WHERE state = ? ORDER BY position", state),
    counterpartIdsSince: (from) =>
      ids(
        `SELECT counterpart.id FROM counterpart JOIN window ON window.id = counterpart.window_id
         WHERE window.end_at > ? ORDER BY window.start_at, counterpart.position`,
        from,
      ),
  };
}

export function writeCounterparts(connection: Connection): Pick<WriteStore, "saveCounterpart" | "removeCounterpart"> {
  return {
    saveCounterpart(counterpart, settledFor) {
      const { id, windowId, state } = counterpart;
      connection.change(
        // The window's number now is not what is noted: it may have changed while the other system was asked.
        `INSERT INTO counterpart (id, window_id, state, next_at, seen_revision, seen_outcome, facts)
         VALUES (?1, ?2, ?3, ?4, coalesce(?5, -1), coalesce(?6, ''), ?7)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, next_at = excluded.next_at,
           seen_revision = coalesce(?5, seen_revision), seen_outcome = coalesce(?6, seen_outcome), facts = excluded.facts`,
        id,
        windowId,
        state.kind,
        nextAtOf(state),
        settledFor?.revision ?? null,
        settledFor?.outcome.kind ?? null,
        JSON.stringify(counterpart),
      );
    },
    removeCounterpart: (id) => connection.change("DELETE FROM counterpart WHERE id = ?", id),
  };
}

/** When it is looked at again by itself; null where only a change of its window, or a person, brings it back. */
function nextAtOf(state: Counterpart["state"]): number | null {
  switch (state.kind) {
    case "behind":
    case "unknown":
      return state.nextAt;
    case "working":
      return state.leaseUntil;
    case "inStep":
    case "refused":
      return null;
  }
}
