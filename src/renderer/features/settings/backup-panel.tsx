import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./settings.module.css";

/** Where the workspace's file lies, and a verified copy of it now. */
export function BackupPanel() {
  const view = useQuery(trpc.workspace.view.queryOptions());
  const backUp = useMutation(trpc.workspace.backUp.mutationOptions());
  return (
    <Panel title="Backups">
      <div className={classes.stack}>
        <FactList facts={[["Workspace file", <code key="file">{view.data?.location}</code>]]} />
        <p className={classes.text}>
          A backup is a whole copy of this file, read back and verified before it counts. It holds notices, recipients and
          history, and no token.
        </p>
        <div className={classes.actions}>
          <Button loading={backUp.isPending} onClick={() => backUp.mutate()}>
            Back up now
          </Button>
        </div>
        {backUp.data !== undefined && (
          <p className={classes.result} role="status">
            <IconCheck size={16} stroke={2} aria-hidden="true" />
            <span>
              Verified and kept as <code>{backUp.data.path}</code>, {Math.ceil(backUp.data.bytes / 1024).toLocaleString("en")} kB.
            </span>
          </p>
        )}
        <ErrorNote error={backUp.error} />
      </div>
    </Panel>
  );
}
