import { useMutation, useQuery } from "@tanstack/react-query";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { stagePhrases } from "../../ui/delivery-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { SectionHeading } from "../../ui/panel.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { timeText } from "../../ui/time-words.ts";
import { DeliveryCard } from "./delivery-card.tsx";
import classes from "./outbox.module.css";

type Props = { readonly deliveries: readonly DeliverySummary[]; readonly zone: ZoneId; readonly wanted: string | null };

/** What the app has prepared and a person does: a portal, a meeting, a call. */
export function ToDo({ deliveries, zone, wanted }: Props) {
  if (deliveries.length === 0) return null;
  return (
    <section aria-label="To do by hand">
      <SectionHeading detail={deliveries.length}>To do by hand</SectionHeading>
      <div className={classes.cards}>
        {deliveries.map((delivery) => (
          <ToDoCard key={delivery.id} delivery={delivery} zone={zone} isWanted={delivery.id === wanted} />
        ))}
      </div>
    </section>
  );
}

function ToDoCard({
  delivery,
  zone,
  isWanted,
}: {
  readonly delivery: DeliverySummary;
  readonly zone: ZoneId;
  readonly isWanted: boolean;
}) {
  const markDone = useMutation(trpc.outbox.markDone.mutationOptions());
  const cancel = useMutation(trpc.outbox.cancel.mutationOptions());
  const answer = useQuery(trpc.outbox.delivery.queryOptions({ id: delivery.id }));
  const content = answer.data?.content;
  const text = content?.kind === "manual" ? `${content.subject}\n\n${content.text}` : "";
  const instruction = delivery.address.kind === "manual" ? delivery.address.instruction : "";
  return (
    <DeliveryCard
      delivery={delivery}
      isWanted={isWanted}
      title={`${delivery.channelName}: give the ${stagePhrases[delivery.stage]}`}
      actions={
        <>
          <ReasonButton
            size="xs"
            label="Reason"
            isRequired
            question="It will not be done. It stays here as cancelled, with your reason."
            confirm="Cancel it"
            tone="bad"
            onConfirm={(reason) => cancel.mutateAsync({ id: delivery.id, reason })}
          >
            Cancel
          </ReasonButton>
          <CopyButton size="xs" text={text}>
            Copy the text
          </CopyButton>
          <ReasonButton
            size="xs"
            look="light"
            label="Note, such as a link or who was there"
            question="Forewarn takes your word that it was done, and keeps it as evidence."
            confirm="Mark as done"
            onConfirm={(note) => markDone.mutateAsync({ id: delivery.id, note })}
          >
            Mark as done
          </ReasonButton>
        </>
      }
    >
      {instruction !== "" && (
        <p>
          <strong>{instruction}</strong>
        </p>
      )}
      <p>
        Due {timeText(delivery.sendAt, zone)}, useful until {timeText(delivery.notAfter, zone)}.
      </p>
      <ErrorNote error={answer.error} />
    </DeliveryCard>
  );
}
