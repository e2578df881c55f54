import { canonicalJson } from "../../core/domain/canonical-json.ts";
import type { AuditEntry } from "../../core/ports/audit-log.ts";
import type { ReadStore, WriteStore } from "../../core/ports/store.ts";
import { type AuditRow, auditColumns, chainHash, endOfChain } from "./audit-chain.ts";
import type { Connection } from "./connection.ts";
import { fromJson } from "./json.ts";

/** The audit log, newest first. */
export function readAudit(connection: Connection): Pick<ReadStore, "audit"> {
  return {
    audit({ subjectId, limit }) {
      const about = subjectId === undefined ? "" : "WHERE subject_id = ?";
      const values = subjectId === undefined ? [limit] : [subjectId, limit];
      return connection
        .rows<AuditRow>(`SELECT ${auditColumns} FROM audit_entry ${about} ORDER BY sequence DESC LIMIT +?`, ...values)
        .map(toEntry);
    },
  };
}

export function writeAudit(connection: Connection): Pick<WriteStore, "appendAudit"> {
  return {
    appendAudit({ at, who, what, subjectId, before, after }) {
      const end = endOfChain(connection);
      const row: AuditRow = [end.entries + 1, at, who, what, subjectId, canonicalJson(before), canonicalJson(after), ""];
      connection.change(
        `INSERT INTO audit_entry (${auditColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ...row.with(-1, chainHash(end.lastHash, row)),
      );
    },
  };
}

export function toEntry([sequence, at, who, what, subjectId, before, after, hash]: AuditRow): AuditEntry {
  return { sequence, at, who, what, subjectId, before: fromJson<unknown>(before), after: fromJson<unknown>(after), hash };
}
