import { type CalendarFilter, everything, isEverything, passes } from "../../domain/calendar/calendar-filter.ts";
import type { ConflictMark } from "../../domain/conflicts/conflict.ts";
import type { Freeze } from "../../domain/conflicts/freeze.ts";
import type { HolidayRegion, OwnDay } from "../../domain/directory.ts";
import { type PhasePlace, phaseNumber } from "../../domain/group.ts";
import { type Holidays, withOwnDays } from "../../domain/holidays.ts";
import { day, type Instant, type IsoDate } from "../../domain/instant.ts";
import { dateOf } from "../../domain/zoned-time.ts";
import type { NoticeSummary, ReadStore, WindowSummary } from "../../ports/store.ts";
import type { Dependencies } from "../dependencies.ts";
import { conflictsBetween } from "../windows/window-conflicts.ts";
import { workspaceIn } from "../workspace-in-use.ts";
import { type CalendarMarks, marksBetween } from "./calendar-marks.ts";
import { noticesThrough } from "./calendar-notices.ts";
import { countDays, type DayCount } from "./calendar-year.ts";

/** A date that is not counted like others: off, a half day, or at work in spite of a holiday or a weekend. */
export type CalendarDay = {
  readonly date: IsoDate;
  readonly name: string;
  /** In whose holiday calendar; null for an own day that holds in every one. */
  readonly region: HolidayRegion | null;
  readonly counts: OwnDay["counts"]["kind"];
};

/** What lies behind the windows of any stretch of the calendar. */
export type CalendarGround = {
  /** Public holidays of the workspace's places and its own days, by date. */
  readonly holidays: readonly CalendarDay[];
  /** Times in which nothing may change, by start. */
  readonly freezes: readonly Freeze[];
};

/** What one stretch of the calendar shows. */
export type CalendarView = CalendarGround & {
  /** Those the filter lets through, by start. */
  readonly windows: readonly WindowSummary[];
  /** How many there are in all. */
  readonly total: number;
  /** Notices of windows the filter lets through that are open, or approved. */
  readonly notices: readonly NoticeSummary[];
  /** Which of these windows have conflicts, and of which kinds. */
  readonly conflicts: readonly ConflictMark[];
  /** Which of the windows' groups are series; the others are changes in several phases. */
  readonly seriesIds: readonly string[];
  /** Which phase of how many those windows are that are one. */
  readonly phases: readonly ({ readonly windowId: string } & PhasePlace)[];
};

/** A year, day by day: too many windows to send, so they are counted. */
export type CalendarYear = CalendarGround & {
  /** Only days with a window. */
  readonly days: readonly DayCount[];
  /** Windows the filter lets through, and all. */
  readonly windows: number;
  readonly total: number;
};

export interface Calendar {
  /** Windows that overlap and notices due in `[from, to)`; at most 400 days. */
  range(from: Instant, to: Instant, filter?: CalendarFilter): Promise<CalendarView>;
  /** Where each notice due in `[from, to)` stands, and until when what was promised can still be kept. */
  marks(from: Instant, to: Instant, filter?: CalendarFilter): CalendarMarks;
  /** How many windows lie on each day of `[from, to)`, in the workspace's zone, and the gravest impact among them. */
  year(from: Instant, to: Instant, filter?: CalendarFilter): Promise<CalendarYear>;
}

const longestRange = 400 * day;

export function createCalendar({ store, holidays, clock }: Pick<Dependencies, "store" | "holidays" | "clock">): Calendar {
  /** The windows a filter lets through, of those that overlap the stretch, and what contradicts what among all of them. */
  function filtered(reading: ReadStore, from: Instant, to: Instant, filter: CalendarFilter) {
    const all = reading.windowsBetween(from, to);
    const conflicts = conflictsBetween(reading, from, to);
    if (isEverything(filter)) return { windows: all, total: all.length, conflicts };
    const isThrough = passes(filter, reading.directory(), clock.now());
    const inConflict = new Set(conflicts.map(({ windowId }) => windowId));
    const windows = all.filter((window) => isThrough(window) && (!filter.conflictsOnly || inConflict.has(window.id)));
    return { windows, total: all.length, conflicts };
  }

  async function groundOf(): Promise<(reading: ReadStore, from: Instant, to: Instant) => CalendarGround> {
    const holidayOf = await holidays.load();
    return (reading, from, to) => {
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
        freezes: reading.freezes().filter(({ start, end }) => start.at < to && end.at > from),
        holidays: daysOf([...dates], [...regions], holidayOf, ownDays),
      };
    };
  }

  return {
    async range(from, requestedTo, filter = everything) {
      const to = Math.min(requestedTo, from + longestRange);
      const ground = await groundOf();
      return store.read((reading) => {
        const { windows, total, conflicts } = filtered(reading, from, to, filter);
        const groups = new Set(windows.map(({ groupId }) => groupId));
        const seriesIds =
          groups.size > 1 || !groups.has(null) ? reading.allSeries().flatMap(({ id }) => (groups.has(id) ? [id] : [])) : [];
        const notices = (["open", "approved"] as const).flatMap((state) => reading.noticesDue(from, to, state, 5_000));
        return {
          ...ground(reading, from, to),
          windows,
          total,
          conflicts,
          notices: isEverything(filter) ? notices : noticesThrough(reading, notices, windows, filter, clock.now()),
          seriesIds,
          phases: phasesAmong(reading, windows, new Set(seriesIds)),
        };
      });
    },
    marks(from, requestedTo, filter = everything) {
      const to = Math.min(requestedTo, from + longestRange);
      return store.read((reading) => {
        // What is in conflict is known of all windows at once only.
        const shown = filter.conflictsOnly ? filtered(reading, from, to, filter).windows : [];
        return marksBetween(reading, from, to, filter, shown, clock.now());
      });
    },
    async year(from, requestedTo, filter = everything) {
      const to = Math.min(requestedTo, from + longestRange);
      const ground = await groundOf();
      return store.read((reading) => {
        const { windows, total } = filtered(reading, from, to, filter);
        const days = countDays(windows, from, to, workspaceIn(reading).zone, filter.states.includes("cancelled"));
        return { ...ground(reading, from, to), days, windows: windows.length, total };
      });
    },
  };
}

/** Which phase of how many each of these windows is; of those that are one. */
function phasesAmong(
  reading: ReadStore,
  windows: readonly WindowSummary[],
  seriesIds: ReadonlySet<string>,
): CalendarView["phases"] {
  const isChange = (groupId: string | null): groupId is string => groupId !== null && !seriesIds.has(groupId);
  const changes = new Set(windows.map(({ groupId }) => groupId).filter(isChange));
  if (changes.size === 0) return [];
  const shown = new Set(windows.map(({ id }) => id));
  return [...changes].flatMap((groupId) => {
    const members = reading.windowsOfGroup(groupId);
    return members.flatMap((member) => {
      const place = shown.has(member.id) ? phaseNumber(member, members) : null;
      return place === null ? [] : [{ windowId: member.id, ...place }];
    });
  });
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
