import "../../theme/form-styles.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import type { WorkspaceView } from "../../../core/app/workspaces.ts";
import { refusalOf } from "../../api/refusal.ts";
import { trpc } from "../../api/trpc.ts";
import { sizeText } from "../../ui/backup-words.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { FactList } from "../../ui/fact-list.tsx";
import { IconFileAlert } from "../../ui/icons.ts";
import { TimeText } from "../../ui/time-text.tsx";
import classes from "./damage.module.css";

type SetAside = NonNullable<WorkspaceView["setAside"]>;
type Props = {
  readonly setAside: SetAside;
  /** Shows the backup behind this page, to read; null where there is nothing to show. */
  readonly onLook: (() => void) | null;
};

/** The workspace's file was damaged at start: what happened, what is safe, and how to go on. Nothing goes on by itself. */
export function DamagePage({ setAside, onLook }: Props) {
  const { setAsideTo, newestBackup } = setAside;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const restore = useMutation(trpc.backups.restore.mutationOptions());
  useEffect(() => {
    document.title = "Damaged file · Forewarn";
  }, []);
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <h1>
          <IconFileAlert size={24} stroke={1.75} aria-hidden="true" /> The workspace’s file is damaged
        </h1>
        <p>
          It could not be read, so it was set aside whole, for a rescue.{" "}
          <strong>Nothing was sent, and nothing was deleted.</strong>
        </p>
        <FactList
          facts={[
            ["Set aside as", <code key="aside">{setAsideTo}</code>],
            [
              "Newest whole backup",
              newestBackup === null ? (
                "There is none"
              ) : (
                <span key="backup">
                  <TimeText at={newestBackup.at} zone={zone} />, {sizeText(newestBackup.bytes)}
                </span>
              ),
            ],
          ]}
        />
        {newestBackup !== null && (
          <section aria-label="Continue with the backup" className={classes.way}>
            <h2>Continue with this backup</h2>
            <p>
              The workspace becomes what it was then. All sending pauses until you let it go on, and everything the backup has as
              not sent becomes unknown: it may have been sent since, and you decide in the outbox.
            </p>
            <ErrorNote error={restore.error} />
            <div className={classes.actions}>
              <Button loading={restore.isPending} onClick={() => restore.mutate({ name: newestBackup.name })}>
                Continue with this backup
              </Button>
              {onLook !== null && (
                <Button variant="default" onClick={onLook}>
                  Look at it first
                </Button>
              )}
            </div>
          </section>
        )}
        <StartEmpty hasBackup={newestBackup !== null} />
      </div>
    </main>
  );
}

/** Typed out, because it leaves behind everything that was in the workspace. */
function StartEmpty({ hasBackup }: { readonly hasBackup: boolean }) {
  const [word, setWord] = useState("");
  const start = useMutation(trpc.backups.startEmpty.mutationOptions());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    start.mutate({ word });
  };
  return (
    <section aria-label="Start empty" className={classes.way}>
      <h2>Start empty</h2>
      <p>
        A new workspace without services, people, rules or windows. It knows nothing of what was sent or promised.
        {hasBackup ? " The backup stays where it is." : " The damaged file stays where it is, for a rescue."}
      </p>
      <form onSubmit={submit} noValidate className={classes.actions}>
        <TextInput
          label="Type “start empty” to say that you mean it"
          value={word}
          autoComplete="off"
          onChange={(event) => setWord(event.currentTarget.value)}
          error={start.error === null ? null : refusalOf(start.error).message}
        />
        <Button type="submit" variant="default" loading={start.isPending}>
          Start empty
        </Button>
      </form>
    </section>
  );
}
