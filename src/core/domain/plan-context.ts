import type { Audience, Channel, Customer, Directory, HolidayRegion, Service, Workspace } from "./directory.ts";
import type { Holidays } from "./holidays.ts";
import type { Instant, ZoneId } from "./instant.ts";
import type { Rule } from "./matrix.ts";
import type { Told } from "./told.ts";
import type { Window } from "./window.ts";
import { isZone } from "./zoned-time.ts";

/** All a plan is made from. */
export type PlanInput = {
  readonly window: Window;
  readonly rules: readonly Rule[];
  readonly directory: Directory;
  readonly workspace: Workspace;
  readonly holidays: Holidays;
  /** The last word each recipient heard of this window (`lastTold`). */
  readonly told: readonly Told[];
  readonly now: Instant;
};

/** Whose clocks and holidays a time is counted by. */
export type Locality = { readonly zone: ZoneId; readonly region: HolidayRegion | null };

/** A plan's input with what is looked up again and again at hand. */
export type PlanContext = PlanInput & {
  readonly audiences: ReadonlyMap<string, Audience>;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** Where the coordinator is. */
  readonly home: Locality;
  /** Where the window's first service is, or home when the directory has no such service. */
  readonly serviceLocality: Locality;
  /** Where a customer is, or home for recipients inside. */
  readonly localityOf: (customer: Customer | null) => Locality;
};

/** Prepares one plan. A place without a zone or holiday calendar of its own goes by the workspace's. */
export function contextOf(input: PlanInput): PlanContext {
  const { directory, workspace, window } = input;
  const home: Locality = { zone: isZone(workspace.zone) ? workspace.zone : "UTC", region: workspace.holidayRegion };
  const locate = (place: Customer | Service): Locality => ({
    zone: isZone(place.zone) ? place.zone : home.zone,
    region: place.holidayRegion ?? home.region,
  });
  const service = directory.services.find(({ id }) => id === window.serviceIds[0]);
  return {
    ...input,
    audiences: byId(directory.audiences),
    customers: byId(directory.customers),
    channels: byId(directory.channels),
    home,
    serviceLocality: service === undefined ? home : locate(service),
    localityOf: (customer) => (customer === null ? home : locate(customer)),
  };
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/**
 * Remembers what was found for a locality: two hundred customers live in a handful of zones and calendars.
 * The result must depend on nothing else.
 */
export function oncePerLocality<Found>(find: (locality: Locality) => Found): (locality: Locality) => Found {
  const found = new Map<string, Found>();
  return (locality) => {
    const key = `${locality.zone} ${locality.region ?? ""}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const fresh = find(locality);
    found.set(key, fresh);
    return fresh;
  };
}
