import { useState } from "react";
import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { recipientText, stateText } from "../../ui/delivery-words.ts";
import { MoreButton } from "../../ui/more-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { DeliveryBadge } from "../../ui/state-badge.tsx";
import { carrierWords, stageWords } from "../../ui/words.ts";
import classes from "./window-page.module.css";

type Props = { readonly deliveries: readonly DeliverySummary[]; readonly windowId: string; readonly zone: ZoneId };

const shownAtFirst = 12;

/** Every message of this window that was approved, with what became of it and the provider's receipt. */
export function WindowDeliveries({ deliveries, windowId, zone }: Props) {
  const [isWhole, setWhole] = useState(false);
  const latestFirst = deliveries.toSorted((one, other) => other.sendAt - one.sendAt);
  const shown = isWhole ? latestFirst : latestFirst.slice(0, shownAtFirst);
  return (
    <Panel
      title="Deliveries"
      detail={deliveries.length === 0 ? "" : deliveries.length}
      actions={<Link href={`/windows/${windowId}/evidence`}>Evidence</Link>}
      content="rows"
    >
      {latestFirst.length === 0 && (
        <p className={classes.quiet}>Nothing was approved yet. Review a notice of the plan to send it.</p>
      )}
      {shown.map((delivery) => (
        <div key={delivery.id} className={classes.delivery}>
          <div className={classes.deliveryText}>
            <p>
              <strong>{stageWords[delivery.stage]}</strong> {recipientText(delivery)}
            </p>
            <p className={classes.second}>
              {stateText(delivery, zone)} {carrierWords[delivery.carrier]}
              <Receipt delivery={delivery} />
            </p>
          </div>
          {(delivery.state.kind === "unknown" || delivery.state.kind === "held" || delivery.state.kind === "failed") && (
            <Link href={`/outbox?delivery=${encodeURIComponent(delivery.id)}`}>Decide</Link>
          )}
          <DeliveryBadge state={delivery.state.kind} />
        </div>
      ))}
      {shown.length < latestFirst.length && <MoreButton onClick={() => setWhole(true)}>Show all {latestFirst.length}</MoreButton>}
    </Panel>
  );
}

function Receipt({ delivery }: { readonly delivery: DeliverySummary }) {
  const { state } = delivery;
  if (state.kind !== "accepted" && state.kind !== "confirmed") return null;
  const { messageId, detail, missing } = state.receipt;
  return (
    <>
      {messageId !== "" && (
        <>
          {" · receipt "}
          <code className={classes.receipt}>{messageId}</code>
        </>
      )}
      {detail !== "" && ` · ${detail}`}
      {missing !== undefined && ` · ${missing}`}
    </>
  );
}
