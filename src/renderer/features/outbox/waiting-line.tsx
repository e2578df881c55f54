import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { recipientText, stateText } from "../../ui/delivery-words.ts";
import { DeliveryBadge } from "../../ui/state-badge.tsx";
import { timeText } from "../../ui/time-words.ts";
import { stageWords } from "../../ui/words.ts";
import { CancelButton } from "./cancel-button.tsx";
import classes from "./outbox.module.css";

/** One delivery that leaves by itself, with when and why not yet. */
export function WaitingLine({ delivery, zone }: { readonly delivery: DeliverySummary; readonly zone: ZoneId }) {
  const sendNow = useMutation(trpc.outbox.retry.mutationOptions());
  const { state } = delivery;
  const name = `${stageWords[delivery.stage]} to ${recipientText(delivery)}`;
  return (
    <li className={classes.line}>
      <div className={classes.lineText}>
        <p>
          <strong>{stageWords[delivery.stage]}</strong> {recipientText(delivery)}
        </p>
        <p className={classes.detail}>
          <Link href={`/windows/${delivery.windowId}`}>{delivery.windowTitle}</Link> · {waitText(delivery, zone)}
        </p>
        {sendNow.error !== null && (
          <p role="alert" className={classes.refused}>
            {refusalOf(sendNow.error).message}
          </p>
        )}
      </div>
      <div className={classes.lineEnd}>
        {state.kind !== "sending" && <CancelButton id={delivery.id} name={name} look="subtle" />}
        {(state.kind === "approved" || state.kind === "held") && (
          <Button
            size="xs"
            variant="default"
            aria-label={`Send now: ${name}`}
            loading={sendNow.isPending}
            onClick={() => sendNow.mutate({ id: delivery.id })}
          >
            Send now
          </Button>
        )}
        <DeliveryBadge state={state.kind} />
      </div>
    </li>
  );
}

function waitText(delivery: DeliverySummary, zone: ZoneId): string {
  const { state, sendAt } = delivery;
  if (state.kind === "held" && state.until !== null) return `Quiet hours: leaves ${timeText(state.until, zone)}.`;
  if (state.kind !== "due" || state.attempts === 0) return stateText(delivery, zone);
  const tried = `Tried ${state.attempts === 1 ? "once" : `${state.attempts} times`}, provably not sent`;
  return `${state.detail} ${tried}; next try ${timeText(sendAt, zone, "clock")}.`;
}
