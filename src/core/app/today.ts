import type { Instant } from "../domain/instant.ts";
import type { Impact } from "../domain/window.ts";
import type { WindowSummary } from "../ports/store.ts";
import type { WaitingNotice } from "./notices.ts";
import type { DeliverySummary } from "./outbox.ts";
import type { Reach } from "./windows.ts";

export type RunningWindow = WindowSummary & {
  readonly isOverrun: boolean;
  /** When the next progress notice is due, or null when none is planned. */
  readonly nextProgressAt: Instant | null;
  readonly reach: Reach;
};

/** A promise kept, at risk or broken, counted over the open notices of the coming windows. */
export type PromiseCount = {
  readonly label: string;
  readonly kept: number;
  readonly total: number;
  readonly atRiskUntil: Instant | null;
};

export type TodayView = {
  readonly now: Instant;
  /** Deliveries a person must decide about. */
  readonly decisions: readonly DeliverySummary[];
  /** Manual deliveries to do. */
  readonly toDo: readonly DeliverySummary[];
  /** Overdue first, then by due time, within the next 24 hours. */
  readonly notices: readonly WaitingNotice[];
  readonly running: readonly RunningWindow[];
  /** Windows that start within seven days. */
  readonly thisWeek: readonly WindowSummary[];
  /** What leaves next: approved deliveries and open notices within seven days. */
  readonly goingOutNext: readonly {
    readonly at: Instant;
    readonly stage: WaitingNotice["stage"];
    readonly windowId: string;
    readonly noticeId: string;
    readonly windowTitle: string;
    readonly impact: Impact;
    readonly audienceName: string;
    readonly state: "open" | "approved";
  }[];
  readonly promises: readonly PromiseCount[];
  readonly isEmpty: boolean;
};

export interface Today {
  view(): TodayView;
}
