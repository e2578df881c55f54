import type { FieldProblem, WallInput, WindowDraft } from "../../../core/app/windows.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { lengthText, timeText } from "../../ui/time-words.ts";
import classes from "./form.module.css";
import { followedBy, instantOf } from "./form-draft.ts";
import type { Assessment } from "./use-assessment.ts";
import { WallField } from "./wall-field.tsx";

type Props = {
  readonly draft: WindowDraft;
  readonly onChange: (changes: Partial<WindowDraft>) => void;
  readonly assessment: Assessment;
  /** Whether a field's error may be shown already. */
  readonly isShown: (field: "start" | "end") => boolean;
  readonly onTouch?: (field: "start" | "end") => void;
};

/** Start and end. A start that moves takes the end along; both say what they are for the coordinator. */
export function TimeFields({ draft, onChange, assessment, isShown, onTouch }: Props) {
  const zone = useCoordinatorZone();
  const start = instantOf(draft.start, draft.zone);
  const end = instantOf(draft.end, draft.zone);
  const elsewhere = (at: number | null): string =>
    at === null ? "" : `${timeText(at, draft.zone)}${draft.zone === zone ? "" : `, ${timeText(at, zone)} for you`}`;
  const length = start !== null && end !== null && end > start ? `, ${lengthText((end - start) / 60_000)} long` : "";
  const moveStart = (next: WallInput): void => {
    const follow = followedBy(draft.start.wall, draft.end.wall, next.wall);
    onChange({ start: next, ...(follow === null ? {} : { end: { wall: follow, occurrence: null } }) });
  };
  return (
    <div className={classes.pair}>
      <WallField
        label="Start"
        name="start"
        value={draft.start}
        onChange={moveStart}
        onBlur={() => onTouch?.("start")}
        error={isShown("start") ? (assessment.errors.start ?? null) : null}
        choices={choicesOf(draft.start, assessment.problems, "start")}
        description={elsewhere(start)}
      />
      <WallField
        label="End"
        name="end"
        value={draft.end}
        onChange={(value) => onChange({ end: value })}
        onBlur={() => onTouch?.("end")}
        error={isShown("end") ? (assessment.errors.end ?? null) : null}
        choices={choicesOf(draft.end, assessment.problems, "end")}
        description={`${elsewhere(end)}${length}`}
      />
    </div>
  );
}

function choicesOf(value: WallInput, problems: readonly FieldProblem[], field: "start" | "end"): FieldProblem["choices"] {
  const asked = problems.find((problem) => problem.field === field)?.choices ?? [];
  return value.occurrence === null ? asked : [];
}
