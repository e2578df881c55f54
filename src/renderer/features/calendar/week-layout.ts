import type { Instant, IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, dateOf, instantOfWall, timeOfDayOf } from "../../../core/domain/zoned-time.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";

/** One window on one day of the week view. Minutes are those of the day's wall clock, 0 to 1440. */
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
export function layOutDay(windows: readonly WindowSummary[], date: IsoDate, zone: ZoneId): DayPiece[] {
  const dayStart = instantOfWall(`${date}T00:00`, zone);
  const dayEnd = instantOfWall(`${addDays(date, 1)}T00:00`, zone);
  const touching = windows
    .filter(({ startAt, endAt }) => startAt < dayEnd && endAt > dayStart)
    .map((window) => {
      const fromMinute = window.startAt < dayStart ? 0 : minuteOfDay(window.startAt, zone);
      const toMinute = window.endAt >= dayEnd ? 1440 : minuteOfDay(window.endAt, zone);
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

function minuteOfDay(at: Instant, zone: ZoneId): number {
  const [hours = 0, minutes = 0] = timeOfDayOf(at, zone).split(":").map(Number);
  return hours * 60 + minutes;
}

/** Rounds minutes of a day to quarters of an hour. */
export function snapMinutes(minutes: number): number {
  return Math.min(1440, Math.max(0, Math.round(minutes / 15) * 15));
}

/** A minute of a day as a wall time; 1440 is the next day's midnight. */
export function wallAt(date: IsoDate, minutes: number): string {
  const onDate = minutes >= 1440 ? addDays(date, 1) : date;
  const rest = minutes % 1440;
  return `${onDate}T${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
}

/** Where now is on a date: its minute of the day, or null on another date. */
export function nowMinute(now: Instant, date: IsoDate, zone: ZoneId): number | null {
  return dateOf(now, zone) === date ? minuteOfDay(now, zone) : null;
}
