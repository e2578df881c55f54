import { chmodSync, copyFileSync, rmSync } from "node:fs";
import { backup } from "node:sqlite";
import type { BackupFile, BackupReason } from "../../core/domain/backup.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { endOfChain } from "./audit-chain.ts";
import { backupAt, backupsOf, freeBackupPath, markOf } from "./backup-names.ts";
import { connect } from "./connection.ts";
import { isWhole, openDatabase, setJournalMode, swapIn } from "./database-file.ts";
import { onFileThread } from "./file-thread.ts";
import { storageTroubleOf } from "./storage-errors.ts";

/** Pages copied at a time; in between, other work of this process gets its turn. */
const pagesAtATime = 1_000;

/**
 * Copies a workspace that may be in use, as it is at this moment, and keeps the copy once it is verified on another thread.
 * @throws StorageTrouble when the disk is why, and other errors when the copy is not whole; nothing is kept then.
 */
export async function backUpOpen(file: string, now: Instant, why: Exclude<BackupReason, "migration">): Promise<BackupFile> {
  let copy: string | null = null;
  try {
    const path = freeBackupPath(file, now, markOf(why));
    copy = `${path}.unfinished`;
    const end = await copyOpen(file, copy);
    const check = await onFileThread({ kind: "verifyCopy", copy, source: file, ...end });
    if (check.kind === "notWhole") throw new Error(`The backup was not whole (${check.detail}) and was not kept.`);
    chmodSync(copy, 0o600);
    swapIn(copy, path);
    return backupAt(file, path);
  } catch (error) {
    if (copy !== null) removeUnfinished(copy);
    throw storageTroubleOf(error) ?? error;
  }
}

async function copyOpen(file: string, copy: string): Promise<{ readonly entries: number; readonly lastHash: string }> {
  // A connection of its own, held in one read: node:sqlite's backup fails when its own connection writes meanwhile,
  // and starts over when another does.
  const source = openDatabase(file, "readOnly");
  try {
    source.exec("BEGIN");
    const end = endOfChain(connect(source));
    await backup(source, copy, { rate: pagesAtATime });
    asOneFile(copy);
    return end;
  } finally {
    source.close();
  }
}

/**
 * Copies a workspace file that nobody has open and that has no write-ahead log, before it is brought to another version;
 * `why` becomes part of the copy's name. Verified on this thread: nothing else goes on before a file is opened.
 * @throws when the copy could not be made or is not whole; nothing is kept then.
 */
export function backUpClosed(file: string, now: Instant, why: string): BackupFile {
  const path = freeBackupPath(file, now, `-${why}`);
  const copy = `${path}.unfinished`;
  try {
    copyFileSync(file, copy);
    asOneFile(copy);
    const end = endIn(file);
    const copied = endIn(copy);
    const isSame = end.entries === copied.entries && end.lastHash === copied.lastHash;
    if (!isWhole(copy) || !isSame) throw new Error("The backup was not whole and was not kept.");
    chmodSync(copy, 0o600);
    swapIn(copy, path);
    return backupAt(file, path);
  } catch (error) {
    removeUnfinished(copy);
    throw error;
  }
}

/** The newest backup of a file that can still be read in full, or null. */
export function newestBackup(file: string): BackupFile | null {
  return backupsOf(file).find(({ path }) => canBeUsed(path)) ?? null;
}

/** Whatever is the matter with one backup, an older one may be whole. */
function canBeUsed(path: string): boolean {
  try {
    return isWhole(path);
  } catch {
    return false;
  }
}

/** A backup is one file by itself, without a log beside it that could be left behind when it is moved. */
function asOneFile(copy: string): void {
  const database = openDatabase(copy, "readWrite");
  setJournalMode(database, "delete");
  database.close();
}

function removeUnfinished(copy: string): void {
  for (const part of ["", "-journal", "-wal", "-shm"]) rmSync(`${copy}${part}`, { force: true });
}

function endIn(file: string): ReturnType<typeof endOfChain> {
  const database = openDatabase(file, "readOnly");
  try {
    return endOfChain(connect(database));
  } finally {
    database.close();
  }
}
