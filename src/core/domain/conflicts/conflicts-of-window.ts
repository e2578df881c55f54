import { nameKey } from "../address-key.ts";
import type { Customer } from "../directory.ts";
import { day } from "../instant.ts";
import { dateOf } from "../zoned-time.ts";
import type { Conflict, Named, OtherWindow, WindowSpan } from "./conflict.ts";
import { daysAround } from "./conflicts-customers.ts";
import type { Relation } from "./conflicts-dependencies.ts";
import { frozenOf } from "./conflicts-freezes.ts";
import { type ConflictRecords, peopleIn } from "./conflicts-records.ts";
import { visitOverlapping } from "./conflicts-timeline.ts";

/** Customers named in one conflict; it counts the others. */
const customersNamed = 3;

/** A conflict whose words are still to be found: most of many are only counted. */
export type Finding = { readonly startAt: number; readonly tell: () => Conflict };

/** What stands against one window, which need not be one of the records; its own record is left out. */
export type Findings = Readonly<Record<Conflict["kind"], readonly Finding[]>>;

/** Looks for all of a window's conflicts by binary search in the timelines it has a part in. */
export function findingsFor(window: WindowSpan, records: ConflictRecords): Findings {
  return {
    freeze: frozenTimes(window, records),
    outsideSlot: outsideAgreed(window, records),
    sameService: onSameService(window, records),
    dependency: onRelatedService(window, records),
    samePerson: bySamePerson(window, records),
    sameCustomerDay: onCustomersDay(window, records),
  };
}

function frozenTimes(window: WindowSpan, { scopes, freezeSpans, freezeTimeline, services }: ConflictRecords): readonly Finding[] {
  const findings: Finding[] = [];
  visitOverlapping(freezeTimeline, freezeSpans, window.startAt, window.endAt, (number) => {
    const scope = scopes[number];
    if (scope === undefined) return;
    const frozen = frozenOf(scope, [...new Set(window.serviceIds)]);
    if (frozen.length === 0) return;
    const { id, name, reason, start, end } = scope.freeze;
    findings.push({
      startAt: start.at,
      tell: () => ({
        kind: "freeze",
        freeze: { id, name, reason, startAt: start.at, endAt: end.at, zone: start.zone },
        services: frozen.map((service) => named(service, services)),
        customers: scope.customers
          .filter(({ serviceIds }) => serviceIds.length === 0 || serviceIds.some((service) => frozen.includes(service)))
          .map(nameOnly),
      }),
    });
  });
  return findings;
}

const ahead = 28 * day;

function outsideAgreed(
  { serviceIds, startAt, endAt }: WindowSpan,
  { agreedTimes, services }: ConflictRecords,
): readonly Finding[] {
  return [...new Set(serviceIds)].flatMap((id): Finding[] => {
    const agreed = agreedTimes.get(id);
    if (agreed === undefined || agreed.covers(startAt, endAt)) return [];
    return [
      {
        startAt,
        tell: () => ({
          kind: "outsideSlot",
          service: named(id, services),
          zone: services.find((service) => service.id === id)?.zone ?? "UTC",
          slots: agreed.slots,
          nextStart: agreed.firstFit(startAt, endAt - startAt, startAt + ahead),
        }),
      },
    ];
  });
}

function onSameService(window: WindowSpan, records: ConflictRecords): readonly Finding[] {
  const shared = new Map<number, string[]>();
  for (const id of new Set(window.serviceIds)) {
    visitOthers(window, records, records.byService[records.serviceNumbers.numberOf(id) ?? -1], (number) => {
      gather(shared, number, id);
    });
  }
  return findingsOf(shared, records, (other, serviceIds) => ({
    kind: "sameService",
    other,
    services: serviceIds.map((id) => named(id, records.services)),
  }));
}

function onRelatedService(window: WindowSpan, records: ConflictRecords): readonly Finding[] {
  const nearest = new Map<number, Relation>();
  for (const id of new Set(window.serviceIds)) {
    for (const relation of records.relations.get(id) ?? []) {
      visitOthers(window, records, records.byService[records.serviceNumbers.numberOf(relation.serviceId) ?? -1], (number) => {
        const known = nearest.get(number);
        if (known === undefined || relation.path.length < known.path.length) nearest.set(number, relation);
      });
    }
  }
  return findingsOf(nearest, records, (other, { path, own }) => ({
    kind: "dependency",
    other,
    path: path.map((id) => named(id, records.services)),
    own,
  }));
}

function bySamePerson(window: WindowSpan, records: ConflictRecords): readonly Finding[] {
  const busy = new Map<number, string[]>();
  const people = new Map(peopleIn(window).map((name) => [nameKey(name), name.trim()]));
  for (const [key, name] of people) {
    visitOthers(window, records, records.byPerson[records.personNumbers.numberOf(key) ?? -1], (number) => {
      gather(busy, number, name);
    });
  }
  return findingsOf(busy, records, (other, names) => ({ kind: "samePerson", other, people: names }));
}

function onCustomersDay(window: WindowSpan, records: ConflictRecords): readonly Finding[] {
  if (!window.customersAffected) return [];
  const { windows, spans, customers: everyone, zones } = records;
  const shared = new Map<number, readonly Customer[]>();
  for (const { customers, affected, timeline } of zones) {
    const bits = customers.affectedBy(window.serviceIds);
    if (bits === null) continue;
    const days = daysAround(window.startAt, window.endAt, customers.zone);
    visitOverlapping(timeline, spans, days.from, days.to, (number) => {
      const other = windows[number];
      const theirs = affected[number] ?? null;
      if (other === undefined || theirs === null || other.id === window.id) return;
      if (window.groupId !== null && other.groupId === window.groupId) return;
      const common = customers.shared(bits, theirs);
      if (common.length === 0) return;
      shared.set(number, [...(shared.get(number) ?? []), ...common]);
    });
  }
  return findingsOf(shared, records, (other, customers) => {
    const inOrder = everyone.filter((customer) => customers.includes(customer));
    const zone = inOrder[0]?.zone ?? "UTC";
    return {
      kind: "sameCustomerDay",
      other,
      customers: inOrder.slice(0, customersNamed).map(nameOnly),
      customerCount: inOrder.length,
      date: firstSharedDate(window, other, zone),
      zone,
    };
  });
}

/** The later of the first days: both windows fall on it, since they share one. */
function firstSharedDate(one: WindowSpan, other: OtherWindow, zone: string): string {
  return dateOf(Math.max(one.startAt, other.startAt), zone);
}

function visitOthers(
  window: WindowSpan,
  { windows, spans }: ConflictRecords,
  timeline: ConflictRecords["byService"][number] | undefined,
  visit: (number: number) => void,
): void {
  if (timeline === undefined) return;
  visitOverlapping(timeline, spans, window.startAt, window.endAt, (number) => {
    if (windows[number]?.id !== window.id) visit(number);
  });
}

function gather(lists: Map<number, string[]>, number: number, entry: string): void {
  const list = lists.get(number);
  if (list === undefined) lists.set(number, [entry]);
  else list.push(entry);
}

/** One finding a window that was met, by start. */
function findingsOf<Found>(
  met: ReadonlyMap<number, Found>,
  { windows }: ConflictRecords,
  tell: (other: OtherWindow, found: Found) => Conflict,
): readonly Finding[] {
  return [...met]
    .sort(([one], [other]) => one - other)
    .flatMap(([number, found]): Finding[] => {
      const other = windows[number];
      if (other === undefined) return [];
      const { id, reference, title, startAt, endAt } = other;
      return [{ startAt, tell: () => tell({ id, reference, title, startAt, endAt }, found) }];
    });
}

function named(id: string, entries: readonly Named[]): Named {
  return { id, name: entries.find((entry) => entry.id === id)?.name ?? "a removed service" };
}

function nameOnly({ id, name }: Named): Named {
  return { id, name };
}
