import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "wouter";
import { reasonAsClause } from "../../../core/domain/short-notice.ts";
import { client, trpc } from "../../api/trpc.ts";
import { useCoordinatorZone, useWorkspace } from "../../api/use-workspace.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { ExportButtons } from "../../ui/export-buttons.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { saveAs } from "../../ui/save-as.ts";
import { timeText } from "../../ui/time-words.ts";
import classes from "./evidence.module.css";
import { EvidenceTable } from "./evidence-table.tsx";

/** Who was told what, when, by whom approved, with the provider's receipt: on screen, on paper, as CSV and as JSON. */
export function EvidencePage() {
  const { id = "" } = useParams();
  const zone = useCoordinatorZone();
  const workspace = useWorkspace();
  const evidence = useQuery(trpc.evidence.ofWindow.queryOptions({ id }, { staleTime: 0 }));
  const download = useMutation({
    mutationFn: () => client.evidence.csv.query({ id }),
    onSuccess: ({ fileName, csv }) => saveAs(fileName, "text/csv;charset=utf-8", csv),
  });
  const downloadJson = useMutation({
    mutationFn: () => client.evidence.json.query({ id }),
    onSuccess: ({ fileName, json }) => saveAs(fileName, "application/json", json),
  });
  const view = evidence.data;
  return (
    <Page title="Evidence" detail={view === undefined ? "" : `${view.windowReference} · ${view.windowTitle}`}>
      <ErrorNote error={evidence.error} onRetry={() => void evidence.refetch()} />
      {view === undefined && evidence.error === null && <Loading what="Gathering the evidence" />}
      {view !== undefined && (
        <article className={classes.sheet} data-print-sheet data-print="wide">
          <header className={classes.head}>
            <div>
              <h2 className={classes.title}>
                Who was told of “<Link href={`/windows/${id}`}>{view.windowTitle}</Link>”
              </h2>
              <p className={classes.detail}>
                {view.windowReference} · {workspace?.name} · as of {timeText(view.exportedAt, zone, "exact")}
              </p>
              {view.shortNotice !== null && (
                <p className={classes.detail}>
                  Shorter notice than promised, because {reasonAsClause(view.shortNotice)} Agreed to by{" "}
                  {view.shortNotice.approver === "" ? "nobody yet" : view.shortNotice.approver}.
                </p>
              )}
            </div>
            <div className={classes.actions}>
              <ExportButtons csv={download} json={downloadJson} />
            </div>
          </header>
          <ErrorNote error={download.error ?? downloadJson.error} />
          {view.rows.length === 0 ? (
            <Empty title="Nobody was told yet" action={<Link href={`/windows/${id}`}>Open the window</Link>}>
              Approve a notice of the plan. What becomes of it is recorded here.
            </Empty>
          ) : (
            <EvidenceTable rows={view.rows} zone={zone} />
          )}
        </article>
      )}
    </Page>
  );
}
