import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import type { Notice } from "../../../src/core/domain/notice.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await makeExampleWorkspace(desk);
});
afterEach(() => desk.close());

async function createWindow(minutes = 7 * 24 * 60): Promise<string> {
  return granted(await desk.app.windows.create(draftIn(desk, minutes, 120))).id;
}

async function approve(notice: Notice, send: "now" | "whenDue" = "now") {
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  return granted(await desk.app.notices.approve(notice.id, draft, send, findings.map(findingKey)));
}

function noticesOf(windowId: string, stage: Notice["stage"]): readonly Notice[] {
  return granted(desk.app.windows.get(windowId)).notices.filter(
    (notice) => notice.stage === stage && notice.state.kind !== "superseded",
  );
}

async function announceToEveryone(windowId: string): Promise<void> {
  for (const notice of noticesOf(windowId, "announce")) await approve(notice);
  await desk.pass(11_000);
}

/** The customers who use a window's services. */
function customersOf(windowId: string): Set<string | null> {
  const { serviceIds } = granted(desk.app.windows.get(windowId)).window;
  const affected = desk.app.directory
    .all()
    .customers.filter(
      (customer) => customer.serviceIds.length === 0 || customer.serviceIds.some((id) => serviceIds.includes(id)),
    );
  expect(affected.length).toBeGreaterThanOrEqual(2);
  return new Set(affected.map(({ id }) => id));
}

/** What arrived for one window; the example's own windows go on beside it. */
function mailboxOf(windowId: string) {
  return desk.app.outbox.practiceMailbox().filter((message) => message.windowId === windowId);
}

/** Who heard a stage, as channel or customer. */
function heard(windowId: string, stage: Notice["stage"]): string[] {
  return granted(desk.app.windows.get(windowId))
    .deliveries.filter(
      (delivery) => delivery.stage === stage && (delivery.state.kind === "accepted" || delivery.state.kind === "confirmed"),
    )
    .map(({ channelName, customerName }) => `${channelName}${customerName === null ? "" : ` / ${customerName}`}`)
    .sort();
}

describe("the main job", () => {
  test("a new window owes the announcements of its policy, and customers are told one by one", async () => {
    const id = await createWindow();
    const announcements = noticesOf(id, "announce");
    expect(announcements.length).toBeGreaterThanOrEqual(2);
    const toCustomers = announcements.find(({ voice }) => voice === "customer");
    expect(new Set(toCustomers?.recipients.map(({ customerId }) => customerId))).toEqual(customersOf(id));
  });

  test("an approved notice leaves after ten seconds, not before, and arrives once in the practice mailbox", async () => {
    const id = await createWindow();
    const [notice] = noticesOf(id, "announce").filter(({ voice }) => voice === "internal");
    if (notice === undefined) throw new Error("no internal announcement");
    const told = await approve(notice);
    await desk.pass(9_000);
    expect(mailboxOf(id)).toHaveLength(0);
    await desk.pass(2_000);
    expect(mailboxOf(id)).toHaveLength(told.deliveries);
    await desk.pass(60_000);
    expect(mailboxOf(id)).toHaveLength(told.deliveries);
  });

  test("an approval taken back within ten seconds sends nothing and leaves the notice open with its text", async () => {
    const id = await createWindow();
    const [notice] = noticesOf(id, "announce");
    if (notice === undefined) throw new Error("no announcement");
    const told = await approve(notice);
    await desk.pass(5_000);
    granted(await desk.app.windows.undo(told.batchId));
    await desk.pass(60_000);
    expect(mailboxOf(id)).toHaveLength(0);
    expect(granted(desk.app.notices.compose(notice.id)).notice.state.kind).toBe("open");
  });

  test("a moved window tells only those who heard the old time", async () => {
    const id = await createWindow();
    const [internal] = noticesOf(id, "announce").filter(({ voice }) => voice === "internal");
    if (internal === undefined) throw new Error("no internal announcement");
    await approve(internal);
    await desk.pass(11_000);
    const { window } = granted(desk.app.windows.get(id));
    const later = draftIn(desk, 8 * 24 * 60, 120);
    granted(await desk.app.windows.move(id, window.revision, later.start, later.end, "The supplier is late"));
    const corrections = noticesOf(id, "rescheduled");
    const corrected = corrections.flatMap(({ recipients }) => recipients.map(({ channelId }) => channelId)).sort();
    const told = granted(desk.app.windows.get(id))
      .deliveries.filter(({ state }) => state.kind === "accepted")
      .map(({ channelId }) => channelId)
      .sort();
    expect(corrected).toEqual(told);
  });

  test("moving a window supersedes what was approved for the old time and nothing of it leaves", async () => {
    const id = await createWindow();
    const [notice] = noticesOf(id, "announce");
    if (notice === undefined) throw new Error("no announcement");
    await approve(notice);
    const { window } = granted(desk.app.windows.get(id));
    const later = draftIn(desk, 9 * 24 * 60, 120);
    granted(await desk.app.windows.move(id, window.revision, later.start, later.end, ""));
    await desk.pass(60_000);
    expect(mailboxOf(id)).toHaveLength(0);
    const { deliveries, notices } = granted(desk.app.windows.get(id));
    expect(deliveries.every(({ state }) => state.kind === "superseded")).toBe(true);
    expect(notices.find(({ id: noticeId }) => noticeId === notice.id)?.state.kind).toBe("open");
  });

  test("Completed tells everyone who heard and nobody else, as a reply in the same thread", async () => {
    const id = await createWindow(60);
    await announceToEveryone(id);
    await desk.pass(hour + 5 * minute);
    const told = granted(await desk.app.windows.conclude(id, "completed", ""));
    expect(told.notReached).toEqual([]);
    await desk.pass(11_000);
    expect(heard(id, "completed")).toEqual(
      [...new Set([...heard(id, "announce"), ...heard(id, "progress"), ...heard(id, "start")])].sort(),
    );
    const mailbox = mailboxOf(id);
    for (const { threadId, id: messageId } of mailbox) {
      expect(mailbox.some((message) => message.id === threadId) || threadId === messageId).toBe(true);
    }
    const threads = new Set(mailbox.map(({ threadId }) => threadId));
    expect(threads.size).toBe(heard(id, "announce").length);
  });

  test("Completed can be taken back for ten seconds: the window runs again and nobody was told", async () => {
    const id = await createWindow(60);
    await announceToEveryone(id);
    await desk.pass(hour + 5 * minute);
    const told = granted(await desk.app.windows.conclude(id, "completed", ""));
    granted(await desk.app.windows.undo(told.batchId));
    await desk.pass(30_000);
    expect(granted(desk.app.windows.get(id)).phase).toBe("running");
    expect(heard(id, "completed")).toEqual([]);
    const again = granted(await desk.app.windows.conclude(id, "completed", ""));
    await desk.pass(11_000);
    expect(heard(id, "completed")).toHaveLength(again.deliveries);
  });

  test("Extended moves the end and tells everyone who heard the old one in one step", async () => {
    const id = await createWindow(60);
    await announceToEveryone(id);
    await desk.pass(hour + 5 * minute);
    const { window } = granted(desk.app.windows.get(id));
    granted(await desk.app.windows.extend(id, 60, "The copy takes longer"));
    await desk.pass(11_000);
    expect(granted(desk.app.windows.get(id)).window.end.at).toBe(window.end.at + hour);
    expect(heard(id, "extended")).toEqual(heard(id, "announce"));
  });

  test("a cancelled window drafts its cancellation for those who heard, and owes nothing else", async () => {
    const id = await createWindow();
    await announceToEveryone(id);
    const { window } = granted(desk.app.windows.get(id));
    granted(await desk.app.windows.cancel(id, window.revision, "Not needed any more"));
    const open = granted(desk.app.windows.get(id)).notices.filter(({ state }) => state.kind === "open");
    expect(new Set(open.map(({ stage }) => stage))).toEqual(new Set(["cancelled"]));
    expect(open.flatMap(({ recipients }) => recipients)).toHaveLength(heard(id, "announce").length);
  });

  test("a window changed by somebody else in the meantime is not overwritten", async () => {
    const id = await createWindow();
    const answer = await desk.app.windows.change(id, 99, draftIn(desk, 5000, 60), "");
    expect(answer).toMatchObject({ ok: false, refusal: { code: "changedMeanwhile" } });
  });

  test("nothing leaves after its latest useful time: it is held and shown", async () => {
    const id = await createWindow(2 * 24 * 60);
    const [notice] = noticesOf(id, "announce").filter(({ voice }) => voice === "internal");
    if (notice === undefined) throw new Error("no internal announcement");
    await approve(notice);
    await desk.pass(3 * day);
    const held = desk.app.outbox.view().lapsed.filter(({ windowId }) => windowId === id);
    expect(held.length).toBeGreaterThan(0);
    expect(held.every(({ state }) => state.kind === "held" && state.reason === "stale")).toBe(true);
    expect(mailboxOf(id)).toHaveLength(0);
  });

  test("a delivery whose recipients changed after approval is held", async () => {
    const id = await createWindow();
    const [notice] = noticesOf(id, "announce").filter(({ voice }) => voice === "customer");
    if (notice === undefined) throw new Error("no customer announcement");
    await approve(notice);
    const { customers, contacts } = desk.app.directory.all();
    const contact = contacts.find((candidate) => customers[0]?.contactIds.includes(candidate.id));
    if (contact === undefined) throw new Error("no contact");
    granted(await desk.app.directory.save({ kind: "contact", entry: { ...contact, email: "someone-else@example.org" } }));
    await desk.pass(11_000);
    const held = desk.app.outbox.view().needsDecision.filter(({ windowId }) => windowId === id);
    expect(held.map(({ customerId, state }) => [customerId, state.kind === "held" && state.reason])).toEqual([
      [customers[0]?.id, "recipientsChanged"],
    ]);
  });

  test("evidence names every recipient, who approved it and the receipt; formulas in it are harmless", async () => {
    const id = granted(await desk.app.windows.create(draftIn(desk, 60, 120, { title: "=HYPERLINK(1)" }))).id;
    await announceToEveryone(id);
    const { csv } = granted(desk.app.evidence.csv(id));
    expect(csv).not.toMatch(/"=HYPERLINK/u);
    const told = granted(desk.app.windows.get(id)).deliveries.filter(({ stage }) => stage === "announce").length;
    expect(csv.split("\r\n").filter((line) => line.includes("announce"))).toHaveLength(told);
    const { fileName, json } = granted(desk.app.evidence.json(id));
    expect(fileName).toMatch(/-evidence\.json$/u);
    const exported = JSON.parse(json);
    expect(exported.window.title).toBe("=HYPERLINK(1)");
    expect(exported.deliveries).toHaveLength(told);
    expect(exported.deliveries[0]).toMatchObject({ stage: "announce", approvedAt: expect.stringMatching(/^\d{4}-.*Z$/u) });
  });

  test("a restart keeps the workspace, and what waits still leaves once", async () => {
    const id = await createWindow();
    const [notice] = noticesOf(id, "announce").filter(({ voice }) => voice === "internal");
    if (notice === undefined) throw new Error("no internal announcement");
    const told = await approve(notice);
    await desk.reopen();
    await desk.pass(11_000);
    expect(mailboxOf(id)).toHaveLength(told.deliveries);
  });
});

describe("what a person does by hand", () => {
  test("waits as a to-do, never stands before what is sent, and is held once its time of use has passed", async () => {
    const id = await createWindow(2 * 24 * 60);
    await announceToEveryone(id);
    const toDo = desk.app.today.view().toDo.filter(({ windowId }) => windowId === id);
    expect(toDo.length).toBeGreaterThan(0);
    expect(desk.app.outbox.view().waiting.filter(({ carrier }) => carrier === "manual")).toEqual([]);
    granted(desk.app.outbox.markDone(toDo[0]?.id ?? "", "Posted"));
    await desk.pass(3 * day);
    const states = granted(desk.app.windows.get(id))
      .deliveries.filter(({ carrier }) => carrier === "manual")
      .map(({ state }) => state.kind);
    expect(states.filter((kind) => kind === "confirmed")).toHaveLength(1);
    expect(states.filter((kind) => kind === "held")).toHaveLength(toDo.length - 1);
  });
});

describe("a promise whose time has passed", () => {
  test("counts as broken on Today for a notice nobody approved, not as kept", async () => {
    const id = await createWindow(6 * 24 * 60);
    const broken = (): number => {
      const count = desk.app.today.view().promises.find(({ label }) => label === "Customers");
      return count?.broken ?? 0;
    };
    const before = broken();
    await desk.pass(3 * day);
    expect(broken()).toBeGreaterThan(before);
    const waiting = desk.app.today.view().notices.find(({ windowId, stage }) => windowId === id && stage === "announce");
    expect(waiting?.promise).toMatchObject({ kind: "broken" });
    // What would keep it is told as of now, not as of when the window was planned.
    if (waiting?.promise.kind === "broken") expect(waiting.promise.earliestStart).toBeGreaterThan(desk.now() + 3 * day);
  });
});

describe("a notice that goes by itself", () => {
  test("is approved in the matrix's name, in its deliveries and in the audit log, and never in the coordinator's", async () => {
    await desk.pass(11_000);
    const emergency = desk.app.windows.find("Restore report exports")[0];
    const { deliveries, history } = granted(desk.app.windows.get(emergency?.id ?? ""));
    const [automatic] = deliveries.filter(({ stage }) => stage === "announce");
    expect(automatic?.approvedBy).toMatch(/^The matrix/u);
    expect(history.find(({ what }) => what === "notices.approveByPolicy")?.who).toMatch(/^The matrix/u);
  });
});
