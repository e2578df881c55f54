import { createHash } from "node:crypto";
import { type Connection, connect } from "./connection.ts";
import { openDatabase } from "./database-file.ts";

/** An entry as it lies in the table. Before and after are JSON, and it is this text that is hashed. */
export type AuditRow = [
  sequence: number,
  at: number,
  who: string,
  what: string,
  subjectId: string,
  before: string,
  after: string,
  hash: string,
];

export const auditColumns = "sequence, at, who, what, subject_id, before, after, hash";

export type ChainCheck =
  | { readonly kind: "intact"; readonly entries: number }
  /** The first entry that is not what was written, or is not there; every later one is in doubt. */
  | { readonly kind: "broken"; readonly sequence: number };

type Link = { readonly sequence: number; readonly hash: string };

/** What the first entry follows. */
const origin: Link = { sequence: 0, hash: "0".repeat(64) };

/** SHA-256, as hexadecimal, over the previous entry's hash and everything this entry says. */
export function chainHash(previousHash: string, [sequence, at, who, what, subjectId, before, after]: AuditRow): string {
  return createHash("sha256")
    .update(JSON.stringify([previousHash, sequence, at, who, what, subjectId, before, after]))
    .digest("hex");
}

/** What the next entry builds on. */
export function endOfChain(connection: Connection): Link {
  const row = connection.rows<[sequence: number, hash: string]>(
    "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1",
  )[0];
  return row === undefined ? origin : { sequence: row[0], hash: row[1] };
}

/**
 * Checks the audit log of a workspace file entry by entry; the file may be open elsewhere, and is only read.
 * An entry that was changed, taken out or put in is found. Entries cut off at the end leave a shorter chain that is whole:
 * compare the number of entries with one known from elsewhere.
 * @throws what node:sqlite throws when the file can't be read.
 */
export function verifyAuditChain(file: string): ChainCheck {
  const database = openDatabase(file, "readOnly");
  try {
    return checkChain(connect(database));
  } finally {
    database.close();
  }
}

const pageSize = 1_000;

function checkChain(connection: Connection): ChainCheck {
  let last = origin;
  for (;;) {
    const page = connection.rows<AuditRow>(
      `SELECT ${auditColumns} FROM audit_entry WHERE sequence > ? ORDER BY sequence LIMIT ?`,
      last.sequence,
      pageSize,
    );
    if (page.length === 0) return { kind: "intact", entries: last.sequence };
    for (const row of page) {
      const [sequence, , , , , , , hash] = row;
      const expected = last.sequence + 1;
      if (sequence !== expected || chainHash(last.hash, row) !== hash) return { kind: "broken", sequence: expected };
      last = { sequence, hash };
    }
  }
}
