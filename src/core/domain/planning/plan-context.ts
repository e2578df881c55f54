import { recipientKey } from "../delivery.ts";
import type { Audience, Channel, Customer, Directory, HolidayRegion, Service, Workspace } from "../directory.ts";
import type { Group } from "../group.ts";
import { type Holidays, type WorkCalendar, withOwnDays } from "../holidays.ts";
import type { Instant, ZoneId } from "../instant.ts";
import type { Rule } from "../matrix.ts";
import type { Told } from "../told.ts";
import type { Window } from "../window.ts";
import { isZone } from "../zoned-time.ts";

/** All a plan is made from. */
export type PlanInput = {
  readonly window: Window;
  readonly rules: readonly Rule[];
  readonly directory: Directory;
  readonly workspace: Workspace;
  readonly holidays: Holidays;
  /** The last word each recipient heard of this window (`lastTold`). */
  readonly told: readonly Told[];
  /** The change or series the window is part of; absent or null for a window by itself. */
  readonly group?: Group | null;
  readonly now: Instant;
};

/** Whose clocks and holidays a time is counted by. */
export type Locality = { readonly zone: ZoneId; readonly region: HolidayRegion | null };

/** A plan's input with what is looked up again and again at hand. */
export type PlanContext = PlanInput & {
  /** The days of work everywhere, the workspace's own days among them. */
  readonly calendar: WorkCalendar;
  readonly audiences: ReadonlyMap<string, Audience>;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** Since when recipients, by key, know of the window's start as it is now. */
  readonly heardSince: ReadonlyMap<string, Instant>;
  /** Where the coordinator is. */
  readonly home: Locality;
  /** Where the window's first service is, or home when the directory has no such service. */
  readonly serviceLocality: Locality;
  /** Where a customer is, or home for recipients inside. */
  readonly localityOf: (customer: Customer | null) => Locality;
  /** The locality of a zone and region: within one plan, always the same object. */
  readonly locate: (zone: ZoneId, region: HolidayRegion | null) => Locality;
};

/** Prepares one plan. A place without a zone or holiday calendar of its own goes by the workspace's. */
export function contextOf(input: PlanInput): PlanContext {
  const { directory, workspace, window } = input;
  const customers = byId(directory.customers);
  const locate = oneOfEach();
  const home = locate(isZone(workspace.zone) ? workspace.zone : "UTC", workspace.holidayRegion);
  const localityOf = ({ zone, holidayRegion }: Customer | Service) =>
    locate(isZone(zone) ? zone : home.zone, holidayRegion ?? home.region);
  const localities = new Map(directory.customers.map((customer) => [customer, localityOf(customer)]));
  const service = directory.services.find(({ id }) => id === window.serviceIds[0]);
  return {
    ...input,
    calendar: withOwnDays(input.holidays, workspace.ownDays),
    heardSince: new Map(
      input.told
        .filter(({ startAt }) => startAt === window.start.at)
        .map((told) => [recipientKey(told), told.heardSince ?? told.at]),
    ),
    audiences: byId(directory.audiences),
    customers,
    channels: byId(directory.channels),
    home,
    serviceLocality: service === undefined ? home : localityOf(service),
    localityOf: (customer) => (customer === null ? home : (localities.get(customer) ?? localityOf(customer))),
    locate,
  };
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Makes one locality for each zone and region, so that they can be told apart by identity. */
function oneOfEach(): PlanContext["locate"] {
  const made = new Map<string, Locality>();
  return (zone, region) => {
    const key = `${zone} ${region ?? ""}`;
    const locality = made.get(key) ?? { zone, region };
    made.set(key, locality);
    return locality;
  };
}

/**
 * Remembers what was found for a locality: two hundred customers live in a handful of zones and calendars.
 * The result must depend on nothing else.
 */
export function oncePerLocality<Found>(find: (locality: Locality) => Found): (locality: Locality) => Found {
  const found = new Map<Locality, Found>();
  return (locality) => {
    const known = found.get(locality);
    if (known !== undefined) return known;
    const fresh = find(locality);
    found.set(locality, fresh);
    return fresh;
  };
}
