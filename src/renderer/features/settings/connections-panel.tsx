import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ConnectionCard } from "./connection-card.tsx";
import classes from "./settings.module.css";

/** The ways out of this computer. */
export function ConnectionsPanel({ zone, mode }: { readonly zone: ZoneId; readonly mode: "practice" | "live" }) {
  const connections = useQuery(trpc.connections.all.queryOptions());
  return (
    <>
      {mode === "practice" && (
        <p className={classes.text}>
          In practice mode connections can be made and checked, and carry nothing.{" "}
          <Link href="/settings?part=mode">Practice and live</Link>
        </p>
      )}
      <ErrorNote error={connections.error} onRetry={() => void connections.refetch()} />
      {connections.isPending && <Loading />}
      {connections.data?.map((connection) => (
        <ConnectionCard key={connection.kind} connection={connection} zone={zone} />
      ))}
    </>
  );
}
