import { existsSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { applicationId, isDamage, isForbidden, openDatabase, readPragma } from "./database-file.ts";
import { type Migration, newestVersion } from "./migrations/migration.ts";

/** What a file turned out to be; only those that can be used are left open. */
export type Examined =
  | { readonly kind: "current"; readonly database: DatabaseSync }
  | { readonly kind: "newer"; readonly database: DatabaseSync }
  | { readonly kind: "older" }
  | { readonly kind: "damaged" }
  /** A healthy SQLite file of something else. */
  | { readonly kind: "foreign" };

/**
 * Opens a file and looks whether it is a workspace of this version.
 * Looks at its header, its schema and the ends of its tables only: reading all of a large file would be felt at every start.
 * @throws what node:sqlite throws for reasons other than damage: locked, forbidden, a folder.
 */
export function examine(file: string, mode: "readWrite" | "readOnly", migrations: readonly Migration[]): Examined {
  try {
    return examineAs(file, mode, migrations);
  } catch (error) {
    const hasLog = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
    if (mode === "readWrite" || hasLog || !isForbidden(error)) throw error;
    return examineAs(file, "unchanging", migrations);
  }
}

/** SQLite files are whole pages, of this size unless somebody chose another; ours never are of another. */
const pageSize = 4_096;

function examineAs(file: string, mode: "readWrite" | "readOnly" | "unchanging", migrations: readonly Migration[]): Examined {
  // Cut off within a page, a file still opens, and all but the last page can be read.
  if (statSync(file).size % pageSize !== 0) return { kind: "damaged" };
  let database: DatabaseSync | null = null;
  try {
    database = openDatabase(file, mode);
    const kind = judge(database, newestVersion(migrations));
    if (kind === "current" || kind === "newer") return { kind, database };
    database.close();
    return { kind };
  } catch (error) {
    if (database?.isOpen === true) database.close();
    if (isDamage(error)) return { kind: "damaged" };
    throw error;
  }
}

function judge(database: DatabaseSync, newest: number): Examined["kind"] {
  const version = readPragma(database, "user_version");
  if (readPragma(database, "application_id") !== applicationId) {
    const [anything] = database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").all();
    // Our files are never empty, not even new ones: one that is was cut off.
    return anything === undefined ? "damaged" : "foreign";
  }
  if (version > newest) return "newer";
  if (version < newest) return "older";
  for (const query of firstQueries) database.prepare(query).all();
  return "current";
}

const firstQueries = [
  "SELECT facts FROM workspace",
  "SELECT id FROM window ORDER BY start_at DESC LIMIT 1",
  "SELECT id FROM delivery ORDER BY position DESC LIMIT 1",
  "SELECT hash FROM audit_entry ORDER BY sequence DESC LIMIT 1",
];
