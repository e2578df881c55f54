import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useParams } from "wouter";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone, useDirectory } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { MoveDialog } from "../../ui/move-window/move-dialog.tsx";
import { MovedNote } from "../../ui/move-window/moved-note.tsx";
import type { MadeMove } from "../../ui/move-window/proposed-move.ts";
import { Page } from "../../ui/page.tsx";
import { ElsewherePanel } from "./elsewhere-panel.tsx";
import { GroupPanel } from "./group-panel.tsx";
import { WindowConflicts } from "./window-conflicts.tsx";
import { WindowDeliveries } from "./window-deliveries.tsx";
import { WindowFacts } from "./window-facts.tsx";
import { WindowHeader } from "./window-header.tsx";
import { WindowHistory } from "./window-history.tsx";
import classes from "./window-page.module.css";
import { WindowPlan } from "./window-plan.tsx";
import { WindowUptime } from "./window-uptime.tsx";
import "../../theme/form-styles.ts";

/** Facts, plan, deliveries and history of one window. */
export function WindowPage() {
  const { id = "" } = useParams();
  const zone = useCoordinatorZone();
  const directory = useDirectory();
  const answer = useQuery(trpc.windows.get.queryOptions({ id }));
  const [isMoving, setMoving] = useState(false);
  const [made, setMade] = useState<MadeMove | null>(null);
  const forgetMove = useCallback(() => setMade(null), []);
  const move = useCallback(() => setMoving(true), []);
  const view = answer.data;
  return (
    <Page title={view?.window.title ?? "Window"} detail={view?.window.reference ?? ""}>
      <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />
      {(view === undefined || directory === null) && answer.error === null && <Loading what="Opening the window" />}
      {view !== undefined && directory !== null && (
        <div className={classes.page}>
          <WindowHeader view={view} directory={directory} zone={zone} onMove={move} />
          {made?.windowId === id && (
            <div className={classes.moved}>
              <MovedNote key={made.revision} move={made} onClose={forgetMove} />
            </div>
          )}
          <div className={classes.columns}>
            <div className={classes.main}>
              <WindowConflicts conflicts={view.conflicts} zone={zone} onMove={view.phase === "upcoming" ? move : null} />
              <WindowPlan view={view} directory={directory} zone={zone} />
              <WindowDeliveries deliveries={view.deliveries} windowId={id} zone={zone} />
            </div>
            <div className={classes.side}>
              <GroupPanel window={view.window} isOpen={view.phase === "upcoming" || view.phase === "running"} />
              <WindowFacts window={view.window} directory={directory} zone={zone} />
              <ElsewherePanel windowId={id} changeTypeId={view.window.changeTypeId} zone={zone} />
              <WindowUptime windowId={id} />
              <WindowHistory history={view.history} zone={zone} />
            </div>
          </div>
          {isMoving && (
            <MoveDialog
              windowId={id}
              proposed={null}
              zone={view.window.zone}
              onClose={() => setMoving(false)}
              onMoved={setMade}
            />
          )}
        </div>
      )}
    </Page>
  );
}
