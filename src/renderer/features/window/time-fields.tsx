import type { FieldProblem, WallInput, WindowDraft } from "../../../core/app/windows.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { isWallTime, resolveWall } from "../../../core/domain/zoned-time.ts";
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
        error={isShown("start") ? (assessment.errors.start ?? twofold(draft.start, draft.zone)) : null}
        choices={choicesOf(draft.start, draft.zone)}
        description={elsewhere(start)}
      />
      <WallField
        label="End"
        name="end"
        value={draft.end}
        onChange={(value) => onChange({ end: value })}
        onBlur={() => onTouch?.("end")}
        error={isShown("end") ? (assessment.errors.end ?? twofold(draft.end, draft.zone)) : null}
        choices={choicesOf(draft.end, draft.zone)}
        description={`${elsewhere(end)}${length}`}
      />
    </div>
  );
}

/** The two instants of a time that clocks show twice; they stay on offer after one was chosen. */
export function choicesOf({ wall }: WallInput, zone: ZoneId): FieldProblem["choices"] {
  if (!isWallTime(wall)) return [];
  const resolved = resolveWall(wall, zone);
  if (resolved.kind !== "repeated") return [];
  return [
    { occurrence: "earlier", label: `First: ${timeText(resolved.earlier, zone, "exact")}` },
    { occurrence: "later", label: `Second: ${timeText(resolved.later, zone, "exact")}` },
  ];
}

/** Asks at once which of two instants is meant, before the backend does. */
function twofold(value: WallInput, zone: ZoneId): string | null {
  const isAsked = value.occurrence === null && choicesOf(value, zone).length > 0;
  return isAsked ? "The clocks go back that night, so this time occurs twice. Which one?" : null;
}
