import type { Instant, IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";
import { axisMinute, axisOf, type DayAxis, dayBounds } from "./day-axis.ts";

/** One window on one day of the week view. Minutes are those of the axis, from its top. */
export type DayPiece = {
  readonly window: WindowSummary;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Which of the day's side-by-side columns it takes, and how many there are. */
  readonly column: number;
  readonly columns: number;
  readonly continuesFrom: boolean;
  readonly continuesTo: boolean;
};

/** The shortest a window is drawn, so that it can be read and grasped. */
const shortestMinutes = 30;

/** Places the windows of one day side by side where they overlap. */
export function layOutDay(
  windows: readonly WindowSummary[],
  date: IsoDate,
  zone: ZoneId,
  axis: DayAxis = axisOf([date], zone),
): DayPiece[] {
  const { startAt: dayStart, endAt: dayEnd } = dayBounds(date, zone);
  const touching = windows
    .filter(({ startAt, endAt }) => startAt < dayEnd && endAt > dayStart)
    .map((window) => {
      const fromMinute = Math.min(axisMinute(window.startAt, date, zone, axis), axis.minutes - shortestMinutes);
      const toMinute = axisMinute(window.endAt, date, zone, axis);
      return { window, fromMinute, toMinute: Math.max(toMinute, fromMinute + shortestMinutes) };
    })
    .sort((a, b) => a.fromMinute - b.fromMinute || b.toMinute - a.toMinute);

  const pieces: DayPiece[] = [];
  for (const group of overlappingGroups(touching)) {
    const columnEnds: number[] = [];
    const placed = group.map((piece) => {
      const free = columnEnds.findIndex((end) => end <= piece.fromMinute);
      const column = free === -1 ? columnEnds.length : free;
      columnEnds[column] = piece.toMinute;
      return { ...piece, column };
    });
    for (const piece of placed) {
      pieces.push({
        ...piece,
        columns: columnEnds.length,
        continuesFrom: piece.window.startAt < dayStart,
        continuesTo: piece.window.endAt > dayEnd,
      });
    }
  }
  return pieces;
}

type Placed = { readonly window: WindowSummary; readonly fromMinute: number; readonly toMinute: number };

/** Runs of windows each of which overlaps the run before it. */
function overlappingGroups(pieces: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group === undefined || piece.fromMinute >= end) groups.push([piece]);
    else group.push(piece);
    end = Math.max(end, piece.toMinute);
  }
  return groups;
}

/** Rounds minutes to quarters of an hour. */
export function snapMinutes(minutes: number): number {
  return Math.round(minutes / 15) * 15;
}

/** Where now is on a date: its place on the axis, or null on another date. */
export function nowMinute(now: Instant, date: IsoDate, zone: ZoneId, axis: DayAxis): number | null {
  return dateOf(now, zone) === date ? axisMinute(now, date, zone, axis) : null;
}
