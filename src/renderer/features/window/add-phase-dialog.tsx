import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import type { PhaseInput } from "../../../core/app/groups/phases.ts";
import type { Window } from "../../../core/domain/window.ts";
import { draftOf } from "../../../core/domain/window-draft.ts";
import { trpc } from "../../api/trpc.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import classes from "./add-phase-dialog.module.css";
import { PhaseFields } from "./phases-fields.tsx";
import { nextPhase } from "./together.ts";

type Props = { readonly window: Window; readonly number: number; readonly onClose: () => void };

/** Another phase of a change: the same facts at another time. Whoever heard of the change hears of it. */
export function AddPhaseDialog({ window, number, onClose }: Props) {
  const [phase, setPhase] = useState<PhaseInput>(() => nextPhase(draftOf(window), []));
  const [, navigate] = useLocation();
  const add = useMutation(
    trpc.phases.add.mutationOptions({
      onSuccess: ({ id }) => {
        onClose();
        navigate(`/windows/${id}`);
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={`Add a phase to “${window.title}”`} size={520}>
      <form
        className={classes.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ id: window.id, phase });
        }}
      >
        <p>
          It takes over every fact of this window but the times. Those who heard of the change are told of it in the same
          conversation.
        </p>
        <PhaseFields number={number} phase={phase} zone={window.zone} onChange={setPhase} />
        <ErrorNote error={add.error} />
        <div className={classes.dialogEnd}>
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add the phase
          </Button>
        </div>
      </form>
    </Modal>
  );
}
