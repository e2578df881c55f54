// biome-ignore-all lint/a11y/useSemanticElements: a table fights lanes that cross cells; the ARIA grid pattern takes these roles.
// biome-ignore-all lint/suspicious/noArrayIndexKey: a row stands for a place in the month.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { memo, type ReactNode, type RefObject, useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { CalendarFilter } from "../../../core/domain/calendar/calendar-filter.ts";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { useNow } from "../../state/now.ts";
import { monthWeeks } from "./calendar-days.ts";
import { questionFor } from "./calendar-question.ts";
import { shownDays } from "./calendar-range.ts";
import { useChipFacts } from "./chip-facts.ts";
import { dayFacts } from "./day-facts.ts";
import classes from "./month.module.css";
import { layOutMonth, type MonthWeek } from "./month-layout.ts";
import { type MonthGhost, MonthRow } from "./month-row.tsx";
import { nothing } from "./no-windows.ts";
import { lanesIn } from "./use-grid-height.ts";

type Props = {
  /** The day in focus; its month is drawn. */
  readonly date: IsoDate;
  /** A month beside the shown one is drawn and laid out, but neither seen, focused nor read aloud. */
  readonly isShown: boolean;
  readonly filter: CalendarFilter;
  readonly zone: ZoneId;
  readonly today: IsoDate;
  readonly weekStartsOn: 1 | 7;
  /** The grid's, in pixels. */
  readonly height: number;
  /** On paper all windows are drawn. */
  readonly isPrinting: boolean;
  /** Where what is carried would lie. */
  readonly ghost: MonthGhost | null;
  readonly draggedId: string | null;
  /** The day whose list of windows is open, and the list. */
  readonly opened: { readonly date: IsoDate; readonly list: ReactNode } | null;
};

/** A month's weeks with their windows, which it reads itself. Of those beside the shown one nothing is read but what is there. */
export const MonthPage = memo(function MonthPage(props: Props) {
  const { date, isShown, filter, zone, today, weekStartsOn, height, isPrinting, ghost, draggedId, opened } = props;
  // A minute's change concerns few windows, and nobody waits for it.
  const now = useDeferredValue(useNow(60_000));
  const dates = useMemo(() => monthWeeks(date, weekStartsOn), [date, weekStartsOn]);
  const question = useMemo(
    () => questionFor(shownDays({ mode: "month", zoom: "month" }, date, weekStartsOn), zone, filter),
    [date, weekStartsOn, zone, filter],
  );
  const range = useQuery({
    ...trpc.calendar.range.queryOptions(question, { enabled: isShown }),
    placeholderData: keepPreviousData,
  });
  // Marks are read once the windows are there: they come after what is looked for first.
  const marks = useQuery({
    ...trpc.calendar.marks.queryOptions(question, { enabled: isShown && range.isSuccess && !range.isPlaceholderData }),
    placeholderData: keepPreviousData,
  });
  const view = range.data ?? nothing;
  const lanes = isPrinting ? Number.POSITIVE_INFINITY : lanesIn(height, dates.length);
  const weeks = useMemo(() => layOutMonth(view.windows, dates, zone, lanes), [view.windows, dates, zone, lanes]);
  const facts = useMemo(() => dayFacts(view, marks.data ?? null, zone), [view, marks.data, zone]);
  const chips = useChipFacts(view);
  const page = useRef<HTMLDivElement>(null);
  useLaidOutBeforehand(page, isShown, weeks);
  return (
    <div ref={page} role="rowgroup" className={classes.monthPage} data-away={isShown ? undefined : ""}>
      {weeks.map((week, index) => {
        const first = week.days[0] ?? "";
        const last = week.days.at(-1) ?? "";
        return (
          <MonthRow
            key={index}
            week={week}
            facts={facts}
            zone={zone}
            now={now}
            today={today}
            month={date.slice(0, 7)}
            focused={week.days.includes(date) ? date : null}
            // Only the weeks it touches are drawn again.
            ghost={ghost !== null && ghost.first <= last && ghost.last >= first ? ghost : null}
            chips={chips}
            isPrinting={isPrinting}
            draggedId={week.pieces.some(({ window }) => window.id === draggedId) ? draggedId : null}
            opened={opened !== null && week.days.includes(opened.date) ? opened : null}
          />
        );
      })}
    </div>
  );
});

/**
 * The browser neither styles nor lays out what it skips, unless it is asked where something in it lies; and keeps what it
 * has done until the page is shown. So it is asked when nothing else happens.
 */
function useLaidOutBeforehand(page: RefObject<HTMLElement | null>, isShown: boolean, weeks: readonly MonthWeek[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other weeks are laid out anew.
  useEffect(() => {
    if (isShown) return;
    const timer = setTimeout(() => page.current?.firstElementChild?.getBoundingClientRect(), 30);
    return () => clearTimeout(timer);
  }, [page, isShown, weeks]);
}
