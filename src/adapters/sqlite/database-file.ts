import { closeSync, fsyncSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";

/** Marks an SQLite file as a workspace of this application (`PRAGMA application_id`): "FWRN". */
export const applicationId = 0x4657524e;

const busyTimeout = 5_000;

/**
 * Opens a file with the pragmas docs/architecture.md tells of, except the journal mode, which is the file's own.
 * @throws what node:sqlite throws; see {@link isDamage}.
 */
export function openDatabase(file: string, mode: "readWrite" | "readOnly" | "unchanging"): DatabaseSync {
  // Where nothing can be written at all, not even the log's index can be made: the file is then read as one that never changes.
  const place = mode === "unchanging" ? new URL("?immutable=1", pathToFileURL(file)) : file;
  const database = new DatabaseSync(place, {
    readOnly: mode !== "readWrite",
    timeout: busyTimeout,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    allowExtension: false,
  });
  try {
    database.exec("PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;");
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** A pragma's number, such as `user_version`. */
export function readPragma(database: DatabaseSync, name: "user_version" | "application_id" | "data_version"): number {
  const value = Object.values(database.prepare(`PRAGMA ${name}`).all()[0] ?? {})[0];
  return typeof value === "number" ? value : 0;
}

/** Sets the journal mode. False when another process has the file open and the mode could not be changed. */
export function setJournalMode(database: DatabaseSync, mode: "wal" | "delete"): boolean {
  try {
    const answer = Object.values(database.prepare(`PRAGMA journal_mode = ${mode}`).all()[0] ?? {})[0];
    return answer === mode;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** The file's content makes no sense to SQLite: it is damaged, rather than missing, locked or forbidden. */
export function isDamage(error: unknown): boolean {
  const code = primaryCode(error);
  if (code === 11 /* SQLITE_CORRUPT */ || code === 26 /* SQLITE_NOTADB */) return true;
  // Two indexes read into a text that is JSON. All of those were written as such.
  return code === 1 /* SQLITE_ERROR */ && error instanceof Error && error.message === "malformed JSON";
}

/**
 * Whether SQLite finds nothing wrong in all of a file. Takes a second for some hundred megabytes.
 * @throws what node:sqlite throws for reasons other than damage.
 */
export function isWhole(file: string): boolean {
  let database: DatabaseSync | null = null;
  try {
    database = openDatabase(file, "readOnly");
    const [finding] = database.prepare("PRAGMA integrity_check(1)").all();
    return finding?.integrity_check === "ok";
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    database?.close();
  }
}

/** The file, or what SQLite keeps beside it, can't be opened the way it was asked for. */
export function isForbidden(error: unknown): boolean {
  const code = primaryCode(error);
  return code === 8 /* SQLITE_READONLY */ || code === 14 /* SQLITE_CANTOPEN */;
}

export function isBusy(error: unknown): boolean {
  return primaryCode(error) === 5 /* SQLITE_BUSY */;
}

/** SQLite's result code without its extension, or null when the error is another's. */
function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return null;
  return error.errcode & 0xff;
}

/** Puts `from` in the place of `to` so that a crash at any moment leaves one of the two there, whole. */
export function swapIn(from: string, to: string): void {
  syncToDisk(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

function syncToDisk(file: string): void {
  const handle = openSync(file, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a rename in a folder durable. Windows has no such call for folders and journals renames itself. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
