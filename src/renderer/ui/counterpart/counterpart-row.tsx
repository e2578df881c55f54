import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Disagreement } from "../../../core/domain/agreement.ts";
import { connectionNames } from "../../../core/domain/connection-kind.ts";
import type { Counterpart, HeldRecord } from "../../../core/domain/counterpart.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { Badge } from "../badge.tsx";
import { ConfirmButton } from "../confirm-button.tsx";
import { ErrorNote } from "../error-note.tsx";
import { IconAlertTriangle } from "../icons.ts";
import { OpenExternal } from "../open-external.tsx";
import { PlainButton } from "../plain-button.tsx";
import { SpanText, TimeText } from "../time-text.tsx";
import classes from "./counterpart.module.css";
import { counterpartStates, disagreementText } from "./counterpart-words.ts";

type Props = {
  readonly counterpart: Counterpart;
  /** Those of this counterpart. */
  readonly disagreements: readonly Disagreement[];
  readonly zone: ZoneId;
  /** What else there is to say of it. */
  readonly children?: ReactNode;
};

/** What one system holds of a window, whether it agrees with it, and what a person can do about it. */
export function CounterpartRow({ counterpart, disagreements, zone, children }: Props) {
  const { id, kind, place, held, state } = counterpart;
  const look = useMutation(trpc.counterparts.look.mutationOptions());
  const mend = useMutation(trpc.counterparts.mend.mutationOptions());
  const remove = useMutation(trpc.counterparts.remove.mutationOptions());
  const { words, tone } = counterpartStates[state.kind];
  const isWorking = state.kind === "working";
  const needsMending = disagreements.length > 0 || state.kind === "refused" || state.kind === "unknown";
  return (
    <article className={classes.row} aria-label={`${connectionNames[kind]}: ${place.name}`}>
      <div className={classes.head}>
        <strong>
          {connectionNames[kind]}: {place.name}
        </strong>
        <Badge tone={disagreements.length > 0 ? "bad" : tone}>{disagreements.length > 0 ? "Disagrees" : words}</Badge>
      </div>
      {held !== null && (
        <p className={classes.detail}>
          {held.url === null ? nameOf(held) : <OpenExternal url={held.url}>{nameOf(held)}</OpenExternal>}
          {held.status === "" ? "" : ` · ${held.status}`}
          {held.startAt !== null && held.endAt !== null && !held.isOver && (
            <>
              {" · "}
              <SpanText from={held.startAt} to={held.endAt} zone={zone} />
            </>
          )}
        </p>
      )}
      {"detail" in state && state.detail !== "" && <p className={classes.detail}>{state.detail}</p>}
      {held?.remarks.map((remark) => (
        <p key={remark} className={classes.detail}>
          {remark}
        </p>
      ))}
      {disagreements.map((disagreement) => (
        <p key={disagreement.about} className={classes.disagreement}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
          {disagreementText(disagreement, zone)}
        </p>
      ))}
      {children}
      <ErrorNote error={look.error ?? mend.error ?? remove.error} />
      <div className={classes.actions}>
        {needsMending && (
          <PlainButton size="xs" isBusy={mend.isPending} onClick={() => mend.mutate({ id })}>
            {state.kind === "unknown" ? "Look now" : "Put it right"}
          </PlainButton>
        )}
        <PlainButton size="xs" look="default" isBusy={look.isPending} disabled={isWorking} onClick={() => look.mutate({ id })}>
          Ask again
        </PlainButton>
        <ConfirmButton
          size="xs"
          look="default"
          isBusy={remove.isPending}
          disabled={isWorking}
          question={`Forewarn no longer changes or compares it with the window. What is in ${connectionNames[kind]} stays as it is.`}
          confirm="No longer keep"
          onConfirm={() => remove.mutate({ id })}
        >
          No longer keep…
        </ConfirmButton>
        {held !== null && held.status !== "" && (
          <span className={classes.asOf}>
            As of <TimeText at={held.readAt} zone={zone} />
          </span>
        )}
      </div>
    </article>
  );
}

function nameOf({ name, id }: HeldRecord): string {
  return name ?? id;
}
