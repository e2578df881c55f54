import type { Instant, IsoDate, ZoneId } from "../../domain/instant.ts";
import { type Impact, impacts } from "../../domain/window.ts";
import { addDays, dateOf } from "../../domain/zoned-time.ts";
import type { WindowSummary } from "../../ports/store.ts";

/** One day's windows: how many, and the gravest impact among them. */
export type DayCount = { readonly date: IsoDate; readonly windows: number; readonly impact: Impact };

/** Counts the windows of each day of `[from, to)` they touch, by `zone`'s dates. What was called off is left out unless asked for. */
export function countDays(
  windows: readonly WindowSummary[],
  from: Instant,
  to: Instant,
  zone: ZoneId,
  withCancelled: boolean,
): readonly DayCount[] {
  const days = new Map<IsoDate, { windows: number; gravity: number }>();
  for (const { startAt, endAt, impact, outcome } of windows) {
    if (outcome === "cancelled" && !withCancelled) continue;
    const gravity = impacts.indexOf(impact);
    // A window that ends at midnight does not touch the day that begins then.
    const last = dateOf(Math.min(Math.max(endAt - 1, startAt), to - 1), zone);
    for (let date = dateOf(Math.max(startAt, from), zone), patience = 400; date <= last && patience > 0; patience -= 1) {
      const known = days.get(date);
      if (known === undefined) days.set(date, { windows: 1, gravity });
      else {
        known.windows += 1;
        known.gravity = Math.max(known.gravity, gravity);
      }
      date = addDays(date, 1);
    }
  }
  return [...days]
    .map(([date, { windows: count, gravity }]) => ({ date, windows: count, impact: impacts[gravity] ?? "none" }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}
