import type { SeriesEntry } from "../domain/calendar/calendar-series.ts";
import type { Service, Workspace } from "../domain/directory.ts";
import type { PhasePlace } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { Window } from "../domain/window.ts";

/** Makes the .ics a mail carries, so that a reader's calendar shows, moves and cancels the right entry. */
export type CalendarFileRenderer = (input: {
  readonly window: Window;
  readonly workspace: Workspace;
  readonly services: readonly Service[];
  /** Which phase of how many it is; null for a window that is no phase. */
  readonly phase: PhasePlace | null;
  /** Instead of the one window: the series it is part of, as far as the mail speaks of it. */
  readonly series: readonly SeriesEntry[];
  readonly now: Instant;
}) => CalendarFileFor;

/** The file for one reader: a customer's name, or the workspace's own inside (X-MAINTNOTE-ACCOUNT). All else is the same for all. */
export type CalendarFileFor = (account: string) => string;

/** One window among those of a calendar. */
export type CalendarEntry = {
  /** As it is to be shown: for a customer with the times that customer was told. */
  readonly window: Window;
  readonly services: readonly Service[];
  /** SEQUENCE: grows by one with every change, and never goes back. */
  readonly sequence: number;
  /** For whom: a customer's name, or the workspace's own. */
  readonly account: string;
  /** Which phase of how many it is; null for a window that is no phase. */
  readonly phase: PhasePlace | null;
  /** Inside also means reason, rollback plan, who leads, and links. */
  readonly readBy: "inside" | "outside";
};

/** Makes a calendar of several windows, to save or to subscribe to. The same entries give the same text. */
export type CalendarRenderer = (input: {
  /** What a calendar program calls it. */
  readonly name: string;
  readonly workspace: Workspace;
  readonly entries: readonly CalendarEntry[];
  readonly now: Instant;
}) => string;
