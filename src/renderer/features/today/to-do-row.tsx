import { useMutation } from "@tanstack/react-query";
import type { DeliverySummary } from "../../../core/app/outbox.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { stagePhrases } from "../../ui/delivery-words.ts";
import { IconHandClick } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { timeText } from "../../ui/time-words.ts";
import classes from "./today.module.css";

/** A manual delivery whose time has come: a person does it, and says so. */
export function ToDoRow({ delivery, zone }: { readonly delivery: DeliverySummary; readonly zone: ZoneId }) {
  const markDone = useMutation(trpc.outbox.markDone.mutationOptions());
  const instruction = delivery.address.kind === "manual" ? delivery.address.instruction : "";
  return (
    <div className={classes.row}>
      <IconHandClick size={17} stroke={1.75} aria-hidden="true" className={classes.rowIcon} />
      <div className={classes.rowText}>
        <h3 className={classes.rowTitle}>
          {delivery.channelName}: give the {stagePhrases[delivery.stage]}
          {delivery.customerName === null ? "" : ` to ${delivery.customerName}`}
        </h3>
        <p className={classes.rowDetail} title={instruction}>
          {delivery.windowTitle} · by hand · useful until {timeText(delivery.notAfter, zone)}
        </p>
      </div>
      <div className={classes.rowEnd}>
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
      </div>
    </div>
  );
}
