import { afterEach, beforeEach, expect, test } from "vitest";
import { minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import { goLive } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

/** A window whose announcement to the teams arrived in the practice mailbox. */
async function practisedWindow(): Promise<string> {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 60 * 24, 120)));
  const notice = granted(desk.app.windows.get(id)).notices.find(
    ({ stage, voice }) => stage === "announce" && voice === "internal",
  );
  if (notice === undefined) throw new Error("The policy owes the teams no announcement.");
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)));
  await desk.pass(11_000);
  return id;
}

test("what was practised reached nobody: once live, Completed tells none of those who heard in practice only", async () => {
  const id = await practisedWindow();
  expect(granted(desk.app.windows.get(id)).reach.recipients).toBeGreaterThan(0);
  await goLive(desk);
  await desk.pass(60 * 24 * minute + minute);
  expect(granted(desk.app.windows.get(id)).reach.recipients).toBe(0);
  expect(granted(await desk.app.windows.conclude(id, "completed", "")).deliveries).toBe(0);
});

test("in practice itself, what was practised counts", async () => {
  const id = await practisedWindow();
  await desk.pass(60 * 24 * minute + minute);
  expect(granted(await desk.app.windows.conclude(id, "completed", "")).deliveries).toBeGreaterThan(0);
});
