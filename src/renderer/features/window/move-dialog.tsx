import { Button, Modal, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { WindowDraft } from "../../../core/app/windows.ts";
import type { OccurrenceAnswer } from "../../../core/domain/occurrences.ts";
import type { Window } from "../../../core/domain/window.ts";
import { trpc } from "../../api/trpc.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { useTold } from "../../state/told.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { type ChosenScope, ScopeChoice } from "../../ui/scope-choice.tsx";
import { ShortNoticeFields } from "../../ui/short-notice-fields.tsx";
import { SpanText } from "../../ui/time-text.tsx";
import classes from "./form.module.css";
import { draftOf } from "./form-draft.ts";
import { PlanPreview } from "./plan-preview.tsx";
import { SeriesMovePreview, seriesMove } from "./series-move-preview.tsx";
import { draftedAfter, stepResult } from "./step-result.ts";
import { TimeFields } from "./time-fields.tsx";
import { withAnswer } from "./together.ts";
import { useAssessment } from "./use-assessment.ts";

/** Moves a window: the new time, what it does to plan and promises, and why. */
export function MoveDialog({ window, onClose }: { readonly window: Window; readonly onClose: () => void }) {
  const directory = useDirectory();
  const [draft, setDraft] = useState<WindowDraft>(() => draftOf(window));
  const [why, setWhy] = useState("");
  const assessment = useAssessment(draft, window.id);
  const move = useMutation(trpc.windows.move.mutationOptions({ onSuccess: onClose }));
  const [scope, setScope] = useState<ChosenScope>("this");
  const [answers, setAnswers] = useState<readonly OccurrenceAnswer[]>([]);
  const announce = useTold((state) => state.announce);
  const moveSeveral = useMutation(
    trpc.series.move.mutationOptions({
      onSuccess: (step) => {
        announce({ title: `${step.windows} windows of the series are moved`, result: stepResult(step), after: draftedAfter });
        onClose();
      },
    }),
  );
  const isSame = draft.start.wall === window.start.wall && draft.end.wall === window.end.wall;
  const isLate = assessment.view?.promises.some(({ standing }) => standing.kind === "broken") === true;
  const change = (changes: Partial<WindowDraft>): void => setDraft((current) => ({ ...current, ...changes }));
  return (
    <Modal opened onClose={onClose} title={`Move “${window.title}”`} size={620}>
      <form
        className={classes.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const step = { id: window.id, revision: window.revision, why: why.trim() };
          if (scope === "this") move.mutate({ ...step, start: draft.start, end: draft.end, shortNotice: draft.shortNotice });
          else moveSeveral.mutate({ ...step, scope, move: seriesMove(draft), answers: [...answers] });
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
        {window.group?.kind === "series" && <ScopeChoice value={scope} onChange={setScope} />}
        {!isSame && scope !== "this" && (
          <SeriesMovePreview
            windowId={window.id}
            scope={scope}
            draft={draft}
            answers={answers}
            onAnswer={(answer) => setAnswers(withAnswer(answers, answer))}
          />
        )}
        {!isSame && scope === "this" && directory !== null && (
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
        {!isSame && isLate && <ShortNoticeFields value={draft.shortNotice} onChange={(shortNotice) => change({ shortNotice })} />}
        <ErrorNote error={scope === "this" ? move.error : moveSeveral.error} />
        <div className={classes.dialogEnd}>
          <Button variant="default" onClick={onClose}>
            Keep as is
          </Button>
          <Button
            type="submit"
            loading={move.isPending || moveSeveral.isPending}
            disabled={isSame || assessment.view === null || assessment.view.plan === null}
          >
            {scope === "this" ? "Move the window" : "Move these windows"}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
