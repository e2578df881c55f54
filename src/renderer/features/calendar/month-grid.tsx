// biome-ignore-all lint/a11y/useSemanticElements: a table lays itself out and fights lanes that cross cells; the ARIA grid pattern takes these roles on any element.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows and headings.
// biome-ignore-all lint/suspicious/noArrayIndexKey: a row stands for a place in the grid, and is kept when the page is turned.
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { CalendarView } from "../../../core/app/calendar.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, dateOf, timeOfDayOf, weekdayOf } from "../../../core/domain/zoned-time.ts";
import { useNow } from "../../state/now.ts";
import classes from "./calendar.module.css";
import { addMonths, monthWeeks } from "./calendar-days.ts";
import { HiddenWindows } from "./hidden-windows.tsx";
import { layOutMonth } from "./month-layout.ts";
import { dayFacts, MonthRow } from "./month-row.tsx";
import type { ProposedMove } from "./move-dialog.tsx";
import { noticeIcons } from "./notice-icon.ts";
import { useLanes } from "./use-lanes.ts";
import { useMonthDrag } from "./use-month-drag.ts";

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

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/**
 * A month as an ARIA grid: the arrow keys move between days, Enter goes into a day and Escape out of it,
 * Alt with an arrow moves the window in focus, N plans a new one.
 */
export function MonthGrid({ view, zone, today, month, weekStartsOn, onDate, onCreate, onMove }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const [, go] = useLocation();
  const [openedDate, setOpenedDate] = useState<IsoDate | null>(null);
  const dates = useMemo(() => monthWeeks(month, weekStartsOn), [month, weekStartsOn]);
  const lanes = useLanes(grid, dates.length);
  const weeks = useMemo(() => layOutMonth(view.windows, dates, zone, lanes), [view.windows, dates, zone, lanes]);
  const facts = useMemo(() => dayFacts(view, zone), [view, zone]);
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

  function onKeyDown(event: KeyboardEvent): void {
    const place = placeOf(event, grid.current);
    if (place === null) return;
    const { element, cell, date } = place;
    if (element === cell) onCellKey(event, cell, date);
    else if (element.dataset.window !== undefined) onChipKey(event, element, element.dataset.window, cell, date);
  }

  function onCellKey(event: KeyboardEvent, cell: HTMLElement, date: IsoDate): void {
    const to = dayAfterKey(event.key, date, weekStartsOn);
    if (to !== null) {
      event.preventDefault();
      focusDay(to);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const chip = cell.querySelector<HTMLElement>("[data-window]");
      if (chip === null) onCreate(...newWindowTimes(date, date));
      else chip.focus();
    } else if (event.key === "n" || event.key === "N") {
      onCreate(...newWindowTimes(date, date));
    }
  }

  function onChipKey(event: KeyboardEvent, chip: HTMLElement, windowId: string, cell: HTMLElement, date: IsoDate): void {
    if (event.altKey) {
      const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
      if (days === undefined) return;
      event.preventDefault();
      proposeMove(windowId, days);
    } else if (event.key === "Escape") {
      event.preventDefault();
      focusDay(date);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const chips = [...cell.querySelectorAll<HTMLElement>("[data-window]")];
      const next = chips[chips.indexOf(chip) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next === undefined) focusDay(date);
      else next.focus();
    }
  }

  function onClick(event: MouseEvent): void {
    const place = placeOf(event, grid.current);
    if (place === null) return;
    const { element, date } = place;
    if (element.dataset.more !== undefined) setOpenedDate(date);
    // A pointer opens a window when let go without dragging; this is Enter and assistive technology.
    else if (element.dataset.window !== undefined && event.detail === 0) go(`/windows/${element.dataset.window}`);
  }

  const order = weekStartsOn === 1 ? dayNames : ([...dayNames.slice(6), ...dayNames.slice(0, 6)] as const);
  return (
    <div
      className={classes.month}
      style={noticeIcons}
      ref={grid}
      role="grid"
      aria-label="Month"
      {...drag.handlers}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="row" className={classes.dayNames}>
        {order.map((name) => (
          <div role="columnheader" key={name} className={classes.dayName}>
            {name}
          </div>
        ))}
      </div>
      {weeks.map((week, index) => {
        const isOpened = openedDate !== null && week.days.includes(openedDate);
        const first = week.days[0] ?? "";
        const last = week.days.at(-1) ?? "";
        return (
          <MonthRow
            key={index}
            week={week}
            facts={facts}
            zone={zone}
            now={now}
            today={today}
            month={month.slice(0, 7)}
            focused={week.days.includes(month) ? month : null}
            target={drag.target !== null && drag.target.first <= last && drag.target.last >= first ? drag.target : null}
            draggedId={drag.draggedId}
            opened={
              isOpened
                ? {
                    date: openedDate,
                    list: (
                      <HiddenWindows
                        date={openedDate}
                        windows={view.windows}
                        zone={zone}
                        now={now}
                        onClose={() => setOpenedDate(null)}
                      />
                    ),
                  }
                : null
            }
          />
        );
      })}
    </div>
  );
}

/** The day or the button in it that an event is about. Null for the rest of the grid, and for lists that open over it. */
function placeOf(
  { target }: { readonly target: EventTarget },
  grid: HTMLElement | null,
): { readonly element: HTMLElement; readonly cell: HTMLElement; readonly date: IsoDate } | null {
  if (!(target instanceof Element) || grid?.contains(target) !== true) return null;
  const element = target.closest<HTMLElement>("button, [data-date]");
  const cell = target.closest<HTMLElement>("[data-date]");
  const date = cell?.dataset.date;
  return element === null || cell === null || date === undefined ? null : { element, cell, date };
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
