import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "wouter";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone, useWorkspace } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { Decisions } from "./decisions.tsx";
import classes from "./outbox.module.css";
import { Settled } from "./settled.tsx";
import { StateCounts } from "./state-counts.tsx";
import { ToDo } from "./to-do.tsx";
import { Waiting } from "./waiting.tsx";

/** Everything approved: what needs a decision, what waits, what a person does, what is settled. */
export function OutboxPage() {
  const zone = useCoordinatorZone();
  const mode = useWorkspace()?.mode;
  const [search] = useSearchParams();
  const outbox = useQuery(trpc.outbox.view.queryOptions());
  const view = outbox.data;
  const wanted = search.get("delivery");
  return (
    <Page title="Outbox">
      <ErrorNote error={outbox.error} onRetry={() => void outbox.refetch()} />
      {view === undefined && outbox.error === null && <Loading what="Opening the outbox" />}
      {view !== undefined && (
        <div className={classes.page}>
          <div className={classes.head}>
            <StateCounts counts={view.counts} />
            {mode === "practice" && (
              <p className={classes.practice}>
                Practice mode: messages go to the <Link href="/practice">practice mailbox</Link>.
              </p>
            )}
          </div>
          <Decisions deliveries={view.needsDecision} zone={zone} wanted={wanted} />
          <ToDo deliveries={view.toDo} zone={zone} wanted={wanted} />
          <Waiting deliveries={view.waiting} zone={zone} />
          <Settled deliveries={view.settled} zone={zone} />
        </div>
      )}
    </Page>
  );
}
