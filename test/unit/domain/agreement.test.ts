import { expect, test } from "vitest";
import { disagreementsOf } from "../../../src/core/domain/agreement.ts";
import type { Counterpart, CounterpartState } from "../../../src/core/domain/counterpart.ts";
import type { Window } from "../../../src/core/domain/window.ts";

const hour = 3_600_000;
const at = (instant: number) => ({ at: instant, wall: "" }) as Window["start"];
const open = { start: at(10 * hour), end: at(12 * hour), outcome: { kind: "open" } } as const;
const inStep: CounterpartState = { kind: "inStep", since: 0 };

function held(endAt: number | null, facts: Partial<Counterpart> & { readonly isOver?: boolean } = {}) {
  const { isOver = false, ...rest } = facts;
  const record = { id: "CHG1", url: null, status: "", startAt: 10 * hour, endAt, isOver, remarks: [], readAt: 0 };
  const place = { ids: ["one"], name: "One", record: null };
  return { id: "c", kind: "serviceNow" as const, place, held: { ...record, name: "CHG0030001" }, state: inStep, ...rest };
}

test("what ends at another time disagrees, by the name people know it by; a minute less does not", () => {
  expect(disagreementsOf(open, [held(11 * hour)], [])).toMatchObject([
    { of: { name: "ServiceNow: CHG0030001" }, about: "end", says: 11 * hour, window: 12 * hour },
  ]);
  expect(disagreementsOf(open, [held(12 * hour - 59_000)], [])).toEqual([]);
});

test("what ended there while the window is open is gone, and what goes on when it is over is over too late", () => {
  expect(disagreementsOf(open, [held(12 * hour, { isOver: true })], [])).toMatchObject([{ about: "gone" }]);
  const over = { ...open, outcome: { kind: "completed", at: 11 * hour, endedAt: 11 * hour, note: "" } } as unknown as Window;
  expect(disagreementsOf(over, [held(12 * hour)], [])).toMatchObject([{ about: "over", window: 11 * hour }]);
  expect(disagreementsOf(over, [held(12 * hour, { isOver: true })], [])).toEqual([]);
});

test("what is just being brought in step does not disagree yet; what could not be brought in step does", () => {
  const states: readonly (readonly [CounterpartState, number])[] = [
    [{ kind: "behind", since: 0, tries: 0, nextAt: 0, detail: "" }, 0],
    [{ kind: "working", since: 0, leaseUntil: 1 }, 0],
    [{ kind: "behind", since: 0, tries: 1, nextAt: 0, detail: "It asks to wait." }, 1],
    [{ kind: "behind", since: 0, tries: 0, nextAt: 0, detail: "It is not connected." }, 1],
    [{ kind: "refused", since: 0, detail: "Never approved.", of: "" }, 1],
  ];
  for (const [state, count] of states)
    expect([state, disagreementsOf(open, [held(11 * hour, { state })], []).length]).toEqual([state, count]);
});

test("a linked record that keeps no times goes its own way", () => {
  const place = { ids: ["one"], name: "One", record: { id: "HIE-42", url: null } };
  expect(disagreementsOf(open, [held(null, { place })], [])).toEqual([]);
});
