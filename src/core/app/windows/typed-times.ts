import type { Instant, ZonedTime, ZoneId } from "../../domain/instant.ts";
import { describeTime } from "../../domain/time-text.ts";
import type { WallInput } from "../../domain/wall-input.ts";
import { isWallTime, resolveWall, wallOf } from "../../domain/zoned-time.ts";
import { type Answer, done, refuseAt } from "../answer.ts";

/** One of the two instants a wall time could mean that occurs twice. */
export type TimeChoice = { readonly occurrence: "earlier" | "later"; readonly label: string };

/** The instant a typed wall time means; what keeps it from meaning one is told at its field, by `error`. */
export function resolveInput<Field extends "start" | "end" | "toDoBy">(
  input: WallInput,
  zone: ZoneId,
  field: Field,
  error: (field: Field, message: string, choices?: readonly TimeChoice[]) => void,
): Instant | null {
  if (!isWallTime(input.wall)) {
    error(field, "Write a date and a time that exist.");
    return null;
  }
  const resolved = resolveWall(input.wall, zone);
  switch (resolved.kind) {
    case "exact":
      return resolved.at;
    case "skipped":
      error(
        field,
        `The clocks go forward that night: ${input.wall.slice(11)} does not exist in ${zone}. ` +
          `Choose ${wallOf(resolved.before, zone).slice(11)} or earlier, or ${wallOf(resolved.after, zone).slice(11)} or later.`,
      );
      return null;
    case "repeated": {
      if (input.occurrence !== null) return resolved[input.occurrence];
      error(field, `The clocks go back that night: ${input.wall.slice(11)} occurs twice in ${zone}. Which one?`, [
        { occurrence: "earlier", label: `First: ${describeTime(resolved.earlier, zone)}` },
        { occurrence: "later", label: `Second: ${describeTime(resolved.later, zone)}` },
      ]);
      return null;
    }
  }
}

/** Both ends of a stretch of time in one zone; refused at the field that keeps it from being one. */
export function resolveStretch({
  zone,
  start,
  end,
}: {
  readonly zone: ZoneId;
  readonly start: WallInput;
  readonly end: WallInput;
}): Answer<{ readonly start: ZonedTime; readonly end: ZonedTime }> {
  const problems: { readonly field: "start" | "end"; readonly message: string }[] = [];
  const error = (field: "start" | "end", message: string): void => {
    problems.push({ field, message });
  };
  const startAt = resolveInput(start, zone, "start", error);
  const endAt = resolveInput(end, zone, "end", error);
  const [problem] = problems;
  if (problem !== undefined) return refuseAt(problem.field, problem.message);
  if (startAt === null || endAt === null || endAt <= startAt) return refuseAt("end", "The end must be after the start.");
  return done({ start: { at: startAt, wall: start.wall, zone }, end: { at: endAt, wall: end.wall, zone } });
}
