import { afterEach, beforeEach, expect, test } from "vitest";
import { createSlackConnection } from "../../../src/adapters/slack/slack-connection.ts";
import type { Asked, Connection, Listed, ListedKind } from "../../../src/core/ports/connector.ts";
import { allScopes } from "../../servers/slack-scopes.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";

let server: SlackServer;
beforeEach(async () => {
  server = await startSlackServer({ channels: ["changes", "devops"], privateChannels: ["cab"] });
});
afterEach(async () => {
  expect(server.ledger.refused).toEqual([]);
  await server.stop();
});

const slack = (): Connection => createSlackConnection({ apiUrl: server.url, token: server.token, heardTime: () => undefined });

function list(what: ListedKind, isGivenUp?: () => boolean): Promise<Asked<readonly Listed[]>> {
  const { lists } = slack();
  if (lists === undefined) throw new Error("Slack lists nothing.");
  return lists.list(what, "", null, isGivenUp);
}

async function names(what: ListedKind): Promise<readonly string[]> {
  const asked = await list(what);
  if (asked.kind !== "answered") throw new Error(`${asked.kind}: ${asked.detail}`);
  return asked.value.map(({ name }) => name);
}

const listCalls = () => server.ledger.calls.filter((method) => method === "conversations.list").length;

test("channels are listed, public and private ones, every page of them, without the archived", async () => {
  await server.archive(server.channels.devops ?? "");
  server.limitPages(1);
  expect(await names("channel")).toEqual(expect.arrayContaining(["#changes", "#cab"]));
  expect(await names("channel")).not.toContain("#devops");
  expect(listCalls()).toBeGreaterThan(4);
  const asked = await list("channel");
  expect(asked.kind === "answered" && asked.value.find(({ name }) => name === "#cab")).toMatchObject({
    what: "channel",
    id: server.channels.cab,
    detail: expect.stringContaining("private channel"),
    problem: null,
  });
});

test("a channel the app is not in says so, and how it gets in", async () => {
  const id = server.channels.devops ?? "";
  await server.leave(id);
  const asked = await list("channel");
  expect(asked.kind === "answered" && asked.value.find((one) => one.id === id)?.problem).toBe(
    "The app is not in this channel: invite it with /invite",
  );
  const address = { kind: "slack", conversationId: id } as const;
  expect(await slack().lookUpChannel?.(address)).toMatchObject({ problem: expect.stringContaining("/invite") });
  await server.invite(id);
  expect(await slack().lookUpChannel?.(address)).toMatchObject({ kind: "seen", problem: null });
});

test("a channel that is archived, hidden or named instead of picked is found before anything is to be posted", async () => {
  const problemOf = async (conversationId: string): Promise<string | null | undefined> =>
    (await slack().lookUpChannel?.({ kind: "slack", conversationId }))?.problem;
  await server.archive(server.channels.devops ?? "");
  expect(await problemOf(server.channels.devops ?? "")).toContain("archived");
  expect(await problemOf("C0NOWHERE")).toContain("the app is not in it");
  expect(await problemOf("#changes")).toContain("pick the channel");
  expect(await problemOf("U0SOMEBODY")).toBeUndefined();
});

test("people are listed without bots and without those who left", async () => {
  const people = await names("person");
  expect(people).toEqual(expect.arrayContaining(["Forewarn", "A colleague"]));
  expect(people).not.toEqual(expect.arrayContaining(["Slackbot"]));
  expect(people.filter((name) => /robot|Slackbot|left/u.test(name))).toEqual([]);
  const asked = await list("person");
  expect(asked.kind === "answered" && asked.value.find(({ name }) => name === "A colleague")?.detail).toBe(
    "colleague@example.org",
  );
});

test("user groups are listed with what calls them, without those that were given up", async () => {
  expect(await list("group")).toEqual({
    kind: "answered",
    value: [{ what: "group", id: "S0ONCALL", name: "On call", detail: "@oncall, 4 members", problem: null }],
  });
});

test("a right that is missing is named with what it is for", async () => {
  server.grant(allScopes.filter((scope) => scope !== "usergroups:read" && scope !== "groups:read"));
  expect(await list("group")).toMatchObject({
    kind: "refused",
    detail: expect.stringContaining("usergroups:read (picking user groups"),
  });
  expect(await list("channel")).toMatchObject({ kind: "refused", detail: expect.stringContaining("groups:read") });
  expect(await slack().check()).toMatchObject({
    kind: "works",
    permissions: {
      granted: expect.arrayContaining(["chat:write"]),
      missing: [{ name: "groups:read" }, { name: "usergroups:read", isFor: expect.stringContaining("call by name") }],
    },
  });
  server.grant(allScopes);
  expect(await slack().check()).toMatchObject({ permissions: { missing: [] } });
});

test("a limit is told with its seconds, and nothing is asked again by itself", async () => {
  server.fault("conversations.list", { kind: "rateLimit", retryAfter: "17" });
  expect(await list("channel")).toEqual({
    kind: "unreachable",
    detail: "Slack asks to wait 17 seconds. Try again then.",
  });
  expect(listCalls()).toBe(1);
});

test("a token that is not taken any more asks for a sign-in", async () => {
  server.rotate("xoxb-another");
  expect(await list("person")).toMatchObject({ kind: "signInNeeded", detail: expect.stringContaining("Settings") });
});

test("a list nobody waits for any more is not read to its end", async () => {
  server.limitPages(1);
  let pages = 0;
  const asked = await list("channel", () => {
    pages += 1;
    return pages > 2;
  });
  expect(asked.kind).toBe("unreachable");
  expect(listCalls()).toBe(2);
});

test("a page that cannot be read is no list", async () => {
  server.fault("users.list", { kind: "garble" });
  expect(await list("person")).toMatchObject({ kind: "unreachable", detail: expect.stringContaining("Slack's") });
});
