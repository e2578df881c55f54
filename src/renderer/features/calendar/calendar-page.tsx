import "../../theme/form-styles.ts";
import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { impacts } from "../../../core/domain/window.ts";
import { addDays, dateOf, instantOfWall } from "../../../core/domain/zoned-time.ts";
import { queryClient, trpc } from "../../api/trpc.ts";
import { useWorkspace } from "../../api/use-workspace.ts";
import { useNow } from "../../state/now.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { ImpactMark } from "../../ui/impact-mark.tsx";
import { Page } from "../../ui/page.tsx";
import { AgendaList } from "./agenda-list.tsx";
import classes from "./calendar.module.css";
import { addMonths, monthWeeks, weekDays } from "./calendar-days.ts";
import { type CalendarMode, useCalendarState } from "./calendar-view.ts";
import { MonthGrid } from "./month-grid.tsx";
import { type MadeMove, MoveDialog, type ProposedMove } from "./move-dialog.tsx";
import { MovedNote } from "./moved-note.tsx";
import { ViewSwitch } from "./view-switch.tsx";
import { WeekGrid } from "./week-grid.tsx";

/** How many days the agenda looks ahead. */
const agendaDays = 60;

/** The calendar: month, week and agenda of the windows and the notices they owe, in the coordinator's zone. */
export function CalendarPage() {
  const zone = useWorkspace()?.zone ?? "UTC";
  const today = dateOf(useNow(60_000), zone);
  const { mode, date, setMode, setDate } = useCalendarState();
  const [proposed, setProposed] = useState<ProposedMove | null>(null);
  const [made, setMade] = useState<MadeMove | null>(null);
  const forgetMove = useCallback(() => setMade(null), []);
  const [, go] = useLocation();
  const weekStartsOn = useQuery(trpc.host.preferences.queryOptions()).data?.weekStartsOn ?? 1;

  const shown = date ?? today;
  const days = useMemo(() => daysShown(mode, shown, weekStartsOn), [mode, shown, weekStartsOn]);
  const range = useQuery({ ...trpc.calendar.range.queryOptions(rangeOf(days, zone)), placeholderData: keepPreviousData });
  usePrefetchedNeighbours(mode, shown, weekStartsOn, zone, range.isSuccess);

  const step = (direction: 1 | -1): void => setDate(neighbour(mode, shown, direction));
  const create = (start: string, end: string): void => go(`/windows/new?start=${start}&end=${end}`);
  const content = { view: range.data ?? { windows: [], notices: [], conflicts: [], holidays: [] }, zone, today };

  return (
    <Page title="Calendar" layout="full">
      <div className={classes.toolbar}>
        <Button.Group>
          <Button variant="default" size="sm" px={10} aria-label={`Previous ${stepWord(mode)}`} onClick={() => step(-1)}>
            <IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />
          </Button>
          <Button variant="default" size="sm" px={10} aria-label={`Next ${stepWord(mode)}`} onClick={() => step(1)}>
            <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
          </Button>
        </Button.Group>
        <Button variant="default" size="sm" onClick={() => setDate(null)}>
          Today
        </Button>
        <h2 className={classes.heading} aria-live="polite">
          {headingOf(mode, days, shown)}
        </h2>
        <ul className={classes.legend} aria-label="Impact">
          {impacts.map((impact) => (
            <li key={impact}>
              <ImpactMark impact={impact} />
            </li>
          ))}
        </ul>
        <ViewSwitch mode={mode} onMode={setMode} />
      </div>
      <ErrorNote error={range.error} />
      {mode === "month" && (
        <MonthGrid
          {...content}
          month={shown}
          weekStartsOn={weekStartsOn}
          onDate={setDate}
          onCreate={create}
          onMove={setProposed}
        />
      )}
      {mode === "week" && <WeekGrid {...content} days={days} onCreate={create} onMove={setProposed} />}
      {mode === "agenda" && <AgendaList {...content} />}
      {proposed !== null && <MoveDialog proposed={proposed} zone={zone} onClose={() => setProposed(null)} onMoved={setMade} />}
      {made !== null && <MovedNote key={made.revision} move={made} onClose={forgetMove} />}
    </Page>
  );
}

function stepWord(mode: CalendarMode): string {
  return mode === "agenda" ? "two months" : mode;
}

function daysShown(mode: CalendarMode, shown: IsoDate, weekStartsOn: 1 | 7): readonly IsoDate[] {
  switch (mode) {
    case "month":
      return monthWeeks(shown, weekStartsOn).flat();
    case "week":
      return weekDays(shown, weekStartsOn);
    case "agenda":
      return [shown, addDays(shown, agendaDays - 1)];
  }
}

function neighbour(mode: CalendarMode, shown: IsoDate, direction: 1 | -1): IsoDate {
  switch (mode) {
    case "month":
      return addMonths(shown, direction);
    case "week":
      return addDays(shown, 7 * direction);
    case "agenda":
      return addDays(shown, agendaDays * direction);
  }
}

/** The instants from the first shown day's midnight to the midnight after the last. */
function rangeOf(days: readonly IsoDate[], zone: ZoneId): { readonly from: number; readonly to: number } {
  const first = days[0] ?? "";
  const last = days.at(-1) ?? first;
  return { from: instantOfWall(`${first}T00:00`, zone), to: instantOfWall(`${addDays(last, 1)}T00:00`, zone) };
}

/** Reads the pages before and after while nothing else happens, so that turning one costs no wait. */
function usePrefetchedNeighbours(mode: CalendarMode, shown: IsoDate, weekStartsOn: 1 | 7, zone: ZoneId, isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => {
      for (const direction of [1, -1] as const) {
        const days = daysShown(mode, neighbour(mode, shown, direction), weekStartsOn);
        void queryClient.prefetchQuery(trpc.calendar.range.queryOptions(rangeOf(days, zone)));
      }
    }, 60);
    return () => clearTimeout(timer);
  }, [mode, shown, weekStartsOn, zone, isReady]);
}

const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

function headingOf(mode: CalendarMode, days: readonly IsoDate[], shown: IsoDate): string {
  if (mode === "month") return monthName.format(Date.parse(shown));
  const first = days[0] ?? shown;
  const last = days.at(-1) ?? shown;
  return `${shortDay.format(Date.parse(first))} – ${shortDay.format(Date.parse(last))} ${last.slice(0, 4)}`;
}
