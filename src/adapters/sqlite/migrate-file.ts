import { copyFileSync, rmSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Instant } from "../../core/domain/instant.ts";
import { backUpClosed } from "./backups.ts";
import { applicationId, isWhole, openDatabase, readPragma, setJournalMode, swapIn } from "./database-file.ts";
import { type Migration, newestVersion } from "./migrations/migration.ts";

/** Makes a new, empty workspace file. It appears in its place whole or not at all. */
export function createFile(file: string, migrations: readonly Migration[]): void {
  const copy = unfinishedCopy(file);
  runMigrations(copy, migrations);
  swapIn(copy, file);
}

export type MigrationOutcome =
  | { readonly kind: "migrated"; readonly backup: string }
  /** Another process reads the file: swapping it now would leave that one with half of two files. */
  | { readonly kind: "inUse" }
  /** There is damage in it that a glance at its header did not show. */
  | { readonly kind: "damaged" };

/**
 * Brings a file to the newest version: a verified backup, then all steps on a copy, then the copy takes the file's place.
 * The file itself is never changed, so whatever happens before the last step, it is as it was.
 * The caller holds the writer's lock and does not have the file open.
 * @throws what a migration throws, after which the old file is still there.
 */
export function migrateFile(file: string, migrations: readonly Migration[], now: Instant): MigrationOutcome {
  // Leaving write-ahead logging brings everything into the one file, and needs it to be in no one else's use.
  const database = openDatabase(file, "readWrite");
  const isAlone = setJournalMode(database, "delete");
  const version = readPragma(database, "user_version");
  database.close();
  if (!isAlone) return { kind: "inUse" };
  if (!isWhole(file)) return { kind: "damaged" };

  const { path: backup } = backUpClosed(file, now, `before-version-${newestVersion(migrations)}`);
  const copy = unfinishedCopy(file);
  copyFileSync(file, copy);
  runMigrations(copy, migrations.slice(version));
  swapIn(copy, file);
  return { kind: "migrated", backup };
}

/** Where a new or migrated file is made, and what an earlier attempt left there taken away. */
function unfinishedCopy(file: string): string {
  const copy = `${file}.unfinished`;
  for (const part of ["", "-journal", "-wal", "-shm"]) rmSync(`${copy}${part}`, { force: true });
  return copy;
}

/** Runs these steps on a file that nobody has open. @throws what a step throws; the file is as it was then. */
export function runMigrations(file: string, migrations: readonly Migration[]): void {
  const database = openDatabase(file, "readWrite");
  try {
    // A table can only be rebuilt while references to it are not followed; they are checked at the end instead.
    database.exec("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;");
    for (const { version, migrate } of migrations) {
      migrate(database);
      database.exec(`PRAGMA user_version = ${version}`);
    }
    database.exec(`PRAGMA application_id = ${applicationId}`);
    assertReferencesHold(database);
    database.exec("COMMIT");
    setJournalMode(database, "wal");
  } finally {
    // Rolls back what is not committed, and brings the write-ahead log into the file.
    database.close();
  }
}

function assertReferencesHold(database: DatabaseSync): void {
  const [broken] = database.prepare("PRAGMA foreign_key_check").all();
  if (broken !== undefined) throw new Error(`A migration broke a reference: ${JSON.stringify(broken)}`);
}
