import { setImmediate } from "node:timers/promises";
import type { AuditEntry, AuditFilter, AuditLog } from "../../core/ports/audit-log.ts";
import { type AuditRow, auditColumns, checkChainInSlices, endOfChain } from "./audit-chain.ts";
import { toEntry } from "./audit-table.ts";
import type { Connection, Value } from "./connection.ts";

/** How many entries one look goes through when most of them may not fit: some milliseconds. */
const lookThrough = 4_000;

/** The audit log read in slices. `read` makes each of them one consistent look at the file. */
export function auditLogOf(connection: Connection, read: <T>(work: () => T) => T): AuditLog {
  return {
    async newest(filter, before, limit) {
      const found: AuditEntry[] = [];
      const [condition, values] = conditionOf(filter);
      let upTo = before ?? read(() => endOfChain(connection)).entries + 1;
      while (upTo > 1 && found.length < limit) {
        const from = Math.max(1, upTo - lookThrough);
        const rows = read(() =>
          connection.rows<AuditRow>(
            `SELECT ${auditColumns} FROM audit_entry WHERE sequence >= ? AND sequence < ?${condition} ORDER BY sequence DESC LIMIT +?`,
            from,
            upTo,
            ...values,
            limit - found.length,
          ),
        );
        found.push(...rows.map(toEntry));
        upTo = from;
        await setImmediate();
      }
      return found;
    },
    end: () => read(() => endOfChain(connection)),
    verify: () => checkChainInSlices(connection, read, async () => void (await setImmediate())),
  };
}

function conditionOf({ who, what, subjectIds }: AuditFilter): readonly [condition: string, values: readonly Value[]] {
  const parts: string[] = [];
  const values: Value[] = [];
  if (who !== "") {
    parts.push(" AND instr(lower(who), lower(?)) > 0");
    values.push(who);
  }
  if (what.length > 0) {
    parts.push(" AND EXISTS (SELECT 1 FROM json_each(?) WHERE substr(what, 1, length(json_each.value)) = json_each.value)");
    values.push(JSON.stringify(what));
  }
  if (subjectIds !== null) {
    parts.push(" AND subject_id IN (SELECT value FROM json_each(?))");
    values.push(JSON.stringify(subjectIds));
  }
  return [parts.join(""), values];
}
