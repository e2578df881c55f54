import fc from "fast-check";
import { expect, test } from "vitest";
import type { Conflict, WindowSpan } from "../../../src/core/domain/conflicts/conflict.ts";
import { indexConflicts } from "../../../src/core/domain/conflicts/conflicts.ts";
import type { ConflictSources } from "../../../src/core/domain/conflicts/conflicts-records.ts";
import type { Freeze } from "../../../src/core/domain/conflicts/freeze.ts";
import { nextFreeSlot } from "../../../src/core/domain/conflicts/next-free-slot.ts";
import type { Customer, MaintenanceSlot, Service } from "../../../src/core/domain/directory.ts";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import type { Weekday } from "../../../src/core/domain/matrix.ts";
import { aCustomer, aService } from "../../builders/directory.ts";
import { zonedTime } from "../../builders/window.ts";

/** From three days before the clocks go back in London to three days after they do in New York. */
const from = Date.UTC(2026, 9, 22);
const days = 14;
const zones = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"] as const;
const serviceIds = ["a", "b", "c", "d", "e"] as const;
const people = ["Engineer on duty", "engineer  on duty", "Database lead", "ENGINEER ON DUTY", "", " "] as const;

/** On quarter hours, so that ends often touch. */
const startAt = fc.integer({ min: 0, max: days * 96 }).map((quarter) => from + quarter * 15 * minute);
const length = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 24 }).map((quarters) => quarters * 15 * minute) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 80 }).map((hours) => hours * hour) },
  { weight: 1, arbitrary: fc.constantFrom(0, -hour) },
);
const someServices = fc.array(fc.constantFrom(...serviceIds, "removed"), { maxLength: 3 });

const span: fc.Arbitrary<Omit<WindowSpan, "id">> = fc
  .record({
    startAt,
    length,
    serviceIds: someServices,
    outcome: fc.constantFrom("open", "open", "open", "open", "completed", "cancelled"),
    customersAffected: fc.boolean(),
    people: fc.array(fc.constantFrom(...people), { maxLength: 3 }),
    groupId: fc.constantFrom(null, null, "change-1", "change-2"),
  } as const)
  .map(({ length, ...rest }) => ({ ...rest, endAt: rest.startAt + length, reference: "", title: "" }));

const timeOfDay = fc.constantFrom("00:00", "01:15", "01:30", "02:30", "06:00", "22:00", "23:45");
const slot: fc.Arbitrary<MaintenanceSlot> = fc.record({
  weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
  from: timeOfDay,
  to: timeOfDay,
});
const services: fc.Arbitrary<readonly Service[]> = fc
  .tuple(
    ...serviceIds.map((id) =>
      fc.record({
        id: fc.constant(id),
        zone: fc.constantFrom(...zones),
        dependsOn: fc.array(fc.constantFrom(...serviceIds, "removed"), { maxLength: 2 }),
        maintenanceSlots: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(slot, { maxLength: 8 })),
      }),
    ),
  )
  .map((all) => all.map((service) => aService({ ...service, name: `Service ${service.id}` })));
const customers: fc.Arbitrary<readonly Customer[]> = fc
  .array(fc.record({ zone: fc.constantFrom(...zones), serviceIds: someServices, active: fc.boolean() }), { maxLength: 5 })
  .map((all) => all.map((customer, index) => aCustomer({ ...customer, id: `customer-${index}` })));
const freezes: fc.Arbitrary<readonly Freeze[]> = fc
  .array(
    fc.record({
      startAt,
      hours: fc.integer({ min: 1, max: 60 }),
      serviceIds: someServices,
      customerIds: fc.array(fc.constantFrom("customer-0", "customer-1", "customer-9"), { maxLength: 2 }),
    }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map((freeze, index) => ({
      id: `freeze-${index}`,
      name: `Freeze ${index}`,
      start: zonedTime(freeze.startAt),
      end: zonedTime(freeze.startAt + freeze.hours * hour),
      serviceIds: freeze.serviceIds,
      customerIds: freeze.customerIds,
      reason: "",
    })),
  );

const sources: fc.Arbitrary<ConflictSources> = fc.record({
  windows: fc.array(span, { maxLength: 12 }).map((spans) => spans.map((one, index) => ({ ...one, id: `w${index}` }))),
  services,
  customers,
  freezes,
});

// ---- The oracle: every window with every other, day by day and minute by minute, with the platform's own calendars.

const isOpen = (window: WindowSpan) => window.outcome === "open" && window.startAt < window.endAt;
const overlap = (one: WindowSpan, other: { readonly startAt: number; readonly endAt: number }) =>
  Math.max(one.startAt, other.startAt) < Math.min(one.endAt, other.endAt);
const share = <T>(one: readonly T[], other: readonly T[]) => one.some((entry) => other.includes(entry));
const key = (name: string) => name.trim().toLowerCase().split(/\s+/u).join(" ");

function dependsOn(service: string, needed: string, all: readonly Service[], seen: readonly string[] = []): boolean {
  if (seen.includes(service)) return false;
  const next = all.find(({ id }) => id === service)?.dependsOn ?? [];
  return next.some((id) => all.some((one) => one.id === id) && (id === needed || dependsOn(id, needed, all, [...seen, service])));
}

/** Remembers what was found under a key: thousands of cases ask the same of a fortnight. */
function remembered<Args extends readonly unknown[], Found>(find: (...args: Args) => Found) {
  const known = new Map<string, Found>();
  return (key: string, ...args: Args): Found => {
    const found = known.get(key) ?? find(...args);
    known.set(key, found);
    return found;
  };
}

/** What the clocks of each zone show, every quarter of an hour from three days before until ten days after. */
const firstQuarter = from - 3 * day;
const quarter = 15 * minute;
const walls = new Map<string, readonly string[]>(
  zones.map((zone) => {
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    const count = (days + 13) * 96;
    return [zone, Array.from({ length: count }, (_, index) => format.format(firstQuarter + index * quarter).replace(" ", "T"))];
  }),
);
const wallsDuring = ({ startAt, endAt }: WindowSpan, zone: string) =>
  (walls.get(zone) ?? []).slice((startAt - firstQuarter) / quarter, (endAt - firstQuarter) / quarter);
const datesBy = remembered((window: WindowSpan, zone: string) => [
  ...new Set(wallsDuring(window, zone).map((wall) => wall.slice(0, 10))),
]);
const datesOf = (window: WindowSpan, zone: string) => datesBy(`${window.startAt} ${window.endAt} ${zone}`, window, zone);
const nextDate = (date: string) => new Date(Date.parse(`${date}T00:00Z`) + day).toISOString().slice(0, 10);

/** The first quarter at which a zone's clocks have come to a wall time. */
const reachedBy = remembered((wall: string, zone: string) => (walls.get(zone) ?? []).findIndex((one) => one >= wall));

/** The quarters of an hour in which a service may be maintained: from when its clocks first reach a slot's begin to its end. */
function agreedQuarters({ zone, maintenanceSlots = [] }: Service): ReadonlySet<number> {
  const shown = walls.get(zone) ?? [];
  const reached = (wall: string) => reachedBy(`${wall} ${zone}`, wall, zone);
  const agreed = new Set<number>();
  for (const date of new Set(shown.map((wall) => wall.slice(0, 10)))) {
    for (const { weekday, from: begin, to } of maintenanceSlots) {
      if ((new Date(`${date}T00:00Z`).getUTCDay() || 7) !== weekday) continue;
      const end = reached(`${to > begin ? date : nextDate(date)}T${to}`);
      const first = reached(`${date}T${begin}`);
      if (first === -1) continue;
      for (let at = first; at < (end === -1 ? shown.length : end); at += 1) agreed.add(at);
    }
  }
  return agreed;
}

const agreedBy = new WeakMap<Service, ReadonlySet<number>>();

function isOutside(window: WindowSpan, service: Service): boolean {
  if ((service.maintenanceSlots ?? []).length === 0) return false;
  const agreed = agreedBy.get(service) ?? agreedQuarters(service);
  agreedBy.set(service, agreed);
  for (let at = window.startAt; at < window.endAt; at += quarter) if (!agreed.has((at - firstQuarter) / quarter)) return true;
  return false;
}

const concerns = (customer: Customer, window: WindowSpan) =>
  customer.active !== false &&
  window.customersAffected &&
  (customer.serviceIds.length === 0 || share(customer.serviceIds, window.serviceIds));

function isFrozen(window: WindowSpan, freeze: Freeze, { customers }: ConflictSources, services: readonly Service[]): boolean {
  if (!overlap(window, { startAt: freeze.start.at, endAt: freeze.end.at })) return false;
  return window.serviceIds.some(
    (id) =>
      (freeze.serviceIds.length === 0 && freeze.customerIds.length === 0) ||
      freeze.serviceIds.includes(id) ||
      customers.some(
        (customer) =>
          customer.active !== false &&
          freeze.customerIds.includes(customer.id) &&
          (customer.serviceIds.length === 0 ? services.some((service) => service.id === id) : customer.serviceIds.includes(id)),
      ),
  );
}

/** All conflicts of a window, as `kind:what it is with`. */
function expected(window: WindowSpan, all: ConflictSources): readonly string[] {
  if (!isOpen(window)) return [];
  const found: string[] = [];
  for (const other of all.windows) {
    if (other.id === window.id || !isOpen(other)) continue;
    if (overlap(window, other)) {
      if (share(window.serviceIds, other.serviceIds)) found.push(`sameService:${other.id}`);
      const isRelated = window.serviceIds.some((one) =>
        other.serviceIds.some((two) => one !== two && (dependsOn(one, two, all.services) || dependsOn(two, one, all.services))),
      );
      if (isRelated) found.push(`dependency:${other.id}`);
      if (share(window.people.map(key).filter(Boolean), other.people.map(key).filter(Boolean))) {
        found.push(`samePerson:${other.id}`);
      }
    }
    const isOneChange = window.groupId !== null && window.groupId === other.groupId;
    const meet = all.customers.some(
      (customer) =>
        concerns(customer, window) &&
        concerns(customer, other) &&
        share(datesOf(window, customer.zone), datesOf(other, customer.zone)),
    );
    if (!isOneChange && meet) found.push(`sameCustomerDay:${other.id}`);
  }
  for (const freeze of all.freezes) if (isFrozen(window, freeze, all, all.services)) found.push(`freeze:${freeze.id}`);
  for (const service of all.services) {
    if (window.serviceIds.includes(service.id) && isOutside(window, service)) found.push(`outsideSlot:${service.id}`);
  }
  return found.sort();
}

function labelOf(conflict: Conflict): string {
  switch (conflict.kind) {
    case "freeze":
      return `freeze:${conflict.freeze.id}`;
    case "outsideSlot":
      return `outsideSlot:${conflict.service.id}`;
    default:
      return `${conflict.kind}:${conflict.other.id}`;
  }
}

const cases = { numRuns: 2_000 };

test("finds for every window just what comparing it with everything finds", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(sources, (all) => {
      const index = indexConflicts(all);
      const marks = new Map(index.allConflicts().map((mark) => [mark.windowId, mark]));
      const found = all.windows.map((window) => {
        const { count, kinds, conflicts } = index.conflictsOf(window);
        const mark = marks.get(window.id);
        const marked = { count: mark?.count ?? 0, kinds: mark?.kinds ?? [] };
        return { labels: conflicts.map(labelOf).sort(), count, kinds: [...kinds].sort(), marked, asMarked: { count, kinds } };
      });
      const wanted = all.windows.map((window) => {
        const labels = expected(window, all);
        return { labels, count: labels.length, kinds: [...new Set(labels.map((label) => label.split(":")[0]))].sort() };
      });
      expect(found.map(({ labels, count, kinds }) => ({ labels, count, kinds }))).toEqual(wanted);
      expect(found.map(({ marked }) => marked)).toEqual(found.map(({ asMarked }) => asMarked));
    }),
    cases,
  );
});

test("names a way along which each service really needs the next", () => {
  fc.assert(
    fc.property(sources, (all) => {
      const index = indexConflicts(all);
      for (const window of all.windows) {
        for (const conflict of index.conflictsOf(window).conflicts) {
          if (conflict.kind !== "dependency") continue;
          const ids = conflict.path.map(({ id }) => id);
          const other = all.windows.find(({ id }) => id === conflict.other.id);
          const [own, theirs] = conflict.own === "first" ? [ids[0], ids.at(-1)] : [ids.at(-1), ids[0]];
          expect(window.serviceIds).toContain(own);
          expect(other?.serviceIds).toContain(theirs);
          ids.slice(1).forEach((needed, index) => {
            expect(all.services.find(({ id }) => id === ids[index])?.dependsOn).toContain(needed);
          });
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("offers as the next free slot a start without conflict that keeps every promise", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(sources, span, fc.integer({ min: 0, max: 6 * 96 }), (all, drafted, quarters) => {
      const window = { ...drafted, id: "draft", outcome: "open" as const };
      fc.pre(window.endAt > window.startAt);
      const index = indexConflicts(all);
      const promised = from + quarters * quarter;
      const found = nextFreeSlot({
        window,
        zone: "Europe/London",
        index,
        from: from + day,
        until: from + (days + 4) * day,
        earliestStart: (at) => (at >= promised ? null : promised),
      });
      if (found.kind === "none") return;
      expect(found.startAt).toBeGreaterThanOrEqual(Math.max(window.startAt, promised, from + day));
      expect(found.endAt - found.startAt).toBe(window.endAt - window.startAt);
      expect(expected({ ...window, startAt: found.startAt, endAt: found.endAt }, all)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
