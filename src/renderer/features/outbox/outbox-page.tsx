import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "wouter";
import type { OutboxView } from "../../../core/app/sending/outbox-view.ts";
import { goesOnByItself } from "../../../core/domain/delivery.ts";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone, useWorkspace } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { Decisions } from "./decisions.tsx";
import { Lapsed } from "./lapsed.tsx";
import classes from "./outbox.module.css";
import { PauseButton } from "./pause-button.tsx";
import { PausedConnections } from "./paused-connections.tsx";
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
            <div className={classes.headEnd}>
              {mode === "practice" && (
                <p className={classes.practice}>
                  Practice mode: messages go to the <Link href="/practice">practice mailbox</Link>.
                </p>
              )}
              <PauseButton />
            </div>
          </div>
          <PausedConnections deliveries={view.needsDecision} zone={zone} />
          <Lapsed deliveries={view.lapsed} zone={zone} />
          {(view.needsDecision.length > 0 || view.lapsed.length === 0) && (
            <Decisions deliveries={view.needsDecision} zone={zone} wanted={wanted} />
          )}
          <ToDo deliveries={view.toDo} zone={zone} wanted={wanted} />
          <Waiting deliveries={view.waiting} total={waitingCount(view)} zone={zone} />
          <Settled deliveries={view.settled} zone={zone} />
        </div>
      )}
    </Page>
  );
}

/** More may wait than is listed. What a person does by hand is due too, and listed above. */
function waitingCount({ counts, waiting, toDo }: OutboxView): number {
  const all = counts.approved + counts.due + counts.sending - toDo.length + waiting.filter(goesOnByItself).length;
  return Math.max(all, waiting.length);
}
