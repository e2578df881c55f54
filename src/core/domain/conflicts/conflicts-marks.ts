import { type ConflictKind, type ConflictMark, conflictKinds } from "./conflict.ts";
import { haveCommon } from "./conflicts-customers.ts";
import { frozenOf } from "./conflicts-freezes.ts";
import type { ConflictRecords, ZoneRecords } from "./conflicts-records.ts";
import { type Timeline, visitOverlapping } from "./conflicts-timeline.ts";

// Every kind is in the list, which the compiler checks, but not that its entries make the record.
const bits = Object.fromEntries(conflictKinds.map((kind, place) => [kind, 1 << place])) as Readonly<Record<ConflictKind, number>>;

/** Counts what stands against each window, and of which kinds it is. */
class Tally {
  readonly counts: Int32Array;
  readonly kinds: Uint8Array;
  constructor(windows: number) {
    this.counts = new Int32Array(windows);
    this.kinds = new Uint8Array(windows);
  }
  add(number: number, kind: ConflictKind): void {
    this.counts[number] = (this.counts[number] ?? 0) + 1;
    this.kinds[number] = (this.kinds[number] ?? 0) | bits[kind];
  }
  pair(one: number, other: number, kind: ConflictKind): void {
    this.add(one, kind);
    this.add(other, kind);
  }
}

/** Every window that has conflicts, by start: each pair is met once, from the window that starts first. */
export function marksOf(records: ConflictRecords): readonly ConflictMark[] {
  const tally = new Tally(records.windows.length);
  const { servicesOf, byService, peopleOf, byPerson } = records;
  sweep(records, servicesOf, byService, null, (one, other) => tally.pair(one, other, "sameService"));
  sweep(records, peopleOf, byPerson, null, (one, other) => tally.pair(one, other, "samePerson"));
  const related = relatedServices(records);
  if (related.some(({ length }) => length > 0)) {
    sweep(records, servicesOf, byService, related, (one, other) => tally.pair(one, other, "dependency"));
  }
  sweepDays(records, (one, other) => tally.pair(one, other, "sameCustomerDay"));
  if (records.scopes.length > 0) markFrozen(records, tally);
  if (records.agreedTimes.size > 0) markOutside(records, tally);
  const marks: ConflictMark[] = [];
  records.windows.forEach(({ id }, number) => {
    const count = tally.counts[number] ?? 0;
    if (count > 0) marks.push({ windowId: id, kinds: kindsOf(tally.kinds[number] ?? 0), count });
  });
  return marks;
}

function kindsOf(marked: number): readonly ConflictKind[] {
  return conflictKinds.filter((kind) => (marked & bits[kind]) !== 0);
}

/**
 * Meets every pair of windows that share a key, or have related keys, and some time, once. Windows come by start, so that
 * those which overlap one and start later stand right behind it in the timeline of the key.
 */
function sweep(
  { spans: { starts, ends } }: ConflictRecords,
  keysOf: readonly (readonly number[])[],
  timelines: readonly Timeline[],
  related: readonly (readonly number[])[] | null,
  meet: (one: number, other: number) => void,
): void {
  /** How many of each timeline's windows were passed. */
  const passed = new Int32Array(timelines.length);
  /** The last window each was met from: two windows may share several keys. */
  const metFrom = new Int32Array(starts.length).fill(-1);
  for (let one = 0; one < keysOf.length; one += 1) {
    const keys = keysOf[one] ?? [];
    const end = ends[one] ?? 0;
    for (const key of keys) passed[key] = (passed[key] ?? 0) + 1;
    for (const own of keys) {
      for (const key of related === null ? [own] : (related[own] ?? [])) {
        const numbers = timelines[key]?.numbers ?? emptyNumbers;
        for (let at = passed[key] ?? 0; at < numbers.length; at += 1) {
          const other = numbers[at] ?? 0;
          if ((starts[other] ?? 0) >= end) break;
          if (metFrom[other] === one) continue;
          metFrom[other] = one;
          meet(one, other);
        }
      }
    }
  }
}

const emptyNumbers = new Int32Array(0);

function relatedServices({ relations, serviceNumbers }: ConflictRecords): readonly (readonly number[])[] {
  const related: number[][] = Array.from({ length: serviceNumbers.count }, () => []);
  for (const [id, others] of relations) {
    const own = related[serviceNumbers.numberOf(id) ?? -1];
    if (own === undefined) continue;
    // Two services that need one another are one relation here.
    const numbers = new Set(others.map(({ serviceId }) => serviceNumbers.numberOf(serviceId)));
    for (const number of numbers) if (number !== undefined) own.push(number);
  }
  return related;
}

/**
 * Meets every pair of windows that concern one customer on one day of its calendar, once over all zones. Two windows share
 * a day when the later one starts before the last day of the earlier one is over.
 */
function sweepDays(
  { windows, spans: { starts, ends }, zones }: ConflictRecords,
  meet: (one: number, other: number) => void,
): void {
  const earlier: { readonly affected: ZoneRecords["affected"]; readonly dayEnds: Float64Array }[] = [];
  for (const { customers, affected, timeline } of zones) {
    const { numbers } = timeline;
    const dayEnds = new Float64Array(windows.length);
    for (const number of numbers) dayEnds[number] = customers.nextMidnight((ends[number] ?? 0) - 1);
    const isMetEarlier = (one: number, other: number, start: number): boolean =>
      earlier.some((zone) => {
        const bits = zone.affected[one] ?? null;
        const theirs = zone.affected[other] ?? null;
        return bits !== null && theirs !== null && start < (zone.dayEnds[one] ?? 0) && haveCommon(bits, theirs);
      });
    for (let at = 0; at < numbers.length; at += 1) {
      const one = numbers[at] ?? 0;
      const bits = affected[one] ?? null;
      if (bits === null) continue;
      const group = windows[one]?.groupId ?? null;
      const dayEnd = dayEnds[one] ?? 0;
      for (let next = at + 1; next < numbers.length; next += 1) {
        const other = numbers[next] ?? 0;
        const start = starts[other] ?? 0;
        if (start >= dayEnd) break;
        if (group !== null && windows[other]?.groupId === group) continue;
        const theirs = affected[other] ?? null;
        if (theirs === null || !haveCommon(bits, theirs) || isMetEarlier(one, other, start)) continue;
        meet(one, other);
      }
    }
    earlier.push({ affected, dayEnds });
  }
}

function markFrozen({ windows, scopes, freezeSpans, freezeTimeline }: ConflictRecords, tally: Tally): void {
  windows.forEach(({ startAt, endAt, serviceIds }, number) => {
    visitOverlapping(freezeTimeline, freezeSpans, startAt, endAt, (freeze) => {
      const scope = scopes[freeze];
      if (scope !== undefined && frozenOf(scope, serviceIds).length > 0) tally.add(number, "freeze");
    });
  });
}

function markOutside({ windows, agreedTimes }: ConflictRecords, tally: Tally): void {
  windows.forEach(({ startAt, endAt, serviceIds }, number) => {
    for (const id of new Set(serviceIds)) {
      const agreed = agreedTimes.get(id);
      if (agreed !== undefined && !agreed.covers(startAt, endAt)) tally.add(number, "outsideSlot");
    }
  });
}
