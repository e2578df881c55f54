import { useState } from "react";
import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { recipientText, stateText } from "../../ui/delivery-words.ts";
import { MoreButton } from "../../ui/more-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { DeliveryBadge } from "../../ui/state-badge.tsx";
import { stageWords } from "../../ui/words.ts";
import { MessageDetails } from "./message-details.tsx";
import classes from "./outbox.module.css";

type Props = { readonly deliveries: readonly DeliverySummary[]; readonly zone: ZoneId };

const shownAtFirst = 25;

/** What is over: sent, confirmed, cancelled, overtaken; the latest first. */
export function Settled({ deliveries, zone }: Props) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? deliveries : deliveries.slice(0, shownAtFirst);
  return (
    <Panel title="Settled" detail="the latest first" content="rows">
      {deliveries.length === 0 && <p className={classes.empty}>Nothing was sent yet.</p>}
      <ul className={classes.lines} hidden={deliveries.length === 0}>
        {shown.map((delivery) => (
          <li key={delivery.id} className={classes.line}>
            <div className={classes.lineText}>
              <p>
                <strong>{stageWords[delivery.stage]}</strong> {recipientText(delivery)}
              </p>
              <p className={classes.detail}>
                <Link href={`/windows/${delivery.windowId}`}>{delivery.windowTitle}</Link> · {stateText(delivery, zone)} Approved
                by {delivery.approvedBy}.
              </p>
              <MessageDetails delivery={delivery} />
            </div>
            <div className={classes.lineEnd}>
              <DeliveryBadge state={delivery.state.kind} />
            </div>
          </li>
        ))}
      </ul>
      {deliveries.length > shown.length && <MoreButton onClick={() => setWhole(true)}>Show all {deliveries.length}</MoreButton>}
    </Panel>
  );
}
