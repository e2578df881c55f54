import { Button, VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ConnectionView } from "../../../core/app/connections/connection-view.ts";
import { type ConnectionKind, connectionNames } from "../../../core/domain/connection-kind.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import type { ConnectionHealth } from "../../../core/ports/connector.ts";
import { trpc } from "../../api/trpc.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import {
  IconAlertTriangle,
  IconBrandGithub,
  IconBrandSlack,
  IconBrandWindows,
  IconCheck,
  IconPlayerPause,
  IconPlug,
  IconPlugConnected,
  IconPlugConnectedX,
} from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import { count } from "../../ui/words.ts";
import { ChannelProblems } from "./channel-problems.tsx";
import { ConnectForm } from "./connect-form.tsx";
import { PermissionNotes } from "./permission-notes.tsx";
import classes from "./settings.module.css";
import { SignInAgain } from "./sign-in-again.tsx";

const icons: Readonly<Partial<Record<ConnectionKind, typeof IconPlug>>> = {
  slack: IconBrandSlack,
  graph: IconBrandWindows,
  github: IconBrandGithub,
};

/** One way out: how it is, or, unfolded, how to make it. */
export function ConnectionCard({ connection, zone }: { readonly connection: ConnectionView; readonly zone: ZoneId }) {
  const { kind } = connection;
  const [isUnfolded, setUnfolded] = useState(false);
  const Icon = icons[kind] ?? IconPlug;
  return (
    <Panel
      title={
        <span className={classes.brand}>
          <Icon size={18} stroke={1.75} aria-hidden="true" />
          {connectionNames[kind]}
        </span>
      }
      detail={connection.needs.guide.carries}
      actions={
        connection.paused !== null ? (
          <Badge tone="warning" icon={<IconPlayerPause size={13} stroke={2} aria-hidden="true" />}>
            Paused
          </Badge>
        ) : connection.isConnected ? (
          <Badge tone="good" icon={<IconPlugConnected size={13} stroke={2} aria-hidden="true" />}>
            Connected
          </Badge>
        ) : (
          <>
            <Badge icon={<IconPlugConnectedX size={13} stroke={2} aria-hidden="true" />}>Not connected</Badge>
            <Button variant="default" size="xs" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
              {isUnfolded ? "Fold" : "Connect"}
              <VisuallyHidden>&nbsp;{connectionNames[kind]}</VisuallyHidden>
            </Button>
          </>
        )
      }
    >
      {connection.isConnected || connection.paused !== null || connection.signIn !== null || isUnfolded ? (
        <>
          {connection.paused !== null && <PausedNote connection={connection} paused={connection.paused} zone={zone} />}
          {connection.isConnected ? <Connected connection={connection} zone={zone} /> : <ConnectForm connection={connection} />}
        </>
      ) : null}
    </Panel>
  );
}

function Connected({ connection, zone }: { readonly connection: ConnectionView; readonly zone: ZoneId }) {
  const { kind } = connection;
  const check = useMutation(trpc.connections.check.mutationOptions());
  const sendTest = useMutation(trpc.connections.sendTest.mutationOptions());
  const disconnect = useMutation(trpc.connections.disconnect.mutationOptions());
  return (
    <div className={classes.stack}>
      <FactList
        facts={[
          ["Account", connection.account === "" ? "Not checked yet" : connection.account],
          [
            "Last worked",
            connection.lastSuccessAt === null ? "Not yet" : <TimeText key="worked" at={connection.lastSuccessAt} zone={zone} />,
          ],
          [connection.by === "signIn" ? "Sign-in ends" : "Token ends", <End key="end" connection={connection} zone={zone} />],
          ["API address", <code key="url">{connection.effectiveUrl}</code>],
          [connection.by === "signIn" ? "Sign-in" : "Token", secretsWords[connection.secretsPlace]],
        ]}
      />
      {check.data !== undefined && <Health health={check.data} />}
      {sendTest.data !== undefined && (
        <p className={classes.result} role="status">
          <IconCheck size={16} stroke={2} aria-hidden="true" />
          {connectionNames[kind]} took a test message for you alone. Look for it in {sendTest.data.where}.
        </p>
      )}
      {connection.permissions !== null && <PermissionNotes permissions={connection.permissions} by={connection.by} />}
      <ChannelProblems kind={kind} />
      <ErrorNote error={check.error ?? sendTest.error ?? disconnect.error} />
      <div className={classes.actions}>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate({ kind })}>
          Check now
        </Button>
        {connection.canSendTest && (
          <Button variant="default" loading={sendTest.isPending} onClick={() => sendTest.mutate({ kind })}>
            Send me a test
          </Button>
        )}
        <SignInAgain key={connection.checkedAt} connection={connection} />
        <ConfirmButton
          question={`The token is forgotten. What waits for ${connectionNames[kind]} stays in the outbox, held, until it is connected again.`}
          confirm="Disconnect"
          onConfirm={() => disconnect.mutate({ kind })}
          isBusy={disconnect.isPending}
        >
          Disconnect…
        </ConfirmButton>
      </div>
    </div>
  );
}

/** Until when it holds, where the system says so. */
function End({ connection: { expiresAt, by }, zone }: { readonly connection: ConnectionView; readonly zone: ZoneId }) {
  if (expiresAt === null) return by === "signIn" ? "Renewed by itself" : "Not said by the system";
  return <TimeText at={expiresAt} zone={zone} />;
}

/** Nothing goes this way until somebody signs in again; what waits is safe. */
function PausedNote({
  connection: { kind, by },
  paused,
  zone,
}: {
  readonly connection: ConnectionView;
  readonly paused: NonNullable<ConnectionView["paused"]>;
  readonly zone: ZoneId;
}) {
  const outbox = useQuery(trpc.outbox.view.queryOptions()).data;
  const waiting = outbox?.needsDecision.filter(
    ({ carrier, state }) => carrier === kind && state.kind === "held" && state.reason === "noConnection",
  ).length;
  return (
    <div className={classes.paused} role="status">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <div>
        <p>
          <strong>
            Paused since <TimeText at={paused.since} zone={zone} />.
          </strong>{" "}
          {paused.why}
        </p>
        <p>
          {waiting === undefined || waiting === 0
            ? "Nothing waits for it yet. "
            : `${count(waiting, "notice waits", "notices wait")} for it in the outbox, and none has failed. `}
          {by === "signIn"
            ? "Sign in again below: what waits goes on by itself."
            : "Check it again when the sign-in is mended, or disconnect and paste a new token."}
        </p>
      </div>
    </div>
  );
}

/** Where a token is kept, in words. */
const secretsWords = {
  system: "Kept by this system's own secret store",
  memory: "Kept in memory only, until Forewarn closes: this system offers no safe place",
} as const satisfies Record<ConnectionView["secretsPlace"], string>;

function Health({ health }: { readonly health: ConnectionHealth }) {
  if (health.kind === "works") {
    return (
      <p className={classes.result} role="status">
        <IconCheck size={16} stroke={2} aria-hidden="true" />
        It works: {health.account}, {health.place}.
      </p>
    );
  }
  return (
    <p className={classes.result} data-tone="bad" role="alert">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      {health.kind === "refused" ? "The token was refused. " : "It could not be reached. "}
      {health.detail}
    </p>
  );
}
