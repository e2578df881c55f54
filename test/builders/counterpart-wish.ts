import type { CounterpartWish } from "../../src/core/domain/counterpart.ts";

/** What a window asks of another system, with text that would call people or break out where it is not taken as text. */
export function aWish(facts: Partial<CounterpartWish> = {}): CounterpartWish {
  return {
    mark: "FW-2026-118 (6c1f)",
    reference: "FW-2026-118",
    title: "Resize the cluster's nodes @everyone",
    description: "More memory for winter\n```\n<img src=x> fixes #1",
    rollbackPlan: "Back to the old nodes",
    startAt: Date.UTC(2026, 10, 24, 2),
    endAt: Date.UTC(2026, 10, 24, 4),
    zone: "Europe/London",
    impact: "outage",
    outcome: "open",
    endedAt: null,
    note: "",
    ...facts,
  };
}
