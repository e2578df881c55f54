import { expect, test } from "vitest";
import { createGraphConnection } from "../../../src/adapters/graph/graph-connection.ts";
import { createSlackConnection } from "../../../src/adapters/slack/slack-connection.ts";
import type { MessagingConnection, MessagingParts } from "../../../src/core/ports/connector.ts";
import { aSlackDelivery, aTeamsDelivery } from "../../builders/delivery.ts";
import { openPassage } from "../../builders/passage.ts";
import { listen } from "../../servers/listen.ts";
import { networks, unreachables } from "./network.ts";

const token = "xoxb-secret-token";
const providers = {
  slack: {
    connect: (parts: MessagingParts): MessagingConnection => createSlackConnection(parts),
    delivery: () => aSlackDelivery("C0123456789"),
  },
  teams: {
    connect: (parts: MessagingParts): MessagingConnection => createGraphConnection(parts),
    delivery: () => aTeamsDelivery(),
  },
} as const;
const names = ["slack", "teams"] as const;

async function sendAt(name: (typeof names)[number], origin: string) {
  const { connect, delivery } = providers[name];
  const apiUrl = `${origin}/${name === "slack" ? "api/" : "v1.0"}`;
  return connect({ apiUrl, token, heardTime: () => undefined }).messages.send(
    { delivery: delivery(), replyTo: null },
    openPassage(),
  );
}

test.each(networks)("$name: $expected", async ({ answer, outcome }) => {
  let asked = 0;
  const server = await listen(async (_request, response) => {
    asked += 1;
    answer(response);
  });
  for (const name of names) {
    asked = 0;
    const came = await sendAt(name, server.origin);
    expect.soft([name, came.kind]).toEqual([name, outcome[name]]);
    // Whatever comes of it, it was tried once: a second try may be a second message.
    expect.soft([name, asked]).toEqual([name, 1]);
    expect(JSON.stringify(came)).not.toContain("secret");
  }
  await server.stop();
});

test.each(unreachables)("$name: $expected", async ({ origin }) => {
  const plain = await listen(async (_request, response) => void response.end());
  const closed = await listen(async () => undefined);
  await closed.stop();
  const address = origin.replace("PLAIN", new URL(plain.origin).port).replace("CLOSED", new URL(closed.origin).port);
  for (const name of names) expect.soft([name, (await sendAt(name, address)).kind]).toEqual([name, "unsent"]);
  await plain.stop();
});
