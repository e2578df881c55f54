import { startTransition, useEffect, useState } from "react";
import type { IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { queryClient, trpc } from "../../api/trpc.ts";
import type { CalendarPlace } from "./calendar-address.ts";
import { questionFor } from "./calendar-question.ts";
import { neighbour, shownDays } from "./calendar-range.ts";

/** How long nothing else has happened before the pages beside the shown one are read, in milliseconds. */
const rest = 60;

type Read = { readonly mode: CalendarPlace["mode"]; readonly days: readonly IsoDate[] };
const none: readonly IsoDate[] = [];

/**
 * Reads the pages before and after while nothing else happens, so that turning one costs no wait. Gives the days in focus
 * on the page before, the shown one and the one after, once they are read; until then, those of an earlier time in this view.
 */
export function useNeighbours(
  place: CalendarPlace,
  shown: IsoDate,
  weekStartsOn: 1 | 7,
  zone: ZoneId,
  /** When the shown page was read; 0 before. After a change it is read again, and then those beside it are. */
  readAt: number,
): readonly IsoDate[] {
  const { mode, zoom, filter } = place;
  const [read, setRead] = useState<Read>({ mode, days: [] });
  useEffect(() => {
    if (readAt === 0) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const before = neighbour({ mode, zoom }, shown, -1);
      const after = neighbour({ mode, zoom }, shown, 1);
      const reading = [before, after].map((date) => {
        const question = questionFor(shownDays({ mode, zoom }, date, weekStartsOn), zone, filter);
        return mode === "year"
          ? queryClient.prefetchQuery(trpc.calendar.year.queryOptions(question))
          : queryClient.prefetchQuery(trpc.calendar.range.queryOptions(question));
      });
      await Promise.all(reading);
      // Whatever somebody does meanwhile comes first.
      if (!isOver) startTransition(() => setRead({ mode, days: [before, shown, after] }));
    }, rest);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [mode, zoom, filter, shown, weekStartsOn, zone, readAt]);
  return read.mode === mode ? read.days : none;
}
