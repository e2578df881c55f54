import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { ReadStore, Store, WriteStore } from "../../core/ports/store.ts";
import { auditLogOf } from "./audit-log.ts";
import { readAudit, writeAudit } from "./audit-table.ts";
import { type Connection, connect } from "./connection.ts";
import { readConnections, writeConnections } from "./connections-table.ts";
import { readCounterparts, writeCounterparts } from "./counterparts-table.ts";
import { readPragma } from "./database-file.ts";
import { readDeliveries, writeDeliveries } from "./deliveries-table.ts";
import { readDirectory, writeDirectory } from "./directory-table.ts";
import { readKeptLists, writeKeptLists } from "./kept-lists-table.ts";
import { readMatrix, writeMatrix } from "./matrix-tables.ts";
import { readNotices, writeNotices } from "./notices-table.ts";
import { readPlanning, writePlanning } from "./planning-tables.ts";
import { readPractice, writePractice } from "./practice-table.ts";
import { readSendingPauses, writeSendingPauses } from "./sending-pause-table.ts";
import { storageTroubleOf } from "./storage-errors.ts";
import { readTemplateVersions, writeTemplateVersions } from "./template-versions-table.ts";
import { readWindows, writeWindows } from "./windows-table.ts";
import { readWorkspace, writeWorkspace } from "./workspace-table.ts";

/** A database that was checked and is of this version, with what goes with it. */
export type StoreParts = {
  readonly database: DatabaseSync;
  readonly location: string;
  readonly readOnly: Store["readOnly"];
  /** Called once, after the database is closed. */
  readonly release: () => void;
};

/** The workspace's file as the use cases see it. */
export function sqliteStore({ database, location, readOnly, release }: StoreParts): Store {
  const connection = connect(database);
  const reading = readStore(connection);
  const writing = { ...reading, ...writeStore(connection) };
  const read: Store["read"] = readOnly === null ? (work) => work(reading) : readerOfAnothersFile(connection, reading);
  const news = readOnly === null ? () => "none" as const : newsOfFile(database, location);
  let heldFor: string | null = null;

  function write<T>(work: (store: WriteStore) => T): T {
    const reason = readOnly?.reason ?? heldFor;
    if (reason !== null) throw new Error(`Written to a workspace that is open for reading only: ${reason}`);
    if (database.isOpen && database.isTransaction) throw new Error("A write of the workspace inside another one");
    return inTransaction(connection, "IMMEDIATE", () => work(writing));
  }

  return {
    get readOnly() {
      return heldFor === null ? readOnly : { reason: heldFor };
    },
    location,
    auditLog: auditLogOf(connection, (work) => read(work)),
    read: (work) => tellingTrouble(() => read(work)),
    write: (work) => tellingTrouble(() => write(work)),
    // Any page written anew goes to the log and is synced, which is what a full disk refuses.
    probe: () =>
      tellingTrouble(() => write(() => connection.change(`PRAGMA user_version = ${readPragma(database, "user_version")}`))),
    hold(reason) {
      heldFor = reason;
    },
    news: () => tellingTrouble(news),
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
    ...readTemplateVersions(connection),
    ...readConnections(connection),
    ...readCounterparts(connection),
    ...readKeptLists(connection),
    ...readSendingPauses(connection),
    ...readWindows(connection),
    ...readNotices(connection),
    ...readDeliveries(connection),
    ...readPlanning(connection),
    ...readPractice(connection),
    ...readAudit(connection),
  };
}

function writeStore(connection: Connection): Omit<WriteStore, keyof ReadStore> {
  return {
    ...writeWorkspace(connection),
    ...writeDirectory(connection),
    ...writeMatrix(connection),
    ...writeTemplateVersions(connection),
    ...writeConnections(connection),
    ...writeCounterparts(connection),
    ...writeKeptLists(connection),
    ...writeSendingPauses(connection),
    ...writeWindows(connection),
    ...writeNotices(connection),
    ...writeDeliveries(connection),
    ...writePlanning(connection),
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

/** SQLite's own words about the file or its disk become words for a person. */
function tellingTrouble<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageTroubleOf(error) ?? error;
  }
}

/** Whether the file at this place is still the one that was opened, and whether another process committed to it. */
function newsOfFile(database: DatabaseSync, location: string): Store["news"] {
  const identity = (): string => {
    const found = statSync(location, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? "gone" : `${found.dev} ${found.ino}`;
  };
  const opened = identity();
  let version = readPragma(database, "data_version");
  return () => {
    if (identity() !== opened) return "replaced";
    const before = version;
    version = readPragma(database, "data_version");
    return before === version ? "none" : "changed";
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
