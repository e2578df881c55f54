import { type CalendarFilter, passes } from "../../domain/calendar/calendar-filter.ts";
import type { Instant } from "../../domain/instant.ts";
import type { ReadStore, WindowSummary } from "../../ports/store.ts";

/** The notices whose windows a filter lets through. A notice is due before its window, which may lie outside what is shown. */
export function noticesThrough<Of extends { readonly windowId: string }>(
  reading: ReadStore,
  notices: readonly Of[],
  shown: readonly WindowSummary[],
  filter: CalendarFilter,
  now: Instant,
): readonly Of[] {
  const isThrough = passes(filter, reading.directory(), now);
  const known = new Map(shown.map(({ id }) => [id, true]));
  return notices.filter(({ windowId }) => {
    const isKnown = known.get(windowId);
    if (isKnown !== undefined) return isKnown;
    const window = filter.conflictsOnly ? null : reading.window(windowId);
    const result =
      window !== null &&
      isThrough({
        serviceIds: window.serviceIds,
        impact: window.impact,
        startAt: window.start.at,
        outcome: window.outcome.kind,
      });
    known.set(windowId, result);
    return result;
  });
}
