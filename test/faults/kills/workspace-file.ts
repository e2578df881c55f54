import { verifyAuditChain } from "../../../src/adapters/sqlite/audit-chain.ts";
import { readAudit } from "../../../src/adapters/sqlite/audit-table.ts";
import { type Connection, connect } from "../../../src/adapters/sqlite/connection.ts";
import { openDatabase, readPragma } from "../../../src/adapters/sqlite/database-file.ts";
import { readDeliveries } from "../../../src/adapters/sqlite/deliveries-table.ts";
import { allMigrations } from "../../../src/adapters/sqlite/migrations/all-migrations.ts";
import { newestVersion } from "../../../src/adapters/sqlite/migrations/migration.ts";
import type { Delivery, DeliveryStateKind } from "../../../src/core/domain/delivery.ts";
import type { AuditEntry } from "../../../src/core/ports/audit-log.ts";
import { approvedAs, type Said } from "../servers/ledger.ts";

/** What a workspace's file says, read by a process that only reads. */
export type FileContent = {
  readonly deliveries: readonly Delivery[];
  /** Oldest first. */
  readonly audit: readonly AuditEntry[];
  readonly chainHolds: boolean;
};

export function readWorkspaceFile(file: string): FileContent {
  return look(file, (connection) => {
    const { delivery } = readDeliveries(connection);
    const ids = connection.rows<[id: string]>("SELECT id FROM delivery ORDER BY position");
    return {
      deliveries: ids.flatMap(([id]) => delivery(id) ?? []),
      audit: readAudit(connection).audit({ limit: 1_000_000 }).toReversed(),
      chainHolds: verifyAuditChain(file).kind === "intact",
    };
  });
}

/** What matters of a file of any version: it may be older than what reads it, as long as nobody migrated it. */
export type AnyVersion = {
  readonly chainHolds: boolean;
  readonly lastEntry: { readonly sequence: number; readonly hash: string } | null;
  readonly approved: ReadonlyMap<string, Said>;
};

/** The version of a workspace's file. */
export function versionOf(file: string): number {
  return look(file, ({ database }) => readPragma(database, "user_version"));
}

export function readAnyVersion(file: string): AnyVersion {
  return look(file, (connection) => {
    const [entry] = connection.rows<[sequence: number, hash: string]>(
      "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1",
    );
    const deliveries = connection.rows<[id: string, frozen: string, content: string]>("SELECT id, frozen, content FROM delivery");
    return {
      chainHolds: verifyAuditChain(file).kind === "intact",
      lastEntry: entry === undefined ? null : { sequence: entry[0], hash: entry[1] },
      approved: new Map(
        deliveries.map(([id, frozen, content]) => [id, approvedAs({ ...JSON.parse(frozen), content: JSON.parse(content) })]),
      ),
    };
  });
}

export function readIdsIn(file: string, state: DeliveryStateKind): readonly string[] {
  return look(file, (connection) => readDeliveries(connection).deliveryIdsIn(state, 100_000));
}

/** Kinds of the pauses of all sending. */
export function pausesIn(file: string): readonly string[] {
  return look(file, (connection) => connection.rows<[kind: string]>("SELECT kind FROM sending_pause").map(([kind]) => kind));
}

/** Whether a provider refused the sign-in, and nobody signed in again. */
export function isConnectionPaused(file: string): boolean {
  return look(file, (connection) => connection.rows("SELECT 1 FROM connection WHERE paused_since IS NOT NULL").length > 0);
}

function look<T>(file: string, work: (connection: Connection) => T): T {
  const database = openDatabase(file, "readOnly");
  try {
    return work(connect(database));
  } finally {
    database.close();
  }
}

/** A delivery that is committed as `sending`, while its request is at the provider. */
export type OnItsWay = {
  readonly id: string;
  readonly approvedRevision: number;
  readonly revision: number;
  readonly pauses: number;
};

/** What the file says is on its way at this moment. Nothing is, from a file that two kills in a row kept from being migrated. */
export function readOnTheirWay(file: string): readonly OnItsWay[] {
  return look(file, (connection) => {
    if (readPragma(connection.database, "user_version") !== newestVersion(allMigrations)) return [];
    return connection
      .rows<[id: string, approved: number, revision: number, pauses: number]>(
        `SELECT delivery.id, json_extract(frozen, '$.windowRevision'), window.revision, (SELECT count(*) FROM sending_pause)
         FROM delivery JOIN window ON window.id = delivery.window_id WHERE delivery.state = 'sending'`,
      )
      .map(([id, approvedRevision, revision, pauses]) => ({ id, approvedRevision, revision, pauses }));
  });
}
