import { hash } from "node:crypto";
import type { AuditCheck, AuditEnd } from "../../core/ports/audit-log.ts";
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

/** What the first entry follows. */
const origin: AuditEnd = { entries: 0, lastHash: "0".repeat(64) };

/** SHA-256, as hexadecimal, over the previous entry's hash and everything this entry says. */
export function chainHash(previousHash: string, [sequence, at, who, what, subjectId, before, after]: AuditRow): string {
  return hash("sha256", JSON.stringify([previousHash, sequence, at, who, what, subjectId, before, after]), "hex");
}

/** What the next entry builds on. */
export function endOfChain(connection: Connection): AuditEnd {
  const row = connection.rows<[entries: number, lastHash: string]>(
    "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1",
  )[0];
  return row === undefined ? origin : { entries: row[0], lastHash: row[1] };
}

/** The hash of one entry, or null when the log has none of that number. */
export function hashOfEntry(connection: Connection, sequence: number): string | null {
  return connection.rows<[hash: string]>("SELECT hash FROM audit_entry WHERE sequence = ?", sequence)[0]?.[0] ?? null;
}

/**
 * Checks the audit log of a workspace file entry by entry; the file may be open elsewhere, and is only read.
 * An entry that was changed, taken out or put in is found. Entries cut off at the end leave a shorter chain that is whole:
 * compare the number of entries with one known from elsewhere.
 * @throws what node:sqlite throws when the file can't be read.
 */
export function verifyAuditChain(file: string): AuditCheck {
  const database = openDatabase(file, "readOnly");
  try {
    return checkChain(connect(database));
  } finally {
    database.close();
  }
}

/** Checks the whole chain at once. */
export function checkChain(connection: Connection): AuditCheck {
  for (let last = origin; ; ) {
    const checked = checkNext(connection, last);
    if (checked.kind !== "goesOn") return checked;
    last = checked.last;
  }
}

/** Checks the chain slice by slice: `betweenSlices` lets others go on, and `read` makes each slice one consistent look. */
export async function checkChainInSlices(
  connection: Connection,
  read: <T>(work: () => T) => T,
  betweenSlices: () => Promise<void>,
): Promise<AuditCheck> {
  for (let last = origin; ; ) {
    const from = last;
    const checked = read(() => checkNext(connection, from));
    if (checked.kind !== "goesOn") return checked;
    last = checked.last;
    await betweenSlices();
  }
}

/** Checked in some five milliseconds. */
const sliceSize = 500;

function checkNext(connection: Connection, from: AuditEnd): AuditCheck | { readonly kind: "goesOn"; readonly last: AuditEnd } {
  const slice = connection.rows<AuditRow>(
    `SELECT ${auditColumns} FROM audit_entry WHERE sequence > ? ORDER BY sequence LIMIT +?`,
    from.entries,
    sliceSize,
  );
  if (slice.length === 0) return { kind: "intact", ...from };
  let last = from;
  for (const row of slice) {
    const [sequence, , , , , , , hash] = row;
    const expected = last.entries + 1;
    if (sequence !== expected || chainHash(last.lastHash, row) !== hash) return { kind: "broken", sequence: expected };
    last = { entries: sequence, lastHash: hash };
  }
  return { kind: "goesOn", last };
}
