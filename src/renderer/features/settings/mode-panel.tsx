import { Button, Modal } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { carriesMessages, connectionNames } from "../../../core/domain/connection-kind.ts";
import type { Workspace } from "../../../core/domain/directory.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconBroadcast, IconFlask } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./settings.module.css";

/** Practice or live: what is so now, and what a switch would change. */
export function ModePanel({ workspace }: { readonly workspace: Workspace }) {
  const [isAsking, setAsking] = useState(false);
  const connections = useQuery(trpc.connections.all.queryOptions());
  const update = useMutation(trpc.workspace.update.mutationOptions({ onSuccess: () => setAsking(false) }));
  const missing = (connections.data ?? [])
    .filter(({ kind, isConnected }) => carriesMessages(kind) && !isConnected)
    .map(({ kind }) => connectionNames[kind]);
  const isPractice = workspace.mode === "practice";
  const next = isPractice ? "live" : "practice";

  return (
    <Panel title="Practice and live">
      <div className={classes.stack}>
        <div className={classes.plate} data-mode={workspace.mode}>
          {isPractice ? (
            <IconFlask size={18} stroke={1.75} aria-hidden="true" />
          ) : (
            <IconBroadcast size={18} stroke={1.75} aria-hidden="true" />
          )}
          <p>
            <strong>{isPractice ? "This workspace is in practice mode" : "This workspace is live"}</strong>
            {isPractice
              ? "Notices go to the practice mailbox, shown exactly as they would arrive. Nothing leaves this computer."
              : "Approved notices reach real people through the connected channels."}
          </p>
        </div>
        <div className={classes.actions}>
          <Button variant={isPractice ? "filled" : "default"} onClick={() => setAsking(true)}>
            {isPractice ? "Switch to live…" : "Go back to practice…"}
          </Button>
          {isPractice && (
            <Button variant="default" component={Link} href="/practice">
              Open the practice mailbox
            </Button>
          )}
        </div>
      </div>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={isPractice ? "Switch to live?" : "Go back to practice?"}>
        {isPractice ? (
          <ul className={classes.consequences}>
            <li>
              What you approve <strong>from now on</strong> reaches real people.
            </li>
            <li>What was approved in practice stays in practice: none of it is sent again.</li>
            {missing.length > 0 && (
              <li>
                <strong>{missing.join(" and ")}</strong> {missing.length === 1 ? "is" : "are"} not connected: notices for{" "}
                {missing.length === 1 ? "it" : "them"} will be held in the outbox until{" "}
                {missing.length === 1 ? "it is" : "they are"}.
              </li>
            )}
            <li>Nothing is sent by the switch itself.</li>
          </ul>
        ) : (
          <ul className={classes.consequences}>
            <li>What you approve from now on goes to the practice mailbox only.</li>
            <li>What was approved live still leaves when it is due. Cancel it in the outbox if it must not.</li>
          </ul>
        )}
        <ErrorNote error={update.error} />
        <div className={classes.foot}>
          <Button variant="default" onClick={() => setAsking(false)}>
            Stay {isPractice ? "in practice" : "live"}
          </Button>
          <Button loading={update.isPending} onClick={() => update.mutate(toInput({ ...workspace, mode: next }))}>
            {isPractice ? "Switch to live" : "Go back to practice"}
          </Button>
        </div>
      </Modal>
    </Panel>
  );
}

/** The contract's input has lists that may be written to. */
function toInput(workspace: Workspace) {
  return { ...workspace, internalDomains: [...workspace.internalDomains] };
}
