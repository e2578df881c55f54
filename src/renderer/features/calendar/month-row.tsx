// biome-ignore-all lint/a11y/useSemanticElements: a table fights lanes that cross cells; the ARIA grid pattern takes these roles.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows.
// biome-ignore-all lint/suspicious/noArrayIndexKey: a cell stands for a place in the grid, and is kept when the page is turned.
import { memo, type ReactNode } from "react";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { count } from "../../ui/words.ts";
import type { ChipFacts } from "./chip-facts.ts";
import type { DayFact, DayFacts } from "./day-facts.ts";
import { longDay } from "./day-names.ts";
import holidayClasses from "./holiday.module.css";
import classes from "./month.module.css";
import type { MonthPiece, MonthWeek } from "./month-layout.ts";
import { printedLanes } from "./printed-lanes.ts";
import { firstLane, laneHeight } from "./use-grid-height.ts";
import { ChipContent, chipAttributes } from "./window-chip.tsx";
import windowsClasses from "./windows.module.css";

/** The days that what is carried would lie on, and what to write there. */
export type MonthGhost = { readonly first: IsoDate; readonly last: IsoDate; readonly label: string };

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
  /** Where what is carried would lie; null when it lies in other weeks. */
  readonly ghost: MonthGhost | null;
  readonly chips: ChipFacts;
  /** On paper a week is as high as its windows, and their titles take as many lines as they need. */
  readonly isPrinting: boolean;
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
  ghost,
  chips,
  isPrinting,
  draggedId,
  opened,
}: Props) {
  const printed = isPrinting ? printedLanes(week) : null;
  return (
    <div role="row" className={classes.week} style={printed === null ? undefined : { height: printed.height }}>
      {week.days.map((date, column) => {
        const fact = facts.get(date);
        const ground = fact?.ground ?? null;
        const hidden = week.hidden[column] ?? 0;
        const isOpened = opened?.date === date;
        return (
          <div
            role="gridcell"
            key={column}
            data-date={date}
            className={ground === null ? classes.cell : `${classes.cell} fw-hatched`}
            data-ground={ground?.kind}
            data-outside={date.startsWith(month) ? undefined : ""}
            data-target={ghost !== null && date >= ghost.first && date <= ghost.last ? "" : undefined}
            tabIndex={date === focused ? 0 : -1}
            // Its name is what is seen in it; what is only drawn, or lies beneath "+N more", is its description.
            aria-description={cellLabel(date, week.total[column] ?? 0, fact)}
          >
            <DayHead date={date} isToday={date === today} fact={fact} />
            {week.pieces.map(
              (piece) =>
                piece.column === column && (
                  <button
                    type="button"
                    key={piece.window.id}
                    tabIndex={-1}
                    className={windowsClasses.chip}
                    data-from={piece.continuesFrom ? "" : undefined}
                    data-to={piece.continuesTo ? "" : undefined}
                    data-dragged={draggedId === piece.window.id ? "" : undefined}
                    style={placeOf(piece, printed?.tops)}
                    {...chipAttributes(piece.window, zone, now, chips)}
                  >
                    <ChipContent window={piece.window} zone={zone} isContinued={piece.continuesFrom} chips={chips} />
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
            {ghost?.first === date && (
              <div className={classes.monthGhost} aria-hidden="true">
                {ghost.label}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
});

/** Most windows end on the day they begin; the stylesheet knows their width. */
function placeOf(
  { lane, days, continuesTo }: MonthPiece,
  tops: readonly number[] | undefined,
): { readonly top: number; readonly width?: string; readonly height?: number } {
  const top = tops?.[lane] ?? firstLane + lane * laneHeight;
  const height = tops === undefined ? {} : { height: (tops[lane + 1] ?? top + laneHeight) - top - 3 };
  return days === 1 && !continuesTo
    ? { top, ...height }
    : { top, ...height, width: `calc(${days * 100}% - ${continuesTo ? 6 : 11}px)` };
}

function cellLabel(date: IsoDate, windows: number, fact: DayFact | undefined): string {
  return [
    longDay(date),
    windows === 0 ? "no windows" : count(windows, "window"),
    fact === undefined || fact.notices === 0 ? "" : `${count(fact.notices, "notice")} due`,
    fact === undefined || fact.promises === 0 ? "" : count(fact.promises, "last chance", "last chances"),
    fact === undefined || fact.broken === 0 ? "" : count(fact.broken, "broken promise"),
    fact?.ground?.names ?? "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** A day's number, which names the cell; its notices, last chances and holiday are said by the cell's description. */
function DayHead({
  date,
  isToday,
  fact,
}: {
  readonly date: IsoDate;
  readonly isToday: boolean;
  readonly fact: DayFact | undefined;
}) {
  return (
    <div className={classes.dayHead}>
      {isToday ? <span className={classes.today}>{Number(date.slice(8))}</span> : Number(date.slice(8))}
      {fact !== undefined && fact.notices > 0 && (
        <span className={classes.noticeMark} title={count(fact.notices, "notice")} aria-hidden="true">
          {fact.notices}
        </span>
      )}
      {fact !== undefined && fact.promises > 0 && (
        <span
          className={classes.promiseMark}
          data-broken={fact.broken > 0 ? "" : undefined}
          title={
            fact.broken > 0
              ? count(fact.broken, "broken promise")
              : `${count(fact.promises, "last chance", "last chances")} to announce`
          }
          aria-hidden="true"
        >
          {fact.promises}
        </span>
      )}
      {fact?.ground && (
        <span className={holidayClasses.holiday} title={fact.ground.names} aria-hidden="true">
          {fact.ground.names}
        </span>
      )}
    </div>
  );
}
