// biome-ignore-all lint/a11y/useSemanticElements: a table fights bars that lie by the minute; the ARIA grid pattern takes these roles.
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern the cells take the focus, not their rows and headings.

import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import type { CalendarView } from "../../../core/app/calendar/calendar.ts";
import type { CalendarMarks } from "../../../core/app/calendar/calendar-marks.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { useNow } from "../../state/now.ts";
import { Empty } from "../../ui/empty.tsx";
import { IconServer2 } from "../../ui/icons.ts";
import type { ProposedMove, ProposedTimes } from "../../ui/move-window/proposed-move.ts";
import type { TimelineRows } from "./calendar-address.ts";
import { useChipFacts } from "./chip-facts.ts";
import { focusSoon } from "./focus-soon.ts";
import { quietBands } from "./quiet-bands.ts";
import classes from "./timeline-grid.module.css";
import { TimelineHead } from "./timeline-head.tsx";
import { layOutTimeline, rowSubjects, rowsInView } from "./timeline-layout.ts";
import { TimelineLine } from "./timeline-line.tsx";
import type { TimelineScale } from "./timeline-scale.ts";
import { usePrinting } from "./use-printing.ts";
import { useTimelineDrag } from "./use-timeline-drag.ts";

type Props = {
  readonly view: CalendarView;
  readonly marks: CalendarMarks | null;
  readonly directory: Directory;
  readonly scale: TimelineScale;
  readonly by: TimelineRows;
  readonly zone: ZoneId;
  readonly secondZone: ZoneId | null;
  readonly onCreate: (times: ProposedTimes, serviceId: string | null) => void;
  readonly onMove: (move: ProposedMove) => void;
  readonly onStep: (direction: 1 | -1) => void;
};

/** The names' width, as in the stylesheet. */
const namesWidth = 196;
/** The width a page of paper is laid out for. */
const paperWidth = 820;

/**
 * Services or customers under each other, time from left to right, as an ARIA grid: up and down go from line to line, left and
 * right through a line's windows, Enter opens one, M takes it to move it. Only the lines in sight are drawn.
 */
export function TimelineGrid({ view, marks, directory, scale, by, zone, secondZone, onCreate, onMove, onStep }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const [, go] = useLocation();
  const isPrinting = usePrinting();
  const chips = useChipFacts(view);
  const size = useScrolled(scroller);
  const [focused, setFocused] = useState(0);
  const width = isPrinting ? paperWidth : Math.max(scale.leastWidth, size.width - namesWidth);
  const subjects = useMemo(() => rowSubjects(by, directory), [by, directory]);
  const rows = useMemo(
    () => layOutTimeline(view.windows, subjects, scale, width, marks),
    [view.windows, subjects, scale, width, marks],
  );
  const quiet = useMemo(
    () => (scale.zoom === "day" || scale.zoom === "week" ? quietBands(directory, zone, scale.from, scale.to) : []),
    [directory, zone, scale],
  );
  const drag = useTimelineDrag({
    scale,
    zone,
    windows: view.windows,
    onCreate: (times, rowId) => onCreate(times, by === "service" ? rowId : null),
    onMove,
    onOpen: (id) => go(`/windows/${id}`),
  });
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const inView = isPrinting ? rows : rowsInView(rows, size.top, size.top + size.height);
  // The line that Tab reaches must be there, wherever the list is scrolled to.
  const reachable = rows[Math.min(focused, rows.length - 1)];
  const drawn = reachable === undefined || inView.includes(reachable) ? inView : [...inView, reachable];

  function focusLine(index: number): void {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (row === undefined) return;
    setFocused(rows.indexOf(row));
    focusSoon(() => scroller.current?.querySelector<HTMLElement>(`[data-track="${CSS.escape(row.subject.id)}"]`));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const track = target?.closest<HTMLElement>("[data-track]");
    const index = rows.findIndex(({ subject }) => subject.id === track?.dataset.track);
    if (target === null || track === null || track === undefined || index === -1 || event.altKey) return;
    const bars = [...track.querySelectorAll<HTMLElement>("[data-window]")];
    const at = bars.indexOf(target);
    const { key } = event;
    if (key === "ArrowDown") focusLine(index + 1);
    else if (key === "ArrowUp") focusLine(index - 1);
    else if (key === "Home") focusLine(0);
    else if (key === "End") focusLine(rows.length - 1);
    else if (key === "PageDown") onStep(1);
    else if (key === "PageUp") onStep(-1);
    else if (key === "ArrowRight") (bars[at + 1] ?? bars.at(-1) ?? track).focus();
    else if (key === "ArrowLeft") (at > 0 ? bars[at - 1] : track)?.focus();
    else if (key === "Escape") track.focus();
    else if ((key === "Enter" || key === " ") && target === track) bars[0]?.focus();
    else return;
    event.preventDefault();
  }

  if (subjects.length === 0) {
    return (
      <Empty icon={IconServer2} title={by === "service" ? "No services yet" : "No customers yet"}>
        The timeline has a line for each of them. Add the first in the <Link href="/directory">Directory</Link>.
      </Empty>
    );
  }
  return (
    <div className={classes.timeline} ref={scroller} data-zoom={scale.zoom}>
      <div
        role="grid"
        aria-label={by === "service" ? "Timeline by service" : "Timeline by customer"}
        aria-rowcount={rows.length + 1}
        className={classes.grid}
        style={{ minWidth: isPrinting ? undefined : scale.leastWidth + namesWidth }}
        onKeyDown={onKeyDown}
        {...drag}
      >
        <TimelineHead scale={scale} zone={zone} secondZone={secondZone} now={now} by={by} />
        <div role="rowgroup" className={classes.lines} style={{ height }}>
          {drawn.map((row) => (
            <TimelineLine
              key={row.subject.id}
              row={row}
              rowIndex={rows.indexOf(row) + 2}
              scale={scale}
              zone={zone}
              now={now}
              chips={chips}
              view={view}
              windows={marks?.windows ?? noWindows}
              quiet={quiet}
              isFocused={row === reachable}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const noWindows = {};

/** How much of the timeline is in sight, and where. */
function useScrolled(scroller: RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ top: 0, height: 800, width: 1000 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void =>
      setSize((before) => {
        // Lines are drawn well beyond the edges, so that not every pixel of scrolling draws anew.
        const top = Math.round(element.scrollTop / 80) * 80;
        const next = { top, height: element.clientHeight, width: element.clientWidth };
        return before.top === next.top && before.height === next.height && before.width === next.width ? before : next;
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [scroller]);
  return size;
}
