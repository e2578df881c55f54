import type { DatabaseSync } from "node:sqlite";

/** One step from a version of the file to the next. Runs inside a transaction, on a copy; a throw leaves the old file. */
export type Migration = {
  /** The version the file has afterwards (`PRAGMA user_version`). */
  readonly version: number;
  readonly name: string;
  readonly migrate: (database: DatabaseSync) => void;
};

/** The version a file has after all these steps. A bug when they are not numbered from 1 without a gap. */
export function newestVersion(migrations: readonly Migration[]): number {
  migrations.forEach(({ version, name }, index) => {
    if (version !== index + 1) throw new Error(`Migration ${name} is number ${version} and stands at place ${index + 1}`);
  });
  return migrations.length;
}
