import type { Directory } from "../../../core/domain/directory.ts";
import type { Instant, IsoDate, ZoneId } from "../../../core/domain/instant.ts";
import { addDays, dateOf, instantOfWall } from "../../../core/domain/zoned-time.ts";

/** A time in which some audience is left alone. */
export type QuietBand = { readonly startAt: Instant; readonly endAt: Instant; readonly names: readonly string[] };

/**
 * The quiet hours of all audiences in `[from, to)`, each in its recipients' zones: inside, the workspace's; outside, every
 * customer's. The same hours are named once, with everybody they are for.
 */
export function quietBands(
  { audiences, customers }: Pick<Directory, "audiences" | "customers">,
  home: ZoneId,
  from: Instant,
  to: Instant,
): readonly QuietBand[] {
  const bands = new Map<string, { startAt: Instant; endAt: Instant; names: Set<string> }>();
  for (const { name, quietHours, customerIds } of audiences) {
    if (quietHours === null) continue;
    const outside = customers.filter(({ id }) => customerIds.includes(id)).map(({ zone }) => zone);
    for (const zone of new Set(outside.length === 0 ? [home] : outside)) {
      // A range over midnight may have begun the day before.
      for (let date: IsoDate = addDays(dateOf(from, zone), -1); date <= dateOf(to - 1, zone); date = addDays(date, 1)) {
        const startAt = instantOfWall(`${date}T${quietHours.from}`, zone);
        const endAt = instantOfWall(`${quietHours.to > quietHours.from ? date : addDays(date, 1)}T${quietHours.to}`, zone);
        if (startAt >= to || endAt <= from) continue;
        const key = `${startAt} ${endAt}`;
        const band = bands.get(key) ?? { startAt, endAt, names: new Set<string>() };
        band.names.add(name);
        bands.set(key, band);
      }
    }
  }
  return [...bands.values()]
    .map(({ startAt, endAt, names }) => ({ startAt, endAt, names: [...names] }))
    .sort((one, other) => one.startAt - other.startAt);
}
