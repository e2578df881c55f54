// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid, whose roles go on any element.
import { memo, useMemo } from "react";
import { useLocation } from "wouter";
import type { CalendarView } from "../../../core/app/calendar/calendar.ts";
import type { CalendarMarks } from "../../../core/app/calendar/calendar-marks.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import { impactTone } from "../../ui/impact-mark.tsx";
import { likelyInstant } from "../../ui/move-window/proposed-move.ts";
import { clockText } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";
import { useCarry } from "./carry.ts";
import type { ChipFacts } from "./chip-facts.ts";
import { axisMinute, clockChangeOn, type DayAxis, spanOnDay } from "./day-axis.ts";
import type { DayGround } from "./day-facts.ts";
import { longDay } from "./day-names.ts";
import classes from "./hours.module.css";
import { gatherMarks } from "./mark-groups.ts";
import marksClasses from "./marks.module.css";
import { MarkButton } from "./marks.tsx";
import type { QuietBand } from "./quiet-bands.ts";
import { minuteHeight } from "./use-hours-drag.ts";
import { type DayPiece, layOutDay, nowMinute } from "./week-layout.ts";
import { ChipContent, chipAttributes } from "./window-chip.tsx";
import windowsClasses from "./windows.module.css";

type Props = {
  readonly date: IsoDate;
  readonly view: CalendarView;
  readonly marks: CalendarMarks | null;
  readonly zone: ZoneId;
  readonly axis: DayAxis;
  readonly now: number;
  readonly isToday: boolean;
  readonly isFocused: boolean;
  readonly ground: DayGround | null;
  readonly quiet: readonly QuietBand[];
  readonly chips: ChipFacts;
};

/** Marks closer than this stand as one, in minutes. */
const closest = 24;

/** One day by the hour. Drawn again only when something in it changes; what is carried over it is drawn by itself. */
export const DayColumn = memo(function DayColumn(props: Props) {
  const { date, view, marks, zone, axis, now, isToday, isFocused, ground, quiet, chips } = props;
  const [, go] = useLocation();
  const pieces = useMemo(() => layOutDay(view.windows, date, zone, axis), [view.windows, date, zone, axis]);
  const groups = useMemo(
    () =>
      gatherMarks(
        marks?.notices.filter(({ dueAt }) => dateOf(dueAt, zone) === date) ?? [],
        marks?.promises.filter(({ at }) => dateOf(at, zone) === date) ?? [],
        (at) => axisMinute(at, date, zone, axis),
        closest,
      ),
    [marks, date, zone, axis],
  );
  const line = nowMinute(now, date, zone, axis);
  const windows = pieces.length === 0 ? "no windows" : count(pieces.length, "window");
  return (
    <div
      role="gridcell"
      data-day={date}
      data-date={date}
      tabIndex={isFocused ? 0 : -1}
      aria-description={[longDay(date), windows, ...(ground === null ? [] : [ground.names])].join(", ")}
      className={ground === null ? classes.dayColumn : `${classes.dayColumn} fw-hatched`}
      data-ground={ground?.kind}
      data-today={isToday ? "" : undefined}
    >
      <DayBands date={date} zone={zone} axis={axis} quiet={quiet} />
      {pieces.map((piece) => (
        <Block key={piece.window.id} piece={piece} zone={zone} now={now} chips={chips} onOpen={(id) => go(`/windows/${id}`)} />
      ))}
      <CarriedOn date={date} zone={zone} axis={axis} />
      {groups.map((group) => (
        <MarkButton
          key={group.at}
          group={group}
          windows={marks?.windows ?? {}}
          zone={zone}
          className={marksClasses.dayMark ?? ""}
          style={{ top: group.at * minuteHeight - 8 }}
        />
      ))}
      {line !== null && <div className={classes.nowLine} style={{ top: line * minuteHeight }} aria-hidden="true" />}
    </div>
  );
});

/** Quiet hours, and an hour the clocks skip or that another day has twice. */
function DayBands({ date, zone, axis, quiet }: Pick<Props, "date" | "zone" | "axis" | "quiet">) {
  const change = clockChangeOn(date, zone);
  return (
    <>
      {quiet.map(({ startAt, endAt, names }) => {
        const span = spanOnDay(startAt, endAt, date, zone, axis);
        return (
          span !== null && (
            <div
              key={`${startAt} ${endAt}`}
              className={classes.quiet}
              style={{ top: span.from * minuteHeight, height: (span.to - span.from) * minuteHeight }}
              title={`Quiet hours: ${names.join(", ")}`}
            />
          )
        );
      })}
      {change?.kind === "skipped" && (
        <div
          className={classes.noTime}
          style={{ top: change.fromMinute * minuteHeight, height: (change.toMinute - change.fromMinute) * minuteHeight }}
        >
          does not exist
        </div>
      )}
      {axis.extra !== null && change?.kind !== "repeated" && (
        <div className={classes.noTime} style={{ top: axis.extra.at * minuteHeight, height: axis.extra.length * minuteHeight }} />
      )}
      {axis.extra !== null && change?.kind === "repeated" && (
        <div
          className={classes.twiceTime}
          style={{ top: (axis.extra.at - axis.extra.length) * minuteHeight, height: 2 * axis.extra.length * minuteHeight }}
        />
      )}
    </>
  );
}

type BlockProps = {
  readonly piece: DayPiece;
  readonly zone: ZoneId;
  readonly now: number;
  readonly chips: ChipFacts;
  readonly onOpen: (windowId: string) => void;
};

function Block({ piece, zone, now, chips, onOpen }: BlockProps) {
  const { window, fromMinute, toMinute, column, columns } = piece;
  const isCarried = useCarry(({ carry }) => carry?.windowId === window.id);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={windowsClasses.block}
      data-dragged={isCarried ? "" : undefined}
      data-from-minute={fromMinute}
      style={{
        top: fromMinute * minuteHeight,
        height: (toMinute - fromMinute) * minuteHeight - 2,
        left: `calc(${(column / columns) * 100}% + 2px)`,
        width: `calc(${100 / columns}% - 4px)`,
      }}
      {...chipAttributes(window, zone, now, chips, "span")}
      onClick={(event) => {
        // A pointer opens a window when let go without dragging; this is Enter and assistive technology.
        if (event.detail === 0) onOpen(window.id);
      }}
    >
      <span className={windowsClasses.blockHead} data-tone={impactTone(window.impact)}>
        <ChipContent window={window} zone={zone} chips={chips} isContinued={piece.continuesFrom} />
      </span>{" "}
      <span className={windowsClasses.blockTime}>
        {clockText(window.startAt, zone)}–{clockText(window.endAt, zone)}
      </span>
      {!piece.continuesTo && <span className={classes.resize} data-resize="" aria-hidden="true" />}
    </button>
  );
}

/** Where what is carried would lie on this day. The only part that follows the pointer. */
function CarriedOn({ date, zone, axis }: Pick<Props, "date" | "zone" | "axis">) {
  const times = useCarry(({ carry }) => carry?.times ?? null);
  if (times === null) return null;
  const span = spanOnDay(likelyInstant(times.start, zone), likelyInstant(times.end, zone), date, zone, axis);
  if (span === null) return null;
  return (
    <div className={classes.ghost} style={{ top: span.from * minuteHeight, height: (span.to - span.from) * minuteHeight }}>
      {times.start.wall.slice(11)}–{times.end.wall.slice(11)}
    </div>
  );
}
