import { day, hour, type Instant, minute } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import type { FormerTime, Outcome, Window } from "./window.ts";
import { addWallDays, zonedTimeOf } from "./zoned-time.ts";

/** A window as it stands when its notice of a stage is written. */
export type AtStage = {
  readonly window: Window;
  /** The moment in which the notice is written. */
  readonly now: Instant;
  /** What was made up because it has not come to that, in one sentence; null where everything is the window's own. */
  readonly imagined: string | null;
};

/**
 * Any window, past or to come, at any stage: for seeing what a template makes of it. What really happened is kept where it
 * fits the stage, else the shortest story that leads there is made up and said.
 */
export function atStage(window: Window, stage: Stage): AtStage {
  const { start, end, outcome } = window;
  const open: Window = { ...window, outcome: { kind: "open" } };
  const last = window.formerTimes.at(-1);
  switch (stage) {
    case "announce":
      return { window: open, now: Math.min(window.createdAt, start.at - 7 * day), imagined: null };
    case "reminder":
      return { window: open, now: start.at - day, imagined: null };
    case "start":
      return { window: open, now: start.at, imagined: null };
    case "progress":
      return { window: open, now: roundedDown((start.at + end.at) / 2), imagined: null };
    case "extended":
      if (last?.by === "extended") return { window: open, now: last.replacedAt, imagined: null };
      return {
        window: {
          ...open,
          end: zonedTimeOf(end.at + hour, end.zone),
          formerTimes: [former(window, "extended", end.at - 30 * minute)],
        },
        now: end.at - 30 * minute,
        imagined: "As if it had been extended by 1 hour.",
      };
    case "rescheduled": {
      if (last?.by === "rescheduled") return { window: open, now: last.replacedAt, imagined: null };
      const now = start.at - 2 * day;
      return {
        window: {
          ...open,
          start: zonedTimeOf(addWallDays(start.at, 1, start.zone), start.zone),
          end: zonedTimeOf(addWallDays(end.at, 1, end.zone), end.zone),
          formerTimes: [former(window, "rescheduled", now)],
        },
        now,
        imagined: "As if it had been moved by a day.",
      };
    }
    default: {
      if (outcome.kind === stage) return { window, now: outcome.at, imagined: null };
      const ended = imaginedEnd(stage, window);
      return {
        window: { ...window, outcome: ended },
        now: ended.at,
        imagined: outcome.kind !== "open" ? "As if it had ended like this." : "As if it were over already.",
      };
    }
  }
}

function imaginedEnd(
  stage: "completed" | "rolledBack" | "cancelled",
  { start, end }: Window,
): Exclude<Outcome, { kind: "open" }> {
  if (stage === "cancelled") return { kind: stage, at: start.at - day, note: "The supplier's part is late" };
  return { kind: stage, at: end.at, endedAt: end.at - 5 * minute, note: "" };
}

function former(window: Window, by: FormerTime["by"], replacedAt: Instant): FormerTime {
  return {
    start: window.start,
    end: window.end,
    revision: window.revision,
    replacedAt,
    by,
    why: "Copying the data takes longer than in the rehearsal",
  };
}

function roundedDown(at: number): Instant {
  return Math.floor(at / (5 * minute)) * 5 * minute;
}
