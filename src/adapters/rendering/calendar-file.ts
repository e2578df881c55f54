import type { Service, Workspace } from "../../core/domain/directory.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Window } from "../../core/domain/window.ts";

export type CalendarFileInput = {
  readonly window: Window;
  readonly workspace: Workspace;
  /** The services of this window. */
  readonly services: readonly Service[];
  /** The customer's name or id the file is for (X-MAINTNOTE-ACCOUNT). */
  readonly account: string;
  readonly now: Instant;
};

/** The window as an iCalendar file with the X-MAINTNOTE fields (draft 0.1), to attach to a mail. Times are UTC. */
export function renderCalendarFile(_input: CalendarFileInput): string {
  return "";
}
