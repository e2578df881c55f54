// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid, whose roles go on any element.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows and headings.
import { memo } from "react";
import { useLocation } from "wouter";
import type { CalendarGround, CalendarView } from "../../../core/app/calendar/calendar.ts";
import type { MarkedWindow } from "../../../core/app/calendar/calendar-marks.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, instantOfWall } from "../../../core/domain/zoned-time.ts";
import { impactWords } from "../../ui/impact-mark.tsx";
import { likelyInstant } from "../../ui/move-window/proposed-move.ts";
import { count } from "../../ui/words.ts";
import { useCarry } from "./carry.ts";
import type { ChipFacts } from "./chip-facts.ts";
import { MarkButton } from "./marks.tsx";
import type { QuietBand } from "./quiet-bands.ts";
import shared from "./timeline.module.css";
import { type Bar, barHeight, liesOn, type RowSubject, type TimelineRow } from "./timeline-layout.ts";
import classes from "./timeline-line.module.css";
import type { TimelineScale } from "./timeline-scale.ts";
import { ChipMarks, chipAttributes } from "./window-chip.tsx";

type Props = {
  readonly row: TimelineRow;
  readonly rowIndex: number;
  readonly scale: TimelineScale;
  readonly zone: ZoneId;
  readonly now: Instant;
  readonly chips: ChipFacts;
  readonly view: CalendarView;
  readonly windows: Readonly<Record<string, MarkedWindow>>;
  readonly quiet: readonly QuietBand[];
  /** Whether Tab reaches this line. */
  readonly isFocused: boolean;
};

/** One service or customer with its windows and marks. Drawn again only when something of its own changes. */
export const TimelineLine = memo(function TimelineLine(props: Props) {
  const { row, rowIndex, scale, zone, now, chips, view, windows, quiet, isFocused } = props;
  const { subject, bars, marks, top, height } = row;
  const { from, to, ticks } = scale;
  const place = (at: Instant): number => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const across = (startAt: Instant, endAt: Instant) => ({
    left: `${place(startAt) * 100}%`,
    width: `${(place(endAt) - place(startAt)) * 100}%`,
  });
  return (
    <div role="row" aria-rowindex={rowIndex} className={classes.line} style={{ top, height }}>
      <div role="rowheader" className={shared.names}>
        <span className={classes.name} title={subject.name}>
          {subject.name}
        </span>
        <span className={classes.detail}>{subject.detail}</span>
      </div>
      <div
        role="gridcell"
        data-track={subject.id}
        tabIndex={isFocused ? 0 : -1}
        aria-description={`${subject.name}, ${bars.length === 0 ? "no windows" : count(bars.length, "window")}`}
        className={classes.track}
      >
        {ticks.map(({ at, isRest }, index) => (
          <div
            key={at}
            className={classes.tick}
            data-rest={isRest ? "" : undefined}
            style={across(at, ticks[index + 1]?.at ?? to)}
          />
        ))}
        {quiet.map(({ startAt, endAt, names }) => (
          <div
            key={`${startAt} ${endAt}`}
            className={classes.quiet}
            style={across(startAt, endAt)}
            title={`Quiet hours: ${names.join(", ")}`}
          />
        ))}
        {groundsOf(view, subject, zone).map(({ startAt, endAt, name, kind }) => (
          <div
            key={`${startAt} ${name}`}
            className={`${classes.ground} fw-hatched`}
            data-ground={kind}
            style={across(startAt, endAt)}
            title={name}
          />
        ))}
        {bars.map((bar) => (
          <TimelineBar key={bar.window.id} bar={bar} zone={zone} now={now} chips={chips} />
        ))}
        <Carried subject={subject} scale={scale} zone={zone} windowIds={bars} />
        {marks.map((group) => (
          <MarkButton
            key={group.at}
            group={group}
            windows={windows}
            zone={zone}
            className={classes.mark ?? ""}
            style={{ left: `${group.at * 100}%` }}
          />
        ))}
        {now >= from && now < to && <div className={classes.now} style={{ left: `${place(now) * 100}%` }} aria-hidden="true" />}
      </div>
    </div>
  );
});

type BarProps = { readonly bar: Bar; readonly zone: ZoneId; readonly now: Instant; readonly chips: ChipFacts };

/** A window: its own time filled, its shape, word and title in it or beside it. */
function TimelineBar({ bar, zone, now, chips }: BarProps) {
  const { window, from, to, left, right, lane, continuesFrom, continuesTo } = bar;
  const [, go] = useLocation();
  const isCarried = useCarry(({ carry }) => carry?.windowId === window.id);
  const whole = right - left;
  const before = (from - left) / whole;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.bar}
      data-dragged={isCarried ? "" : undefined}
      data-from={continuesFrom ? "" : undefined}
      data-to={continuesTo ? "" : undefined}
      style={{ left: `${left * 100}%`, width: `${whole * 100}%`, top: lane * barHeight + 4 }}
      {...chipAttributes(window, zone, now, chips, "title")}
      onClick={(event) => {
        // A pointer opens a window when let go without dragging; this is Enter and assistive technology.
        if (event.detail === 0) go(`/windows/${window.id}`);
      }}
    >
      <span
        className={classes.extent}
        data-slim={(to - from) / whole < 0.1 ? "" : undefined}
        style={{ left: `${before * 100}%`, width: `${((to - from) / whole) * 100}%` }}
      />
      <span
        className={classes.barText}
        data-before={before > 0 ? "" : undefined}
        style={before > 0 ? { width: `${before * 100}%` } : undefined}
      >
        <ChipMarks window={window} chips={chips} />
        {window.title} <span className={classes.barWord}>{impactWords[window.impact]}</span>
      </span>
    </button>
  );
}

/** Where what is carried would lie. The only part that follows the pointer. */
function Carried({
  subject,
  scale,
  zone,
  windowIds,
}: {
  readonly subject: RowSubject;
  readonly scale: TimelineScale;
  readonly zone: ZoneId;
  readonly windowIds: readonly Bar[];
}) {
  const carry = useCarry((state) => state.carry);
  if (carry === null || !windowIds.some(({ window }) => window.id === carry.windowId)) return null;
  const { from, to } = scale;
  const startAt = likelyInstant(carry.times.start, zone);
  const endAt = likelyInstant(carry.times.end, zone);
  if (endAt <= from || startAt >= to) return null;
  const left = Math.max(0, (startAt - from) / (to - from));
  const right = Math.min(1, (endAt - from) / (to - from));
  const lane = windowIds.find(({ window }) => window.id === carry.windowId)?.lane ?? 0;
  return (
    <div
      className={classes.ghost}
      data-subject={subject.id}
      style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%`, top: lane * barHeight + 4 }}
    >
      {carry.times.start.wall.slice(11)}–{carry.times.end.wall.slice(11)}
    </div>
  );
}

/** Holidays of the line's own place, and freezes that concern it. */
function groundsOf({ holidays, freezes }: CalendarGround, subject: RowSubject, zone: ZoneId) {
  const own = holidays.filter(
    ({ region, counts }) => counts !== "working" && (region === null || region === subject.holidayRegion),
  );
  const concerns = ({ serviceIds, customerIds }: CalendarGround["freezes"][number]): boolean => {
    if (serviceIds.length === 0 && customerIds.length === 0) return true;
    return subject.isCustomer
      ? customerIds.includes(subject.id) || (serviceIds.length > 0 && liesOn(subject, serviceIds))
      : serviceIds.includes(subject.id);
  };
  return [
    ...own.map(({ date, name }) => ({
      kind: "holiday",
      name,
      startAt: instantOfWall(`${date}T00:00`, zone),
      endAt: instantOfWall(`${addDays(date, 1)}T00:00`, zone),
    })),
    ...freezes
      .filter(concerns)
      .map(({ name, start, end }) => ({ kind: "freeze", name: `Freeze: ${name}`, startAt: start.at, endAt: end.at })),
  ];
}
