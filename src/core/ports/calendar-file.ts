import type { Service, Workspace } from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import type { Window } from "../domain/window.ts";

/** Makes the .ics a mail carries, so that a reader's calendar shows, moves and cancels the right entry. */
export type CalendarFileRenderer = (input: {
  readonly window: Window;
  readonly workspace: Workspace;
  readonly services: readonly Service[];
  /** Whom the file is for: a customer's name, or the workspace's own inside (X-MAINTNOTE-ACCOUNT). */
  readonly account: string;
  readonly now: Instant;
}) => string;
