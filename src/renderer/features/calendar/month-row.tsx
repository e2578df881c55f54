// biome-ignore-all lint/a11y/useSemanticElements: a table lays itself out and fights lanes that cross cells; the ARIA grid pattern takes these roles on any element.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows.
// biome-ignore-all lint/suspicious/noArrayIndexKey: a cell stands for a place in the grid, and is kept when the page is turned.
import { memo, type ReactNode } from "react";
import type { CalendarView } from "../../../core/app/calendar.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import { count } from "../../ui/words.ts";
import classes from "./calendar.module.css";
import { longDay } from "./day-names.ts";
import type { MonthPiece, MonthWeek } from "./month-layout.ts";
import { firstLane, laneHeight } from "./use-lanes.ts";
import type { DragTarget } from "./use-month-drag.ts";
import { ChipContent, chipAttributes } from "./window-chip.tsx";

/** What a day shows beside its windows. */
export type DayFacts = {
  /** How many notices are due, by date. */
  readonly notices: ReadonlyMap<IsoDate, number>;
  /** The name of the first of the workspace's places' holidays, by date. */
  readonly holidays: ReadonlyMap<IsoDate, string>;
};

/** Gathers what the days of a view show, in the calendar's zone. */
export function dayFacts({ notices, holidays }: CalendarView, zone: ZoneId): DayFacts {
  const counts = new Map<IsoDate, number>();
  for (const { dueAt } of notices) {
    const date = dateOf(dueAt, zone);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  const names = new Map<IsoDate, string>();
  for (const { date, name } of holidays) if (!names.has(date)) names.set(date, name);
  return { notices: counts, holidays: names };
}

type Props = {
  readonly week: MonthWeek;
  readonly facts: DayFacts;
  readonly zone: ZoneId;
  readonly now: number;
  readonly today: IsoDate;
  /** The shown month, `2026-11`. */
  readonly month: string;
  /** The day that Tab reaches; null when it is in another week. */
  readonly focused: IsoDate | null;
  /** The days a drag would end on; null when they are in other weeks. */
  readonly target: DragTarget | null;
  readonly draggedId: string | null;
  /** The day whose list of windows is open, and the list; null when it is in another week. */
  readonly opened: { readonly date: IsoDate; readonly list: ReactNode } | null;
};

/**
 * A week of the month. It only draws: the grid listens for all its days and windows, so that a row has nothing
 * to set up for each of them, and is drawn again only when something in it has changed.
 */
export const MonthRow = memo(function MonthRow({
  week,
  facts,
  zone,
  now,
  today,
  month,
  focused,
  target,
  draggedId,
  opened,
}: Props) {
  return (
    <div role="row" className={classes.week}>
      {week.days.map((date, column) => {
        const notices = facts.notices.get(date) ?? 0;
        const holiday = facts.holidays.get(date) ?? null;
        const hidden = week.hidden[column] ?? 0;
        const isOpened = opened?.date === date;
        return (
          <div
            role="gridcell"
            key={column}
            data-date={date}
            className={holiday === null ? classes.cell : `${classes.cell} fw-hatched`}
            data-outside={date.startsWith(month) ? undefined : ""}
            data-target={target !== null && date >= target.first && date <= target.last ? "" : undefined}
            tabIndex={date === focused ? 0 : -1}
            // Its name is what is seen in it; what is only drawn, or lies beneath "+N more", is its description.
            aria-description={cellLabel(date, week.total[column] ?? 0, notices, holiday)}
          >
            <DayHead date={date} isToday={date === today} notices={notices} holiday={holiday} />
            {week.pieces.map(
              (piece) =>
                piece.column === column && (
                  <button
                    type="button"
                    key={piece.window.id}
                    tabIndex={-1}
                    className={classes.chip}
                    data-from={piece.continuesFrom ? "" : undefined}
                    data-to={piece.continuesTo ? "" : undefined}
                    data-dragged={draggedId === piece.window.id ? "" : undefined}
                    style={placeOf(piece)}
                    {...chipAttributes(piece.window, zone, now)}
                  >
                    <ChipContent window={piece.window} zone={zone} isContinued={piece.continuesFrom} />
                  </button>
                ),
            )}
            {hidden > 0 && (
              <button
                type="button"
                tabIndex={-1}
                className={classes.more}
                data-more=""
                aria-haspopup="dialog"
                aria-expanded={isOpened}
              >
                +{hidden} more
              </button>
            )}
            {isOpened && opened.list}
          </div>
        );
      })}
    </div>
  );
});

/** Most windows end on the day they begin; the stylesheet knows their width. */
function placeOf({ lane, days, continuesTo }: MonthPiece): { readonly top: number; readonly width?: string } {
  const top = firstLane + lane * laneHeight;
  return days === 1 && !continuesTo ? { top } : { top, width: `calc(${days * 100}% - ${continuesTo ? 6 : 11}px)` };
}

function cellLabel(date: IsoDate, windows: number, notices: number, holiday: string | null): string {
  return [
    longDay(date),
    windows === 0 ? "no windows" : count(windows, "window"),
    notices === 0 ? "" : `${count(notices, "notice")} due`,
    holiday ?? "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** A day's number, which names the cell, how many notices are due on it, and its holiday, which the cell's description says. */
function DayHead({
  date,
  isToday,
  notices,
  holiday,
}: {
  readonly date: IsoDate;
  readonly isToday: boolean;
  readonly notices: number;
  readonly holiday: string | null;
}) {
  return (
    <div className={classes.dayHead}>
      {isToday ? <span className={classes.today}>{Number(date.slice(8))}</span> : Number(date.slice(8))}
      {notices > 0 && (
        <span className={classes.noticeMark} title={count(notices, "notice")} aria-hidden="true">
          {notices}
        </span>
      )}
      {holiday !== null && (
        <span className={classes.holiday} title={holiday} aria-hidden="true">
          {holiday}
        </span>
      )}
    </div>
  );
}
