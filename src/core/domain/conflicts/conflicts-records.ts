import { nameKey } from "../address-key.ts";
import type { Customer, Service } from "../directory.ts";
import type { WindowSpan } from "./conflict.ts";
import { type CustomerBits, type CustomerZone, customerZonesOf } from "./conflicts-customers.ts";
import { type Relation, relationsOf } from "./conflicts-dependencies.ts";
import { type FreezeScope, scopeOf } from "./conflicts-freezes.ts";
import { type AgreedTime, agreedTimeOf } from "./conflicts-slots.ts";
import { type Spans, type Timeline, timelinesByKey } from "./conflicts-timeline.ts";
import type { Freeze } from "./freeze.ts";

/** What conflicts are found among. */
export type ConflictSources = {
  readonly windows: readonly WindowSpan[];
  readonly services: readonly Service[];
  readonly customers: readonly Customer[];
  readonly freezes: readonly Freeze[];
};

/** Names as numbers, in the order they were first met. */
type Numbers = { readonly numberOf: (name: string) => number | undefined; readonly count: number };

/** The sources, sorted by start and gathered by what windows may not share. */
export type ConflictRecords = ConflictSources & {
  /** Only those that will take place and take time, by start. */
  readonly windows: readonly WindowSpan[];
  readonly spans: Spans;
  readonly servicesOf: readonly (readonly number[])[];
  readonly serviceNumbers: Numbers;
  readonly byService: readonly Timeline[];
  readonly peopleOf: readonly (readonly number[])[];
  readonly personNumbers: Numbers;
  readonly byPerson: readonly Timeline[];
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
  readonly zones: readonly ZoneRecords[];
  /** By start. */
  readonly scopes: readonly FreezeScope[];
  readonly freezeSpans: Spans;
  readonly freezeTimeline: Timeline;
  readonly agreedTimes: ReadonlyMap<string, AgreedTime>;
};

/** The windows that concern the customers of one zone. */
export type ZoneRecords = {
  readonly customers: CustomerZone;
  /** By window: whom it concerns there, or null. */
  readonly affected: readonly (CustomerBits | null)[];
  readonly timeline: Timeline;
};

const none: readonly number[] = [];

/** Sorts and gathers, in O(n log n). */
export function recordsOf(sources: ConflictSources): ConflictRecords {
  const windows = byStart(sources.windows.filter(occupiesTime), ({ startAt }) => startAt);
  const spans = { starts: new Float64Array(windows.length), ends: new Float64Array(windows.length) };
  const services = numbering((id) => id);
  const servicesOf: (readonly number[])[] = [];
  const people = numbering(nameKey);
  const peopleOf: (readonly number[])[] = [];
  // Once over them all: sorted, they lie about in memory, and each look at one waits for it.
  windows.forEach((window, number) => {
    spans.starts[number] = window.startAt;
    spans.ends[number] = window.endAt;
    servicesOf.push(services.all(window.serviceIds));
    peopleOf.push(people.all(peopleIn(window)));
  });
  const scopes = byStart(sources.freezes, ({ start }) => start.at).map((freeze) =>
    scopeOf(freeze, sources.services, sources.customers),
  );
  const freezeSpans = spansOf(
    scopes,
    ({ freeze }) => freeze.start.at,
    ({ freeze }) => freeze.end.at,
  );
  return {
    ...sources,
    windows,
    spans,
    servicesOf,
    serviceNumbers: services,
    byService: timelinesByKey(servicesOf, services.count, spans),
    peopleOf,
    personNumbers: people,
    byPerson: timelinesByKey(peopleOf, people.count, spans),
    relations: relationsIn(sources.services),
    zones: zonesIn(sources.customers).map((zone) => zoneRecords(zone, windows, spans)),
    scopes,
    freezeSpans,
    freezeTimeline: whole(freezeSpans, scopes.length),
    agreedTimes: agreedTimesIn(sources.services),
  };
}

/** A directory changes seldom, and conflicts are asked for at every keystroke: what follows from it is kept with it. */
const relationsIn = keptWith(relationsOf);
const zonesIn = keptWith(customerZonesOf);
const agreedTimesIn = keptWith(
  (services: readonly Service[]): ReadonlyMap<string, AgreedTime> =>
    new Map(
      services.flatMap((service) => {
        const agreed = agreedTimeOf(service);
        return agreed === null ? [] : [[service.id, agreed]];
      }),
    ),
);

function keptWith<Source extends object, Found>(find: (source: Source) => Found): (source: Source) => Found {
  const known = new WeakMap<Source, Found>();
  return (source) => {
    const found = known.get(source) ?? find(source);
    known.set(source, found);
    return found;
  };
}

/** Whether a window stands in anything's way: it will take place, and takes time. */
export function occupiesTime({ outcome, startAt, endAt }: WindowSpan): boolean {
  return outcome === "open" && endAt > startAt;
}

/** Everybody a window names; a space is nobody. */
export function peopleIn({ people }: WindowSpan): readonly string[] {
  return people.length === 0 ? people : people.filter((name) => name.trim() !== "");
}

function zoneRecords(customers: CustomerZone, windows: readonly WindowSpan[], spans: Spans): ZoneRecords {
  const known = new Map<string, CustomerBits | null>();
  const affected = windows.map(({ customersAffected, serviceIds }) => {
    if (!customersAffected) return null;
    const key = serviceIds.length === 1 ? (serviceIds[0] ?? "") : serviceIds.join("\n");
    let bits = known.get(key);
    if (bits === undefined) {
      bits = customers.affectedBy(serviceIds);
      known.set(key, bits);
    }
    return bits;
  });
  const keys = affected.map((bits) => (bits === null ? none : [0]));
  return { customers, affected, timeline: timelinesByKey(keys, 1, spans)[0] ?? emptyTimeline };
}

const emptyTimeline: Timeline = { numbers: new Int32Array(0), reach: new Float64Array(0) };

function whole(spans: Spans, count: number): Timeline {
  return (
    timelinesByKey(
      Array.from({ length: count }, () => [0]),
      1,
      spans,
    )[0] ?? emptyTimeline
  );
}

function spansOf<Entry>(entries: readonly Entry[], start: (entry: Entry) => number, end: (entry: Entry) => number): Spans {
  return { starts: numbersOf(entries, start), ends: numbersOf(entries, end) };
}

/** A plain loop: `Float64Array.from` goes by the iterator, which takes several times as long. */
function numbersOf<Entry>(entries: readonly Entry[], numberOf: (entry: Entry) => number): Float64Array {
  const numbers = new Float64Array(entries.length);
  let at = 0;
  for (const entry of entries) {
    numbers[at] = numberOf(entry);
    at += 1;
  }
  return numbers;
}

function byStart<Entry>(entries: readonly Entry[], startOf: (entry: Entry) => number): readonly Entry[] {
  const starts = numbersOf(entries, startOf);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let isSorted = true;
  for (const start of starts) {
    if (start < last) isSorted = false;
    else last = start;
    if (start < first) first = start;
  }
  if (isSorted) return entries;
  const { length } = entries;
  // Start and place in one number sort several times quicker than objects do, as long as it stays exact.
  if (!((last - first + 1) * length < Number.MAX_SAFE_INTEGER)) {
    return entries.toSorted((one, other) => startOf(one) - startOf(other));
  }
  for (let place = 0; place < length; place += 1) starts[place] = ((starts[place] ?? 0) - first) * length + place;
  starts.sort();
  const sorted: Entry[] = [];
  for (const key of starts) {
    const entry = entries[key % length];
    if (entry !== undefined) sorted.push(entry);
  }
  return sorted;
}

function numbering(keyOf: (name: string) => string) {
  const byName = new Map<string, number>();
  const byKey = new Map<string, number>();
  /** Most records name one: they share a list. */
  const alone: (readonly number[])[] = [];
  function one(name: string): readonly number[] {
    const found = number(name);
    const list = alone[found] ?? [found];
    alone[found] = list;
    return list;
  }
  function number(name: string): number {
    let found = byName.get(name);
    if (found === undefined) {
      const key = keyOf(name);
      found = byKey.get(key) ?? byKey.size;
      byKey.set(key, found);
      byName.set(name, found);
    }
    return found;
  }
  return {
    all: (names: readonly string[]): readonly number[] => {
      if (names.length === 0) return none;
      if (names.length === 1) return one(names[0] ?? "");
      return [...new Set(names.map(number))];
    },
    numberOf: (name: string) => byKey.get(keyOf(name)),
    get count() {
      return byKey.size;
    },
  };
}
