import type { BackupReason } from "../../core/domain/backup.ts";

/** Why a backup was made, in the words of a list. */
export const backupReasons: Readonly<Record<BackupReason, string>> = {
  asked: "Asked for",
  hourly: "Hourly",
  migration: "Before an update",
  restore: "Before a restore",
};

/** A size as a person reads it: `840 kB`, `12.4 MB`. */
export function sizeText(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 10_000 ? `${kilobytes.toLocaleString("en")} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
