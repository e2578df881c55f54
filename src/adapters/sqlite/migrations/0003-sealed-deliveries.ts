import { createHash } from "node:crypto";
import type { Migration } from "./migration.ts";

/** Seals where each delivery stands, so that a change by anything but the application is found before it is acted on. */
export const sealedDeliveries: Migration = {
  version: 3,
  name: "sealed deliveries",
  migrate(database) {
    database.exec("ALTER TABLE delivery ADD COLUMN seal TEXT NOT NULL DEFAULT ''");
    const read = database.prepare(
      `SELECT position, id, batch_id, send_at, handle, fence, state, state_facts
       FROM delivery WHERE position > ? ORDER BY position LIMIT 500`,
    );
    read.setReturnArrays(true);
    const write = database.prepare("UPDATE delivery SET seal = ? WHERE position = ?");
    for (let last = 0; ; ) {
      // node:sqlite types rows as records even when it returns arrays; the first column is the table's integer key.
      const rows = read.all(last) as unknown as readonly (readonly [position: number, ...sealed: unknown[]])[];
      if (rows.length === 0) return;
      for (const [position, ...sealed] of rows) {
        write.run(createHash("sha256").update(JSON.stringify(sealed), "utf8").digest("hex"), position);
        last = position;
      }
    }
  },
};
