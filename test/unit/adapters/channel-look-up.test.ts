import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createGraphConnection } from "../../../src/adapters/graph/graph-connection.ts";
import { createSlackConnection } from "../../../src/adapters/slack/slack-connection.ts";
import type { ChannelLookUp, Connection } from "../../../src/core/ports/connector.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";

async function ask(
  connection: Connection,
  address: Parameters<NonNullable<Connection["lookUpChannel"]>>[0],
): Promise<ChannelLookUp> {
  const answer = await connection.lookUpChannel?.(address);
  if (answer === undefined) throw new Error("It cannot be asked.");
  return answer;
}

describe("Slack", () => {
  let server: SlackServer;
  beforeEach(async () => {
    server = await startSlackServer();
  });
  afterEach(() => server.stop());
  const slack = (): Connection => createSlackConnection({ apiUrl: server.url, token: server.token, heardTime: () => undefined });
  const changes = () => ({ kind: "slack", conversationId: server.channels.changes ?? "" }) as const;

  test("a channel of our own is inside, one shared through Slack Connect is outside", async () => {
    expect(await ask(slack(), changes())).toMatchObject({ kind: "seen", outside: false });
    server.share(changes().conversationId);
    expect(await ask(slack(), changes())).toEqual({
      kind: "seen",
      outside: true,
      detail: "Slack: shared with one other organisation",
      problem: null,
    });
    expect(server.ledger.refused).toEqual([]);
  });

  test("a channel nobody finds, a refused token, a direct message and a lost answer tell nothing", async () => {
    expect(await ask(slack(), { kind: "slack", conversationId: "C0NOWHERE" })).toMatchObject({ kind: "cannotTell" });
    expect(await ask(slack(), { kind: "slack", conversationId: "U0SOMEBODY" })).toMatchObject({ kind: "cannotTell" });
    expect(await ask(slack(), { kind: "slack", conversationId: "#changes" })).toMatchObject({ kind: "cannotTell" });
    expect(server.ledger.refused).toEqual([]);
    const stranger = createSlackConnection({ apiUrl: server.url, token: "another-token", heardTime: () => undefined });
    expect(await ask(stranger, changes())).toMatchObject({ kind: "cannotTell", detail: expect.stringContaining("token") });
    server.fault("conversations.info", { kind: "loseResponse" });
    expect(await ask(slack(), changes())).toMatchObject({ kind: "cannotTell" });
  });
});

describe("Teams", () => {
  let server: GraphServer;
  beforeEach(async () => {
    server = await startGraphServer();
  });
  afterEach(async () => {
    expect(server.ledger.refused).toEqual([]);
    await server.stop();
  });
  const graph = (): Connection => createGraphConnection({ apiUrl: server.url, token: server.token, heardTime: () => undefined });
  const channel = { kind: "teamsChannel", teamId: "team-1", channelId: "19:changes@thread.tacv2" } as const;
  const chat = { kind: "teamsChat", chatId: "19:chat@thread.v2" } as const;

  test("a shared channel, another organisation's channel, and a chat with somebody of another one are outside", async () => {
    expect(await ask(graph(), channel)).toMatchObject({ kind: "seen", outside: false });
    expect(await ask(graph(), chat)).toMatchObject({ kind: "seen", outside: false });
    server.teams.foreign.add(channel.channelId);
    expect(await ask(graph(), channel)).toMatchObject({ outside: true, detail: "Teams: a channel of another organisation" });
    server.teams.foreign.clear();
    server.teams.shared.add(channel.channelId).add(chat.chatId);
    expect(await ask(graph(), channel)).toMatchObject({ outside: true, detail: "Teams: a shared channel" });
    expect(await ask(graph(), chat)).toMatchObject({ outside: true, detail: expect.stringContaining("1 in the chat") });
  });

  test("a channel that is gone, and a mailbox, tell nothing", async () => {
    server.teams.gone.add(channel.channelId);
    expect(await ask(graph(), channel)).toMatchObject({ kind: "cannotTell" });
    expect(await ask(graph(), { kind: "mail", from: null })).toMatchObject({ kind: "cannotTell" });
  });
});
