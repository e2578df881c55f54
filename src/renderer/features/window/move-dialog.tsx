import { Button, Modal, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { WindowDraft } from "../../../core/app/windows.ts";
import type { Window } from "../../../core/domain/window.ts";
import { trpc } from "../../api/trpc.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import classes from "./form.module.css";
import { draftOf } from "./form-draft.ts";
import { PlanPreview } from "./plan-preview.tsx";
import { TimeFields } from "./time-fields.tsx";
import { useAssessment } from "./use-assessment.ts";

/** Moves a window: the new time, what it does to plan and promises, and why. */
export function MoveDialog({ window, onClose }: { readonly window: Window; readonly onClose: () => void }) {
  const directory = useDirectory();
  const [draft, setDraft] = useState<WindowDraft>(() => draftOf(window));
  const [why, setWhy] = useState("");
  const assessment = useAssessment(draft, window.id);
  const move = useMutation(trpc.windows.move.mutationOptions({ onSuccess: onClose }));
  const isSame = draft.start.wall === window.start.wall && draft.end.wall === window.end.wall;
  const change = (changes: Partial<WindowDraft>): void => setDraft((current) => ({ ...current, ...changes }));
  return (
    <Modal opened onClose={onClose} title={`Move “${window.title}”`} size={620}>
      <form
        className={classes.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          move.mutate({ id: window.id, revision: window.revision, start: draft.start, end: draft.end, why: why.trim() });
        }}
      >
        <p>
          Now{" "}
          <strong>
            <SpanText from={window.start.at} to={window.end.at} zone={window.zone} />
          </strong>
          , planned in {window.zone.replaceAll("_", " ")}.
        </p>
        <TimeFields draft={draft} onChange={change} assessment={assessment} isShown={() => true} />
        <Textarea
          label="Why it moves"
          description="Told to everyone who heard the old time."
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          rows={2}
        />
        {!isSame && directory !== null && (
          <PlanPreview
            draft={draft}
            assessment={assessment}
            directory={directory}
            windowId={window.id}
            isChange
            isBrief
            onUseStart={(start, end) => change({ start, end })}
          />
        )}
        <ErrorNote error={move.error} />
        <div className={classes.dialogEnd}>
          <Button variant="default" onClick={onClose}>
            Keep as is
          </Button>
          <Button
            type="submit"
            loading={move.isPending}
            disabled={isSame || assessment.view === null || assessment.view.plan === null}
          >
            Move the window
          </Button>
        </div>
      </form>
    </Modal>
  );
}
