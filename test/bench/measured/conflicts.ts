// Finds the conflicts of one move among 10,000 windows and of all among 100,000, beside a bare sweep. Prints milliseconds.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../../src/adapters/sqlite/open-store.ts";
import { conflictsOf } from "../../../src/core/app/windows/window-conflicts.ts";
import type { WindowSpan } from "../../../src/core/domain/conflicts/conflict.ts";
import { indexConflicts } from "../../../src/core/domain/conflicts/conflicts.ts";
import type { ConflictSources } from "../../../src/core/domain/conflicts/conflicts-records.ts";
import { day, hour } from "../../../src/core/domain/instant.ts";
import type { Store } from "../../../src/core/ports/store.ts";
import { aCustomer, aService } from "../../builders/directory.ts";
import { aWindow, zonedTime } from "../../builders/window.ts";

const [warmUp = 3, runs = 9] = process.argv.slice(2).map(Number);
const from = Date.UTC(2027, 0, 1);
const zones = ["Europe/London", "America/New_York", "Europe/Copenhagen", "Asia/Singapore"];
const serviceCount = 200;

/** The same numbers each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A year of windows, in no order, each on one service and by two people. */
function windowsOf(count: number): readonly WindowSpan[] {
  const random = randomFrom(count);
  const upTo = (most: number): number => Math.floor(random() * most);
  return Array.from({ length: count }, (_, index): WindowSpan => {
    const startAt = from + upTo(365 * 96) * (hour / 4);
    return {
      id: `w${index}`,
      reference: `FW-2027-${index}`,
      title: `Window ${index}`,
      serviceIds: [`service-${upTo(serviceCount)}`],
      startAt,
      endAt: startAt + (1 + upTo(16)) * (hour / 4),
      outcome: "open",
      customersAffected: upTo(4) === 0,
      people: [`Engineer ${upTo(2_000)}`, `Engineer ${upTo(2_000)}`],
      groupId: null,
    };
  });
}

/** What a workspace of 200 services has: some need others, some have slots; 40 customers in four zones; 20 freezes. */
const surroundings: Omit<ConflictSources, "windows"> = {
  services: Array.from({ length: serviceCount }, (_, index) =>
    aService({
      id: `service-${index}`,
      name: `Service ${index}`,
      zone: zones[index % zones.length] ?? "UTC",
      dependsOn: index % 10 === 0 ? [] : [`service-${index - 1}`],
      maintenanceSlots: index % 10 === 5 ? [{ weekday: 6, from: "22:00", to: "06:00" }] : [],
    }),
  ),
  customers: Array.from({ length: 40 }, (_, index) =>
    aCustomer({
      id: `customer-${index}`,
      zone: zones[index % zones.length] ?? "UTC",
      serviceIds: Array.from({ length: 5 }, (_, other) => `service-${(index * 5 + other) % serviceCount}`),
    }),
  ),
  freezes: Array.from({ length: 20 }, (_, index) => ({
    id: `freeze-${index}`,
    name: `Freeze ${index}`,
    start: zonedTime(from + index * 18 * day),
    end: zonedTime(from + index * 18 * day + 2 * day),
    serviceIds: [`service-${index * 10}`],
    customerIds: [],
    reason: "",
  })),
};

/** The least anybody can do: the windows of each service by start, and those met before one ends. Counts windows in conflict. */
function bareSweep(windows: readonly WindowSpan[]): number {
  const byService = new Map<string, WindowSpan[]>();
  for (const window of windows) {
    for (const id of window.serviceIds) {
      const known = byService.get(id);
      if (known === undefined) byService.set(id, [window]);
      else known.push(window);
    }
  }
  const found = new Set<string>();
  for (const all of byService.values()) {
    all.sort((one, other) => one.startAt - other.startAt);
    all.forEach((one, index) => {
      for (let next = index + 1; next < all.length; next += 1) {
        const other = all[next];
        if (other === undefined || other.startAt >= one.endAt) break;
        found.add(one.id);
        found.add(other.id);
      }
    });
  }
  return found.size;
}

/** The same for one window without an index: every other is looked at. */
function bareLook(window: WindowSpan, windows: readonly WindowSpan[]): number {
  return windows.filter(
    (other) =>
      other.id !== window.id &&
      other.startAt < window.endAt &&
      window.startAt < other.endAt &&
      other.serviceIds.some((id) => window.serviceIds.includes(id)),
  ).length;
}

function timed<T>(work: () => T): { readonly took: number; readonly result: T } {
  const begun = performance.now();
  const result = work();
  return { took: performance.now() - begun, result };
}

const many = windowsOf(100_000);
/** The same with nothing to share but their services, as the bare sweep takes them. */
const servicesOnly = many.map((window) => ({ ...window, people: [] }));
const some = windowsOf(10_000);
const moves = some.slice(0, 500).map((window) => ({ ...window, startAt: window.startAt + day, endAt: window.endAt + day }));
const nothing = { services: [], customers: [], freezes: [] };
const index = indexConflicts({ windows: some, ...surroundings });

/** The windows and what surrounds them in a workspace's file, as the backend has them. */
function fillStore(file: string): Store {
  const opened = openStore({ file, clock: { now: () => from } });
  if (opened.kind !== "open") throw new Error("The file for the measurement could not be made.");
  opened.store.write((writing) => {
    for (const service of surroundings.services) writing.saveService(service);
    for (const customer of surroundings.customers) writing.saveCustomer(customer);
    for (const freeze of surroundings.freezes) writing.saveFreeze(freeze);
    for (const span of some) writing.saveWindow(windowOf(span));
  });
  return opened.store;
}

function windowOf({ startAt, endAt, people, outcome: _, groupId: __, ...span }: WindowSpan) {
  const [lead = "", ...engineers] = people;
  return aWindow({ ...span, start: zonedTime(startAt), end: zonedTime(endAt), lead, engineers });
}

const folder = mkdtempSync(join(tmpdir(), "forewarn-bench-"));
const store = fillStore(join(folder, "workspace.forewarn"));
const storedMoves = moves.slice(0, 50).map(windowOf);

function once() {
  const bare = timed(() => bareSweep(servicesOnly));
  const sameService = timed(() => indexConflicts({ windows: servicesOnly, ...nothing }).allConflicts());
  if (bare.result !== sameService.result.length) {
    throw new Error(`The sweep found ${bare.result} windows, the index ${sameService.result.length}.`);
  }
  const everyKind = timed(() => indexConflicts({ windows: many, ...surroundings }).allConflicts());
  const look = timed(() => moves.reduce((sum, move) => sum + bareLook(move, some), 0));
  const move = timed(() => moves.reduce((sum, one) => sum + index.conflictsOf(one).count, 0));
  const inFile = timed(() => storedMoves.reduce((sum, one) => sum + store.read((reading) => conflictsOf(reading, one)).count, 0));
  return {
    moveInFile: inFile.took / storedMoves.length,
    bareSweep: bare.took,
    sameService: sameService.took,
    everyKind: everyKind.took,
    bareLook: look.took / moves.length,
    move: move.took / moves.length,
  };
}

const all = Array.from({ length: warmUp + runs }, once);
store.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(JSON.stringify(all.slice(warmUp)));
