import type { EvidenceRow } from "../../../core/app/audit/evidence.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { Badge } from "../../ui/badge.tsx";
import { stateText } from "../../ui/delivery-words.ts";
import { RecordTable } from "../../ui/record-table.tsx";
import { DeliveryBadge } from "../../ui/state-badge.tsx";
import { timeText } from "../../ui/time-words.ts";
import { stageWords } from "../../ui/words.ts";
import classes from "./evidence.module.css";

const columns = ["What", "Who was told", "Where", "Told", "Approved", "Promise"];

/** One line for each recipient and message, in the order they were approved. */
export function EvidenceTable({ rows, zone }: { readonly rows: readonly EvidenceRow[]; readonly zone: ZoneId }) {
  return (
    <RecordTable label="Evidence, line by line" columns={columns} className={classes.lines}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id and stand in a fixed order.
        <tr key={index}>
          <td>
            <strong>{stageWords[row.stage]}</strong>
            <p className={classes.detail}>{row.subject}</p>
          </td>
          <td>
            {row.customer ?? row.audience}
            <Recipients row={row} />
          </td>
          <td>
            {row.channel}
            <p className={classes.detail}>{carrierText(row.carrier)}</p>
          </td>
          <td>
            <DeliveryBadge state={row.state.kind} />
            <Told row={row} zone={zone} />
          </td>
          <td>
            {row.approvedBy}
            <p className={classes.detail}>{timeText(row.approvedAt, zone, "exact")}</p>
          </td>
          <td>
            <Promised row={row} zone={zone} />
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}

function Recipients({ row }: { readonly row: EvidenceRow }) {
  if (row.recipients.length === 0) return row.customer === null ? null : <p className={classes.detail}>{row.audience}</p>;
  return (
    <ul className={classes.recipients}>
      {row.recipients.map(({ name, email }) => (
        <li key={email}>
          {name} &lt;{email}&gt;
        </li>
      ))}
    </ul>
  );
}

function Told({ row, zone }: { readonly row: EvidenceRow; readonly zone: ZoneId }) {
  const { state } = row;
  if (state.kind !== "accepted" && state.kind !== "confirmed") {
    return <p className={classes.detail}>{stateText({ ...row, sendAt: row.approvedAt }, zone)}</p>;
  }
  const { receipt } = state;
  return (
    <>
      <p>{timeText(receipt.at, zone, "exact")}</p>
      <p className={classes.detail}>
        {receipt.messageId !== "" && <code>{receipt.messageId}</code>} {receipt.detail} {receipt.missing}
      </p>
    </>
  );
}

function Promised({ row, zone }: { readonly row: EvidenceRow; readonly zone: ZoneId }) {
  const { promise, promisedUntil, heardAt } = row;
  if (promisedUntil === null) return <span className={classes.detail}>None</span>;
  return (
    <>
      {promise === "kept" ? (
        <Badge tone="good">Kept</Badge>
      ) : (
        <Badge tone="bad">{promise === "not kept" ? "Not kept" : "Not told"}</Badge>
      )}
      <p className={classes.detail}>promised by {timeText(promisedUntil, zone, "exact")}</p>
      {heardAt !== null && <p className={classes.detail}>first told {timeText(heardAt, zone, "exact")}</p>}
    </>
  );
}

function carrierText(carrier: string): string {
  switch (carrier) {
    case "practice":
      return "practice only: it did not leave this computer";
    case "graph":
      return "through Microsoft 365";
    case "slack":
      return "through Slack";
    default:
      return "by hand";
  }
}
