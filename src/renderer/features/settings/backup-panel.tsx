import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BackupFile } from "../../../core/domain/backup.ts";
import { trpc } from "../../api/trpc.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { sizeText } from "../../ui/backup-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { IconCheck } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Panel } from "../../ui/panel.tsx";
import { BackupList } from "./backup-list.tsx";
import { RestoreDialog } from "./restore-dialog.tsx";
import classes from "./settings.module.css";

/** Where the workspace's file lies, its verified backups, a new one now, and a way back to an old one. */
export function BackupPanel() {
  const zone = useCoordinatorZone();
  const backups = useQuery(trpc.backups.view.queryOptions());
  const make = useMutation(trpc.backups.make.mutationOptions());
  const [asked, setAsked] = useState<BackupFile | null>(null);
  const view = backups.data;
  return (
    <Panel title="Backups">
      <div className={classes.stack}>
        <ErrorNote error={backups.error} onRetry={() => void backups.refetch()} />
        {view === undefined && backups.error === null && <Loading what="Reading the backups" />}
        {view !== undefined && (
          <>
            <FactList facts={[["Workspace file", <code key="file">{view.location}</code>]]} />
            <p className={classes.text}>
              A backup is a whole copy of this file, read back and verified before it counts. It holds notices, recipients and
              history, and no token. One is made every hour in which something changed; 24 hourly, 30 daily and 12 monthly ones
              are kept, and all that were made for another reason.
            </p>
            {view.trouble !== null && (
              <p className={classes.result} data-tone="bad" role="alert">
                <span>
                  <strong>The last hourly backup was not made.</strong> {view.trouble} It is tried again by itself; sending goes
                  on.
                </span>
              </p>
            )}
            <div className={classes.actions}>
              <Button loading={make.isPending} onClick={() => make.mutate()}>
                Back up now
              </Button>
            </div>
            {make.data !== undefined && (
              <p className={classes.result} role="status">
                <IconCheck size={16} stroke={2} aria-hidden="true" />
                <span>
                  Verified and kept as <code>{make.data.path}</code>, {sizeText(make.data.bytes)}.
                </span>
              </p>
            )}
            <ErrorNote error={make.error} />
            <BackupList backups={view.backups} zone={zone} onRestore={setAsked} />
          </>
        )}
      </div>
      {asked !== null && <RestoreDialog backup={asked} zone={zone} onClose={() => setAsked(null)} />}
    </Panel>
  );
}
