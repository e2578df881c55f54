import { day, type Instant, type ZoneId } from "../instant.ts";
import { addWallDays } from "../zoned-time.ts";
import type { Conflict, WindowSpan } from "./conflict.ts";
import type { ConflictIndex } from "./conflicts.ts";
import { nextMidnight } from "./conflicts-customers.ts";

/** The next time for a window, or why there is none. */
export type FreeSlot =
  | { readonly kind: "free"; readonly startAt: Instant; readonly endAt: Instant }
  | {
      readonly kind: "none";
      /** How far was looked. */
      readonly until: Instant;
      /** What stood against the last start that was tried; empty when only the promised notice did. */
      readonly conflicts: readonly Conflict[];
      /** Whether the promised notice was what stood against it. */
      readonly isTooSoon: boolean;
    };

export type SlotSearch = {
  readonly window: WindowSpan;
  /** The zone the window is planned in: its time of day is kept from day to day. */
  readonly zone: ZoneId;
  readonly index: ConflictIndex;
  /** No start before this, nor after `until`. */
  readonly from: Instant;
  readonly until: Instant;
  /** The earliest start that keeps every promise for a window that starts then; null when all are kept. */
  readonly earliestStart: (startAt: Instant) => Instant | null;
};

/** A search ends, whatever the records: each step passes something that stands in the way. */
const mostSteps = 2_000;
/** A plan is made for each start that has no conflict, and a plan for hundreds of customers takes time. */
const mostPlans = 100;

/**
 * The first start from the planned one on, of the same length, at which nothing stands against the window and every
 * promise is kept. After another window it may start at once; after a freeze, another customer's day or too short a
 * notice it keeps its time of day; where maintenance was agreed, it starts as soon as that allows.
 */
export function nextFreeSlot(search: SlotSearch): FreeSlot {
  const { window, index, until } = search;
  const length = window.endAt - window.startAt;
  let startAt = sameTimeFrom(search.from, search);
  let plans = 0;
  let conflicts: readonly Conflict[] = [];
  let isTooSoon = false;
  for (let step = 0; step < mostSteps && startAt <= until; step += 1) {
    const at = { ...window, startAt, endAt: startAt + length };
    const found = index.conflictsOf(at);
    if (found.count > 0) {
      conflicts = found.conflicts;
      isTooSoon = false;
      const next = beyond(conflicts, startAt, search);
      if (next === null) break;
      startAt = next;
      continue;
    }
    if (plans === mostPlans) break;
    plans += 1;
    const earliest = search.earliestStart(startAt);
    if (earliest === null) return { kind: "free", startAt, endAt: startAt + length };
    conflicts = [];
    isTooSoon = true;
    startAt = earliest > startAt ? earliest : addWallDays(startAt, 1, search.zone);
  }
  return { kind: "none", until, conflicts, isTooSoon };
}

/** The first start at which none of these conflicts can still be; null when no time was agreed for this length. */
function beyond(conflicts: readonly Conflict[], startAt: Instant, search: SlotSearch): Instant | null {
  let next = startAt;
  for (const conflict of conflicts) {
    const free = endOf(conflict, startAt, search);
    if (free === null) return null;
    next = Math.max(next, free);
  }
  // Nothing may hold the search in one place.
  return next > startAt ? next : addWallDays(startAt, 1, search.zone);
}

function endOf(conflict: Conflict, startAt: Instant, search: SlotSearch): Instant | null {
  const { window, index, until } = search;
  switch (conflict.kind) {
    case "sameService":
    case "dependency":
    case "samePerson":
      return conflict.other.endAt;
    case "sameCustomerDay":
      return sameTimeFrom(nextMidnight(conflict.other.endAt - 1, conflict.zone), search);
    case "freeze":
      return sameTimeFrom(conflict.freeze.endAt, search);
    case "outsideSlot":
      return index.firstAgreedStart(window.serviceIds, startAt, window.endAt - window.startAt, until);
  }
}

/** The planned time of day on the first day on which it is not before `from`; the planned start itself when that is later. */
function sameTimeFrom(from: Instant, { window: { startAt }, zone }: SlotSearch): Instant {
  // By its own wall time it would become the first of two, where clocks show that time twice.
  if (startAt >= from) return startAt;
  let days = Math.max(0, Math.floor((from - startAt) / day) - 1);
  let candidate = addWallDays(startAt, days, zone);
  while (candidate < from) {
    days += 1;
    candidate = addWallDays(startAt, days, zone);
  }
  return candidate;
}
