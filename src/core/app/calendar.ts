import type { ConflictMark } from "../domain/conflict.ts";
import type { HolidayRegion, OwnDay } from "../domain/directory.ts";
import { type Holidays, withOwnDays } from "../domain/holidays.ts";
import { day, type Instant, type IsoDate } from "../domain/instant.ts";
import { dateOf } from "../domain/zoned-time.ts";
import type { NoticeSummary, WindowSummary } from "../ports/store.ts";
import type { Dependencies } from "./dependencies.ts";
import { conflictsBetween } from "./window-conflicts.ts";
import { workspaceIn } from "./workspace-in-use.ts";

/** What one stretch of the calendar shows. */
export type CalendarView = {
  readonly windows: readonly WindowSummary[];
  readonly notices: readonly NoticeSummary[];
  /** Which of these windows have conflicts, and of which kinds. */
  readonly conflicts: readonly ConflictMark[];
  /** Public holidays of the workspace's places and its own days, by date. */
  readonly holidays: readonly CalendarDay[];
};

/** A date that is not counted like others: off, a half day, or at work in spite of a holiday or a weekend. */
export type CalendarDay = {
  readonly date: IsoDate;
  readonly name: string;
  /** In whose holiday calendar; null for an own day that holds in every one. */
  readonly region: HolidayRegion | null;
  readonly counts: OwnDay["counts"]["kind"];
};

export interface Calendar {
  /** Windows that overlap and notices due in `[from, to)`; at most 400 days. */
  range(from: Instant, to: Instant): Promise<CalendarView>;
}

const longestRange = 400 * day;

export function createCalendar({ store, holidays }: Pick<Dependencies, "store" | "holidays">): Calendar {
  return {
    async range(from, requestedTo) {
      const to = Math.min(requestedTo, from + longestRange);
      const holidayOf = await holidays.load();
      return store.read((reading) => {
        const { zone, holidayRegion, ownDays = [] } = workspaceIn(reading);
        const { customers, services } = reading.directory();
        const regions = new Set([
          holidayRegion,
          ...services.map((service) => service.holidayRegion),
          ...customers.map((customer) => customer.holidayRegion),
        ]);
        const dates = new Set<IsoDate>();
        for (let at = from; at < to + day; at += day) dates.add(dateOf(at, zone));
        return {
          windows: reading.windowsBetween(from, to),
          conflicts: conflictsBetween(reading, from, to),
          notices: (["open", "approved"] as const).flatMap((state) => reading.noticesDue(from, to, state, 5_000)),
          holidays: daysOf([...dates], [...regions], holidayOf, ownDays),
        };
      });
    },
  };
}

function daysOf(
  dates: readonly IsoDate[],
  regions: readonly (HolidayRegion | null)[],
  holidayOf: Holidays,
  ownDays: readonly OwnDay[],
): CalendarDay[] {
  const dayOf = withOwnDays(holidayOf, ownDays);
  return dates.flatMap((date) => [
    ...ownDays
      .filter((own) => own.date === date)
      .map(({ name, region, counts }): CalendarDay => ({ date, name, region, counts: counts.kind })),
    ...regions.flatMap((region): CalendarDay[] => {
      const name = holidayOf(region, date);
      if (region === null || name === null) return [];
      // An own day of the same date says how it is counted, and stands there already.
      const day = dayOf(region, date);
      return day.kind === "off" && day.name === name ? [{ date, name, region, counts: "off" }] : [];
    }),
  ]);
}
