import type { SendingPause } from "../../core/domain/sending/sending-pause.ts";
import type { ReadStore, WriteStore } from "../../core/ports/store.ts";
import type { Connection } from "./connection.ts";

export function readSendingPauses(connection: Connection): Pick<ReadStore, "sendingPauses"> {
  return {
    sendingPauses: () =>
      connection
        .rows<[kind: SendingPause["kind"], since: number, detail: string]>(
          "SELECT kind, since, detail FROM sending_pause ORDER BY since, kind",
        )
        .map(([kind, since, detail]) => ({ kind, since, detail })),
  };
}

export function writeSendingPauses(connection: Connection): Pick<WriteStore, "pauseSending" | "resumeSending"> {
  return {
    /** A pause that lasts already keeps its beginning. */
    pauseSending({ kind, since, detail }) {
      connection.change(
        "INSERT INTO sending_pause VALUES (?, ?, ?) ON CONFLICT (kind) DO UPDATE SET detail = excluded.detail",
        kind,
        since,
        detail,
      );
    },
    resumeSending(kind) {
      connection.change("DELETE FROM sending_pause WHERE kind = ?", kind);
    },
  };
}
