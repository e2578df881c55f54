import { expect, test } from "vitest";
import type { WindowSummary } from "../../../src/core/ports/store.ts";
import { entriesFor } from "../../../src/renderer/features/palette/entries.ts";

const window: WindowSummary = {
  id: "w1",
  reference: "FW-2026-118",
  title: "Resize EKS nodes",
  changeTypeId: "t1",
  serviceIds: ["s1"],
  impact: "outage",
  startAt: 0,
  endAt: 1,
  outcome: "open",
  revision: 1,
  customersAffected: false,
  people: [],
  groupId: null,
};

test("with nothing typed every place is offered and no window", () => {
  const entries = entriesFor("", [window], "light");
  expect(entries.some(({ kind }) => kind === "window")).toBe(false);
  expect(entries.map(({ label }) => label)).toEqual(expect.arrayContaining(["Today", "Outbox", "Switch to dark colours"]));
});

test("a line with a time is first of all a window to plan, with the whole line in the address", () => {
  const line = "Sat 02:00–04:00 London, resize EKS nodes & more";
  const [first] = entriesFor(line, [window], "light");
  expect(first).toMatchObject({ kind: "place", to: `/windows/new?line=${encodeURIComponent(line)}` });
});

test("a word that a window's title holds puts the window before planning a new one", () => {
  const entries = entriesFor("resize", [window], "light");
  expect(entries[0]).toMatchObject({ kind: "window", to: "/windows/w1" });
  expect(entries.at(-1)).toMatchObject({ key: "typed" });
});

test("a place whose name begins with the words comes before one that only mentions them", () => {
  const [first] = entriesFor("out", [], "light");
  expect(first?.label).toBe("Outbox");
});

test("other words for a place find it too", () => {
  expect(entriesFor("policy", [], "light").map(({ label }) => label)).toContain("Matrix");
});

test("“plan” before a line leads to the form with the line alone", () => {
  for (const typed of ["Plan: Sat 2-4am", "plan Sat 2-4am"]) {
    expect(entriesFor(typed, [window], "light")[0]).toMatchObject({ to: `/windows/new?line=${encodeURIComponent("Sat 2-4am")}` });
  }
});
