import type { Delivery } from "../delivery.ts";
import type { Directory, QuietHours, Workspace } from "../directory.ts";
import type { Instant, ZoneId } from "../instant.ts";
import { addDays, dateOf, instantOfWall } from "../zoned-time.ts";

/** When the quiet hours that last at `now` end, in the recipient's zone; null when there are none now. */
export function quietUntil(hours: QuietHours, zone: ZoneId, now: Instant): Instant | null {
  const today = dateOf(now, zone);
  // A range over midnight may have begun yesterday.
  for (const date of [addDays(today, -1), today]) {
    const from = instantOfWall(`${date}T${hours.from}`, zone);
    const to = instantOfWall(`${hours.to > hours.from ? date : addDays(date, 1)}T${hours.to}`, zone);
    if (from <= now && now < to) return to;
  }
  return null;
}

/** When a delivery's recipient may be disturbed again, or null when that is now. */
export function quietUntilFor(
  delivery: Pick<Delivery, "audienceId" | "customerId">,
  directory: Directory,
  workspace: Workspace,
  now: Instant,
): { readonly until: Instant; readonly zone: ZoneId } | null {
  const hours = directory.audiences.find(({ id }) => id === delivery.audienceId)?.quietHours ?? null;
  if (hours === null) return null;
  const zone = directory.customers.find(({ id }) => id === delivery.customerId)?.zone ?? workspace.zone;
  const until = quietUntil(hours, zone, now);
  return until === null ? null : { until, zone };
}
