import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { GoingOutNext } from "./going-out-next.tsx";
import { InConflict } from "./in-conflict.tsx";
import { NeedsYou } from "./needs-you.tsx";
import { PromisedNotice } from "./promised-notice.tsx";
import { RunningNow } from "./running-now.tsx";
import { ThisWeek } from "./this-week.tsx";
import classes from "./today-page.module.css";

/** What needs the coordinator now, what runs, and what comes this week. */
export function TodayPage() {
  const zone = useCoordinatorZone();
  const today = useQuery(trpc.today.view.queryOptions());
  const view = today.data;
  return (
    <Page title="Today">
      <ErrorNote error={today.error} onRetry={() => void today.refetch()} />
      {view === undefined && today.error === null && <Loading what="Reading what needs you" />}
      {view?.isEmpty === true && <FirstSteps />}
      {view !== undefined && !view.isEmpty && (
        <div className={classes.columns}>
          <div className={classes.main}>
            <NeedsYou view={view} zone={zone} />
            <RunningNow windows={view.running} zone={zone} />
            <ThisWeek windows={view.thisWeek} zone={zone} />
            <InConflict zone={zone} />
          </div>
          <div className={classes.side}>
            <PromisedNotice promises={view.promises} now={view.now} zone={zone} />
            <GoingOutNext items={view.goingOutNext} now={view.now} zone={zone} />
          </div>
        </div>
      )}
    </Page>
  );
}
