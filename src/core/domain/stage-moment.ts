import type { Stage } from "./matrix.ts";

/** Where its window stands when a notice of a stage speaks of it. */
export type StageMoment = "ahead" | "running" | "over";

const moments = {
  announce: "ahead",
  reminder: "ahead",
  rescheduled: "ahead",
  start: "running",
  progress: "running",
  extended: "running",
  cancelled: "over",
  rolledBack: "over",
  completed: "over",
} as const satisfies Readonly<Record<Stage, StageMoment>>;

/** Whether a notice of this stage speaks of what is to come, of what is so now, or of what is over. */
export function momentOf(stage: Stage): StageMoment {
  return moments[stage];
}
