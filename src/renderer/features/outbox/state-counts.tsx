import type { OutboxView } from "../../../core/app/sending/outbox-view.ts";
import { type DeliveryStateKind, deliveryStateKinds } from "../../../core/domain/delivery.ts";
import { DeliveryBadge } from "../../ui/state-badge.tsx";
import classes from "./outbox.module.css";

/** Those a person must look at come first; the rest in the order of a delivery's life. */
const order: readonly DeliveryStateKind[] = [
  "unknown",
  "failed",
  "held",
  ...deliveryStateKinds.filter((kind) => kind !== "unknown" && kind !== "failed" && kind !== "held"),
];

/** How many deliveries are in each state. */
export function StateCounts({ counts }: { readonly counts: OutboxView["counts"] }) {
  const present = order.filter((kind) => counts[kind] > 0);
  if (present.length === 0) return null;
  return (
    <ul className={classes.counts} aria-label="Deliveries by state">
      {present.map((kind) => (
        <li key={kind}>
          <strong className="fw-tabular">{counts[kind].toLocaleString("en")}</strong> <DeliveryBadge state={kind} />
        </li>
      ))}
    </ul>
  );
}
