import { afterEach, beforeEach, expect, test } from "vitest";
import { granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";

let desk: TestApp;
let slack: SlackServer;
let graph: GraphServer;

beforeEach(async () => {
  slack = await startSlackServer();
  graph = await startGraphServer();
  desk = await openTestApp({ slackApiUrl: slack.url, graphUrl: graph.url });
  await makeExampleWorkspace(desk);
});
afterEach(async () => {
  await desk.close();
  expect([...slack.ledger.refused, ...graph.ledger.refused]).toEqual([]);
  await slack.stop();
  await graph.stop();
});

const connect = (kind: "slack" | "graph", token: string) =>
  desk.app.connections.connect(kind, { token, apiUrl: null, values: {} });

/** Writes the coordinator's address, by which an app finds them. */
async function coordinatorIs(email: string): Promise<void> {
  const { workspace } = desk.app.workspaces.view();
  if (workspace === null) throw new Error("no workspace");
  granted(await desk.app.workspaces.update({ ...workspace, coordinator: { ...workspace.coordinator, email } }));
}

test("by mail it goes to the account that is connected, once, and is in the audit log", async () => {
  granted(await connect("graph", graph.token));
  const { where } = granted(await desk.app.connections.sendTest("graph"));
  expect(where).toBe(`the inbox of ${graph.account}`);
  expect(graph.ledger.mails).toMatchObject([{ to: [graph.account], subject: expect.stringContaining("Test from Forewarn") }]);
  const { lines } = await desk.app.audit.entries({ who: "", area: "connections", about: "" }, null);
  expect(lines[0]).toMatchObject({ what: "connections.sendTest", subjectId: "graph" });
});

test("in Slack an app writes to whoever has the coordinator's address", async () => {
  granted(await connect("slack", slack.token));
  await coordinatorIs("colleague@example.org");
  const { where } = granted(await desk.app.connections.sendTest("slack"));
  expect(where).toMatch(/^Forewarn's messages to .+ in Slack$/u);
  expect(slack.ledger.posts).toHaveLength(1);
  expect(slack.ledger.posts[0]?.text).toContain("It went to you alone");
});

test("an address nobody has there is told with what to do, and nothing is sent", async () => {
  granted(await connect("slack", slack.token));
  await coordinatorIs("nobody@example.org");
  expect(await desk.app.connections.sendTest("slack")).toMatchObject({
    ok: false,
    refusal: {
      message: expect.stringMatching(
        /Nobody in this Slack workspace has the address nobody@example\.org.*Settings.* No test was sent\.$/u,
      ),
    },
  });
  expect(slack.ledger.posts).toEqual([]);
});

test("a lost answer is told as what it is: the test may have left, and it is not sent again", async () => {
  granted(await connect("graph", graph.token));
  graph.fault("sendDraft", { kind: "loseResponse" });
  expect(await desk.app.connections.sendTest("graph")).toMatchObject({
    ok: false,
    refusal: { message: expect.stringMatching(/may or may not have left\.$/u) },
  });
  expect(graph.ledger.mails).toHaveLength(1);
});

test.each([
  ["a mailbox that is full", { code: "ErrorQuotaExceeded", status: 400 }, /^The mailbox is full\..* No test was sent\.$/u],
  [
    "a permission that lacks",
    { code: "ErrorAccessDenied", status: 403 },
    /^The sign-in may not send mail.* No test was sent\.$/u,
  ],
  ["a sign-in that ended", { code: "InvalidAuthenticationToken", status: 401 }, /sign in again.* No test was sent\.$/u],
])("%s leaves neither a mail nor a draft", async (_why, refusal, words) => {
  granted(await connect("graph", graph.token));
  graph.fault("sendDraft", { kind: "refuse", ...refusal });
  expect(await desk.app.connections.sendTest("graph")).toMatchObject({
    ok: false,
    refusal: { message: expect.stringMatching(words) },
  });
  expect([graph.ledger.mails, graph.mailbox.draftIds]).toEqual([[], []]);
});

test("a draft that can't be removed again is told of", async () => {
  granted(await connect("graph", graph.token));
  graph.fault("sendDraft", { kind: "refuse", code: "ErrorQuotaExceeded", status: 400 });
  graph.fault("removeMail", { kind: "serverError", status: 503, taken: false });
  expect(await desk.app.connections.sendTest("graph")).toMatchObject({
    ok: false,
    refusal: { message: expect.stringMatching(/Its draft is left in the mailbox: delete it in Outlook, under Drafts\./u) },
  });
  expect(graph.mailbox.draftIds).toHaveLength(1);
});

test("what may have left is never removed, and the person is told where to look", async () => {
  granted(await connect("graph", graph.token));
  graph.fault("sendDraft", { kind: "serverError", status: 503, taken: true });
  expect(await desk.app.connections.sendTest("graph")).toMatchObject({
    ok: false,
    refusal: { message: expect.stringMatching(/If it did not leave, it is in Drafts\. The test may or may not have left\.$/u) },
  });
  expect(graph.ledger.mails).toHaveLength(1);
});

test("a test that was taken is when the connection worked last", async () => {
  granted(await connect("graph", graph.token));
  const lastSuccess = () => desk.app.connections.all().find(({ kind }) => kind === "graph")?.lastSuccessAt;
  const connectedAt = desk.now();
  await desk.pass(5 * 60_000);
  graph.fault("sendDraft", { kind: "refuse", code: "ErrorQuotaExceeded", status: 400 });
  await desk.app.connections.sendTest("graph");
  expect(lastSuccess()).toBe(connectedAt);
  granted(await desk.app.connections.sendTest("graph"));
  expect(lastSuccess()).toBe(connectedAt + 5 * 60_000);
});

test("what is not connected says so", async () => {
  expect(await desk.app.connections.sendTest("slack")).toMatchObject({ ok: false, refusal: { code: "notPossible" } });
});
