import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { useWorkspace } from "../../api/use-workspace.ts";
import { CounterpartRow } from "../../ui/counterpart/counterpart-row.tsx";
import { disagreementText } from "../../ui/counterpart/counterpart-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconAlertTriangle } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { PlainButton } from "../../ui/plain-button.tsx";
import { AddCounterpart } from "./add-counterpart.tsx";
import { DutyNote } from "./duty-note.tsx";
import classes from "./window-page.module.css";

type Props = { readonly windowId: string; readonly changeTypeId: string; readonly zone: ZoneId };

/** What other systems hold of the window, whether they and its readers were told what it says, and where else to keep it. */
export function ElsewherePanel({ windowId, changeTypeId, zone }: Props) {
  const answer = useQuery(trpc.counterparts.of.queryOptions({ id: windowId }));
  const connections = useQuery(trpc.connections.all.queryOptions()).data ?? [];
  const workspace = useWorkspace();
  const [isAdding, setAdding] = useState(false);
  const keepers = connections.filter(({ isConnected, keepsCounterparts }) => isConnected && keepsCounterparts);
  const { counterparts = [], disagreements = [] } = answer.data ?? {};
  const said = disagreements.filter(({ of }) => of.kind === "said");
  if (counterparts.length === 0 && keepers.length === 0 && said.length === 0) return null;
  return (
    <Panel
      title="In other systems"
      content="rows"
      actions={
        keepers.length > 0 &&
        !isAdding && (
          <PlainButton size="xs" look="default" onClick={() => setAdding(true)}>
            Keep it in…
          </PlainButton>
        )
      }
    >
      {said.map((disagreement) => (
        <p key={`${disagreement.about} ${disagreement.says}`} className={classes.saidOtherwise}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
          {disagreementText(disagreement, zone)}
        </p>
      ))}
      {counterparts.map((counterpart) => (
        <CounterpartRow
          key={counterpart.id}
          counterpart={counterpart}
          disagreements={disagreements.filter(({ of }) => of.kind === "counterpart" && of.id === counterpart.id)}
          zone={zone}
        >
          {counterpart.held?.isOver !== true && (
            <DutyNote counterpartId={counterpart.id} changeTypeId={changeTypeId} zone={zone} />
          )}
        </CounterpartRow>
      ))}
      {counterparts.length === 0 && !isAdding && <p className={classes.quiet}>It is kept nowhere else.</p>}
      {counterparts.length > 0 && workspace?.mode === "practice" && (
        <p className={classes.quiet}>In practice nothing is made or changed there.</p>
      )}
      {isAdding && <AddCounterpart windowId={windowId} keepers={keepers} onDone={() => setAdding(false)} />}
      <ErrorNote error={answer.error} />
      {counterparts.length > 0 && (
        <p className={classes.quiet}>
          <Link href="/agreement">All windows beside what others hold</Link>
        </p>
      )}
    </Panel>
  );
}
