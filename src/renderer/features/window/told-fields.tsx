import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { WallTimeField } from "../../ui/wall-time-field.tsx";
import shared from "./form.module.css";
import classes from "./told-fields.module.css";

type Props = {
  readonly draft: WindowDraft;
  /** Whether the work has begun: only then is there something to say of how far it is. */
  readonly hasBegun: boolean;
  readonly onChange: (changes: Partial<WindowDraft>) => void;
  /** What is wrong with the deadline. */
  readonly error: string | null;
};

const noTime = { wall: "", occurrence: null } as const;

/** What else notices say, folded until it is wanted: each has words of its own for “none”, so nothing here is required. */
export function ToldFields({ draft, hasBegun, onChange, error }: Props) {
  const { goesOn = "", toDoBy = null, afterwards = "", toDoAfter = "", progress = "" } = draft;
  const [wasStated] = useState([goesOn, afterwards, toDoAfter, progress].some((words) => words !== "") || toDoBy !== null);
  return (
    <details className={classes.told} open={wasStated || error !== null || undefined}>
      <summary>What else readers are told</summary>
      <div className={shared.stack}>
        <Textarea
          id="field-goesOn"
          label="What goes on working"
          description="Empty: “All else works.”"
          placeholder="Bookings and messages go on working."
          value={goesOn}
          onChange={(event) => onChange({ goesOn: event.currentTarget.value })}
          rows={1}
          autosize
        />
        <div>
          <WallTimeField
            label="By when readers must have done it"
            value={toDoBy ?? noTime}
            zone={draft.zone}
            onChange={(by) => onChange({ toDoBy: by.wall === "" ? null : by })}
            error={error}
          />
          <p className={shared.help}>Empty: before the start. Each reader sees it in their own zone.</p>
        </div>
        {hasBegun && (
          <Textarea
            id="field-progress"
            label="What is done, and what is left"
            description="For the next update while it runs. Empty: “All goes as planned.”"
            value={progress}
            onChange={(event) => onChange({ progress: event.currentTarget.value })}
            rows={1}
            autosize
          />
        )}
        <Textarea
          id="field-afterwards"
          label="What is different once it is over"
          description="Empty: “Nothing looks or works in a new way.”"
          value={afterwards}
          onChange={(event) => onChange({ afterwards: event.currentTarget.value })}
          rows={1}
          autosize
        />
        <Textarea
          id="field-toDoAfter"
          label="What readers must do once it is over"
          description="Empty: they need to do nothing, and are told so."
          value={toDoAfter}
          onChange={(event) => onChange({ toDoAfter: event.currentTarget.value })}
          rows={1}
          autosize
        />
      </div>
    </details>
  );
}
