import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import classes from "./calendar.module.css";
import type { MadeMove } from "./move-dialog.tsx";

/** How long a move is offered to be taken back here; later it is moved again like any window. */
const shownMilliseconds = 20_000;

/** Says that a window was moved and offers to put it back. Whoever had heard the old time then needs no correction. */
export function MovedNote({ move, onClose }: { readonly move: MadeMove; readonly onClose: () => void }) {
  const back = useMutation(trpc.windows.move.mutationOptions());
  useEffect(() => {
    const timer = setTimeout(onClose, shownMilliseconds);
    return () => clearTimeout(timer);
  }, [onClose]);
  const { windowId, title, ...rest } = move;
  return (
    <div className={classes.moved} role="status">
      <span>
        <strong>“{title}” was moved.</strong> Its notices were planned anew; corrections wait on Today.
      </span>
      <Button
        size="xs"
        variant="default"
        loading={back.isPending}
        onClick={() => back.mutate({ id: windowId, ...rest, why: "The move was taken back" }, { onSuccess: onClose })}
      >
        Undo
      </Button>
      <ErrorNote error={back.error} />
    </div>
  );
}
