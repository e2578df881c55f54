import { beforeEach, expect, test } from "vitest";
import { type Change, createChanges } from "../../../src/core/app/changes.ts";
import { createVigil, type Vigil } from "../../../src/core/app/sending/vigil.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import type { Store } from "../../../src/core/ports/store.ts";
import { sampleNow } from "../../builders/samples.ts";
import { openedStore, temporaryFile } from "../../builders/temporary-store.ts";

let wall: number;
let elapsed: number;
let store: Store;
let told: Change[];
let vigil: Vigil;

beforeEach(() => {
  wall = sampleNow;
  elapsed = 0;
  store = openedStore(temporaryFile());
  told = [];
  const changes = createChanges();
  changes.subscribe((change) => told.push(change));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  vigil = createVigil({ store, changes, log, clock: { now: () => wall, elapsed: () => elapsed } });
});

/** Time passes for both clocks, and the one people set steps besides; then the vigil looks. */
function look(passed: number, step = 0): void {
  wall += passed + step;
  elapsed += passed;
  vigil.observe();
}

const pauses = () => store.read((reading) => reading.sendingPauses());
const audited = () => store.read((reading) => reading.audit({ limit: 10 })).map(({ what }) => what);

test("while both clocks go on together nothing is doubted, however a second drifts", () => {
  for (let second = 0; second < 120; second += 1) look(1_000, second % 2 === 0 ? 40 : -40);
  expect(pauses()).toEqual([]);
  expect(vigil.awakeSince()).toBe(sampleNow);
  expect(told).toEqual([]);
});

test("a clock set back pauses all sending, says by how much, and is in the audit log", () => {
  look(1_000, -10 * minute);
  expect(pauses()).toEqual([{ kind: "clock", since: wall, detail: expect.stringContaining("set back by 10 minutes") }]);
  expect(audited()).toEqual(["sending.pause"]);
  expect(told).toEqual([{ topic: "workspace" }]);
});

test.each([
  ["a sleep, or a clock set forward", () => look(1_000, 3 * 60 * minute)],
  ["a sleep in which both clocks went on", () => look(3 * 60 * minute)],
] as const)("%s pauses nothing, but nothing counts as heard before it any more", (_name, happens) => {
  vigil.heard(wall);
  expect(vigil.isConfirmed()).toBe(true);
  happens();
  expect(pauses()).toEqual([]);
  expect(vigil.isConfirmed()).toBe(false);
  expect(vigil.awakeSince()).toBe(wall);
});

test.each([
  ["behind", 5 * minute],
  ["ahead of", -5 * minute],
] as const)("a clock that is %s the provider's by minutes pauses all sending, once", (word, skew) => {
  vigil.heard(wall + skew);
  vigil.heard(wall + skew);
  expect(pauses()).toEqual([{ kind: "clock", since: wall, detail: expect.stringContaining(`5 minutes ${word} the provider's`) }]);
  expect(audited()).toEqual(["sending.pause"]);
  expect(vigil.isConfirmed()).toBe(false);
});

test("a provider's clock that agrees within a minute ends the pause by itself", () => {
  look(1_000, -10 * minute);
  vigil.heard(wall + minute);
  expect(pauses()).toEqual([]);
  expect(audited()).toEqual(["sending.resume", "sending.pause"]);
  expect(vigil.isConfirmed()).toBe(true);
});

test("a pause a person made stays, whatever a provider's clock says", () => {
  store.write((writing) => writing.pauseSending({ kind: "person", since: wall, detail: "A freeze was called" }));
  vigil.heard(wall);
  expect(pauses().map(({ kind }) => kind)).toEqual(["person"]);
});

test("a person's word holds for the difference it was given for, and ends with the next step", () => {
  vigil.heard(wall + 5 * minute);
  vigil.vouch();
  store.write((writing) => writing.resumeSending("clock"));
  vigil.heard(wall + 5 * minute + 30_000);
  expect(pauses()).toEqual([]);
  expect(vigil.isConfirmed()).toBe(true);
  look(1_000, 2 * minute);
  vigil.heard(wall + 5 * minute);
  expect(pauses().map(({ kind }) => kind)).toEqual(["clock"]);
});

test("a provider that says no time leaves nothing to compare, and is answer enough", () => {
  expect(vigil.isConfirmed()).toBe(false);
  vigil.confirmSilently();
  expect(vigil.isConfirmed()).toBe(true);
});
