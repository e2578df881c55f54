// biome-ignore-all lint/a11y/useSemanticElements: the ARIA grid pattern takes these roles on any element.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows and headings.
// biome-ignore-all lint/suspicious/noArrayIndexKey: a row or cell stands for a place in the grid.
import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from "react";
import type { CalendarYear } from "../../../core/app/calendar/calendar.ts";
import { weekdayNames } from "../../../core/domain/calendar-names.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, weekdayOf } from "../../../core/domain/zoned-time.ts";
import { impactTone, impactWords } from "../../ui/impact-mark.tsx";
import { count } from "../../ui/words.ts";
import { addMonths } from "./calendar-days.ts";
import { type DayGround, dayGrounds } from "./day-facts.ts";
import { longDay } from "./day-names.ts";
import { focusSoon } from "./focus-soon.ts";
import classes from "./year.module.css";
import { layOutYear } from "./year-layout.ts";

type Props = {
  readonly year: CalendarYear | null;
  readonly zone: ZoneId;
  readonly today: IsoDate;
  /** The day that Tab reaches; its year is shown. */
  readonly focused: IsoDate;
  readonly weekStartsOn: 1 | 7;
  readonly onDate: (date: IsoDate) => void;
  readonly onOpenDay: (date: IsoDate) => void;
  readonly onOpenMonth: (date: IsoDate) => void;
};

const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });
const letters = ["M", "T", "W", "T", "F", "S", "S"] as const;

/** Twelve small months, each an ARIA grid: the arrow keys go from day to day across them, Enter opens the day. */
export function YearGrid({ year, zone, today, focused, weekStartsOn, onDate, onOpenDay, onOpenMonth }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const months = useMemo(() => layOutYear(focused, weekStartsOn), [focused, weekStartsOn]);
  const counts = useMemo(() => new Map(year?.days.map((each) => [each.date, each])), [year]);
  const grounds = useMemo(() => (year === null ? new Map<IsoDate, DayGround>() : dayGrounds(year, zone)), [year, zone]);
  const order = weekStartsOn === 1 ? [0, 1, 2, 3, 4, 5, 6] : [6, 0, 1, 2, 3, 4, 5];

  function onKeyDown(event: KeyboardEvent): void {
    const date = event.target instanceof HTMLElement ? event.target.dataset.date : undefined;
    if (date === undefined) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onOpenDay(date);
      return;
    }
    const to = dayAfterKey(event.key, date, weekStartsOn);
    if (to === null) return;
    event.preventDefault();
    onDate(to);
    focusSoon(() => root.current?.querySelector<HTMLElement>(`[data-date="${to}"]`));
  }

  function onClick(event: MouseEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-date]") : null;
    if (cell?.dataset.date !== undefined) onOpenDay(cell.dataset.date);
  }

  return (
    // The months listen through what holds them: a handler for each of 365 days would cost more than drawing them.
    // biome-ignore lint/a11y/noStaticElementInteractions: the cells within take the focus and the keys.
    <div className={classes.year} ref={root} onKeyDown={onKeyDown} onClick={onClick}>
      {months.map(({ month, weeks }) => {
        const name = monthName.format(Date.parse(`${month}-01`));
        return (
          <section key={month} className={classes.month} aria-label={name}>
            <h3 className={classes.name}>
              <button
                type="button"
                onClick={(event) => {
                  event.stopPropagation();
                  onOpenMonth(`${month}-01`);
                }}
              >
                {name}
              </button>
            </h3>
            <div role="grid" aria-label={`${name} ${month.slice(0, 4)}`}>
              <div role="row" className={classes.week}>
                {order.map((index) => (
                  <div key={index} role="columnheader" className={classes.letter} aria-label={weekdayNames[index]}>
                    {letters[index]}
                  </div>
                ))}
              </div>
              {weeks.map((days, row) => (
                <div key={row} role="row" className={classes.week}>
                  {days.map((date, column) =>
                    date === null ? (
                      <div key={column} role="gridcell" />
                    ) : (
                      <Day
                        key={column}
                        date={date}
                        isToday={date === today}
                        isFocused={date === focused}
                        counted={counts.get(date)}
                        ground={grounds.get(date)}
                      />
                    ),
                  )}
                </div>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

type DayProps = {
  readonly date: IsoDate;
  readonly isToday: boolean;
  readonly isFocused: boolean;
  readonly counted: CalendarYear["days"][number] | undefined;
  readonly ground: DayGround | undefined;
};

function Day({ date, isToday, isFocused, counted, ground }: DayProps) {
  const words = [
    longDay(date),
    counted === undefined ? "no windows" : `${count(counted.windows, "window")}, gravest impact: ${impactWords[counted.impact]}`,
    ground?.names ?? "",
  ].filter((part) => part !== "");
  return (
    <div
      role="gridcell"
      data-date={date}
      tabIndex={isFocused ? 0 : -1}
      className={ground === undefined ? classes.day : `${classes.day} fw-hatched`}
      data-ground={ground?.kind}
      data-today={isToday ? "" : undefined}
      data-tone={counted === undefined ? undefined : impactTone(counted.impact)}
      aria-description={words.join(", ")}
      title={words.join(", ")}
    >
      <span className={classes.number}>{Number(date.slice(8))}</span>
      {counted !== undefined && <span className={classes.count}>{counted.windows}</span>}
    </div>
  );
}

function dayAfterKey(key: string, date: IsoDate, weekStartsOn: 1 | 7): IsoDate | null {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  if (step !== undefined) return addDays(date, step);
  const sinceFirst = (weekdayOf(date) - weekStartsOn + 7) % 7;
  if (key === "Home") return addDays(date, -sinceFirst);
  if (key === "End") return addDays(date, 6 - sinceFirst);
  if (key === "PageUp") return addMonths(date, -1);
  return key === "PageDown" ? addMonths(date, 1) : null;
}
