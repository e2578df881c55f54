// biome-ignore-all lint/a11y/useSemanticElements: a table fights lanes that cross cells; the ARIA grid pattern takes these roles.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows and headings.
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { CalendarView } from "../../../core/app/calendar/calendar.ts";
import type { CalendarFilter } from "../../../core/domain/calendar/calendar-filter.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, dateOf, weekdayOf } from "../../../core/domain/zoned-time.ts";
import { useNow } from "../../state/now.ts";
import {
  laterByDays,
  likelyInstant,
  type ProposedMove,
  type ProposedTimes,
  timesAt,
} from "../../ui/move-window/proposed-move.ts";
import { addMonths } from "./calendar-days.ts";
import { type Carry, useCarry } from "./carry.ts";
import { focusSoon } from "./focus-soon.ts";
import { HiddenWindows } from "./hidden-windows.tsx";
import classes from "./month.module.css";
import { MonthPage } from "./month-page.tsx";
import type { MonthGhost } from "./month-row.tsx";
import { useGridHeight } from "./use-grid-height.ts";
import { useMonthDrag } from "./use-month-drag.ts";
import { usePrinting } from "./use-printing.ts";

type Props = {
  /** What the shown month holds. */
  readonly view: CalendarView;
  readonly zone: ZoneId;
  readonly today: IsoDate;
  /** The day in focus; its month is shown. */
  readonly month: IsoDate;
  /** The days in focus of the months that are kept drawn, so that turning to one only shows it. */
  readonly neighbours: readonly IsoDate[];
  readonly filter: CalendarFilter;
  readonly weekStartsOn: 1 | 7;
  readonly onDate: (date: IsoDate) => void;
  /** Wall times in `zone`. */
  readonly onCreate: (start: string, end: string) => void;
  readonly onMove: (move: ProposedMove) => void;
};

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/**
 * A month as an ARIA grid: the arrow keys move between days, Enter goes into a day and Escape out of it,
 * M takes the window in focus to move it, Alt with an arrow moves it by a day or week, N plans a new one.
 */
export function MonthGrid(props: Props) {
  const { view, zone, today, month, neighbours, filter, weekStartsOn, onDate, onCreate, onMove } = props;
  const grid = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const [, go] = useLocation();
  const [openedDate, setOpenedDate] = useState<IsoDate | null>(null);
  const isPrinting = usePrinting();
  const height = useGridHeight(grid);
  const pages = useMemo(() => drawnMonths(month, neighbours), [month, neighbours]);
  const ghost = useGhost(zone);
  const drag = useMonthDrag(grid, {
    onCreate: (from, to) => onCreate(...newWindowTimes(from, to)),
    onMove: (windowId, days, isEndAlone) => proposeMove(windowId, days, isEndAlone),
    onCarry: carry,
    onOpen: (windowId) => go(`/windows/${windowId}`),
  });

  /** Where a window would lie so many days later, or null when it can't be taken there. */
  function movedTimes(windowId: string, days: number, isEndAlone: boolean) {
    const window = view.windows.find(({ id }) => id === windowId);
    if (window === undefined || window.outcome !== "open") return null;
    const from = timesAt(window.startAt, window.endAt, zone);
    const later = laterByDays(from, days);
    const times: ProposedTimes = isEndAlone ? { start: from.start, end: later.end } : later;
    const isForward = likelyInstant(times.end, zone) > likelyInstant(times.start, zone);
    return { window, from, times: isForward ? times : from };
  }

  function carry(windowId: string, days: number, isEndAlone: boolean): void {
    const moved = movedTimes(windowId, days, isEndAlone);
    if (moved === null) return;
    const { window, from, times } = moved;
    useCarry.getState().take({ windowId, title: window.title, times, from, by: "pointer" });
  }

  function proposeMove(windowId: string, days: number, isEndAlone = false): void {
    const moved = days === 0 ? null : movedTimes(windowId, days, isEndAlone);
    if (moved !== null && moved.times !== moved.from) onMove({ windowId, ...moved.times });
  }

  /** Moves the focus to a day, turning the page where it lies outside the month. */
  function focusDay(date: IsoDate): void {
    onDate(date);
    focusSoon(() => grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]:not([data-away] *)`));
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

  const shownGhost = drag.created === null ? ghost : { ...drag.created, label: "New window" };
  const opened =
    openedDate === null
      ? null
      : {
          date: openedDate,
          list: <HiddenWindows date={openedDate} view={view} zone={zone} now={now} onClose={() => setOpenedDate(null)} />,
        };
  const order = weekStartsOn === 1 ? dayNames : ([...dayNames.slice(6), ...dayNames.slice(0, 6)] as const);
  return (
    <div
      className={classes.month}
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
      <div role="presentation" className={classes.monthPages}>
        {pages.map((date) => {
          const isShown = date === month;
          return (
            <MonthPage
              key={date.slice(0, 7)}
              {...{ date, isShown, filter, zone, today, weekStartsOn, height }}
              isPrinting={isShown && isPrinting}
              ghost={isShown ? shownGhost : null}
              draggedId={isShown ? drag.draggedId : null}
              opened={isShown ? opened : null}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The days in focus of all months that are drawn, in order: the shown one, and others that are there already. */
function drawnMonths(shown: IsoDate, others: readonly IsoDate[]): readonly IsoDate[] {
  return [...others.filter((date) => date.slice(0, 7) !== shown.slice(0, 7)), shown].sort();
}

/** Where what is carried would lie; drawn again only when it lies elsewhere. */
function useGhost(zone: ZoneId): MonthGhost | null {
  const carry = useCarry((state) => state.carry);
  return useMemo(() => (carry === null ? null : ghostOf(carry, zone)), [carry, zone]);
}

function ghostOf({ title, times }: Carry, zone: ZoneId): MonthGhost {
  const [start, end] = [likelyInstant(times.start, zone), likelyInstant(times.end, zone)];
  return {
    first: dateOf(start, zone),
    last: dateOf(Math.max(end - 1, start), zone),
    label: `${times.start.wall.slice(11)}–${times.end.wall.slice(11)} ${title}`,
  };
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
