import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import type { ProposalLine } from "../../../core/app/calendar/calendar-import.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import classes from "./calendar-import.module.css";

type Props = { readonly proposal: ProposalLine; readonly zone: ZoneId };

const asks = {
  add: "proposes a window",
  change: "proposes other times",
  cancel: "says it is cancelled",
} as const satisfies Readonly<Record<ProposalLine["asks"], string>>;

/** One proposal: who says what of which window, and the ways to decide. */
export function ProposalCard({ proposal, zone }: Props) {
  const dismiss = useMutation(trpc.calendarImport.dismiss.mutationOptions());
  const { says, window } = proposal;
  return (
    <article className={classes.proposal} aria-label={says.title}>
      <div className={classes.proposalText}>
        <h3>{says.title}</h3>
        <p className={classes.hint}>
          {says.provider === "" ? proposal.source : says.provider} {asks[proposal.asks]}
          {window !== null && (
            <>
              {" of "}
              <Link href={`/windows/${window.id}`}>{window.reference}</Link>
            </>
          )}
        </p>
        <p>
          {proposal.asks === "change" && window !== null && (
            <s className={classes.former}>
              <SpanText from={window.start.at} to={window.end.at} zone={zone} />
            </s>
          )}{" "}
          <SpanText from={says.startAt} to={says.endAt} zone={zone} />
        </p>
        <p className={classes.small}>
          {says.impact !== null && <ImpactMark impact={says.impact} />}
          {proposal.services.length > 0 && proposal.services.join(", ")}
          {says.reference !== "" && <span>{says.reference}</span>}
        </p>
        <ErrorNote error={dismiss.error} />
      </div>
      <div className={classes.proposalEnd}>
        <TakeButton proposal={proposal} />
        <Button size="xs" variant="default" loading={dismiss.isPending} onClick={() => dismiss.mutate({ id: proposal.id })}>
          Dismiss
        </Button>
      </div>
    </article>
  );
}

function TakeButton({ proposal }: { readonly proposal: ProposalLine }) {
  const [, navigate] = useLocation();
  const take = useMutation(
    trpc.calendarImport.take.mutationOptions({ onSuccess: ({ windowId }) => navigate(`/windows/${windowId}`) }),
  );
  const { id, asks: ask, says, window } = proposal;
  if (ask === "add") {
    return (
      <>
        <ErrorNote error={take.error} />
        <ButtonLink size="xs" href={`/windows/new?proposal=${encodeURIComponent(id)}`}>
          Open in the form
        </ButtonLink>
        {proposal.missing.length === 0 && (
          <Button size="xs" loading={take.isPending} onClick={() => take.mutate({ id, why: "" })}>
            Plan it
          </Button>
        )}
      </>
    );
  }
  if (window === null) return <span className={classes.hint}>Nothing was planned for it here.</span>;
  const isChange = ask === "change";
  return (
    <ReasonButton
      size="xs"
      question={
        isChange
          ? "The window moves to these times. Whoever heard the old time is told: the notices are drafted, and nothing is sent by this."
          : "The window is cancelled. Whoever heard of it is told: the notices are drafted, and nothing is sent by this."
      }
      label={`Why, as readers will be told${says.provider === "" ? "" : ` (${says.provider} said so)`}`}
      confirm={isChange ? "Move the window" : "Cancel the window"}
      tone={isChange ? "accent" : "bad"}
      onConfirm={(why) => take.mutateAsync({ id, why })}
    >
      {isChange ? "Move the window…" : "Cancel the window…"}
    </ReasonButton>
  );
}
