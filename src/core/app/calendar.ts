import type { Instant, IsoDate } from "../domain/instant.ts";
import type { NoticeSummary, WindowSummary } from "../ports/store.ts";

/** What one stretch of the calendar shows. */
export type CalendarView = {
  readonly windows: readonly WindowSummary[];
  readonly notices: readonly NoticeSummary[];
  /** Public holidays of the workspace's places, by date. */
  readonly holidays: readonly { readonly date: IsoDate; readonly name: string; readonly region: string }[];
};

export interface Calendar {
  /** Windows that overlap and notices due in `[from, to)`; at most 400 days. */
  range(from: Instant, to: Instant): Promise<CalendarView>;
}
