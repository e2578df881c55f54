import { afterEach, beforeEach, expect, test } from "vitest";
import { createGraphConnection } from "../../../src/adapters/graph/graph-connection.ts";
import type { Listed, ListedKind } from "../../../src/core/ports/connector.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";

let graph: GraphServer;
beforeEach(async () => {
  graph = await startGraphServer();
});
afterEach(() => graph.stop());

async function list(what: ListedKind, search = "", within: string | null = null) {
  const { lists } = createGraphConnection({ apiUrl: graph.url, token: graph.token, heardTime: () => undefined });
  if (lists === undefined) throw new Error("It lists nothing");
  return lists.list(what, search, within);
}

async function listed(what: ListedKind, search = "", within: string | null = null): Promise<readonly Listed[]> {
  const asked = await list(what, search, within);
  if (asked.kind !== "answered") throw new Error(asked.detail);
  return asked.value;
}

test("one's teams are listed, and a team's channels with what keeps one from posting there", async () => {
  expect((await listed("team")).map(({ name, id }) => [name, id])).toEqual([
    ["Platform", "team-platform"],
    ["Service desk", "team-service"],
  ]);
  expect((await listed("channel", "", "team-platform")).map(({ name, detail, problem }) => [name, detail, problem])).toEqual([
    ["General", "", null],
    ["Changes", "shared channel", null],
    ["Old", "private channel", "This channel is archived: nothing can be posted"],
  ]);
  expect(graph.ledger.refused).toEqual([]);
});

test("channels are asked for once a team is picked", async () => {
  expect(await list("channel")).toMatchObject({ kind: "refused", detail: expect.stringContaining("Pick the team first") });
  expect(await list("channel", "", "team-gone")).toMatchObject({
    kind: "refused",
    detail: expect.stringContaining("no such team"),
  });
});

test("a chat is known by its topic, or by who else is in it", async () => {
  expect((await listed("chat")).map(({ name, detail }) => [name, detail])).toEqual([
    ["Release room", "group chat with Ada Example"],
    ["Adam Sample", "chat"],
    ["group chat", "group chat"],
  ]);
});

test("people and groups are searched for, by name and by address", async () => {
  expect((await listed("person", "ada")).map(({ id, name, detail }) => [id, name, detail])).toEqual([
    ["person-1", "Ada Example", "ada@example.org"],
    ["person-2", "Adam Sample", ""],
  ]);
  expect((await listed("group", "adapters@ex")).map(({ name }) => name)).toEqual(["Adapters on call"]);
});

test("words with quotes and backslashes search for those characters, and nothing else", async () => {
  expect(await listed("person", 'ada" OR "mail:')).toEqual([]);
  expect(await listed("person", "\\")).toEqual([]);
  expect(graph.ledger.refused).toEqual([]);
});

test("a missing permission is named with the use to choose, and pauses nothing", async () => {
  graph.fault("findPeople", { kind: "refuse", code: "Authorization_RequestDenied", status: 403 });
  expect(await list("person", "ada")).toMatchObject({
    kind: "refused",
    detail: expect.stringMatching(/User\.ReadBasic\.All.*choose “People and groups”/u),
  });
});

test("a sign-in that ended asks for another, and a busy service for a minute", async () => {
  graph.fault("listTeams", { kind: "rateLimit", retryAfter: "30" });
  expect(await list("team")).toMatchObject({ kind: "unreachable", detail: expect.stringContaining("asks to wait") });
  graph.rotate("another-token");
  expect(await list("team")).toMatchObject({ kind: "signInNeeded" });
});
