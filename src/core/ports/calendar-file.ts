import type { Service, Workspace } from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import type { Window } from "../domain/window.ts";

/** Makes the .ics a mail carries, so that a reader's calendar shows, moves and cancels the right entry. */
export type CalendarFileRenderer = (input: {
  readonly window: Window;
  readonly workspace: Workspace;
  readonly services: readonly Service[];
  readonly now: Instant;
}) => CalendarFileFor;

/** The file for one reader: a customer's name, or the workspace's own inside (X-MAINTNOTE-ACCOUNT). All else is the same for all. */
export type CalendarFileFor = (account: string) => string;
