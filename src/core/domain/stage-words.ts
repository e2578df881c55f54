import type { Voice } from "./directory.ts";
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

export const voiceWords: Readonly<Record<Voice, string>> = {
  internal: "Internal",
  business: "Business",
  customer: "Customer",
  executive: "Executive",
};

/** What a template is called: there is one for each stage and voice. */
export function templateName({ stage, voice }: { readonly stage: Stage; readonly voice: Voice }): string {
  return `${stageWords[stage]}, ${voiceWords[voice]}`;
}
