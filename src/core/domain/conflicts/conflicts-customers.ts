import type { Customer } from "../directory.ts";
import type { Instant, IsoDate, ZoneId } from "../instant.ts";
import { addDays, dateOf, instantOfWall } from "../zoned-time.ts";

/** Some of a zone's customers, one bit each. */
export type CustomerBits = Uint32Array;

/** The customers who live by one clock. */
export type CustomerZone = {
  readonly zone: ZoneId;
  /** Those whom a change of these services concerns; null when it concerns none. */
  affectedBy(serviceIds: readonly string[]): CustomerBits | null;
  /** Those in both, in the directory's order. */
  shared(one: CustomerBits, other: CustomerBits): readonly Customer[];
  /** When the day after this instant's begins there. Remembers it: thousands of windows share a day. */
  nextMidnight(at: Instant): Instant;
};

/** The active customers, by zone: whether two windows fall on one day is the same for all who live by one clock. */
export function customerZonesOf(customers: readonly Customer[]): readonly CustomerZone[] {
  const zones = new Map<ZoneId, Customer[]>();
  for (const customer of customers) {
    if (customer.active === false) continue;
    const found = zones.get(customer.zone);
    if (found === undefined) zones.set(customer.zone, [customer]);
    else found.push(customer);
  }
  return [...zones].map(([zone, inZone]) => customerZone(zone, inZone));
}

/** About ten years of days: what is kept with a directory must not grow for ever. */
const daysKept = 4000;

function customerZone(zone: ZoneId, customers: readonly Customer[]): CustomerZone {
  const words = Math.ceil(customers.length / 32);
  const midnights = new Map<IsoDate, Instant>();
  return {
    zone,
    affectedBy(serviceIds) {
      const bits = new Uint32Array(words);
      customers.forEach((customer, number) => {
        const isAffected = customer.serviceIds.length === 0 || customer.serviceIds.some((id) => serviceIds.includes(id));
        if (isAffected) bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
      });
      return bits.some((word) => word !== 0) ? bits : null;
    },
    shared: (one, other) =>
      customers.filter((_, number) => (((one[number >>> 5] ?? 0) & (other[number >>> 5] ?? 0)) >>> (number & 31)) & 1),
    nextMidnight(at) {
      const date = dateOf(at, zone);
      let midnight = midnights.get(date);
      if (midnight === undefined) {
        midnight = nextMidnight(at, zone);
        if (midnights.size >= daysKept) midnights.clear();
        midnights.set(date, midnight);
      }
      return midnight;
    },
  };
}

/** Whether anybody is in both. */
export function haveCommon(one: CustomerBits, other: CustomerBits): boolean {
  for (let word = 0; word < one.length; word += 1) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true;
  return false;
}

/** All of the days a stretch of time falls on, in a zone: from the first's midnight to the last's end. */
export function daysAround(startAt: Instant, endAt: Instant, zone: ZoneId): { readonly from: Instant; readonly to: Instant } {
  return { from: instantOfWall(`${dateOf(startAt, zone)}T00:00`, zone), to: nextMidnight(endAt - 1, zone) };
}

/** When the day after this instant's begins, in a zone. */
export function nextMidnight(at: Instant, zone: ZoneId): Instant {
  return instantOfWall(`${addDays(dateOf(at, zone), 1)}T00:00`, zone);
}
