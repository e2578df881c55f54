import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { Badge } from "../../ui/badge.tsx";
import { recipientText } from "../../ui/delivery-words.ts";
import { IconCheck, IconX } from "../../ui/icons.ts";
import { nearText, stretchText } from "../../ui/relative-words.ts";
import { stageWords } from "../../ui/words.ts";
import { MessageDetails } from "./message-details.tsx";
import classes from "./outbox.module.css";

type Props = {
  readonly delivery: DeliverySummary;
  readonly zone: ZoneId;
  readonly now: Instant;
  readonly isOfUse: boolean;
};

/** Who, what, how late, and whether it would still help. */
export function LapsedLine({ delivery, zone, now, isOfUse }: Props) {
  return (
    <li className={classes.line}>
      <div className={classes.lineText}>
        <p>
          <strong>{stageWords[delivery.stage]}</strong> {recipientText(delivery)}
        </p>
        <p className={classes.detail}>
          <Link href={`/windows/${delivery.windowId}`}>{delivery.windowTitle}</Link> · due {nearText(delivery.sendAt, now, zone)},{" "}
          {stretchText(now - delivery.sendAt)} late
        </p>
        <MessageDetails delivery={delivery} />
      </div>
      <div className={classes.lineEnd}>
        {isOfUse ? (
          <Badge tone="good" icon={<IconCheck size={13} stroke={2} aria-hidden="true" />}>
            Of use until {nearText(delivery.notAfter, now, zone)}
          </Badge>
        ) : (
          <Badge icon={<IconX size={13} stroke={2} aria-hidden="true" />}>
            Of no use since {nearText(Math.min(delivery.notAfter, now), now, zone)}
          </Badge>
        )}
      </div>
    </li>
  );
}
