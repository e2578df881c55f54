import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "../../api/trpc.ts";
import { useTold } from "../../state/told.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { reachText } from "../../ui/running-actions.tsx";
import { type ChosenScope, ScopeChoice } from "../../ui/scope-choice.tsx";
import { draftedAfter, stepResult } from "../../ui/step-result.ts";
import type { ShownWindow } from "./shown-window.ts";

/** Calls a window off, alone or with others of its series. */
export function CancelButton({ view }: { readonly view: ShownWindow }) {
  const { window, reach } = view;
  const [scope, setScope] = useState<ChosenScope>("this");
  const announce = useTold((state) => state.announce);
  const cancel = useMutation(trpc.windows.cancel.mutationOptions());
  const cancelSeveral = useMutation(trpc.series.cancel.mutationOptions());

  async function confirm(why: string, newDate = ""): Promise<void> {
    const { id, revision } = window;
    if (scope === "this") {
      await cancel.mutateAsync({ id, revision, why, newDate });
      return;
    }
    const step = await cancelSeveral.mutateAsync({ id, revision, scope, why });
    announce({ title: `${step.windows} windows of the series are cancelled`, result: stepResult(step), after: draftedAfter });
  }

  const question =
    reach.recipients === 0
      ? "It will not take place. Nobody has heard of it, so nobody needs to be told. What is drafted is put aside."
      : `It will not take place. What has not left is put aside, and a cancellation is drafted for those who heard: ${reachText(reach)}.`;
  return (
    <ReasonButton
      question={
        window.group?.kind === "series" ? (
          <>
            <ScopeChoice value={scope} onChange={setScope} />
            <p>{question}</p>
          </>
        ) : (
          question
        )
      }
      label="Why it will not take place"
      confirm={scope === "this" ? "Cancel the window" : "Cancel these windows"}
      tone="bad"
      also={scope === "this" ? [{ label: "New date", whenEmpty: "No new date is planned." }] : []}
      onConfirm={confirm}
    >
      Cancel window
    </ReasonButton>
  );
}
