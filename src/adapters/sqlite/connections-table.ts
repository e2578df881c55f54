import type { ConnectionSettings, ReadStore, WriteStore } from "../../core/ports/store.ts";
import type { Connection } from "./connection.ts";
import { fromJson } from "./json.ts";

type SettingsRow = [
  kind: ConnectionSettings["kind"],
  apiUrl: string | null,
  account: string,
  checkedAt: number | null,
  pausedSince: number | null,
  pausedWhy: string,
  filledIn: string,
  lastSuccessAt: number | null,
  expiresAt: number | null,
];

const columns = "kind, api_url, account, checked_at, paused_since, paused_why, filled_in, last_success_at, expires_at";

/** How the connections to providers are set up. Their tokens are with the system's secrets, never here. */
export function readConnections(connection: Connection): Pick<ReadStore, "connections"> {
  return {
    connections: () =>
      connection
        .rows<SettingsRow>(`SELECT ${columns} FROM connection ORDER BY kind`)
        .map(([kind, apiUrl, account, checkedAt, since, why, filledIn, lastSuccessAt, expiresAt]) => ({
          kind,
          apiUrl,
          account,
          checkedAt,
          values: fromJson<ConnectionSettings["values"]>(filledIn),
          lastSuccessAt,
          expiresAt,
          paused: since === null ? null : { since, why },
        })),
  };
}

export function writeConnections(
  connection: Connection,
): Pick<WriteStore, "saveConnection" | "connectionWorked" | "removeConnection"> {
  return {
    saveConnection({ kind, apiUrl, account, checkedAt, values, lastSuccessAt, expiresAt, paused }) {
      // Somebody else's channels and people, or another workspace's, are not for picking from.
      connection.change(
        `DELETE FROM kept_list WHERE connection = ?1
         AND EXISTS (SELECT 1 FROM connection WHERE kind = ?1 AND account <> ?2)`,
        kind,
        account,
      );
      connection.change(
        `INSERT INTO connection (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind) DO UPDATE
         SET api_url = excluded.api_url, account = excluded.account, checked_at = excluded.checked_at,
             paused_since = excluded.paused_since, paused_why = excluded.paused_why,
             filled_in = excluded.filled_in, last_success_at = excluded.last_success_at, expires_at = excluded.expires_at`,
        kind,
        apiUrl,
        account,
        checkedAt,
        paused?.since ?? null,
        paused?.why ?? "",
        JSON.stringify(values),
        lastSuccessAt,
        expiresAt,
      );
    },
    connectionWorked(kind, at) {
      connection.change("UPDATE connection SET last_success_at = ? WHERE kind = ?", at, kind);
    },
    removeConnection(kind) {
      connection.change("DELETE FROM connection WHERE kind = ?", kind);
      connection.change("DELETE FROM kept_list WHERE connection = ?", kind);
    },
  };
}
