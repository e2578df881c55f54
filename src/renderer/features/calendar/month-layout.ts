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

/** One week of the month: what is drawn, and how many windows of each day are not. */
export type MonthWeek = {
  readonly days: readonly IsoDate[];
  readonly pieces: readonly MonthPiece[];
  readonly hidden: readonly number[];
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
  return weeks.map((days) => layOutWeek(spans, days, lanes));
}

type Span = { readonly window: WindowSummary; readonly first: IsoDate; readonly last: IsoDate };

function layOutWeek(spans: readonly Span[], days: readonly IsoDate[], lanes: number): MonthWeek {
  const weekFirst = days[0] ?? "";
  const weekLast = days.at(-1) ?? "";
  /** For each lane, the first column that is still free. */
  const freeFrom: number[] = [];
  const pieces: MonthPiece[] = [];
  const hidden = days.map(() => 0);
  for (const { window, first, last } of spans) {
    if (last < weekFirst || first > weekLast) continue;
    const column = first < weekFirst ? 0 : days.indexOf(first);
    const end = last > weekLast ? days.length : days.indexOf(last) + 1;
    const free = freeFrom.findIndex((from) => from <= column);
    const lane = free === -1 ? freeFrom.length : free;
    freeFrom[lane] = end;
    if (lane < lanes) {
      pieces.push({ window, column, days: end - column, lane, continuesFrom: first < weekFirst, continuesTo: last > weekLast });
    } else {
      for (let index = column; index < end; index += 1) hidden[index] = (hidden[index] ?? 0) + 1;
    }
  }
  return { days, pieces, hidden };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
