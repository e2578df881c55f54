import { useRef } from "react";
import type { FieldProblem } from "../../core/app/windows/parse-window-draft.ts";
import type { ZoneId } from "../../core/domain/instant.ts";
import { followedBy, instantOf, type WallInput } from "../../core/domain/wall-input.ts";
import { isWallTime, resolveWall } from "../../core/domain/zoned-time.ts";
import { useCoordinatorZone } from "../api/use-workspace.ts";
import classes from "./time-fields.module.css";
import { lengthText, timeText } from "./time-words.ts";
import { WallField } from "./wall-field.tsx";

type Times = { readonly start: WallInput; readonly end: WallInput };

type Props = {
  readonly draft: Times & { readonly zone: ZoneId };
  readonly onChange: (changes: Partial<Times>) => void;
  readonly errors: { readonly start?: string; readonly end?: string };
  /** Whether a field's error may be shown already. */
  readonly isShown: (field: "start" | "end") => boolean;
  readonly onTouch?: (field: "start" | "end") => void;
};

/** Start and end. A start that moves takes the end along; both say what they are for the coordinator. */
export function TimeFields({ draft, onChange, errors, isShown, onTouch }: Props) {
  const zone = useCoordinatorZone();
  const inWords = timesInWords(draft, zone);
  // While a time is typed it is none: the end follows from the last one that was.
  const lastStart = useRef(draft.start.wall);
  const moveStart = (next: WallInput): void => {
    if (isWallTime(draft.start.wall)) lastStart.current = draft.start.wall;
    const follow = followedBy(lastStart.current, draft.end.wall, next.wall);
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
        error={isShown("start") ? (errors.start ?? twofold(draft.start, draft.zone)) : null}
        choices={choicesOf(draft.start, draft.zone)}
        description={inWords.start}
      />
      <WallField
        label="End"
        name="end"
        value={draft.end}
        onChange={(value) => onChange({ end: value })}
        onBlur={() => onTouch?.("end")}
        error={isShown("end") ? (errors.end ?? twofold(draft.end, draft.zone)) : null}
        choices={choicesOf(draft.end, draft.zone)}
        description={inWords.end}
      />
    </div>
  );
}

/** What typed times mean, with their weekday and for the coordinator: digits alone are read in two orders. */
export function timesInWords(
  { start, end, zone }: Props["draft"],
  coordinatorZone: ZoneId,
): { readonly start: string; readonly end: string } {
  const from = instantOf(start, zone);
  const to = instantOf(end, zone);
  const told = (at: number | null): string => {
    if (at === null) return "";
    return `${timeText(at, zone)}${zone === coordinatorZone ? "" : `, ${timeText(at, coordinatorZone)} for you`}`;
  };
  const length = from !== null && to !== null && to > from ? `, ${lengthText((to - from) / 60_000)} long` : "";
  return { start: told(from), end: `${told(to)}${length}` };
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
