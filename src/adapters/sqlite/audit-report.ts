import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { AuditCheck, AuditEnd } from "../../core/ports/audit-log.ts";
import { checkChain, hashOfEntry } from "./audit-chain.ts";
import { type Connection, connect } from "./connection.ts";
import { applicationId, isDamage, openDatabase, readPragma } from "./database-file.ts";

/** What `npm run audit:verify` says. 0: the log is whole. 1: it is not what was written. 2: there is no log to check. */
export type AuditReport = { readonly lines: readonly string[]; readonly exitCode: 0 | 1 | 2 };

/**
 * Checks the audit log of a workspace file, which may be open elsewhere and is only read.
 * `expected` is the end of the log as an export told it: with it, entries cut off or rewritten since are found too.
 */
export function auditReport(file: string, expected: AuditEnd | null): AuditReport {
  const state = statSync(file, { throwIfNoEntry: false });
  if (state === undefined) return noLog(`There is no file ${file}. Give the path of a workspace's file.`);
  if (state.isDirectory()) return noLog(`${file} is a folder. Give the path of a workspace's file in it.`);
  let database: DatabaseSync | null = null;
  try {
    database = openDatabase(file, "readOnly");
    if (readPragma(database, "application_id") !== applicationId) {
      return noLog(`${file} is no workspace of Forewarn. Nothing was checked.`);
    }
    return inWords(connect(database), file, expected);
  } catch (error) {
    if (isDamage(error)) return noLog(`${file} can't be read as a workspace: it is another kind of file, cut off, or damaged.`);
    return noLog(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}.`);
  } finally {
    database?.close();
  }
}

function noLog(line: string): AuditReport {
  return { lines: [line], exitCode: 2 };
}

function inWords(connection: Connection, file: string, expected: AuditEnd | null): AuditReport {
  const check = checkChain(connection);
  if (check.kind === "broken") {
    return {
      lines: [
        `NOT INTACT: ${file}`,
        `Entry ${check.sequence} is not what was written, or is missing. The ${check.sequence - 1} before it are as written; every later one is in doubt.`,
        "Keep this file as it is, and compare it with a backup or an export from before.",
      ],
      exitCode: 1,
    };
  }
  const found = [`Intact: ${file}`, `Entries:   ${check.entries}`, `Last hash: ${check.lastHash}`];
  if (expected === null) return { lines: [...found, ...howToCompare], exitCode: 0 };
  const complaint = complaintAgainst(expected, check, hashOfEntry(connection, expected.entries));
  return complaint === null
    ? { lines: [...found, `It goes on from the export with ${expected.entries} entries: none of those is missing.`], exitCode: 0 }
    : { lines: [...found, `NOT AS EXPORTED: ${complaint}`], exitCode: 1 };
}

/** A chain that was cut off, or written anew from some entry on, is whole in itself. */
const howToCompare = [
  "",
  "Entries cut off at the end can't be seen from the file alone. Every export ends with the number of entries and the last",
  "hash at that time; compare with them:",
  "  npm run audit:verify -- FILE --entries NUMBER --last-hash HASH",
];

function complaintAgainst(
  expected: AuditEnd,
  found: Extract<AuditCheck, { kind: "intact" }>,
  hash: string | null,
): string | null {
  if (found.entries < expected.entries) {
    return `the export had ${expected.entries} entries, this file has ${found.entries}. ${expected.entries - found.entries} were cut off.`;
  }
  // A shortened hash, as the screen shows it, is compared as far as it goes.
  return expected.entries === 0 || hash?.startsWith(expected.lastHash.toLowerCase()) === true
    ? null
    : `entry ${expected.entries} has another hash than the export's last one. The log was written anew since, or it is another workspace's.`;
}
