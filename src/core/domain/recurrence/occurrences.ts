import { minute, type WallTime, type ZonedTime, type ZoneId } from "../instant.ts";
import { describeDate, describeSpan } from "../time-text.ts";
import { offsetAt, resolveWall, type WallResolution, zonedTimeOf } from "../zoned-time.ts";
import type { Occurrence } from "./recurrence.ts";

/** One occurrence of a series with both its ends, or what must be asked about it: the clocks skip or repeat an end. */
export type PlacedOccurrence =
  | { readonly kind: "placed"; readonly occurrence: WallTime; readonly start: ZonedTime; readonly end: ZonedTime }
  | {
      readonly kind: "asked";
      readonly occurrence: WallTime;
      readonly question: string;
      readonly choices: readonly OccurrenceChoice[];
    };

export type OccurrenceChoice = { readonly start: ZonedTime; readonly end: ZonedTime; readonly label: string };

/** What somebody said of an occurrence that was asked about: its two ends, or null for “leave it out”. */
export type OccurrenceAnswer = {
  readonly occurrence: WallTime;
  readonly times: { readonly startAt: number; readonly endAt: number } | null;
};

/** Gives an occurrence its end, so many minutes later by the wall clock. Where the clocks leave a choice, it is not made here. */
export function placeOccurrence({ wall, resolution }: Occurrence, zone: ZoneId, lengthMinutes: number): PlacedOccurrence {
  const endWall = new Date(Date.parse(`${wall}Z`) + lengthMinutes * minute).toISOString().slice(0, 16);
  const endResolution = resolveWall(endWall, zone);
  const starts = candidates(wall, resolution, zone);
  const ends = candidates(endWall, endResolution, zone);
  const [start] = starts;
  const [end] = ends;
  if (starts.length === 1 && ends.length === 1 && start !== undefined && end !== undefined) {
    return { kind: "placed", occurrence: wall, start, end };
  }
  const isPushedAsOne = resolution.kind === "skipped" && endResolution.kind === "skipped";
  const choices = starts.flatMap((from, index) => {
    const after = ends.filter((to, other) => to.at > from.at && (!isPushedAsOne || index === other));
    // A start pushed to the end or beyond takes the end along.
    const reached = after.length > 0 ? after : [zonedTimeOf(from.at + lengthMinutes * minute, zone)];
    return reached.map((to) => ({ start: from, end: to, label: describeSpan(from.at, to.at, zone) }));
  });
  const skips = resolution.kind === "skipped" || endResolution.kind === "skipped";
  const what = skips
    ? "go forward that night, so that a time of it does not exist"
    : "go back that night, so that a time of it occurs twice";
  return {
    kind: "asked",
    occurrence: wall,
    question: `${describeDate(wall.slice(0, 10))}: the clocks of ${zone} ${what}. Which is meant?`,
    choices,
  };
}

/** The instants a wall time may stand for: one, or two where the clocks change. A skipped one is moved by as much as they were. */
function candidates(wall: WallTime, resolution: WallResolution, zone: ZoneId): ZonedTime[] {
  switch (resolution.kind) {
    case "exact":
      return [{ at: resolution.at, wall, zone }];
    case "repeated":
      return [resolution.earlier, resolution.later].map((at) => ({ at, wall, zone }));
    case "skipped": {
      const local = Date.parse(`${wall}Z`);
      return [resolution.after, resolution.before].map((beside) => zonedTimeOf(local - offsetAt(beside, zone), zone));
    }
  }
}

/** An occurrence as its answer places it; null when it is left out, the question again where no answer fits. */
export function answered(placed: PlacedOccurrence, answers: readonly OccurrenceAnswer[]): PlacedOccurrence | null {
  if (placed.kind === "placed") return placed;
  const answer = answers.find(({ occurrence }) => occurrence === placed.occurrence);
  if (answer === undefined) return placed;
  const { times } = answer;
  if (times === null) return null;
  const chosen = placed.choices.find(({ start, end }) => start.at === times.startAt && end.at === times.endAt);
  return chosen === undefined ? placed : { kind: "placed", occurrence: placed.occurrence, start: chosen.start, end: chosen.end };
}
