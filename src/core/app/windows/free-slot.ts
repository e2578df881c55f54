import { type FreeSlot, nextFreeSlot } from "../../domain/conflicts/next-free-slot.ts";
import type { Holidays } from "../../domain/holidays.ts";
import { day, type Instant } from "../../domain/instant.ts";
import type { Window } from "../../domain/window.ts";
import { zonedTimeOf } from "../../domain/zoned-time.ts";
import type { ReadStore } from "../../ports/store.ts";
import { planFor } from "../planning/planning.ts";
import { earliestStartOf } from "./window-assessment.ts";
import { indexBetween, spanOf } from "./window-conflicts.ts";

/** Further ahead nobody plans by the next free slot. */
const farthest = 90 * day;

/**
 * The next start of a window at which nothing stands against it and every promise of notice is kept, as its plan judges
 * it now; at most 90 days after the planned one, or after now when that has passed.
 */
export function freeSlotFor(store: ReadStore, window: Window, holidays: Holidays, now: Instant): FreeSlot {
  const span = spanOf(window);
  const length = span.endAt - span.startAt;
  const from = Math.max(span.startAt, now);
  const until = from + farthest;
  return nextFreeSlot({
    // One that is over is planned again, so that it has a time to stand in the way of.
    window: { ...span, outcome: "open" },
    zone: window.zone,
    index: indexBetween(store, from, until + length),
    from,
    until,
    earliestStart(startAt) {
      const moved = {
        ...window,
        start: zonedTimeOf(startAt, window.zone),
        end: zonedTimeOf(startAt + length, window.zone),
      };
      return earliestStartOf(planFor(store, moved, holidays, now));
    },
  });
}
