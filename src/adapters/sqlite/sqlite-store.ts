import type { DatabaseSync } from "node:sqlite";
import type { ReadStore, Store, WriteStore } from "../../core/ports/store.ts";
import { auditLogOf } from "./audit-log.ts";
import { readAudit, writeAudit } from "./audit-table.ts";
import { type Connection, connect } from "./connection.ts";
import { readConnections, writeConnections } from "./connections-table.ts";
import { readPragma } from "./database-file.ts";
import { readDeliveries, writeDeliveries } from "./deliveries-table.ts";
import { readDirectory, writeDirectory } from "./directory-table.ts";
import { readMatrix, writeMatrix } from "./matrix-tables.ts";
import { readNotices, writeNotices } from "./notices-table.ts";
import { readPractice, writePractice } from "./practice-table.ts";
import { readSendingPauses, writeSendingPauses } from "./sending-pause-table.ts";
import { readWindows, writeWindows } from "./windows-table.ts";
import { readWorkspace, writeWorkspace } from "./workspace-table.ts";

/** A database that was checked and is of this version, with what goes with it. */
export type StoreParts = {
  readonly database: DatabaseSync;
  readonly location: string;
  readonly readOnly: Store["readOnly"];
  readonly backUp: Store["backUp"];
  /** Called once, after the database is closed. */
  readonly release: () => void;
};

/** The workspace's file as the use cases see it. */
export function sqliteStore({ database, location, readOnly, backUp, release }: StoreParts): Store {
  const connection = connect(database);
  const reading = readStore(connection);
  const writing = { ...reading, ...writeStore(connection) };
  const read: Store["read"] = readOnly === null ? (work) => work(reading) : readerOfAnothersFile(connection, reading);
  let lastBackup: Promise<unknown> = Promise.resolve();
  return {
    readOnly,
    location,
    auditLog: auditLogOf(connection, (work) => read(work)),
    // One after another: two at a time would write to the same place.
    backUp() {
      const next = lastBackup.then(backUp, backUp);
      lastBackup = next;
      return next;
    },
    read,
    write(work) {
      if (readOnly !== null) throw new Error(`Written to a workspace that is open for reading only: ${readOnly.reason}`);
      if (database.isTransaction) throw new Error("A write of the workspace inside another one");
      return inTransaction(connection, "IMMEDIATE", () => work(writing));
    },
    close() {
      if (!database.isOpen) return;
      database.close();
      release();
    },
  };
}

function readStore(connection: Connection): ReadStore {
  return {
    ...readWorkspace(connection),
    ...readDirectory(connection),
    ...readMatrix(connection),
    ...readConnections(connection),
    ...readSendingPauses(connection),
    ...readWindows(connection),
    ...readNotices(connection),
    ...readDeliveries(connection),
    ...readPractice(connection),
    ...readAudit(connection),
  };
}

function writeStore(connection: Connection): Omit<WriteStore, keyof ReadStore> {
  return {
    ...writeWorkspace(connection),
    ...writeDirectory(connection),
    ...writeMatrix(connection),
    ...writeConnections(connection),
    ...writeSendingPauses(connection),
    ...writeWindows(connection),
    ...writeNotices(connection),
    ...writeDeliveries(connection),
    ...writePractice(connection),
    ...writeAudit(connection),
  };
}

/**
 * The one writer need not guard its reads: nobody else changes the file, and its own work is synchronous.
 * A second process must: between two of its queries the writer may commit, and what it remembered may be old.
 */
function readerOfAnothersFile(connection: Connection, reading: ReadStore): Store["read"] {
  const { database } = connection;
  let version = readPragma(database, "data_version");
  return (work) => {
    if (database.isTransaction) return work(reading);
    return inTransaction(connection, "DEFERRED", () => {
      // The first read fixes what this transaction sees; data_version then says whether it is what was seen before.
      connection.rows("SELECT 1 FROM workspace");
      const current = readPragma(database, "data_version");
      if (current !== version) connection.forget();
      version = current;
      return work(reading);
    });
  };
}

function inTransaction<T>(connection: Connection, kind: "IMMEDIATE" | "DEFERRED", work: () => T): T {
  const { database } = connection;
  database.exec(`BEGIN ${kind}`);
  try {
    const result = work();
    if (result instanceof Promise)
      throw new Error("Work on the workspace must be over when it returns; this one is still going on");
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    connection.forget();
    throw error;
  }
}
