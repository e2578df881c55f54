import { afterAll, beforeAll, expect, test } from "vitest";
import { draftIn, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { times } from "./time.ts";

let desk: TestApp;
beforeAll(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterAll(() => desk.close());

test.each(times)("$name: $expected", async ({ zone, start, end, field, says }) => {
  const before = desk.app.workspaces.view().counts.windows;
  const draft = {
    ...draftIn(desk, 60, 60),
    zone,
    start: { wall: start, occurrence: null },
    end: { wall: end, occurrence: null },
  };
  const { problems } = await desk.app.windows.assess(draft, null);
  const told = problems.filter((problem) => problem.field === field && problem.gravity === "error");
  expect(told.map(({ message }) => message).join()).toMatch(says);
  expect((await desk.app.windows.create(draft)).ok).toBe(false);
  expect(desk.app.workspaces.view().counts.windows).toBe(before);
});
