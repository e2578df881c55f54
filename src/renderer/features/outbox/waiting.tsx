import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/outbox.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { useProgress } from "../../state/progress.ts";
import { recipientText, stateText } from "../../ui/delivery-words.ts";
import { Panel } from "../../ui/panel.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { DeliveryBadge } from "../../ui/state-badge.tsx";
import { count, stageWords } from "../../ui/words.ts";
import classes from "./outbox.module.css";

type Props = { readonly deliveries: readonly DeliverySummary[]; readonly zone: ZoneId };

/** What leaves by itself, batch by batch, the next first. */
export function Waiting({ deliveries, zone }: Props) {
  const batches = Map.groupBy(deliveries, ({ batchId }) => batchId);
  return (
    <Panel title="Waiting" detail={deliveries.length} content="rows">
      {deliveries.length === 0 && <p className={classes.empty}>Nothing waits to leave. Approve a notice, and it appears here.</p>}
      {[...batches].map(([batchId, lines]) => (
        <div key={batchId}>
          <BatchProgress batchId={batchId} waiting={lines.length} />
          <ul className={classes.lines}>
            {lines.map((delivery) => (
              <WaitingLine key={delivery.id} delivery={delivery} zone={zone} />
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

/** How far a batch under way is; nothing for one that has not begun. */
function BatchProgress({ batchId, waiting }: { readonly batchId: string; readonly waiting: number }) {
  const progress = useProgress((state) => state.batches[batchId]);
  if (progress === undefined || progress.done === 0 || progress.done >= progress.total) return null;
  return (
    <div className={classes.batch}>
      <progress value={progress.done} max={progress.total} aria-label="Messages on their way" />
      <span className="fw-tabular">
        {progress.done} of {progress.total} gone, {count(waiting, "message")} to go
      </span>
    </div>
  );
}

function WaitingLine({ delivery, zone }: { readonly delivery: DeliverySummary; readonly zone: ZoneId }) {
  const cancel = useMutation(trpc.outbox.cancel.mutationOptions());
  const sendNow = useMutation(trpc.outbox.retry.mutationOptions());
  const canAct = delivery.state.kind !== "sending";
  const name = `${stageWords[delivery.stage]} to ${recipientText(delivery)}`;
  return (
    <li className={classes.line}>
      <div className={classes.lineText}>
        <p>
          <strong>{stageWords[delivery.stage]}</strong> {recipientText(delivery)}
        </p>
        <p className={classes.detail}>
          <Link href={`/windows/${delivery.windowId}`}>{delivery.windowTitle}</Link> ·{" "}
          {stateText(delivery.state, delivery.sendAt, zone)}
        </p>
        {sendNow.error !== null && (
          <p role="alert" className={classes.refused}>
            {refusalOf(sendNow.error).message}
          </p>
        )}
      </div>
      <div className={classes.lineEnd}>
        {canAct && (
          <ReasonButton
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={`Cancel ${name}`}
            label="Reason"
            isRequired
            question="It will not be sent. It stays here as cancelled, with your reason."
            confirm="Cancel it"
            tone="bad"
            onConfirm={(reason) => cancel.mutateAsync({ id: delivery.id, reason })}
          >
            Cancel
          </ReasonButton>
        )}
        {delivery.state.kind === "approved" && (
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
        <DeliveryBadge state={delivery.state.kind} />
      </div>
    </li>
  );
}
