import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useLocation } from "wouter";
import type { BackupFile } from "../../../core/domain/backup.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { timeText } from "../../ui/time-words.ts";
import classes from "./settings.module.css";

type Props = { readonly backup: BackupFile; readonly zone: ZoneId; readonly onClose: () => void };

/** Asks before a backup takes the file's place, and says what that does to what was to be sent. */
export function RestoreDialog({ backup, zone, onClose }: Props) {
  const [, navigate] = useLocation();
  const restore = useMutation(
    trpc.backups.restore.mutationOptions({
      onSuccess() {
        onClose();
        // What is in doubt now is decided there.
        navigate("/outbox");
      },
    }),
  );
  const isBusy = restore.isPending;
  return (
    <Modal
      opened
      onClose={() => !isBusy && onClose()}
      title={`Restore the backup of ${timeText(backup.at, zone, "short")}?`}
      closeOnEscape={!isBusy}
      closeOnClickOutside={!isBusy}
    >
      <ul className={classes.consequences}>
        <li>
          The workspace becomes what it was then. <strong>What was changed since is no longer in it.</strong>
        </li>
        <li>The present file is kept as a backup first, so you can come back to it.</li>
        <li>
          <strong>All sending pauses</strong> until you let it go on.
        </li>
        <li>
          Everything the backup has as not sent may have been sent since. It becomes <strong>unknown</strong>, and you decide in
          the outbox; nothing of it is sent by itself.
        </li>
        <li>Nothing is sent by the restore.</li>
      </ul>
      <ErrorNote error={restore.error} />
      <div className={classes.foot}>
        <Button variant="default" disabled={isBusy} onClick={onClose}>
          Keep the workspace as it is
        </Button>
        <Button color="bad" loading={isBusy} onClick={() => restore.mutate({ name: backup.name })}>
          Restore
        </Button>
      </div>
    </Modal>
  );
}
