import type { BackupFile } from "../domain/backup.ts";

/** What came of an attempt to make a backup; it never throws. */
export type BackupOutcome =
  | { readonly kind: "made"; readonly backup: BackupFile }
  /** Nothing is kept. `reason` says what happened and what to do. */
  | { readonly kind: "failed"; readonly reason: string };

export type ReplaceOutcome =
  /** Another file is open now: the application that asked has ended, and its successor answers. */
  | { readonly kind: "replaced"; readonly unknown: number }
  /** The file is as it was. `reason` says why and what to do. */
  | { readonly kind: "refused"; readonly reason: string };

/** What is the matter when the workspace's own file was damaged and set aside. */
export type SetAside = {
  /** Where the damaged file lies, whole. */
  readonly setAsideTo: string;
  /** The newest backup that is whole; null when there is none. */
  readonly newestBackup: BackupFile | null;
};

/** The workspace's file among its backups. Outlives the store, because a backup can take the file's place. */
export interface WorkspaceFiles {
  /** Verified backups, newest first. */
  backups(): readonly BackupFile[];
  /** Copies the file as it is now, verifies the copy away from this thread, and keeps it only then. */
  backUp(why: "asked" | "hourly"): Promise<BackupOutcome>;
  removeBackup(name: string): void;
  /**
   * Puts a verified copy of a backup in the file's place, with sending paused and everything unsent in doubt; the present
   * file is kept as a backup. A crash at any moment leaves the old file or the new one, whole.
   */
  restore(name: string, who: string): Promise<ReplaceOutcome>;
  /** Set when the file was damaged at start and nobody has decided yet how to go on. */
  readonly setAside: SetAside | null;
  /** Makes an empty workspace after the damaged one was set aside. Refused at any other time. */
  startEmpty(): Promise<ReplaceOutcome>;
}
