import { DatabaseSync } from "node:sqlite";
import type { Store } from "../../core/ports/store.ts";
import { applicationId } from "./database-file.ts";
import { examine } from "./examine-file.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import { sqliteStore } from "./sqlite-store.ts";

/**
 * What is shown while nobody has decided how to go on after damage: a backup to read, where there is one of this version,
 * and otherwise nothing at all, in memory. Neither can be written to.
 */
export function openStandIn(location: string, backup: string | null, reason: string): Store {
  const found = backup === null ? null : examine(backup, "readOnly", allMigrations);
  const database = found?.kind === "current" ? found.database : emptyInMemory();
  if (found?.kind === "newer") found.database.close();
  return sqliteStore({ database, location, readOnly: { reason }, release: () => undefined });
}

function emptyInMemory(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  for (const { migrate } of allMigrations) migrate(database);
  database.exec(`PRAGMA application_id = ${applicationId}`);
  return database;
}
