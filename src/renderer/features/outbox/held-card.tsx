import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/outbox.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { stagePhrases, stateText } from "../../ui/delivery-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { timeText } from "../../ui/time-words.ts";
import { DeliveryCard } from "./delivery-card.tsx";

type Props = { readonly delivery: DeliverySummary; readonly zone: ZoneId; readonly isWanted: boolean };

/** It was approved and must not leave as it is. */
export function HeldCard(props: Props) {
  const { stage, customerName, channelName } = props.delivery;
  return <UnsentCard {...props} title={`The ${stagePhrases[stage]} to ${customerName ?? channelName} is held`} />;
}

/** It provably was not sent. */
export function FailedCard(props: Props) {
  const { stage, customerName, channelName } = props.delivery;
  return <UnsentCard {...props} title={`The ${stagePhrases[stage]} to ${customerName ?? channelName} could not be sent`} />;
}

function UnsentCard({ delivery, zone, isWanted, title }: Props & { readonly title: string }) {
  const retry = useMutation(trpc.outbox.retry.mutationOptions());
  const cancel = useMutation(trpc.outbox.cancel.mutationOptions());
  const needsConnection = delivery.state.kind === "held" && delivery.state.reason === "noConnection";
  return (
    <DeliveryCard
      delivery={delivery}
      isWanted={isWanted}
      title={title}
      actions={
        <>
          <ReasonButton
            size="xs"
            label="Reason"
            isRequired
            question="It will not be sent. It stays here as cancelled, with your reason."
            confirm="Cancel it"
            tone="bad"
            onConfirm={(reason) => cancel.mutateAsync({ id: delivery.id, reason })}
          >
            Cancel
          </ReasonButton>
          <Button size="xs" variant="default" component={Link} href={`/notices/${delivery.noticeId}`}>
            Open the notice
          </Button>
          {needsConnection && (
            <Button size="xs" variant="default" component={Link} href="/settings?part=connections">
              Open connections
            </Button>
          )}
          <Button size="xs" variant="light" loading={retry.isPending} onClick={() => retry.mutate({ id: delivery.id })}>
            Retry
          </Button>
        </>
      }
    >
      <p>{stateText(delivery.state, delivery.sendAt, zone)}</p>
      <p>Useful until {timeText(delivery.notAfter, zone)}.</p>
      <ErrorNote error={retry.error} />
    </DeliveryCard>
  );
}
