import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";

/** One window in one week: which columns it covers and in which lane it lies. */
export type MonthPiece = {
  readonly window: WindowSummary;
  /** 0 to 6: the column of its first day in this week. */
  readonly column: number;
  readonly days: number;
  readonly lane: number;
  /** Whether it began in an earlier week, or goes on in a later one. */
  readonly continuesFrom: boolean;
  readonly continuesTo: boolean;
};

/** One week of the month: what is drawn, how many windows of each day are not, and how many each day has in all. */
export type MonthWeek = {
  readonly days: readonly IsoDate[];
  readonly pieces: readonly MonthPiece[];
  readonly hidden: readonly number[];
  readonly total: readonly number[];
};

/**
 * Places windows in the lanes of each week: earlier starts first, longer ones before shorter, each in the topmost free lane.
 * Only `lanes` lanes are drawn; what does not fit is counted for each day it covers. Days are those of `zone`.
 */
export function layOutMonth(
  windows: readonly WindowSummary[],
  weeks: readonly (readonly IsoDate[])[],
  zone: ZoneId,
  lanes: number,
): MonthWeek[] {
  const spans = windows.map((window) => ({
    window,
    first: dateOf(window.startAt, zone),
    // A window that ends at midnight does not touch the day that begins then.
    last: dateOf(Math.max(window.endAt - 1, window.startAt), zone),
  }));
  spans.sort(
    (a, b) =>
      compare(a.first, b.first) ||
      compare(b.last, a.last) ||
      a.window.startAt - b.window.startAt ||
      compare(a.window.id, b.window.id),
  );
  const places = new Map<IsoDate, Place>();
  weeks.forEach((days, week) => {
    days.forEach((date, column) => {
      places.set(date, { week, column });
    });
  });
  const begun = weeks.map(beginWeek);
  for (const span of spans) {
    // What began before the first day or ends after the last touches the weeks at the edge.
    const firstWeek = places.get(span.first)?.week ?? (span.first < (weeks[0]?.[0] ?? "") ? 0 : weeks.length);
    const lastWeek = places.get(span.last)?.week ?? (span.last < (weeks[0]?.[0] ?? "") ? -1 : weeks.length - 1);
    for (let week = firstWeek; week <= lastWeek; week += 1) {
      const touched = begun[week];
      if (touched === undefined) continue;
      const from = places.get(span.first);
      const to = places.get(span.last);
      const column = from?.week === week ? from.column : 0;
      const end = to?.week === week ? to.column + 1 : touched.days.length;
      place(touched, span.window, { column, end, continuesFrom: from?.week !== week, continuesTo: to?.week !== week }, lanes);
    }
  }
  return begun;
}

type Place = { readonly week: number; readonly column: number };

/** A week while its windows are placed. */
type BegunWeek = {
  readonly days: readonly IsoDate[];
  readonly pieces: MonthPiece[];
  readonly hidden: number[];
  readonly total: number[];
  /** For each lane, the first column that is still free. */
  readonly freeFrom: number[];
};

function beginWeek(days: readonly IsoDate[]): BegunWeek {
  return { days, pieces: [], hidden: days.map(() => 0), total: days.map(() => 0), freeFrom: [] };
}

/** Puts a window into the topmost lane that is free from `column` on, or counts it as hidden. */
function place(
  week: BegunWeek,
  window: WindowSummary,
  span: { readonly column: number; readonly end: number; readonly continuesFrom: boolean; readonly continuesTo: boolean },
  lanes: number,
): void {
  const { column, end, continuesFrom, continuesTo } = span;
  const free = week.freeFrom.findIndex((from) => from <= column);
  const lane = free === -1 ? week.freeFrom.length : free;
  week.freeFrom[lane] = end;
  if (lane < lanes) week.pieces.push({ window, column, days: end - column, lane, continuesFrom, continuesTo });
  for (let index = column; index < end; index += 1) {
    week.total[index] = (week.total[index] ?? 0) + 1;
    if (lane >= lanes) week.hidden[index] = (week.hidden[index] ?? 0) + 1;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
