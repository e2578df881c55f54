import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { DeliverySummary } from "../../../core/app/sending/delivery-summary.ts";
import { connectionNames } from "../../../core/domain/connection-kind.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { useNow } from "../../state/now.ts";
import { IconPlugConnectedX } from "../../ui/icons.ts";
import { nearText } from "../../ui/relative-words.ts";
import { count } from "../../ui/words.ts";
import classes from "./outbox.module.css";

/** A connection that paused by itself, with how many wait for it: one sign-in helps them all. */
export function PausedConnections({
  deliveries,
  zone,
}: {
  readonly deliveries: readonly DeliverySummary[];
  readonly zone: ZoneId;
}) {
  const connections = useQuery(trpc.connections.all.queryOptions()).data ?? [];
  const now = useNow(60_000);
  return connections.map(({ kind, paused }) => {
    if (paused === null) return null;
    const waiting = deliveries.filter((delivery) => delivery.carrier === kind && isWaitingForConnection(delivery)).length;
    return (
      <section key={kind} className={classes.pausedConnection} aria-label={`${connectionNames[kind]} is paused`}>
        <IconPlugConnectedX size={18} stroke={1.75} aria-hidden="true" />
        <div className={classes.lineText}>
          <h2 className={classes.cardTitle}>
            {connectionNames[kind]} is paused since {nearText(paused.since, now, zone)}
          </h2>
          <p>{paused.why}</p>
          <p className={classes.detail}>
            {waiting === 0
              ? "Nothing waits for it yet."
              : `${count(waiting, "notice waits", "notices wait")} for it. Nothing failed.`}
          </p>
        </div>
        <Button size="xs" component={Link} href="/settings?part=connections">
          Sign in again
        </Button>
      </section>
    );
  });
}

function isWaitingForConnection({ state }: DeliverySummary): boolean {
  return state.kind === "held" && state.reason === "noConnection";
}
