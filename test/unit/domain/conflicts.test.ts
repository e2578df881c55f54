import { expect, test } from "vitest";
import type { WindowSpan } from "../../../src/core/domain/conflicts/conflict.ts";
import { indexConflicts } from "../../../src/core/domain/conflicts/conflicts.ts";
import { circleThrough } from "../../../src/core/domain/conflicts/conflicts-dependencies.ts";
import type { ConflictSources } from "../../../src/core/domain/conflicts/conflicts-records.ts";
import type { Freeze } from "../../../src/core/domain/conflicts/freeze.ts";
import { type FreeSlot, nextFreeSlot } from "../../../src/core/domain/conflicts/next-free-slot.ts";
import { day, hour } from "../../../src/core/domain/instant.ts";
import { aCustomer, aService } from "../../builders/directory.ts";
import { exampleStart, zonedTime } from "../../builders/window.ts";

/** Sat 28 Nov 2026, 02:00 to 04:00 in London. */
function span(id: string, changes: Partial<WindowSpan> = {}): WindowSpan {
  return {
    id,
    reference: `FW-2026-${id}`,
    title: `Window ${id}`,
    serviceIds: ["portal"],
    startAt: exampleStart,
    endAt: exampleStart + 2 * hour,
    outcome: "open",
    customersAffected: false,
    people: [],
    groupId: null,
    ...changes,
  };
}

function freeze(changes: Partial<Freeze> = {}): Freeze {
  return {
    id: "year-end",
    name: "Year-end close",
    start: zonedTime(exampleStart - hour),
    end: zonedTime(exampleStart + 3 * day),
    serviceIds: [],
    customerIds: [],
    reason: "The books are closed",
    ...changes,
  };
}

const services = [
  aService({ dependsOn: ["api"] }),
  aService({ id: "api", name: "Partner API", dependsOn: ["database"] }),
  aService({ id: "database", name: "Database" }),
];

function among(windows: readonly WindowSpan[], more: Partial<ConflictSources> = {}) {
  return indexConflicts({ windows, services, customers: [], freezes: [], ...more });
}

test("windows conflict when they share a service and some time; ends that touch do not", () => {
  const others = [
    span("within", { startAt: exampleStart + hour / 2, endAt: exampleStart + hour }),
    span("around", { startAt: exampleStart - hour, endAt: exampleStart + 3 * hour }),
    span("touching", { startAt: exampleStart + 2 * hour, endAt: exampleStart + 3 * hour }),
    span("before", { startAt: exampleStart - hour, endAt: exampleStart }),
    span("elsewhere", { serviceIds: ["records"] }),
    span("w"),
  ];
  const { conflicts, kinds, count } = among(others).conflictsOf(span("w"));
  expect(conflicts.map((conflict) => conflict.kind === "sameService" && conflict.other.id)).toEqual(["around", "within"]);
  expect({ kinds, count }).toEqual({ kinds: ["sameService"], count: 2 });
  expect(conflicts[0]).toEqual({
    kind: "sameService",
    other: {
      id: "around",
      reference: "FW-2026-around",
      title: "Window around",
      startAt: exampleStart - hour,
      endAt: exampleStart + 3 * hour,
    },
    services: [{ id: "portal", name: "Patient portal" }],
  });
});

test("a window that is over or called off stands in nobody's way, and nothing in its", () => {
  for (const outcome of ["completed", "cancelled", "rolledBack"] as const) {
    expect(among([span("over", { outcome })]).conflictsOf(span("w")).count).toBe(0);
    expect(among([span("open")]).conflictsOf(span("w", { outcome })).count).toBe(0);
  }
});

test("names the way from a service to one it depends on through another, in both directions", () => {
  const path = [
    { id: "portal", name: "Patient portal" },
    { id: "api", name: "Partner API" },
    { id: "database", name: "Database" },
  ];
  const onDatabase = span("database", { serviceIds: ["database"] });
  const onPortal = span("portal");
  expect(among([onDatabase]).conflictsOf(onPortal).conflicts).toMatchObject([{ kind: "dependency", path, own: "first" }]);
  expect(among([onPortal]).conflictsOf(onDatabase).conflicts).toMatchObject([{ kind: "dependency", path, own: "last" }]);
});

test("nobody leads one window and works on another at the same time, however the name is typed", () => {
  const other = span("other", { serviceIds: ["records"], people: ["Someone else", "database  ENGINEER"] });
  const own = span("w", { people: ["Database engineer "] });
  expect(among([other]).conflictsOf(own).conflicts).toMatchObject([{ kind: "samePerson", people: ["Database engineer"] }]);
  expect(among([other]).conflictsOf(span("w", { people: ["Database engineer on duty", " "] })).count).toBe(0);
});

test("a customer's day is one of its own calendar", () => {
  const evening = span("evening", {
    serviceIds: ["records"],
    customersAffected: true,
    startAt: Date.UTC(2026, 10, 28, 20),
    endAt: Date.UTC(2026, 10, 28, 22),
  });
  const nextMorning = span("w", {
    customersAffected: true,
    startAt: Date.UTC(2026, 10, 29, 2),
    endAt: Date.UTC(2026, 10, 29, 4),
  });
  const inLondon = aCustomer();
  const inNewYork = aCustomer({ id: "south", name: "South Clinic", zone: "America/New_York" });
  expect(among([evening], { customers: [inLondon] }).conflictsOf(nextMorning).count).toBe(0);
  expect(among([evening], { customers: [inLondon, inNewYork] }).conflictsOf(nextMorning).conflicts).toMatchObject([
    {
      kind: "sameCustomerDay",
      customers: [{ id: "south", name: "South Clinic" }],
      customerCount: 1,
      date: "2026-11-28",
      zone: "America/New_York",
    },
  ]);
  const gone = [{ ...inNewYork, active: false }];
  expect(among([evening], { customers: gone }).conflictsOf(nextMorning).count).toBe(0);
});

test("windows of one change may share a customer's day, but not their service's time", () => {
  const customers = [aCustomer()];
  const first = span("first", { customersAffected: true, groupId: "change", serviceIds: ["records"] });
  const second = span("w", { customersAffected: true, groupId: "change" });
  expect(among([first], { customers }).conflictsOf(second).kinds).toEqual([]);
  expect(among([{ ...first, serviceIds: ["portal"] }], { customers }).conflictsOf(second).kinds).toEqual(["sameService"]);
  expect(among([{ ...first, groupId: "other" }], { customers }).conflictsOf(second).kinds).toEqual(["sameCustomerDay"]);
});

test("a freeze holds for all services, for those it names, or for those its customers use", () => {
  const customers = [aCustomer({ serviceIds: ["records"] }), aCustomer({ id: "every", serviceIds: [] })];
  const kinds = (changes: Partial<Freeze>) => among([], { customers, freezes: [freeze(changes)] }).conflictsOf(span("w")).kinds;
  expect(kinds({})).toEqual(["freeze"]);
  expect(kinds({ serviceIds: ["portal"] })).toEqual(["freeze"]);
  expect(kinds({ serviceIds: ["records"] })).toEqual([]);
  expect(kinds({ customerIds: ["north"] })).toEqual([]);
  expect(kinds({ customerIds: ["every"] })).toEqual(["freeze"]);
  expect(kinds({ end: zonedTime(exampleStart) })).toEqual([]);
});

test("a slot goes over midnight by its service's clocks, and the night in which they go back has an hour more of it", () => {
  // Saturday 22:00 to Sunday 03:00; on 25 October 2026 London's clocks show 01:00 to 02:00 twice.
  const agreed = [aService({ maintenanceSlots: [{ weekday: 6, from: "22:00", to: "03:00" }] })];
  const kinds = (startAt: number, hours: number) =>
    among([], { services: agreed }).conflictsOf(span("w", { startAt, endAt: startAt + hours * hour })).kinds;
  const tenInSummer = Date.UTC(2026, 9, 24, 21);
  expect(kinds(tenInSummer, 6)).toEqual([]);
  expect(kinds(tenInSummer, 6.25)).toEqual(["outsideSlot"]);
  const tenInWinter = Date.UTC(2026, 9, 31, 22);
  expect(kinds(tenInWinter, 5)).toEqual([]);
  expect(kinds(tenInWinter, 5.25)).toEqual(["outsideSlot"]);
  expect(kinds(tenInWinter - hour, 2)).toEqual(["outsideSlot"]);
  const early = span("w", { startAt: tenInWinter - hour, endAt: tenInWinter + hour });
  expect(among([], { services: agreed }).conflictsOf(early).conflicts).toMatchObject([
    { kind: "outsideSlot", service: { name: "Patient portal" }, nextStart: tenInWinter },
  ]);
});

test("tells no more than asked for, and counts the rest", () => {
  const many = Array.from({ length: 80 }, (_, number) => span(`other-${number}`));
  const { count, conflicts } = among(many).conflictsOf(span("w"), 5);
  expect({ count, told: conflicts.length }).toEqual({ count: 80, told: 5 });
});

test("a service that would depend on itself through others is refused with the way around", () => {
  expect(circleThrough(aService({ id: "database", dependsOn: ["portal"] }), services)).toEqual([
    "database",
    "portal",
    "api",
    "database",
  ]);
  expect(circleThrough(aService({ id: "database", dependsOn: ["database"] }), services)).toEqual(["database", "database"]);
  expect(circleThrough(aService({ id: "records", dependsOn: ["portal", "api"] }), services)).toBeNull();
});

/** The next free slot of a window at 02:00 to 04:00 in London; the promise is kept from `promised` on. */
function freeSlot(windows: readonly WindowSpan[], more: Partial<ConflictSources> = {}, promised = 0): FreeSlot {
  return nextFreeSlot({
    window: span("w", { customersAffected: true }),
    zone: "Europe/London",
    index: among(windows, more),
    from: exampleStart - day,
    until: exampleStart + 90 * day,
    earliestStart: (at) => (at >= promised ? null : promised),
  });
}
const free = (startAt: number): FreeSlot => ({ kind: "free", startAt, endAt: startAt + 2 * hour });

test("the next free slot is the planned time itself when nothing stands against it", () => {
  expect(freeSlot([])).toEqual(free(exampleStart));
});

test("the next free slot follows at once upon another window, and upon the one after that", () => {
  const first = span("first", { endAt: exampleStart + hour });
  const second = span("second", { startAt: exampleStart + 2 * hour, endAt: exampleStart + 5 * hour });
  expect(freeSlot([first, second])).toEqual(free(exampleStart + 5 * hour));
});

test("after a freeze, a customer's day or too short a notice the window keeps its time of day", () => {
  expect(freeSlot([], { freezes: [freeze({ end: zonedTime(exampleStart + 3 * day + hour) })] })).toEqual(
    free(exampleStart + 4 * day),
  );
  const other = span("other", {
    serviceIds: ["records"],
    customersAffected: true,
    startAt: exampleStart + 9 * hour,
    endAt: exampleStart + 10 * hour,
  });
  expect(freeSlot([other], { customers: [aCustomer()] })).toEqual(free(exampleStart + day));
  expect(freeSlot([], {}, exampleStart + 5 * day)).toEqual(free(exampleStart + 5 * day));
});

test("the next free slot begins with the next agreed time that is long enough", () => {
  const agreed = [
    aService({
      maintenanceSlots: [
        { weekday: 7, from: "01:00", to: "02:00" },
        { weekday: 3, from: "23:00", to: "02:00" },
      ],
    }),
  ];
  expect(freeSlot([], { services: agreed })).toEqual(free(Date.UTC(2026, 11, 2, 23)));
});

test("where no slot is long enough or a freeze never ends, it says what stands against it", () => {
  const short = [aService({ maintenanceSlots: [{ weekday: 7, from: "01:00", to: "02:00" }] })];
  expect(freeSlot([], { services: short })).toMatchObject({
    kind: "none",
    conflicts: [{ kind: "outsideSlot", nextStart: null }],
  });
  const long = freeze({ end: zonedTime(exampleStart + 200 * day) });
  expect(freeSlot([], { freezes: [long] })).toMatchObject({
    kind: "none",
    conflicts: [{ kind: "freeze", freeze: { name: "Year-end close" } }],
  });
  expect(freeSlot([], {}, exampleStart + 200 * day)).toMatchObject({ kind: "none", conflicts: [], isTooSoon: true });
});
