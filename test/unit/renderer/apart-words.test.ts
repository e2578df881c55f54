import { expect, test } from "vitest";
import type { AgreementView } from "../../../src/core/app/connections/counterparts.ts";
import type { CounterpartState } from "../../../src/core/domain/counterpart.ts";
import { apartFrom, apartText } from "../../../src/renderer/ui/counterpart/counterpart-words.ts";

const inStep: CounterpartState = { kind: "inStep", since: 0 };
const refused: CounterpartState = { kind: "refused", since: 0, detail: "It was never approved.", of: "" };
const inDoubt = (looks: number): CounterpartState => ({ kind: "unknown", since: 0, looks, nextAt: 0, detail: "" });

function view(state: CounterpartState, endsOtherwise = false): AgreementView {
  const place = { ids: ["one"], name: "One", record: null };
  const of = { kind: "counterpart", id: "c", name: "ServiceNow: One" } as const;
  return {
    windowId: "w",
    title: "Resize the nodes",
    reference: "FW-2026-001",
    startAt: 0,
    endAt: 1,
    counterparts: [{ id: "c", windowId: "w", kind: "serviceNow", place, held: null, inStepWith: "", state }],
    disagreements: endsOtherwise ? [{ of, about: "end", says: 2, window: 1, readers: 0 }] : [],
  };
}

test("windows that agree everywhere are nothing to be told of", () => {
  expect(apartText(apartFrom([view(inStep)]))).toBeNull();
});

test("one that disagrees, and one that was refused, are told apart", () => {
  expect(apartText(apartFrom([view(inStep, true), view(refused), view(inStep)]))).toBe(
    "1 window disagrees with another system or with what was said. For 1 window another system did not do what was asked of it, or nobody knows whether it did.",
  );
});

test("a doubt that is looked into is told once looking did not help", () => {
  expect(apartText(apartFrom([view(inDoubt(1))]))).toBeNull();
  expect(apartText(apartFrom([view(inDoubt(3))]))).toContain("nobody knows");
});
