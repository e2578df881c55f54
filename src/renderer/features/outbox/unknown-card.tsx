import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { stagePhrases } from "../../ui/delivery-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconAlertTriangle } from "../../ui/icons.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { DeliveryCard } from "./delivery-card.tsx";
import classes from "./outbox.module.css";
import { UnknownFacts } from "./unknown-facts.tsx";

type Props = { readonly delivery: DeliverySummary; readonly zone: ZoneId; readonly isWanted: boolean };

/** It may or may not have been sent: look first, then decide, knowing what a wrong decision costs. */
export function UnknownCard({ delivery, zone, isWanted }: Props) {
  const lookAgain = useMutation(trpc.outbox.lookAgain.mutationOptions());
  const decide = useMutation(trpc.outbox.decide.mutationOptions());
  const whom = delivery.customerName ?? delivery.channelName;
  const word = (decision: "itWasSent" | "sendAgain" | "giveUp") => (reason: string) =>
    decide.mutateAsync({ id: delivery.id, decision, reason });
  return (
    <DeliveryCard
      delivery={delivery}
      isWanted={isWanted}
      title={`Was the ${stagePhrases[delivery.stage]} to ${whom} sent?`}
      actions={
        <>
          <ReasonButton
            size="xs"
            label="Reason"
            isRequired
            question={`It counts as not sent to ${whom}, and will not be sent. If it did arrive, ${whom} knows of the window and is not told when it is over.`}
            confirm="Give up"
            tone="bad"
            onConfirm={word("giveUp")}
          >
            Give up
          </ReasonButton>
          <ReasonButton
            size="xs"
            label="How you know that it did not arrive"
            isRequired
            question={<DoubleWarning delivery={delivery} />}
            confirm="Send again all the same"
            tone="warning"
            onConfirm={word("sendAgain")}
          >
            Send again
          </ReasonButton>
          <ReasonButton
            size="xs"
            label="How you know"
            isRequired
            question={`It counts as sent: ${whom} will hear how the window goes on. If it did not arrive, ${whom} was not told.`}
            confirm="It was sent"
            onConfirm={word("itWasSent")}
          >
            It was sent
          </ReasonButton>
          <Button size="xs" variant="light" loading={lookAgain.isPending} onClick={() => lookAgain.mutate({ id: delivery.id })}>
            Look again
          </Button>
        </>
      }
    >
      <UnknownFacts delivery={delivery} zone={zone} />
      <p className={classes.warning}>
        <IconAlertTriangle size={15} stroke={1.75} aria-hidden="true" />
        Forewarn will not send it again by itself: that could be a double.
      </p>
      {lookAgain.data !== undefined && (
        <p role="status">
          <strong>{lookAgain.data.detail}</strong>
        </p>
      )}
      <ErrorNote error={lookAgain.error} />
    </DeliveryCard>
  );
}

/** Says plainly who would get it twice. */
function DoubleWarning({ delivery }: { readonly delivery: DeliverySummary }) {
  const whom = delivery.customerName ?? `Everyone in ${delivery.channelName}`;
  return (
    <div className={classes.double}>
      <p className={classes.warning}>
        <IconAlertTriangle size={15} stroke={1.75} aria-hidden="true" />
        It may arrive twice
      </p>
      <p>
        If the first one did arrive, <strong>{whom}</strong> gets the same message again
        {delivery.recipients.length > 0 && `: ${delivery.recipients.map(({ name, email }) => email || name).join(", ")}`}. Send it
        again only when you know that it is not there: ask them, or look in the channel.
      </p>
      <p>Your reason is kept in the audit log.</p>
    </div>
  );
}
