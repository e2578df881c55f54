import { useMutation } from "@tanstack/react-query";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { stagePhrases } from "../../ui/delivery-words.ts";
import { IconHandClick } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { timeText } from "../../ui/time-words.ts";
import { Row } from "./row.tsx";

/** A manual delivery whose time has come: a person does it, and says so. */
export function ToDoRow({ delivery, zone }: { readonly delivery: DeliverySummary; readonly zone: ZoneId }) {
  const markDone = useMutation(trpc.outbox.markDone.mutationOptions());
  const instruction = delivery.address.kind === "manual" ? delivery.address.instruction : "";
  return (
    <Row
      icon={IconHandClick}
      title={
        <>
          {delivery.channelName}: give the {stagePhrases[delivery.stage]}
          {delivery.customerName === null ? "" : ` to ${delivery.customerName}`}
        </>
      }
      detail={
        <>
          {delivery.windowTitle} · by hand · useful until {timeText(delivery.notAfter, zone)}
        </>
      }
      hint={instruction}
      end={
        <>
          <ButtonLink size="xs" href={`/outbox?delivery=${encodeURIComponent(delivery.id)}`}>
            Open text
          </ButtonLink>
          <ReasonButton
            size="xs"
            question="Forewarn takes your word that it was done, and keeps it as evidence."
            label="Note, such as a link or who was there"
            confirm="Mark as done"
            onConfirm={(note) => markDone.mutateAsync({ id: delivery.id, note })}
          >
            Mark as done
          </ReasonButton>
        </>
      }
    />
  );
}
