import { useMutation } from "@tanstack/react-query";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { stagePhrases, stateText } from "../../ui/delivery-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconAlertTriangle, IconHandStop, IconHelpOctagon } from "../../ui/icons.ts";
import { ButtonLink, PlainButton } from "../../ui/plain-button.tsx";
import { DeliveryBadge } from "../../ui/state-badge.tsx";
import classes from "./row.module.css";
import { Row } from "./row.tsx";

/** A delivery nobody may guess about: look it up, or go and decide. */
export function DecisionRow({ delivery, zone }: { readonly delivery: DeliverySummary; readonly zone: ZoneId }) {
  const lookAgain = useMutation(trpc.outbox.lookAgain.mutationOptions());
  const { kind } = delivery.state;
  const isUnknown = kind === "unknown";
  const Icon = isUnknown ? IconHelpOctagon : kind === "held" ? IconHandStop : IconAlertTriangle;
  const decide = `/outbox?delivery=${encodeURIComponent(delivery.id)}`;
  return (
    <Row
      icon={Icon}
      title={title(delivery)}
      detail={
        <>
          {delivery.windowTitle} · {delivery.channelName} · {stateText(delivery, zone)}
        </>
      }
      end={
        <>
          <DeliveryBadge state={kind} />
          {isUnknown && (
            <PlainButton size="xs" isBusy={lookAgain.isPending} onClick={() => lookAgain.mutate({ id: delivery.id })}>
              Look again
            </PlainButton>
          )}
          <ButtonLink size="xs" href={decide}>
            Decide
          </ButtonLink>
        </>
      }
    >
      {lookAgain.data !== undefined && (
        <p className={classes.rowDetail} role="status">
          <strong>{lookAgain.data.detail}</strong>
        </p>
      )}
      <ErrorNote error={lookAgain.error} />
    </Row>
  );
}

function title({ state, stage, customerName, channelName }: DeliverySummary): string {
  const what = stagePhrases[stage];
  const whom = customerName ?? channelName;
  switch (state.kind) {
    case "unknown":
      return `Was the ${what} to ${whom} sent?`;
    case "held":
      return `The ${what} to ${whom} is held`;
    default:
      return `The ${what} to ${whom} could not be sent`;
  }
}
