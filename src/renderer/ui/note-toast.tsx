import { ActionIcon } from "@mantine/core";
import { useNote } from "../state/notes.ts";
import { IconCheck, IconX } from "./icons.ts";
import classes from "./undo-toast.module.css";

/** The latest note, beside the steps that can be undone. */
export function NoteToast() {
  const { note, close } = useNote();
  if (note === null) return null;
  return (
    <article className={classes.toast} aria-label={note.title}>
      <header className={classes.header}>
        <span className={classes.icon}>
          <IconCheck size={16} stroke={2} aria-hidden="true" />
        </span>
        <p className={classes.title}>{note.title}</p>
        <ActionIcon aria-label="Close" onClick={close} size={24}>
          <IconX size={15} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      </header>
      <div className={classes.note}>{note.content}</div>
    </article>
  );
}
