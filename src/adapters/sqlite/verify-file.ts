import { checkChain, endOfChain, verifyAuditChain } from "./audit-chain.ts";
import { type Connection, connect } from "./connection.ts";
import { isDamage, openDatabase } from "./database-file.ts";

export type FileCheck =
  /** SQLite finds nothing wrong. `entries` and `lastHash` are the end of its audit chain: they say how new the file is. */
  | {
      readonly kind: "whole";
      readonly entries: number;
      readonly lastHash: string;
      /** The first audit entry that is not what was written, or null. */
      readonly chainBrokenAt: number | null;
    }
  | { readonly kind: "notWhole"; readonly detail: string };

/**
 * Reads all of a file: SQLite's integrity check, then the audit chain from end to end. Takes a second for some hundred
 * megabytes, so it belongs on a thread of its own.
 * @throws what node:sqlite throws for reasons other than damage.
 */
export function verifyFile(file: string): FileCheck {
  const database = openDatabase(file, "readOnly");
  try {
    const [finding] = database.prepare("PRAGMA integrity_check(1)").all();
    if (finding?.integrity_check !== "ok") return { kind: "notWhole", detail: String(finding?.integrity_check) };
    const connection = connect(database);
    const unreadable = findUnreadable(connection);
    if (unreadable !== null) return { kind: "notWhole", detail: unreadable };
    const chain = checkChain(connection);
    return { kind: "whole", ...endOfChain(connection), chainBrokenAt: chain.kind === "broken" ? chain.sequence : null };
  } catch (error) {
    if (isDamage(error)) return { kind: "notWhole", detail: error instanceof Error ? error.message : "damaged" };
    throw error;
  } finally {
    database.close();
  }
}

/** Texts that are JSON in every version of the file that has them. */
const jsonTexts = [
  ["workspace", "facts"],
  ["directory_entry", "facts"],
  ["rule", "facts"],
  ["window", "facts"],
  ["notice", "facts"],
  ["delivery", "state_facts"],
  ["delivery", "frozen"],
  ["delivery", "content"],
  ["practice_message", "facts"],
  ["series", "facts"],
  ["freeze", "facts"],
  ["feed", "facts"],
  ["proposal", "facts"],
] as const;

/** A text no screen and no command could read again, in words; null when there is none. */
function findUnreadable(connection: Connection): string | null {
  const tables = new Set(
    connection.rows<[name: string]>("SELECT name FROM sqlite_schema WHERE type = 'table'").map(([name]) => name),
  );
  for (const [table, column] of jsonTexts) {
    if (!tables.has(table)) continue;
    const [row] = connection.rows<[rowid: number]>(`SELECT rowid FROM ${table} WHERE NOT json_valid(${column}) LIMIT 1`);
    if (row !== undefined) return `an entry of ${table} can't be read`;
  }
  return null;
}

/**
 * Whether a copy is what its source was when it was made, at `end` of the audit chain. A chain that is broken in the source
 * at the same entry is no fault of the copy: better a backup with a doubt in its log than none.
 */
export function verifyCopy(
  copy: string,
  source: string,
  end: { readonly entries: number; readonly lastHash: string },
): FileCheck {
  const check = verifyFile(copy);
  if (check.kind === "notWhole") return check;
  if (check.entries !== end.entries || check.lastHash !== end.lastHash) {
    return { kind: "notWhole", detail: "its audit log does not end where the workspace's did" };
  }
  if (check.chainBrokenAt === null) return check;
  const original = verifyAuditChain(source);
  return original.kind === "broken" && original.sequence === check.chainBrokenAt
    ? check
    : { kind: "notWhole", detail: `its audit log is broken at entry ${check.chainBrokenAt}` };
}
