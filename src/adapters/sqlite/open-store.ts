import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { BackupFile } from "../../core/domain/backup.ts";
import type { Clock } from "../../core/ports/clock.ts";
import type { Store } from "../../core/ports/store.ts";
import { newestBackup } from "./backups.ts";
import { setJournalMode } from "./database-file.ts";
import { examine } from "./examine-file.ts";
import { createFile, migrateFile } from "./migrate-file.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import type { Migration } from "./migrations/migration.ts";
import { findSetAside, setAside } from "./set-aside.ts";
import { sqliteStore } from "./sqlite-store.ts";
import { takeWriterLock } from "./writer-lock.ts";

export type OpenOptions = {
  /** The workspace's file; made, with its folder, when it is not there. */
  readonly file: string;
  readonly clock: Pick<Clock, "now">;
  /** A person decided to start with an empty workspace after a damaged one was set aside. */
  readonly startEmpty?: boolean;
  /** Other steps than the application's own: for tests of the mechanism. */
  readonly migrations?: readonly Migration[];
};

export type OpenResult =
  | { readonly kind: "open"; readonly store: Store }
  /**
   * The file could not be understood and lies, whole, at `setAsideTo`. Said again at every start, until a backup is put in
   * the file's place or a person starts empty: no empty workspace is ever made silently.
   */
  | { readonly kind: "damaged"; readonly setAsideTo: string; readonly newestBackup: BackupFile | null }
  /** The file was left alone and can't be used now; `reason` says why and what to do. */
  | { readonly kind: "unavailable"; readonly reason: string };

/** Opens a workspace's file, as its one writer if it can. Never throws for what may be the matter with a file. */
export function openStore(options: OpenOptions): OpenResult {
  try {
    return open(options, options.migrations ?? allMigrations);
  } catch (error) {
    return unavailable(`The workspace could not be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function open(options: OpenOptions, migrations: readonly Migration[]): OpenResult {
  mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
  const lock = takeWriterLock(options.file);
  switch (lock.kind) {
    case "taken":
      return openToRead(
        options,
        migrations,
        "This workspace is already open in another Forewarn. You can read here; close it there to work here.",
      );
    case "impossible":
      return openToRead(
        options,
        migrations,
        `The workspace's folder can't be written to (${lock.detail}), so you can only read.`,
      );
    case "held":
      return openAsWriter(options, migrations, lock.release);
  }
}

/** Holds the writer's lock; gives it back unless the outcome is a store that writes. */
function openAsWriter(options: OpenOptions, migrations: readonly Migration[], release: () => void): OpenResult {
  let isWriter = false;
  try {
    const result = openToWrite(options, migrations, release);
    isWriter = result.kind === "open" && result.store.readOnly === null;
    return result;
  } finally {
    if (!isWriter) release();
  }
}

function openToWrite(options: OpenOptions, migrations: readonly Migration[], release: () => void): OpenResult {
  const { file, clock } = options;
  if (!existsSync(file)) {
    // A drive that is not there now must not be answered with an empty workspace.
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) {
      return unavailable(`${file} is a link that leads nowhere. Bring back what it leads to, or choose another file.`);
    }
    // A log without its file is what is left of a workspace, and must not be taken for the new one's.
    if (existsSync(`${file}-wal`)) setAside(file, clock.now());
    const setAsideTo = findSetAside(file);
    if (setAsideTo !== null && options.startEmpty !== true) {
      return { kind: "damaged", setAsideTo, newestBackup: newestBackup(file) };
    }
    createFile(file, migrations);
  }
  if (!canBeWritten(file)) {
    return openToRead(
      options,
      migrations,
      "The workspace's file can't be written to, so you can only read. Make it writable, then start Forewarn again.",
    );
  }
  const found = examine(file, "readWrite", migrations);
  switch (found.kind) {
    case "current":
      if (!setJournalMode(found.database, "wal")) {
        found.database.close();
        return unavailable("Another process is using the workspace's file. Close it there and try again.");
      }
      chmodSync(file, 0o600);
      return { kind: "open", store: store(options, found.database, null, release) };
    case "older":
      return openMigrated(options, migrations, release);
    case "newer":
      found.database.close();
      return openToRead(
        options,
        migrations,
        "This workspace was last used with a newer version of Forewarn. You can read; update Forewarn to work here.",
      );
    case "damaged":
      return damaged(options);
    case "foreign":
      return notAWorkspace(file);
  }
}

function canBeWritten(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function openMigrated(options: OpenOptions, migrations: readonly Migration[], release: () => void): OpenResult {
  const migrated = migrateFile(options.file, migrations, options.clock.now());
  switch (migrated.kind) {
    case "migrated":
      return openToWrite(options, migrations, release);
    case "damaged":
      return damaged(options);
    case "inUse":
      return unavailable(
        "The workspace has to be brought up to date, but another process reads it. Close it there and try again.",
      );
  }
}

function openToRead(options: OpenOptions, migrations: readonly Migration[], reason: string): OpenResult {
  const { file } = options;
  if (!existsSync(file)) return unavailable(`${reason} But there is no file ${file} yet.`);
  const found = examine(file, "readOnly", migrations);
  switch (found.kind) {
    case "current":
    case "newer":
      return { kind: "open", store: store(options, found.database, { reason }, () => {}) };
    case "older":
      return unavailable(`${reason} It is from an older version of Forewarn, which this one can't read as it is.`);
    case "damaged":
      return unavailable(`${reason} The file also seems to be damaged.`);
    case "foreign":
      return notAWorkspace(file);
  }
}

function store(options: OpenOptions, database: DatabaseSync, readOnly: Store["readOnly"], release: () => void): Store {
  return sqliteStore({
    database,
    location: options.file,
    readOnly,
    release,
  });
}

function damaged({ file, clock }: OpenOptions): OpenResult {
  return { kind: "damaged", setAsideTo: setAside(file, clock.now()), newestBackup: newestBackup(file) };
}

function unavailable(reason: string): OpenResult {
  return { kind: "unavailable", reason };
}

function notAWorkspace(file: string): OpenResult {
  return unavailable(`${file} belongs to another program. Choose another file for the workspace.`);
}
