import type { Instant, ZoneId } from "../instant.ts";
import { describeTime } from "../time-text.ts";
import { isWallTime, isZone, resolveWall } from "../zoned-time.ts";
import type { ForeignEntry, ForeignTime } from "./foreign-entry.ts";

/** Which of two instants a wall time means that clocks skip or show twice, as a person answered. */
export type TimeAnswer = "earlier" | "later";

/** The instants of an entry, or what keeps them from being known: a question, or an error. */
export type ResolvedTimes =
  | { readonly kind: "times"; readonly startAt: Instant; readonly endAt: Instant; readonly zone: ZoneId }
  | {
      readonly kind: "asks";
      readonly field: "start" | "end";
      readonly message: string;
      readonly choices: readonly { readonly answer: TimeAnswer; readonly label: string }[];
    }
  | { readonly kind: "broken"; readonly message: string };

/** Resolves an entry's times. A time without a zone is meant by the clocks of `home`; nothing else is guessed. */
export function resolveTimes(
  entry: Pick<ForeignEntry, "start" | "end">,
  home: ZoneId,
  answers: { readonly start?: TimeAnswer | undefined; readonly end?: TimeAnswer | undefined },
): ResolvedTimes {
  const start = resolve(entry.start, "start", home, answers.start);
  if (typeof start !== "number") return start;
  const end = resolve(entry.end, "end", home, answers.end);
  if (typeof end !== "number") return end;
  if (end <= start) return { kind: "broken", message: "The end is not after the start." };
  return { kind: "times", startAt: start, endAt: end, zone: entry.start.kind === "wall" ? entry.start.zone : home };
}

function resolve(
  time: ForeignTime,
  field: "start" | "end",
  home: ZoneId,
  answer: TimeAnswer | undefined,
): Instant | Exclude<ResolvedTimes, { kind: "times" }> {
  if (time.kind === "instant") return time.at;
  const zone = time.kind === "wall" ? time.zone : home;
  if (!isZone(zone)) return { kind: "broken", message: `“${zone.slice(0, 100)}” is not a time zone Forewarn knows.` };
  if (!isWallTime(time.wall)) return { kind: "broken", message: `The ${field} is no date that exists.` };
  const resolved = resolveWall(time.wall, zone);
  if (resolved.kind === "exact") return resolved.at;
  const clock = time.wall.slice(11);
  const [earlier, later] = resolved.kind === "skipped" ? [resolved.before, resolved.after] : [resolved.earlier, resolved.later];
  if (answer !== undefined) return answer === "earlier" ? earlier : later;
  const why =
    resolved.kind === "skipped"
      ? `The clocks go forward that night, so ${clock} does not exist in ${zone}. Which time is meant?`
      : `The clocks go back that night, so ${clock} occurs twice in ${zone}. Which one is meant?`;
  return {
    kind: "asks",
    field,
    message: `The ${field}: ${why}`,
    choices: [
      { answer: "earlier", label: describeTime(earlier, zone) },
      { answer: "later", label: describeTime(later, zone) },
    ],
  };
}
