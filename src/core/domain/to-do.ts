import { asSentence } from "./as-sentence.ts";
import type { Instant } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import { momentOf } from "./stage-moment.ts";
import type { Window } from "./window.ts";

type Asked = Pick<Window, "toDo" | "toDoBy" | "toDoAfter" | "start">;

/**
 * What readers must do, for a notice of this stage read at `at`: said in every notice, nothing too. A line for each role or
 * condition, as it was typed. What had to be done by a time that has passed is not asked for again while the work runs.
 */
export function toDoInWords({ toDo, toDoBy: by, toDoAfter = "" }: Asked, stage: Stage, at: Instant): string {
  switch (stage) {
    case "completed":
      return inLines(toDoAfter) || "You need to do nothing.";
    case "cancelled":
      return "You need to do nothing. What you prepared can be undone.";
    case "rolledBack":
      return "You need to do nothing.";
    case "rescheduled":
      return inLines(toDo) || "You need to do nothing else.";
    default: {
      const steps = inLines(toDo);
      if (steps === "") return "You need to do nothing.";
      const isPast = momentOf(stage) === "running" && by !== undefined && by !== null && by.at <= at;
      return isPast ? "You need to do nothing more." : steps;
    }
  }
}

/**
 * By when it must be done: the time somebody stated while it is to come, else the start; null where nothing is to do, or no
 * more in time.
 */
export function toDoBy({ toDo, toDoBy: by, start }: Asked, stage: Stage, at: Instant): Instant | null {
  if (toDo.trim() === "") return null;
  // A deadline that has passed, or was overtaken by a move: the start is the last chance.
  if (momentOf(stage) === "ahead") return by && by.at > at ? by.at : start.at;
  return momentOf(stage) === "running" && by !== undefined && by !== null && by.at > at ? by.at : null;
}

function inLines(steps: string): string {
  return steps
    .split(/\r?\n/u)
    .map(asSentence)
    .filter((line) => line !== "")
    .join("\n");
}
