// biome-ignore-all lint/a11y/useSemanticElements: a table lays itself out and fights lanes that cross cells; the ARIA grid pattern takes these roles on any element.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows and headings.
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { CalendarView } from "../../../core/app/calendar.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, dateOf, timeOfDayOf, weekdayOf } from "../../../core/domain/zoned-time.ts";
import { useNow } from "../../state/now.ts";
import { count } from "../../ui/words.ts";
import classes from "./calendar.module.css";
import { addMonths, monthWeeks } from "./calendar-days.ts";
import { DayHead } from "./day-head.tsx";
import { longDay } from "./day-names.ts";
import { HiddenWindows } from "./hidden-windows.tsx";
import { layOutMonth, type MonthPiece, type MonthWeek } from "./month-layout.ts";
import type { ProposedMove } from "./move-dialog.tsx";
import { useMonthDrag } from "./use-month-drag.ts";
import { ChipContent, chipAttributes } from "./window-chip.tsx";

type Props = {
  readonly view: CalendarView;
  readonly zone: ZoneId;
  readonly today: IsoDate;
  /** The day in focus; its month is shown. */
  readonly month: IsoDate;
  readonly weekStartsOn: 1 | 7;
  readonly onDate: (date: IsoDate) => void;
  /** Wall times in `zone`. */
  readonly onCreate: (start: string, end: string) => void;
  readonly onMove: (move: ProposedMove) => void;
};

const laneHeight = 24;
/** Day number, marks and the line of what is not drawn. */
const cellOverhead = 58;
const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/**
 * A month as an ARIA grid: the arrow keys move between days, Enter goes into a day and Escape out of it,
 * Alt with an arrow moves the window in focus, N plans a new one.
 */
export function MonthGrid({ view, zone, today, month, weekStartsOn, onDate, onCreate, onMove }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const [, go] = useLocation();
  const dates = useMemo(() => monthWeeks(month, weekStartsOn), [month, weekStartsOn]);
  const lanes = useLanes(grid, dates.length);
  const weeks = useMemo(() => layOutMonth(view.windows, dates, zone, lanes), [view.windows, dates, zone, lanes]);
  const notices = useMemo(() => countByDate(view, zone), [view, zone]);
  const drag = useMonthDrag(grid, {
    onCreate: (from, to) => onCreate(...newWindowTimes(from, to)),
    onMove: (windowId, days) => proposeMove(windowId, days),
    onOpen: (windowId) => go(`/windows/${windowId}`),
  });

  function proposeMove(windowId: string, days: number): void {
    const window = view.windows.find(({ id }) => id === windowId);
    if (window === undefined || days === 0) return;
    const shifted = (at: number): string => `${addDays(dateOf(at, zone), days)}T${timeOfDayOf(at, zone)}`;
    onMove({ windowId, start: shifted(window.startAt), end: shifted(window.endAt) });
  }

  /** Moves the focus to a day, turning the page where it lies outside the month. */
  function focusDay(date: IsoDate): void {
    onDate(date);
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus());
  }

  function onCellKey(event: KeyboardEvent, date: IsoDate): void {
    if (event.target !== event.currentTarget) return;
    const to = dayAfterKey(event.key, date, weekStartsOn);
    if (to !== null) {
      event.preventDefault();
      focusDay(to);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const chip = event.currentTarget.querySelector<HTMLElement>("[data-window]");
      if (chip === null) onCreate(...newWindowTimes(date, date));
      else chip.focus();
    } else if (event.key === "n" || event.key === "N") {
      onCreate(...newWindowTimes(date, date));
    }
  }

  function onChipKey(event: KeyboardEvent<HTMLElement>, piece: MonthPiece, date: IsoDate): void {
    if (event.altKey) {
      const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
      if (days === undefined) return;
      event.preventDefault();
      proposeMove(piece.window.id, days);
    } else if (event.key === "Escape") {
      event.preventDefault();
      focusDay(date);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const chips = [...(event.currentTarget.closest('[role="gridcell"]')?.querySelectorAll<HTMLElement>("[data-window]") ?? [])];
      const next = chips[chips.indexOf(event.currentTarget) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next === undefined) focusDay(date);
      else next.focus();
    }
  }

  const order = weekStartsOn === 1 ? dayNames : ([...dayNames.slice(6), ...dayNames.slice(0, 6)] as const);
  return (
    <div className={classes.month} ref={grid} role="grid" aria-label="Month" {...drag.handlers}>
      <div role="row" className={classes.dayNames}>
        {order.map((name) => (
          <div role="columnheader" key={name} className={classes.dayName}>
            {name}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div role="row" className={classes.week} key={week.days[0]}>
          {week.days.map((date, column) => (
            <div
              role="gridcell"
              key={date}
              data-date={date}
              className={`${classes.cell} ${holidayName(view, date) === null ? "" : "fw-hatched"}`}
              data-outside={date.slice(0, 7) === month.slice(0, 7) ? undefined : ""}
              data-target={drag.isTarget(date) ? "" : undefined}
              tabIndex={date === month ? 0 : -1}
              onKeyDown={(event) => onCellKey(event, date)}
            >
              <span className={classes.spoken}>{cellLabel(date, week, column, notices.get(date) ?? 0, view)}</span>
              <DayHead date={date} isToday={date === today} notices={notices.get(date) ?? 0} holiday={holidayName(view, date)} />
              {week.pieces
                .filter((piece) => piece.column === column)
                .map((piece) => (
                  <button
                    type="button"
                    key={piece.window.id}
                    tabIndex={-1}
                    className={classes.chip}
                    data-from={piece.continuesFrom ? "" : undefined}
                    data-to={piece.continuesTo ? "" : undefined}
                    data-dragged={drag.draggedId === piece.window.id ? "" : undefined}
                    style={{
                      top: 28 + piece.lane * laneHeight,
                      width: `calc(${piece.days * 100}% - ${piece.continuesTo ? 6 : 11}px)`,
                    }}
                    {...chipAttributes(piece.window, zone, now)}
                    onKeyDown={(event) => onChipKey(event, piece, date)}
                    onClick={(event) => {
                      // A pointer opens it when let go without dragging; this is Enter and assistive technology.
                      if (event.detail === 0) go(`/windows/${piece.window.id}`);
                    }}
                  >
                    <ChipContent window={piece.window} zone={zone} isContinued={piece.continuesFrom} />
                  </button>
                ))}
              {(week.hidden[column] ?? 0) > 0 && (
                <HiddenWindows date={date} amount={week.hidden[column] ?? 0} windows={view.windows} zone={zone} now={now} />
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** The grid's height when it was last shown: most likely what it will be, so that the first drawing is the right one. */
let lastHeight = 0;

/** How many windows fit under each other in a cell, from the height of the grid, which all months share. */
function useLanes(grid: { readonly current: HTMLElement | null }, weekCount: number): number {
  const [height, setHeight] = useState(lastHeight);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const measure = (): void => {
      lastHeight = element.clientHeight;
      setHeight(lastHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return Math.max(1, Math.floor((height / weekCount - cellOverhead) / laneHeight));
}

function countByDate({ notices }: CalendarView, zone: ZoneId): ReadonlyMap<IsoDate, number> {
  const counts = new Map<IsoDate, number>();
  for (const { dueAt } of notices) {
    const date = dateOf(dueAt, zone);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return counts;
}

function holidayName({ holidays }: CalendarView, date: IsoDate): string | null {
  return holidays.find((holiday) => holiday.date === date)?.name ?? null;
}

function cellLabel(date: IsoDate, week: MonthWeek, column: number, notices: number, view: CalendarView): string {
  const drawn = week.pieces.filter((piece) => piece.column <= column && column < piece.column + piece.days).length;
  const windows = drawn + (week.hidden[column] ?? 0);
  const holiday = holidayName(view, date);
  return [
    longDay.format(Date.parse(date)),
    windows === 0 ? "no windows" : count(windows, "window"),
    notices === 0 ? "" : `${count(notices, "notice")} due`,
    holiday ?? "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** Where a key leads from a day, or null when it is not for moving. */
function dayAfterKey(key: string, date: IsoDate, weekStartsOn: 1 | 7): IsoDate | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(date, -1);
    case "ArrowRight":
      return addDays(date, 1);
    case "ArrowUp":
      return addDays(date, -7);
    case "ArrowDown":
      return addDays(date, 7);
    case "Home":
      return addDays(date, -((weekdayOf(date) - weekStartsOn + 7) % 7));
    case "End":
      return addDays(date, 6 - ((weekdayOf(date) - weekStartsOn + 7) % 7));
    case "PageUp":
      return addMonths(date, -1);
    case "PageDown":
      return addMonths(date, 1);
    default:
      return null;
  }
}

/** One day starts as an evening's window, several days as one from the first to the last. */
function newWindowTimes(from: IsoDate, to: IsoDate): [string, string] {
  const [first, last] = from <= to ? [from, to] : [to, from];
  return [`${first}T20:00`, `${last}T22:00`];
}
