import { afterEach, beforeEach, expect, test } from "vitest";
import { findingKey } from "../../../src/core/domain/message.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

test("a notice sent before it was due no longer goes out next; one that waits for its time does", async () => {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 60 * 24 * 4, 120)));
  const notices = granted(desk.app.windows.get(id)).notices.filter(
    ({ dueAt, state }) => dueAt > desk.now() && state.kind === "open",
  );
  const [early, later] = notices;
  if (early === undefined || later === undefined) throw new Error("The policy owes fewer than two notices before the start.");
  for (const [notice, send] of [
    [early, "now"],
    [later, "whenDue"],
  ] as const) {
    const { draft } = granted(desk.app.notices.compose(notice.id));
    const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
    granted(await desk.app.notices.approve(notice.id, draft, send, findings.map(findingKey)));
  }
  await desk.pass(11_000);
  const next = desk.app.today.view().goingOutNext.map(({ noticeId }) => noticeId);
  expect(next).not.toContain(early.id);
  expect(next).toContain(later.id);
});
