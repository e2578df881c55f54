import type { ConnectionSettings, ReadStore, WriteStore } from "../../core/ports/store.ts";
import type { Connection } from "./connection.ts";

type SettingsRow = [kind: ConnectionSettings["kind"], apiUrl: string | null, account: string, checkedAt: number | null];

/** How the connections to providers are set up. Their tokens are with the system's secrets, never here. */
export function readConnections(connection: Connection): Pick<ReadStore, "connections"> {
  return {
    connections: () =>
      connection
        .rows<SettingsRow>("SELECT kind, api_url, account, checked_at FROM connection ORDER BY kind")
        .map(([kind, apiUrl, account, checkedAt]) => ({ kind, apiUrl, account, checkedAt })),
  };
}

export function writeConnections(connection: Connection): Pick<WriteStore, "saveConnection" | "removeConnection"> {
  return {
    saveConnection({ kind, apiUrl, account, checkedAt }) {
      connection.change(
        `INSERT INTO connection VALUES (?, ?, ?, ?) ON CONFLICT (kind) DO UPDATE
         SET api_url = excluded.api_url, account = excluded.account, checked_at = excluded.checked_at`,
        kind,
        apiUrl,
        account,
        checkedAt,
      );
    },
    removeConnection(kind) {
      connection.change("DELETE FROM connection WHERE kind = ?", kind);
    },
  };
}
