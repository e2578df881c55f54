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

test("of a notice to customers in several zones, what waits goes out next at the next customer's hour", async () => {
  const directory = desk.app.directory.all();
  const [first] = directory.customers;
  if (first === undefined) throw new Error("The example has customers.");
  granted(await desk.app.directory.save({ kind: "customer", entry: { ...first, zone: "Pacific/Auckland" } }));
  const { id } = granted(await desk.app.windows.create({ ...draftIn(desk, 60 * 24 * 20, 120), customersAffected: true }));
  const notice = granted(desk.app.windows.get(id)).notices.find(
    ({ stage, voice, dueAt }) => stage === "announce" && voice === "customer" && dueAt > desk.now(),
  );
  if (notice === undefined) throw new Error("The policy owes customers an announcement days before.");
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  granted(await desk.app.notices.approve(notice.id, draft, "whenDue", findings.map(findingKey)));
  const later = Math.max(...notice.recipients.map(({ dueAt }) => dueAt));
  expect(later).toBeGreaterThan(notice.dueAt);
  await desk.pass(notice.dueAt - desk.now() + 60_000);
  const next = desk.app.today.view().goingOutNext.find(({ noticeId }) => noticeId === notice.id);
  expect(next).toMatchObject({ at: later, state: "approved" });
});
