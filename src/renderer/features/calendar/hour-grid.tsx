// biome-ignore-all lint/a11y/useSemanticElements: a table fights blocks that lie by the minute; the ARIA grid pattern takes these roles.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows and headings.
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from "react";
import { useLocation } from "wouter";
import type { CalendarView } from "../../../core/app/calendar/calendar.ts";
import type { CalendarMarks } from "../../../core/app/calendar/calendar-marks.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, instantOfWall } from "../../../core/domain/zoned-time.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { useNow } from "../../state/now.ts";
import {
  laterByDays,
  laterByMinutes,
  type ProposedMove,
  type ProposedTimes,
  timesAt,
} from "../../ui/move-window/proposed-move.ts";
import { useChipFacts } from "./chip-facts.ts";
import { axisOf, clockChangeOn, hourLines } from "./day-axis.ts";
import { DayColumn } from "./day-column.tsx";
import { dayGrounds } from "./day-facts.ts";
import { DayHeads } from "./day-heads.tsx";
import { focusSoon } from "./focus-soon.ts";
import classes from "./hours.module.css";
import { quietBands } from "./quiet-bands.ts";
import { secondClock } from "./timeline-scale.ts";
import { minuteHeight, useHoursDrag } from "./use-hours-drag.ts";

type Props = {
  readonly label: "Week" | "Day";
  readonly view: CalendarView;
  readonly marks: CalendarMarks | null;
  readonly zone: ZoneId;
  readonly secondZone: ZoneId | null;
  readonly today: IsoDate;
  readonly days: readonly IsoDate[];
  /** The day that Tab reaches. */
  readonly focused: IsoDate;
  readonly onDate: (date: IsoDate) => void;
  readonly onCreate: (times: ProposedTimes) => void;
  readonly onMove: (move: ProposedMove) => void;
};

/**
 * Days by the hour, as an ARIA grid: left and right go from day to day, Enter goes into one and Escape out of it, up and
 * down go through its windows, M takes the one in focus. By pointer: drag over empty time to plan, a window to move it,
 * its lower edge to make it longer.
 */
export function HourGrid({ label, view, marks, zone, secondZone, today, days, focused, onDate, onCreate, onMove }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const [, go] = useLocation();
  const directory = useDirectory();
  const chips = useChipFacts(view);
  const axis = useMemo(() => axisOf(days, zone), [days, zone]);
  const grounds = useMemo(() => dayGrounds(view, zone), [view, zone]);
  const quiet = useMemo(() => {
    const from = instantOfWall(`${days[0] ?? today}T00:00`, zone);
    const to = instantOfWall(`${addDays(days.at(-1) ?? today, 1)}T00:00`, zone);
    return directory === null ? [] : quietBands(directory, zone, from, to);
  }, [directory, days, today, zone]);
  const drag = useHoursDrag(scroller, {
    axis,
    zone,
    windows: view.windows,
    onCreate,
    onMove,
    onOpen: (id) => go(`/windows/${id}`),
  });

  const hasChange = days.some((date) => clockChangeOn(date, zone) !== null);
  // The working day is in sight at once; nights are a scroll away, but for one in which the clocks change.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: hasChange ? 0 : 7 * 60 * minuteHeight - 12 });
  }, [hasChange]);

  function focusDay(date: IsoDate): void {
    onDate(date);
    focusSoon(() => scroller.current?.querySelector<HTMLElement>(`[data-day="${date}"]`));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const cell = target?.closest<HTMLElement>("[data-day]");
    const date = cell?.dataset.day;
    if (target === null || cell === null || cell === undefined || date === undefined) return;
    const isHandled = target === cell ? onCellKey(event.key, cell, date) : onBlockKey(event, target, cell, date);
    if (isHandled) event.preventDefault();
  }

  function onCellKey(key: string, cell: HTMLElement, date: IsoDate): boolean {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[key];
    const blocks = [...cell.querySelectorAll<HTMLElement>("[data-window]")];
    if (step !== undefined) focusDay(addDays(date, step));
    else if (key === "Home") focusDay(days[0] ?? date);
    else if (key === "End") focusDay(days.at(-1) ?? date);
    else if (key === "ArrowDown" && blocks.length > 0) blocks[0]?.focus();
    else if (key === "Enter" || key === " ") blocks[0] === undefined ? plan(date) : blocks[0].focus();
    else if (key === "n" || key === "N") plan(date);
    else return false;
    return true;
  }

  function plan(date: IsoDate): void {
    onCreate({ start: { wall: `${date}T20:00`, occurrence: null }, end: { wall: `${date}T22:00`, occurrence: null } });
  }

  function onBlockKey(event: KeyboardEvent, block: HTMLElement, cell: HTMLElement, date: IsoDate): boolean {
    const { key } = event;
    const blocks = [...cell.querySelectorAll<HTMLElement>("[data-window]")];
    if (event.altKey) return proposeByAlt(key, block);
    const step = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (step !== undefined) (blocks[blocks.indexOf(block) + step] ?? cell).focus();
    else if (key === "ArrowLeft") focusDay(addDays(date, -1));
    else if (key === "ArrowRight") focusDay(addDays(date, 1));
    else if (key === "Escape") cell.focus();
    else return false;
    return true;
  }

  /** Alt with an arrow asks for the move at once, without carrying. */
  function proposeByAlt(key: string, block: HTMLElement): boolean {
    const window = view.windows.find(({ id }) => id === block.dataset.window);
    if (window === undefined || window.outcome !== "open") return false;
    const times = timesAt(window.startAt, window.endAt, zone);
    const days_ = { ArrowLeft: -1, ArrowRight: 1 }[key];
    const minutes = { ArrowUp: -15, ArrowDown: 15 }[key];
    if (days_ !== undefined) onMove({ windowId: window.id, ...laterByDays(times, days_) });
    else if (minutes !== undefined) onMove({ windowId: window.id, ...laterByMinutes(times, minutes, zone) });
    else return false;
    return true;
  }

  const first = days[0] ?? today;
  return (
    <div
      className={classes.weekView}
      ref={scroller}
      role="grid"
      aria-label={label}
      data-days={days.length}
      data-second={secondZone === null ? undefined : ""}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <DayHeads days={days} zone={zone} secondZone={secondZone} today={today} grounds={grounds} />
      <div role="row" className={classes.weekBody} style={{ height: axis.minutes * minuteHeight }}>
        <div role="rowheader" className={classes.hourColumn}>
          <span className="fw-unseen">Hours</span>
          {hourLines(axis).map(({ minute, ofDay, isAgain }) => (
            <span
              key={minute}
              style={{ top: minute * minuteHeight }}
              data-first={minute === 0 ? "" : undefined}
              data-again={isAgain ? "" : undefined}
              aria-hidden="true"
            >
              {isAgain ? "again" : clock(ofDay)}
            </span>
          ))}
        </div>
        {secondZone !== null && (
          <div className={classes.hourColumn} data-second="" aria-hidden="true">
            {hourLines(axis).map(({ minute, ofDay, isAgain }) => (
              <span key={minute} style={{ top: minute * minuteHeight }} data-first={minute === 0 ? "" : undefined}>
                {isAgain ? "" : secondClock(instantOfWall(`${first}T${clock(ofDay)}`, zone), first, secondZone)}
              </span>
            ))}
          </div>
        )}
        {days.map((date) => (
          <DayColumn
            key={date}
            date={date}
            view={view}
            marks={marks}
            zone={zone}
            axis={axis}
            now={now}
            isToday={date === today}
            isFocused={date === focused}
            ground={grounds.get(date) ?? null}
            quiet={quiet}
            chips={chips}
          />
        ))}
      </div>
    </div>
  );
}

function clock(ofDay: number): string {
  return `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:00`;
}
