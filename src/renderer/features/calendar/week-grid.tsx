import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { useLocation } from "wouter";
import type { CalendarView } from "../../../core/app/calendar.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { useNow } from "../../state/now.ts";
import { impactTone } from "../../ui/impact-mark.tsx";
import { clockText } from "../../ui/time-words.ts";
import classes from "./calendar.module.css";
import type { ProposedMove } from "./move-dialog.tsx";
import { minuteHeight, useWeekDrag } from "./use-week-drag.ts";
import { type DayPiece, layOutDay, nowMinute, wallAt } from "./week-layout.ts";
import { ChipContent, chipAttributes } from "./window-chip.tsx";

type Props = {
  readonly view: CalendarView;
  readonly zone: ZoneId;
  readonly today: IsoDate;
  readonly days: readonly IsoDate[];
  readonly onCreate: (start: string, end: string) => void;
  readonly onMove: (move: ProposedMove) => void;
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const dayName = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", timeZone: "UTC" });
const longDay = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

/** A week by the hour: drag over empty time to plan, drag a window to move it, drag its lower edge to make it longer. */
export function WeekGrid({ view, zone, today, days, onCreate, onMove }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const [, go] = useLocation();
  const drag = useWeekDrag(scroller, {
    onCreate,
    onOpen: (windowId) => go(`/windows/${windowId}`),
    onMove: (windowId, start, end) => onMove({ windowId, start, end }),
  });

  // The working day is in sight at once; nights are a scroll away.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 7 * 60 * minuteHeight - 12 });
  }, []);

  function onChipKey(event: KeyboardEvent<HTMLElement>, piece: DayPiece, date: IsoDate): void {
    const step = event.altKey ? { ArrowUp: -15, ArrowDown: 15, ArrowLeft: -1440, ArrowRight: 1440 }[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    const shift = (minutes: number): string => shiftedWall(date, minutes, step);
    onMove({ windowId: piece.window.id, start: shift(piece.fromMinute), end: shift(piece.fromMinute + lengthOf(piece)) });
  }

  return (
    <div className={classes.weekView} ref={scroller} {...drag.handlers}>
      <div className={classes.weekHead}>
        <div className={classes.hourColumnHead} />
        {days.map((date) => (
          <div key={date} className={classes.weekDayHead} data-today={date === today ? "" : undefined}>
            {dayName.format(Date.parse(date))}
            {view.holidays.some((holiday) => holiday.date === date) && (
              <span className={classes.holiday}>{view.holidays.find((holiday) => holiday.date === date)?.name}</span>
            )}
          </div>
        ))}
      </div>
      <div className={classes.weekBody} style={{ height: 1440 * minuteHeight }}>
        <div className={classes.hourColumn} aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour} style={{ top: hour * 60 * minuteHeight }}>
              {String(hour).padStart(2, "0")}:00
            </span>
          ))}
        </div>
        {days.map((date) => {
          const line = nowMinute(now, date, zone);
          const ghost = drag.ghostOn(date);
          return (
            <section
              key={date}
              data-date={date}
              aria-label={longDay.format(Date.parse(date))}
              className={`${classes.dayColumn} ${view.holidays.some((holiday) => holiday.date === date) ? "fw-hatched" : ""}`}
              data-today={date === today ? "" : undefined}
            >
              {layOutDay(view.windows, date, zone).map((piece) => (
                <button
                  type="button"
                  key={piece.window.id}
                  className={classes.block}
                  data-dragged={drag.draggedId === piece.window.id ? "" : undefined}
                  data-from-minute={piece.fromMinute}
                  data-length={lengthOf(piece)}
                  style={{
                    top: piece.fromMinute * minuteHeight,
                    height: (piece.toMinute - piece.fromMinute) * minuteHeight - 2,
                    left: `calc(${(piece.column / piece.columns) * 100}% + 2px)`,
                    width: `calc(${100 / piece.columns}% - 4px)`,
                  }}
                  {...chipAttributes(piece.window, zone, now, "span")}
                  onKeyDown={(event) => onChipKey(event, piece, date)}
                  onClick={(event) => {
                    if (event.detail === 0) go(`/windows/${piece.window.id}`);
                  }}
                >
                  <span className={classes.blockHead} data-tone={impactTone(piece.window.impact)}>
                    <ChipContent window={piece.window} zone={zone} isContinued={piece.continuesFrom} />
                  </span>{" "}
                  <span className={classes.blockTime}>
                    {clockText(piece.window.startAt, zone)}–{clockText(piece.window.endAt, zone)}
                  </span>
                  {!piece.continuesTo && <span className={classes.resize} data-resize="" aria-hidden="true" />}
                </button>
              ))}
              {ghost !== null && (
                <div
                  className={classes.ghost}
                  style={{ top: ghost.from * minuteHeight, height: (ghost.to - ghost.from) * minuteHeight }}
                >
                  {wallAt(date, ghost.from).slice(11)}–{wallAt(date, ghost.to).slice(11)}
                </div>
              )}
              {line !== null && <div className={classes.nowLine} style={{ top: line * minuteHeight }} aria-hidden="true" />}
            </section>
          );
        })}
      </div>
    </div>
  );
}

/** The window's real length in minutes, also where only part of it lies on the day. */
function lengthOf({ window }: DayPiece): number {
  return Math.round((window.endAt - window.startAt) / 60_000);
}

/** A wall time so many minutes from a day's midnight, moved by a step; may lie on other days. */
function shiftedWall(date: IsoDate, minutes: number, step: number): string {
  const shifted = new Date(Date.parse(`${date}T00:00Z`) + (minutes + step) * 60_000);
  return shifted.toISOString().slice(0, 16);
}
