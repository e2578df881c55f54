import { Fragment, useState } from "react";
import type { AuditLine } from "../../../core/app/audit/audit.ts";
import { auditWords } from "../../../core/domain/audit-words.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { RecordTable } from "../../ui/record-table.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import classes from "./audit.module.css";

/** The contract's journey makes what may be null optional. */
type ShownLine = Omit<AuditLine, "before" | "after"> & { readonly before?: unknown; readonly after?: unknown };

const columns = ["No.", "When", "Who", "What", "About"];

/** One line an entry; its before, after and hash behind its number. */
export function AuditTable({ lines, zone }: { readonly lines: readonly ShownLine[]; readonly zone: ZoneId }) {
  const [open, setOpen] = useState<number | null>(null);
  if (lines.length === 0) return <p className={classes.nothing}>No entry fits. Take a filter away to see more.</p>;
  return (
    <RecordTable label="Entries, the newest first" columns={columns} className={classes.entries}>
      {lines.map((line) => (
        <Fragment key={line.sequence}>
          <tr>
            <td>
              <button
                type="button"
                className={classes.number}
                aria-expanded={open === line.sequence}
                aria-label={`Details of entry ${line.sequence}`}
                onClick={() => setOpen(open === line.sequence ? null : line.sequence)}
              >
                {line.sequence}
              </button>
            </td>
            <td className={classes.when}>
              <TimeText at={line.at} zone={zone} />
            </td>
            <td>{line.who}</td>
            <td>
              <strong>{auditWords(line.what)}</strong>
              <Reason line={line} />
            </td>
            <td>{line.subject}</td>
          </tr>
          {open === line.sequence && (
            <tr className={classes.details}>
              <td colSpan={5}>
                <Details line={line} />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </RecordTable>
  );
}

/** Why, in the person's own words, where somebody was asked. */
function Reason({ line: { after } }: { readonly line: ShownLine }) {
  if (typeof after !== "object" || after === null || !("reason" in after)) return null;
  return typeof after.reason === "string" && after.reason !== "" ? <p className={classes.reason}>“{after.reason}”</p> : null;
}

function Details({ line }: { readonly line: ShownLine }) {
  return (
    <dl className={classes.facts}>
      <dt>Command</dt>
      <dd>
        <code>{line.what}</code>
      </dd>
      <dt>Before</dt>
      <dd>
        <pre>{JSON.stringify(line.before, null, 2)}</pre>
      </dd>
      <dt>After</dt>
      <dd>
        <pre>{JSON.stringify(line.after, null, 2)}</pre>
      </dd>
      <dt>Hash</dt>
      <dd>
        <code>{line.hash}</code>
      </dd>
    </dl>
  );
}
