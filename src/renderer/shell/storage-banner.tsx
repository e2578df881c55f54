import { Button } from "@mantine/core";
import type { WorkspaceView } from "../../core/app/workspaces.ts";
import classes from "./shell.module.css";

type Props = { readonly view: Pick<WorkspaceView, "readOnly" | "setAside" | "sending">; readonly onDecide: () => void };

/** What is the matter with the workspace's file, above every page: read only, a backup in a damaged file's place, a full disk. */
export function StorageBanner({ view: { readOnly, setAside, sending }, onDecide }: Props) {
  return (
    <>
      {readOnly !== null && (
        <div className={classes.readOnly} role="status">
          <span>
            <strong>Reading only.</strong> {readOnly.reason}
          </span>
          {setAside !== null && (
            <Button size="xs" variant="default" onClick={onDecide}>
              Decide how to go on
            </Button>
          )}
        </div>
      )}
      {sending.trouble !== null && (
        <div className={classes.trouble} role="alert">
          <span>
            <strong>Nothing can be saved.</strong> {sending.trouble}
          </span>
        </div>
      )}
    </>
  );
}
