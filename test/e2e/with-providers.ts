import { type GraphServer, startGraphServer } from "../servers/graph-server.ts";
import { type SlackServer, startSlackServer } from "../servers/slack-server.ts";
import { test as base, expect } from "./desk.ts";

export { expect };

/** Tests with Slack and Microsoft Graph on 127.0.0.1. A request either would not understand fails the test. */
export const test = base.extend<{ readonly slack: SlackServer; readonly graph: GraphServer }>({
  slack: async ({ browserName: _ }, use) => {
    const server = await startSlackServer({ channels: ["devops", "product", "ops", "cloud-security"] });
    await use(server);
    await server.stop();
    expect(server.ledger.refused, "Slack would not have understood this").toEqual([]);
  },
  graph: async ({ browserName: _ }, use) => {
    const server = await startGraphServer();
    await use(server);
    await server.stop();
    expect(server.ledger.refused, "Graph would not have understood this").toEqual([]);
  },
  providers: async ({ slack, graph }, use) => {
    await use({ slack: slack.url, graph: graph.url });
  },
});
