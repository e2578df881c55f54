import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { backup, type DatabaseSync } from "node:sqlite";
import type { Instant } from "../../core/domain/instant.ts";
import { openDatabase, setJournalMode, swapIn } from "./database-file.ts";
import { timestamp } from "./timestamp.ts";

export type Backup = { readonly path: string; readonly bytes: number };

/** Pages copied at a time: about a millisecond during which a write has to wait. */
const pagesAtATime = 1_000;

/**
 * Copies an open workspace while it is in use, and keeps the copy once it is verified.
 * @throws when the copy could not be made or is not whole; nothing is kept then.
 */
export async function backUpOpen(database: DatabaseSync, file: string, now: Instant): Promise<Backup> {
  const path = freePath(file, now, "");
  const copy = `${path}.unfinished`;
  try {
    const leastEntries = countAuditEntries(database);
    await backup(database, copy, { rate: pagesAtATime });
    return keepVerified(copy, path, leastEntries);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

/**
 * Copies a workspace file that nobody has open and that has no write-ahead log; `why` becomes part of the copy's name.
 * @throws when the copy could not be made or is not whole; nothing is kept then.
 */
export function backUpClosed(file: string, now: Instant, why: string): Backup {
  const path = freePath(file, now, `-${why}`);
  const copy = `${path}.unfinished`;
  try {
    copyFileSync(file, copy);
    return keepVerified(copy, path, 0);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

/** The newest backup of a file that can still be read in full, or null. */
export function newestBackup(file: string): string | null {
  const folder = backupFolder(file);
  if (!existsSync(folder)) return null;
  const start = `${basename(file, extname(file))}-`;
  const newestFirst = readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(extname(file)))
    .sort()
    .reverse();
  const whole = newestFirst.find((name) => isWhole(join(folder, name), 0));
  return whole === undefined ? null : join(folder, whole);
}

function keepVerified(copy: string, path: string, leastEntries: number): Backup {
  const database = openDatabase(copy, "readWrite");
  // A backup is one file by itself, without a log beside it that could be left behind when it is moved.
  setJournalMode(database, "delete");
  database.close();
  if (!isWhole(copy, leastEntries)) throw new Error(`The backup ${path} was not whole and was not kept`);
  chmodSync(copy, 0o600);
  swapIn(copy, path);
  return { path, bytes: statSync(path).size };
}

/** Whether SQLite finds nothing wrong with it and no audit entry is missing. */
function isWhole(path: string, leastEntries: number): boolean {
  try {
    const database = openDatabase(path, "readOnly");
    try {
      const [finding] = database.prepare("PRAGMA integrity_check(1)").all();
      return finding?.integrity_check === "ok" && countAuditEntries(database) >= leastEntries;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Audit entries are only ever added, so a copy holds at least as many as there were before. */
function countAuditEntries(database: DatabaseSync): number {
  const [row] = database.prepare("SELECT count(*) AS entries FROM audit_entry").all();
  return typeof row?.entries === "number" ? row.entries : 0;
}

function backupFolder(file: string): string {
  return join(dirname(file), "backups");
}

/** A name no backup has yet, in a folder that is there: `backups/workspace-2026-11-20T101500Z.db`. */
function freePath(file: string, now: Instant, why: string): string {
  const folder = backupFolder(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const extension = extname(file);
  const name = `${basename(file, extension)}-${timestamp(now)}${why}`;
  for (let again = 1; ; again += 1) {
    const path = join(folder, `${name}${again === 1 ? "" : `-${again}`}${extension}`);
    if (!existsSync(path)) return path;
  }
}
