import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../error-note.tsx";
import { count } from "../words.ts";
import classes from "./move-window.module.css";
import type { MadeMove } from "./proposed-move.ts";

/** How long a move is offered to be taken back here; later it is moved again like any window. */
const shownMilliseconds = 20_000;

/** Says that a window was moved and offers to put it back. Whoever had heard the old time then needs no correction. */
export function MovedNote({ move, onClose }: { readonly move: MadeMove; readonly onClose: () => void }) {
  const back = useMutation(trpc.windows.move.mutationOptions());
  useEffect(() => {
    const timer = setTimeout(onClose, shownMilliseconds);
    return () => clearTimeout(timer);
  }, [onClose]);
  const { windowId, title, revision, start, end, told } = move;
  const { mutate, isPending } = back;
  const undo = useCallback(() => {
    mutate({ id: windowId, revision, start, end, why: "The move was taken back" }, { onSuccess: onClose });
  }, [mutate, windowId, revision, start, end, onClose]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
      // In a field it takes back what was typed.
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]") !== null;
      if (!isUndo || isTyping || isPending) return;
      event.preventDefault();
      undo();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [undo, isPending]);
  return (
    <div className={classes.moved} role="status">
      <span>
        <strong>“{title}” was moved.</strong> Its notices were planned anew.{" "}
        {told > 0 && `${count(told, "recipient was", "recipients were")} told the old time: a correction is drafted, on Today.`}
      </span>
      <Button size="xs" variant="default" loading={back.isPending} onClick={undo}>
        Undo
      </Button>
      <span className={classes.movedKeys}>
        <kbd>Ctrl</kbd> <kbd>Z</kbd>
      </span>
      <ErrorNote error={back.error} />
    </div>
  );
}
