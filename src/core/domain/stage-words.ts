import type { Stage } from "./matrix.ts";

/** The stages as a reader calls them. */
export const stageWords: Readonly<Record<Stage, string>> = {
  announce: "Announcement",
  reminder: "Reminder",
  start: "Start",
  progress: "Progress",
  extended: "Extended",
  rescheduled: "Rescheduled",
  cancelled: "Cancelled",
  rolledBack: "Rolled back",
  completed: "Completed",
};
