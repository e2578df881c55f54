import type { MaintenanceSlot, Service } from "../directory.ts";
import type { Instant, IsoDate } from "../instant.ts";
import { addDays, dateOf, daysBetween, instantOfWall, weekdayOf } from "../zoned-time.ts";

type Span = { readonly startAt: Instant; readonly endAt: Instant };

/** When a service's maintenance was agreed to be. */
export type AgreedTime = {
  readonly slots: readonly MaintenanceSlot[];
  /** Whether all of `[startAt, endAt)` is agreed; slots that follow upon one another count as one. */
  covers(startAt: Instant, endAt: Instant): boolean;
  /** The first start, not before `from` and not after `until`, at which so many milliseconds are agreed; null when there is none. */
  firstFit(from: Instant, length: number, until: Instant): Instant | null;
};

/** About ten years of days: what is kept with a directory must not grow for ever. */
const daysKept = 4000;

/** More slots in a row than any window needs: it keeps a window of a thousand years from counting for ever. */
const longestRow = 1000;

/**
 * The agreed time of a service, or null when it may be maintained at any time. Slots are wall times of the service's
 * zone: one that begins in skipped time begins when the clocks go on, and one whose end occurs twice ends at the first.
 */
export function agreedTimeOf({ zone, maintenanceSlots = [] }: Pick<Service, "zone" | "maintenanceSlots">): AgreedTime | null {
  if (maintenanceSlots.length === 0) return null;
  const known = new Map<IsoDate, readonly Span[]>();

  function spansOn(date: IsoDate): readonly Span[] {
    let spans = known.get(date);
    if (spans === undefined) {
      const weekday = weekdayOf(date);
      spans = maintenanceSlots
        .filter((slot) => slot.weekday === weekday)
        .map(({ from, to }) => ({
          startAt: instantOfWall(`${date}T${from}`, zone),
          endAt: instantOfWall(`${to > from ? date : addDays(date, 1)}T${to}`, zone),
        }))
        .sort((one, other) => one.startAt - other.startAt);
      if (known.size >= daysKept) known.clear();
      known.set(date, spans);
    }
    return spans;
  }

  function covers(startAt: Instant, endAt: Instant): boolean {
    let agreedUntil = startAt;
    for (let patience = longestRow; agreedUntil < endAt && patience > 0; patience -= 1) {
      const date = dateOf(agreedUntil, zone);
      let furthest = agreedUntil;
      // A slot is at most a day long, so that whatever holds now began today or yesterday.
      for (const spans of [spansOn(addDays(date, -1)), spansOn(date)]) {
        for (const span of spans) if (span.startAt <= agreedUntil && span.endAt > furthest) furthest = span.endAt;
      }
      if (furthest === agreedUntil) return false;
      agreedUntil = furthest;
    }
    return agreedUntil >= endAt;
  }

  return {
    slots: maintenanceSlots,
    covers,
    firstFit(from, length, until) {
      if (covers(from, from + length)) return from;
      const first = dateOf(from, zone);
      const days = Math.min(daysBetween(first, dateOf(until, zone)), longestRow);
      for (let later = 0; later <= days; later += 1) {
        for (const { startAt } of spansOn(addDays(first, later))) {
          if (startAt > from && startAt <= until && covers(startAt, startAt + length)) return startAt;
        }
      }
      return null;
    },
  };
}
