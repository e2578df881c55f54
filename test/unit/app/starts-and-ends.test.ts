import { afterEach, beforeEach, expect, test } from "vitest";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

test("a window that starts and one that reaches its end are told to the screens, each once", async () => {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 60, 120)));
  const told: number[] = [];
  desk.app.changes.subscribe((change) => {
    if (change.topic === "windows" && change.windowId === id) told.push(desk.now());
  });
  const begun = desk.now();
  await desk.pass(59 * minute);
  expect(told).toEqual([]);
  await desk.pass(minute);
  expect(told).toEqual([begun + hour]);
  await desk.pass(minute);
  await desk.pass(2 * hour);
  await desk.pass(minute);
  expect(told).toEqual([begun + hour, begun + 3 * hour + minute]);
});
