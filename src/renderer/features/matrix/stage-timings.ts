import type { Stage, Timing } from "../../../core/domain/matrix.ts";

export type TimingKind = Timing["kind"];

/** The timings that make sense for each stage, the usual one first. Another would never fall due, or only when it is stale. */
export const stageTimings: Readonly<Record<Stage, readonly [TimingKind, ...TimingKind[]]>> = {
  announce: ["before", "planning", "weekly"],
  reminder: ["before", "weekly"],
  start: ["start", "before"],
  progress: ["during"],
  extended: ["statusChange"],
  rescheduled: ["statusChange"],
  cancelled: ["statusChange"],
  rolledBack: ["end", "statusChange"],
  completed: ["end", "statusChange"],
};

export const timingKindWords: Readonly<Record<TimingKind, string>> = {
  planning: "When planning starts",
  before: "Some time before the start",
  weekly: "On a weekday, until the start",
  start: "When the work starts",
  during: "Again and again while it runs",
  end: "When the work is over",
  statusChange: "When it happens",
};
