import "../../theme/form-styles.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import type { IsoDate } from "../../../core/domain/instant.ts";
import { dateOf } from "../../../core/domain/zoned-time.ts";
import { trpc } from "../../api/trpc.ts";
import { useDirectory, useWorkspace } from "../../api/use-workspace.ts";
import { useNow } from "../../state/now.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { Loading } from "../../ui/loading.tsx";
import { MoveDialog } from "../../ui/move-window/move-dialog.tsx";
import { MovedNote } from "../../ui/move-window/moved-note.tsx";
import { likelyInstant, type MadeMove, type ProposedMove, type ProposedTimes } from "../../ui/move-window/proposed-move.ts";
import { Page } from "../../ui/page.tsx";
import classes from "./calendar.module.css";
import type { CalendarPlace } from "./calendar-address.ts";
import { questionFor } from "./calendar-question.ts";
import { daysIn, headingOf, neighbour, type ShownDays, shownDays } from "./calendar-range.ts";
import { CalendarToolbar } from "./calendar-toolbar.tsx";
import { DragNote } from "./drag-note.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { keepMarkImages, markImages } from "./mark-images.ts";
import { MonthGrid } from "./month-grid.tsx";
import { nothing } from "./no-windows.ts";
import { PrintHead } from "./print-head.tsx";
import { timelineScale } from "./timeline-scale.ts";
import { useCalendarPlace } from "./use-calendar-place.ts";
import { useMoveKeys } from "./use-move-keys.ts";
import { useNeighbours } from "./use-neighbours.ts";

// The month is what the calendar opens with; the other views are read when somebody goes there.
const HourGrid = lazy(async () => ({ default: (await import("./hour-grid.tsx")).HourGrid }));
const AgendaList = lazy(async () => ({ default: (await import("./agenda-list.tsx")).AgendaList }));
const YearGrid = lazy(async () => ({ default: (await import("./year-grid.tsx")).YearGrid }));
const TimelineGrid = lazy(async () => ({ default: (await import("./timeline-grid.tsx")).TimelineGrid }));

/** The calendar: windows, the notices they owe and what was promised, in the coordinator's zone, in six views. */
export function CalendarPage() {
  const workspace = useWorkspace();
  const zone = workspace?.zone ?? "UTC";
  const secondZone = workspace?.secondZone ?? null;
  const now = useNow(60_000);
  const today = dateOf(now, zone);
  const directory = useDirectory();
  const [place, setPlace] = useCalendarPlace();
  const { mode, date, filter, zoom, rows } = place;
  const [proposed, setProposed] = useState<ProposedMove | null>(null);
  const [made, setMade] = useState<MadeMove | null>(null);
  const [refused, setRefused] = useState("");
  const forgetMove = useCallback(() => setMade(null), []);
  const [, go] = useLocation();
  const weekStartsOn = useQuery(trpc.host.preferences.queryOptions()).data?.weekStartsOn ?? 1;
  useEffect(keepMarkImages, []);

  const shown = date ?? today;
  const days = useMemo(() => shownDays({ mode, zoom }, shown, weekStartsOn), [mode, zoom, shown, weekStartsOn]);
  const question = useMemo(() => questionFor(days, zone, filter), [days, zone, filter]);
  const isYear = mode === "year";
  const range = useQuery({
    ...trpc.calendar.range.queryOptions(question, { enabled: !isYear }),
    placeholderData: keepPreviousData,
  });
  const year = useQuery({ ...trpc.calendar.year.queryOptions(question, { enabled: isYear }), placeholderData: keepPreviousData });
  // Marks are read once the windows are there: they come after what is looked for first.
  const marks = useQuery({
    ...trpc.calendar.marks.queryOptions(question, { enabled: !isYear && range.isSuccess && !range.isPlaceholderData }),
    placeholderData: keepPreviousData,
  });
  const neighbours = useNeighbours(place, shown, weekStartsOn, zone, (isYear ? year : range).dataUpdatedAt);

  const view = range.data ?? nothing;
  const setDate = useCallback((next: IsoDate): void => setPlace({ date: next }), [setPlace]);
  const step = useCallback(
    (direction: 1 | -1): void => setPlace({ date: neighbour({ mode, zoom }, shown, direction) }),
    [setPlace, mode, zoom, shown],
  );
  const shows = useCallback((day: IsoDate): boolean => day >= days.first && day <= days.last, [days]);
  useMoveKeys({ windows: view.windows, zone, onMove: setProposed, onDate: setDate, shows, onRefused: setRefused });

  const create = (start: string, end: string): void => go(`/windows/new?start=${start}&end=${end}`);
  const plan = (times: ProposedTimes, serviceId: string | null = null): void => {
    const [start, end] = [likelyInstant(times.start, zone), likelyInstant(times.end, zone)];
    const service = serviceId === null ? "" : `&service=${encodeURIComponent(serviceId)}`;
    go(`/windows/new?start=${start}&end=${end}${service}`);
  };
  const counts = isYear
    ? year.data === undefined
      ? null
      : { windows: year.data.windows, total: year.data.total }
    : range.data === undefined
      ? null
      : { windows: range.data.windows.length, total: range.data.total };
  const heading = headingOf({ mode, zoom }, days, shown);
  const content = { view, marks: marks.data ?? null, zone, today };
  const hours = { ...content, secondZone, focused: shown, onDate: setDate, onCreate: plan, onMove: setProposed };
  return (
    <Page title="Calendar" layout="full">
      <div className={classes.calendar} data-mode={mode} data-print="wide" style={markImages}>
        <CalendarToolbar
          place={place}
          heading={heading}
          directory={directory}
          windowIds={isYear ? [] : view.windows.map(({ id }) => id)}
          onPlace={setPlace}
          onStep={step}
        />
        <PrintHead heading={heading} filter={filter} directory={directory} counts={counts} zone={zone} now={now} />
        <FilterChips filter={filter} directory={directory} counts={counts} onFilter={(next) => setPlace({ filter: next })} />
        <ErrorNote error={range.error ?? year.error ?? marks.error} />
        {mode === "month" && (
          <MonthGrid
            view={view}
            zone={zone}
            today={today}
            month={shown}
            neighbours={neighbours}
            filter={filter}
            weekStartsOn={weekStartsOn}
            onDate={setDate}
            onCreate={create}
            onMove={setProposed}
          />
        )}
        <Suspense fallback={<Loading />}>
          {mode === "week" && <HourGrid key="week" label="Week" {...hours} days={daysIn(days)} />}
          {mode === "day" && <HourGrid key="day" label="Day" {...hours} days={daysIn(days)} />}
          {mode === "agenda" && <AgendaList {...content} />}
          {isYear && (
            <YearGrid
              year={year.data ?? null}
              zone={zone}
              today={today}
              focused={shown}
              weekStartsOn={weekStartsOn}
              onDate={setDate}
              onOpenDay={(day) => setPlace({ mode: "day", date: day })}
              onOpenMonth={(day) => setPlace({ mode: "month", date: day })}
            />
          )}
          {mode === "timeline" && directory !== null && (
            <Timeline
              {...content}
              {...{ days, zoom, by: rows, secondZone, directory }}
              onCreate={plan}
              onMove={setProposed}
              onStep={step}
            />
          )}
        </Suspense>
        <DragNote zone={zone} />
        <p className="fw-unseen" role="status">
          {refused}
        </p>
        {proposed !== null && (
          <MoveDialog
            windowId={proposed.windowId}
            proposed={proposed}
            zone={zone}
            onClose={() => setProposed(null)}
            onMoved={setMade}
          />
        )}
        {made !== null && <MovedNote key={made.revision} move={made} onClose={forgetMove} />}
      </div>
    </Page>
  );
}

type TimelineProps = Omit<Parameters<typeof TimelineGrid>[0], "scale"> & {
  readonly days: ShownDays;
  readonly zoom: CalendarPlace["zoom"];
};

/** The timeline with its scale, which is the same until another time is shown. */
function Timeline({ days, zoom, ...rest }: TimelineProps) {
  const { zone, secondZone } = rest;
  const scale = useMemo(() => timelineScale(days, zoom, zone, secondZone), [days, zoom, zone, secondZone]);
  return <TimelineGrid key={zoom} {...rest} scale={scale} />;
}
