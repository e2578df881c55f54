import { afterEach, beforeEach, expect, test } from "vitest";
import { day, hour, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import type { Notice } from "../../../src/core/domain/notice.ts";
import { goLive, sendMailAsMyself, useSlackChannels } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";

let desk: TestApp;
let slack: SlackServer;
let graph: GraphServer;

beforeEach(async () => {
  slack = await startSlackServer({ channels: ["devops", "infrastructure", "product"] });
  graph = await startGraphServer();
  // The providers' own clocks go on beside the test's, which must not be ahead of them when a message is looked up.
  desk = await openTestApp({ now: Date.now() - 30 * minute, slackApiUrl: slack.url, graphUrl: graph.url });
  await makeExampleWorkspace(desk);
  await useSlackChannels(desk, slack);
  await sendMailAsMyself(desk);
  await goLive(desk);
});

afterEach(async () => {
  await desk.close();
  expect(slack.ledger.refused).toEqual([]);
  expect(graph.ledger.refused).toEqual([]);
  await slack.stop();
  await graph.stop();
});

async function connectBoth(): Promise<void> {
  granted(await desk.app.connections.connect("slack", { token: slack.token, apiUrl: null, values: {} }));
  granted(await desk.app.connections.connect("graph", { token: graph.token, apiUrl: null, values: {} }));
}

async function announced(voice: Notice["voice"], minutes = 7 * 24 * 60): Promise<{ id: string; deliveries: number }> {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, minutes, 120)));
  const notice = granted(desk.app.windows.get(id)).notices.find(
    (candidate) => candidate.stage === "announce" && candidate.voice === voice,
  );
  if (notice === undefined) throw new Error(`no ${voice} announcement`);
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  const { deliveries } = granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)));
  return { id, deliveries };
}

/** What Slack took for one window; the example's own windows go on beside it. */
function postsOf(id: string) {
  const ours = new Set(granted(desk.app.windows.get(id)).deliveries.map((delivery) => delivery.id));
  return slack.ledger.posts.filter(({ deliveryId }) => deliveryId !== null && ours.has(deliveryId));
}

/** The states of a window's deliveries that an adapter carries, by channel. */
function statesOf(id: string): string[] {
  return granted(desk.app.windows.get(id))
    .deliveries.filter(({ carrier }) => carrier !== "manual")
    .map(({ state }) => state.kind)
    .sort();
}

test("a connection worked last when its provider took a message, also without a check", async () => {
  await connectBoth();
  const connectedAt = desk.now();
  const lastSuccess = () =>
    Object.fromEntries(desk.app.connections.all().map(({ kind, lastSuccessAt }) => [kind, lastSuccessAt]));
  await desk.pass(minute);
  const checkedAt = lastSuccess();
  await announced("internal");
  await desk.pass(11_000);
  expect(checkedAt).toMatchObject({ slack: connectedAt, graph: connectedAt, pagerDuty: null });
  expect(lastSuccess()).toMatchObject({ slack: connectedAt + minute + 11_000, graph: connectedAt, pagerDuty: null });
});

test("a message that is refused is no success of its connection", async () => {
  await connectBoth();
  const connectedAt = desk.now();
  const { id, deliveries } = await announced("internal");
  slack.fault(
    "chat.postMessage",
    ...Array.from({ length: deliveries }, () => ({ kind: "refuse", code: "is_archived" }) as const),
  );
  await desk.pass(11_000);
  expect(new Set(statesOf(id))).toEqual(new Set(["failed"]));
  expect(desk.app.connections.all().find(({ kind }) => kind === "slack")?.lastSuccessAt).toBe(connectedAt);
});

test("an announcement is posted once to each Slack channel, and Completed replies in each thread", async () => {
  await connectBoth();
  const { id, deliveries } = await announced("internal", 60);
  await desk.pass(11_000);
  expect(postsOf(id)).toHaveLength(deliveries);
  await desk.pass(hour + 5 * minute);
  granted(await desk.app.windows.conclude(id, "completed", ""));
  await desk.pass(11_000);
  const replies = postsOf(id).slice(deliveries);
  expect(replies.map(({ channel, threadTs }) => [channel, threadTs]).sort()).toEqual(
    postsOf(id)
      .slice(0, deliveries)
      .map(({ channel, ts }) => [channel, ts])
      .sort(),
  );
});

test("each customer gets a mail of its own, and no customer's name or address reaches another", async () => {
  await connectBoth();
  await announced("customer");
  await desk.pass(11_000);
  const { customers, contacts } = desk.app.directory.all();
  expect(graph.ledger.mails.length).toBeGreaterThanOrEqual(2);
  for (const mail of graph.ledger.mails) {
    const to = JSON.stringify(mail).toLowerCase();
    const reached = customers.filter(({ contactIds }) =>
      contacts.some(
        (contact) => contactIds.includes(contact.id) && contact.email !== null && to.includes(contact.email.toLowerCase()),
      ),
    );
    expect(reached).toHaveLength(1);
    for (const other of customers) if (other.id !== reached[0]?.id) expect(to).not.toContain(other.name.toLowerCase());
  }
});

test("a lost answer is unknown, never sent again by itself, and found at the provider afterwards", async () => {
  await connectBoth();
  slack.fault("chat.postMessage", { kind: "loseResponse" });
  const { id, deliveries } = await announced("internal");
  await desk.pass(11_000);
  expect(statesOf(id)).toContain("unknown");
  expect(postsOf(id)).toHaveLength(deliveries);
  await desk.pass(6_000);
  await desk.pass(minute);
  // Nobody waits for a look-up, and its answer takes what a request takes.
  await expect.poll(() => statesOf(id)).not.toContain("unknown");
  expect(statesOf(id)).toContain("confirmed");
  expect(postsOf(id)).toHaveLength(deliveries);
});

test("what stayed unknown can be decided by a person, with the reason kept", async () => {
  await connectBoth();
  slack.fault("chat.postMessage", { kind: "serverError", status: 500, taken: false });
  slack.fault(
    "conversations.history",
    ...Array.from({ length: 20 }, () => ({ kind: "serverError", status: 500, taken: false }) as const),
  );
  const { id } = await announced("internal");
  await desk.pass(11_000);
  const [unknown] = desk.app.outbox
    .view()
    .needsDecision.filter(({ windowId, state }) => windowId === id && state.kind === "unknown");
  if (unknown === undefined) throw new Error("nothing unknown");
  const before = postsOf(id).length;
  granted(desk.app.outbox.decide(unknown.id, "sendAgain", "Nobody saw it in the channel"));
  await desk.pass(2_000);
  expect(postsOf(id)).toHaveLength(before + 1);
  const history = granted(desk.app.windows.get(id)).history;
  expect(JSON.stringify(history)).toContain("Nobody saw it in the channel");
});

test("an answer that comes when somebody had given it up and asked to send again settles it: nothing leaves twice", async () => {
  await connectBoth();
  const answer = Promise.withResolvers<void>();
  slack.fault("chat.postMessage", { kind: "held", until: answer.promise });
  slack.fault(
    "conversations.history",
    ...Array.from({ length: 20 }, () => ({ kind: "serverError", status: 500, taken: false }) as const),
  );
  const { id, deliveries } = await announced("internal");
  await desk.pass(11_000, 40);
  await desk.pass(9 * minute, 40);
  const [unknown] = desk.app.outbox
    .view()
    .needsDecision.filter(({ windowId, state }) => windowId === id && state.kind === "unknown");
  if (unknown === undefined) throw new Error("nothing unknown");
  granted(desk.app.outbox.decide(unknown.id, "sendAgain", "Nobody saw it in the channel"));
  answer.resolve();
  await expect.poll(() => granted(desk.app.outbox.delivery(unknown.id)).state.kind, { timeout: 10_000 }).toBe("accepted");
  await desk.pass(2_000);
  expect(postsOf(id)).toHaveLength(deliveries);
});

test("without a connection a live notice is held, and leaves once the connection is made", async () => {
  const { id, deliveries } = await announced("internal");
  await desk.pass(11_000);
  expect(new Set(statesOf(id))).toEqual(new Set(["held"]));
  await connectBoth();
  await desk.pass(2_000);
  expect(postsOf(id)).toHaveLength(deliveries);
});

test("a refused token is not kept, and says that nothing was sent", async () => {
  const answer = await desk.app.connections.connect("slack", { token: "xoxb-wrong-token", apiUrl: null, values: {} });
  expect(answer).toMatchObject({ ok: false, refusal: { code: "connection", field: "token" } });
  expect(desk.app.connections.all().find(({ kind }) => kind === "slack")?.isConnected).toBe(false);
});

test("a channel that no longer exists fails visibly, and can be sent again after it was mended", async () => {
  await connectBoth();
  slack.fault("chat.postMessage", { kind: "refuse", code: "channel_not_found" });
  const { id } = await announced("internal");
  await desk.pass(11_000);
  const [failed] = desk.app.outbox
    .view()
    .needsDecision.filter(({ windowId, state }) => windowId === id && state.kind === "failed");
  expect(failed?.state).toMatchObject({ kind: "failed" });
  const before = postsOf(id).length;
  granted(desk.app.outbox.retry(failed?.id ?? ""));
  await desk.pass(2_000);
  expect(postsOf(id)).toHaveLength(before + 1);
});

test("a rate limit only delays: the message leaves once, later", async () => {
  await connectBoth();
  slack.fault("chat.postMessage", { kind: "rateLimit", retryAfter: "30" });
  const { id, deliveries } = await announced("internal");
  await desk.pass(11_000);
  expect(postsOf(id)).toHaveLength(deliveries - 1);
  expect(statesOf(id)).toContain("due");
  await desk.pass(31_000);
  // Another notice may have taken this second of the channel.
  await desk.pass(2_000);
  expect(postsOf(id)).toHaveLength(deliveries);
});

test("what was approved in practice never leaves live: its notice is open again", async () => {
  const { workspace } = desk.app.workspaces.view();
  if (workspace === null) throw new Error("no workspace");
  granted(await desk.app.workspaces.update({ ...workspace, mode: "practice" }));
  await connectBoth();
  const { id } = await announced("internal");
  await goLive(desk);
  await desk.pass(11_000);
  expect(postsOf(id)).toHaveLength(0);
  expect(statesOf(id).every((state) => state === "cancelled")).toBe(true);
  const announcements = granted(desk.app.windows.get(id)).notices.filter(
    ({ stage, voice }) => stage === "announce" && voice === "internal",
  );
  expect(announcements.map(({ state }) => state.kind)).toContain("open");
});

test("a window announced in practice is announced for real once the workspace is live", async () => {
  const { workspace } = desk.app.workspaces.view();
  if (workspace === null) throw new Error("no workspace");
  granted(await desk.app.workspaces.update({ ...workspace, mode: "practice" }));
  await connectBoth();
  const { id, deliveries } = await announced("internal");
  await desk.pass(11_000);
  expect(desk.app.outbox.practiceMailbox().filter(({ windowId }) => windowId === id)).toHaveLength(deliveries);
  await goLive(desk);
  const notice = granted(desk.app.windows.get(id)).notices.find(
    ({ stage, voice, state }) => stage === "announce" && voice === "internal" && state.kind === "open",
  );
  if (notice === undefined) throw new Error("no open announcement");
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)));
  await desk.pass(11_000);
  expect(postsOf(id)).toHaveLength(deliveries);
});

test("a customer who turns out to have heard after the end is told of the end, too", async () => {
  await connectBoth();
  slack.fault("chat.postMessage", { kind: "serverError", status: 500, taken: true });
  slack.fault(
    "conversations.history",
    ...Array.from({ length: 20 }, () => ({ kind: "serverError", status: 500, taken: false }) as const),
  );
  const { id } = await announced("internal", 60);
  await desk.pass(11_000);
  await desk.pass(hour + 5 * minute);
  const told = granted(await desk.app.windows.conclude(id, "completed", ""));
  expect(told.notReached).toHaveLength(1);
  await desk.pass(11_000);
  const [unknown] = desk.app.outbox
    .view()
    .needsDecision.filter(({ windowId, state }) => windowId === id && state.kind === "unknown");
  granted(desk.app.outbox.decide(unknown?.id ?? "", "itWasSent", "Seen in the channel"));
  await desk.pass(1_000);
  const open = granted(desk.app.windows.get(id)).notices.filter(
    ({ stage, state }) => stage === "completed" && state.kind === "open",
  );
  expect(open.flatMap(({ recipients }) => recipients.map(({ channelId }) => channelId))).toEqual([unknown?.channelId]);
});

test("a mail approved for later and found unsent after a restore leaves once, when it was to leave, and not sooner", {
  timeout: 60_000,
}, async () => {
  await connectBoth();
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 14 * 24 * 60, 120)));
  const later = granted(desk.app.windows.get(id)).notices.find(
    ({ voice, dueAt }) => voice === "customer" && dueAt > desk.now() + day,
  );
  if (later === undefined) throw new Error("no customer's notice that is due later");
  const { draft } = granted(desk.app.notices.compose(later.id));
  const { findings } = granted(await desk.app.notices.preview(later.id, draft, null));
  granted(await desk.app.notices.approve(later.id, draft, "whenDue", findings.map(findingKey)));
  const mails = statesOf(id).length;
  const { name } = granted(await desk.app.backups.make());
  granted(await desk.app.backups.restore(name));
  expect(new Set(statesOf(id))).toEqual(new Set(["unknown"]));

  granted(desk.app.outbox.resume("restored", "Looked at all of them"));
  await desk.pass(6_000);
  await expect.poll(() => new Set(statesOf(id)), { timeout: 10_000 }).toEqual(new Set(["due"]));
  await desk.pass(later.dueAt - desk.now() - minute);
  expect(graph.ledger.mails).toHaveLength(0);
  await desk.pass(2 * minute);
  expect(graph.ledger.mails).toHaveLength(mails);
});
