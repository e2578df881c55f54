import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { BackupFile, BackupReason } from "../../core/domain/backup.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { timestamp } from "./timestamp.ts";

/** What a backup's name says of why it was made, after its time. */
export function markOf(why: Exclude<BackupReason, "migration">): string {
  switch (why) {
    case "asked":
      return "";
    case "hourly":
      return "-hourly";
    case "restore":
      return "-before-restore";
  }
}

/** A name no backup has yet, in a folder that is there: `backups/workspace-2026-11-20T101500Z-hourly.db`. */
export function freeBackupPath(file: string, now: Instant, mark: string): string {
  const folder = backupFolder(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const extension = extname(file);
  const name = `${basename(file, extension)}-${timestamp(now)}${mark}`;
  for (let again = 1; ; again += 1) {
    const path = join(folder, `${name}${again === 1 ? "" : `-${again}`}${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** The backups of a file, newest first. A file gets such a name only once it was verified. */
export function backupsOf(file: string): readonly BackupFile[] {
  return namesIn(backupFolder(file))
    .flatMap((name) => readBackup(file, name))
    .sort((one, other) => other.at - one.at || (one.name < other.name ? 1 : -1));
}

/** The backup this path leads to. @throws when it is not one. */
export function backupAt(file: string, path: string): BackupFile {
  const [backup] = readBackup(file, basename(path));
  if (backup === undefined) throw new Error(`${path} is no backup's name`);
  return backup;
}

/** A folder that can't be read holds nothing that could be restored; why, is told when a backup is to be written there. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const rest = /^-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z(-hourly|-before-version-\d+|-before-restore)?(?:-\d+)?$/u;

function readBackup(file: string, name: string): readonly BackupFile[] {
  const extension = extname(file);
  const base = basename(file, extension);
  if (!name.startsWith(base) || !name.endsWith(extension)) return [];
  const [, date, hours, minutes, seconds, mark] = rest.exec(name.slice(base.length, name.length - extension.length)) ?? [];
  const at = Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`);
  if (Number.isNaN(at)) return [];
  const path = join(backupFolder(file), name);
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? [{ name, path, at, bytes: found.size, why: reasonOf(mark) }] : [];
}

function reasonOf(mark: string | undefined): BackupReason {
  if (mark === undefined) return "asked";
  if (mark === "-hourly") return "hourly";
  return mark === "-before-restore" ? "restore" : "migration";
}

function backupFolder(file: string): string {
  return join(dirname(file), "backups");
}
