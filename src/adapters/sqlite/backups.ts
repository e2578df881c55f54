import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { backup, type DatabaseSync } from "node:sqlite";
import type { Instant } from "../../core/domain/instant.ts";
import { isWhole, openDatabase, setJournalMode, swapIn } from "./database-file.ts";
import { timestamp } from "./timestamp.ts";

export type Backup = { readonly path: string; readonly bytes: number };

/** Pages copied at a time; in between, other work of this process gets its turn. */
const pagesAtATime = 1_000;

/**
 * Copies a workspace that may be in use, as it is at this moment, and keeps the copy once it is verified.
 * @throws when the copy could not be made or is not whole; nothing is kept then.
 */
export async function backUpOpen(file: string, now: Instant): Promise<Backup> {
  const path = freePath(file, now, "");
  const copy = `${path}.unfinished`;
  // A connection of its own, held in one read: node:sqlite's backup fails when its own connection writes meanwhile,
  // and starts over when another does.
  const source = openDatabase(file, "readOnly");
  try {
    source.exec("BEGIN");
    const entries = countAuditEntries(source);
    await backup(source, copy, { rate: pagesAtATime });
    return keepVerified(copy, path, entries);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  } finally {
    source.close();
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
    return keepVerified(copy, path, entriesIn(file));
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
  const whole = newestFirst.find((name) => canBeUsed(join(folder, name)));
  return whole === undefined ? null : join(folder, whole);
}

function keepVerified(copy: string, path: string, entries: number): Backup {
  const database = openDatabase(copy, "readWrite");
  // A backup is one file by itself, without a log beside it that could be left behind when it is moved.
  setJournalMode(database, "delete");
  database.close();
  if (!isWhole(copy) || entriesIn(copy) !== entries) throw new Error(`The backup ${path} was not whole and was not kept`);
  chmodSync(copy, 0o600);
  swapIn(copy, path);
  return { path, bytes: statSync(path).size };
}

/** Whatever is the matter with one backup, an older one may be whole. */
function canBeUsed(path: string): boolean {
  try {
    return isWhole(path);
  } catch {
    return false;
  }
}

function entriesIn(file: string): number {
  const database = openDatabase(file, "readOnly");
  try {
    return countAuditEntries(database);
  } finally {
    database.close();
  }
}

/** How many audit entries there are: every change adds one, so as many in a copy means that it is as new. */
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
