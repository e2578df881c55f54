import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { useNow } from "../../state/now.ts";
import { stagePhrases, stateText } from "../../ui/delivery-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { awayText } from "../../ui/relative-words.ts";
import { timeText } from "../../ui/time-words.ts";
import { CancelButton } from "./cancel-button.tsx";
import { DeliveryCard } from "./delivery-card.tsx";
import { holdAdvice } from "./hold-advice.ts";
import classes from "./outbox.module.css";

type Props = { readonly delivery: DeliverySummary; readonly zone: ZoneId; readonly isWanted: boolean };

/** It was approved and must not leave as it is: why, and the step that helps. */
export function HeldCard(props: Props) {
  const { state, stage, customerName, channelName } = props.delivery;
  const advice = holdAdvice[state.kind === "held" ? state.reason : "awaitingPerson"];
  return (
    <UnsentCard
      {...props}
      title={`The ${stagePhrases[stage]} to ${customerName ?? channelName} ${advice.stands}`}
      whatToDo={advice.whatToDo}
      mainStep={
        advice.helps === "connect" ? (
          <Button size="xs" variant="light" component={Link} href="/settings?part=connections">
            Open connections
          </Button>
        ) : advice.helps === "openNotice" ? (
          <OpenNotice noticeId={props.delivery.noticeId} variant="light" />
        ) : (
          <SendNow id={props.delivery.id}>Send now</SendNow>
        )
      }
      canOpenNotice={advice.helps !== "openNotice"}
    />
  );
}

/** It provably was not sent. */
export function FailedCard(props: Props) {
  const { stage, customerName, channelName } = props.delivery;
  return (
    <UnsentCard
      {...props}
      title={`The ${stagePhrases[stage]} to ${customerName ?? channelName} could not be sent`}
      whatToDo="Mend what it names, then try again."
      mainStep={<SendNow id={props.delivery.id}>Try again</SendNow>}
      canOpenNotice
    />
  );
}

type UnsentProps = Props & {
  readonly title: string;
  readonly whatToDo: string;
  readonly mainStep: ReactNode;
  readonly canOpenNotice: boolean;
};

function UnsentCard({ delivery, zone, isWanted, title, whatToDo, mainStep, canOpenNotice }: UnsentProps) {
  const now = useNow(60_000);
  return (
    <DeliveryCard
      delivery={delivery}
      isWanted={isWanted}
      title={title}
      actions={
        <>
          <CancelButton id={delivery.id} />
          {canOpenNotice && <OpenNotice noticeId={delivery.noticeId} variant="default" />}
          {mainStep}
        </>
      }
    >
      <p>{stateText(delivery, zone)}</p>
      <p>
        <strong>{whatToDo}</strong>{" "}
        <span className={classes.detail}>
          {delivery.notAfter > now
            ? `Useful until ${timeText(delivery.notAfter, zone)}, ${awayText(delivery.notAfter, now)}.`
            : `Of no use since ${timeText(delivery.notAfter, zone)}.`}
        </span>
      </p>
    </DeliveryCard>
  );
}

function OpenNotice({ noticeId, variant }: { readonly noticeId: string; readonly variant: "light" | "default" }) {
  return (
    <Button size="xs" variant={variant} component={Link} href={`/notices/${noticeId}`}>
      Open the notice
    </Button>
  );
}

/** Sends what provably was not sent; a refusal is told beside the button. */
function SendNow({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const retry = useMutation(trpc.outbox.retry.mutationOptions());
  return (
    <>
      <Button size="xs" variant="light" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
        {children}
      </Button>
      {retry.error !== null && (
        <div className={classes.refusal}>
          <ErrorNote error={retry.error} />
        </div>
      )}
    </>
  );
}
