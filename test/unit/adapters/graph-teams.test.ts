import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGraphConnection } from "../../../src/adapters/graph/graph-connection.ts";
import type { Delivery, Receipt } from "../../../src/core/domain/delivery.ts";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import { aTeamsDelivery } from "../../builders/delivery.ts";
import { openPassage } from "../../builders/passage.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";

const place = "team-1/19:changes@thread.tacv2";

let server: GraphServer;
beforeAll(async () => {
  server = await startGraphServer();
});
afterAll(() => server.stop());

beforeEach(() => {
  server.teams.posts.length = 0;
  server.teams.gone.clear();
});
afterEach(() => {
  expect(server.ledger.refused).toEqual([]);
});

const connect = (now?: () => number) => {
  const connection = createGraphConnection({ apiUrl: server.url, token: server.token, heardTime: () => undefined }, now);
  return { ...connection, ...connection.messages };
};
const postCalls = () => server.ledger.calls.filter((call) => call === "postMessage").length;
const later = () => Date.now() + 2 * minute;

function unknown(delivery: Delivery): Delivery {
  return { ...delivery, state: { kind: "unknown", since: Date.now(), detail: "", looks: 0, seen: "", nextLookAt: null } };
}

async function announced(): Promise<Receipt> {
  const outcome = await connect().send({ delivery: aTeamsDelivery(), replyTo: null }, openPassage());
  if (outcome.kind !== "accepted") throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
  return outcome.receipt;
}

describe("sending to Teams", () => {
  test("a first notice begins a thread with its subject and its mentions", async () => {
    const receipt = await announced();
    expect(server.ledger.posts).toMatchObject([
      {
        id: receipt.messageId,
        place,
        parentId: null,
        subject: "Outage: portal (FW-2026-118)",
        html: '<p>The café portal is off from 02:00 to 04:00 GMT, <at id="0">On-call</at>. FW-2026-118</p>',
        mentions: [{ id: 0, name: "On-call", userId: "0f7bb6ae-0000-4000-8000-000000000001" }],
      },
    ]);
    expect(receipt.threadId).toBe(receipt.messageId);
  });

  test("later notices reply in the thread of the first", async () => {
    const first = await announced();
    const second = await connect().send({ delivery: aTeamsDelivery({ stage: "start" }), replyTo: first }, openPassage());
    if (second.kind !== "accepted") throw new Error("not accepted");
    await connect().send({ delivery: aTeamsDelivery({ stage: "completed" }), replyTo: second.receipt }, openPassage());
    expect(server.ledger.posts.map(({ parentId }) => parentId)).toEqual([null, first.messageId, first.messageId]);
    expect(second.receipt.threadId).toBe(first.messageId);
  });

  test("a chat has no threads: a later notice is the next message", async () => {
    const chat = { address: { kind: "teamsChat", chatId: "19:chat@thread.v2" }, channelKind: "teamsChat" } as const;
    const first = await connect().send({ delivery: aTeamsDelivery(chat), replyTo: null }, openPassage());
    if (first.kind !== "accepted") throw new Error("not accepted");
    await connect().send({ delivery: aTeamsDelivery(chat), replyTo: first.receipt }, openPassage());
    expect(server.ledger.posts).toMatchObject([
      { place: "19:chat@thread.v2", parentId: null, subject: null },
      { place: "19:chat@thread.v2", parentId: null, subject: null },
    ]);
  });

  test("hostile text arrives as it was approved", async () => {
    const html = "<p>&lt;script&gt; {{7*7}} \u202Eolleh 🏥 &amp; %2F</p>";
    await connect().send(
      { delivery: aTeamsDelivery({ content: { kind: "teams", subject: "{{x}}", html, mentions: [] } }), replyTo: null },
      openPassage(),
    );
    expect(server.ledger.posts).toMatchObject([{ html, subject: "{{x}}" }]);
  });

  test.each([
    ["a lost answer", { kind: "loseResponse" }, 1],
    ["a broken connection", { kind: "loseRequest" }, 0],
    ["a 503 after taking it", { kind: "serverError", status: 503, taken: true }, 1],
    ["a 400, which has been seen for messages that appeared", { kind: "serverError", status: 400, taken: true }, 1],
    ["a 429, which is no proof", { kind: "rateLimit", retryAfter: "1" }, 0],
    ["an unreadable answer", { kind: "garble" }, 1],
  ] as const)("%s leaves it unknown, and it is not posted again", async (_name, fault, arrived) => {
    const before = postCalls();
    server.fault("postMessage", fault);
    expect(await connect().send({ delivery: aTeamsDelivery(), replyTo: null }, openPassage())).toMatchObject({ kind: "unknown" });
    expect([postCalls() - before, server.ledger.posts.length]).toEqual([1, arrived]);
  });

  test("a channel or a parent that is gone is refused, with what to do", async () => {
    const first = await announced();
    server.teams.gone.add(first.threadId);
    const reply = await connect().send({ delivery: aTeamsDelivery(), replyTo: first }, openPassage());
    expect(reply).toMatchObject({ kind: "refused", detail: expect.stringContaining("message of its own") });
    server.teams.gone.add("team-1");
    const outcome = await connect().send({ delivery: aTeamsDelivery(), replyTo: null }, openPassage());
    expect(outcome).toMatchObject({ kind: "refused", detail: expect.stringContaining("Directory") });
  });

  test("a missing permission asks for a sign-in; a missing membership asks for an owner", async () => {
    server.fault("postMessage", {
      kind: "refuse",
      status: 403,
      code: "Forbidden",
      message: "Missing scope permissions on the request.",
    });
    expect(await connect().send({ delivery: aTeamsDelivery(), replyTo: null }, openPassage())).toMatchObject({
      kind: "signInNeeded",
    });
    server.fault("postMessage", { kind: "refuse", status: 403, code: "Forbidden", message: "The user is not in the team." });
    expect(await connect().send({ delivery: aTeamsDelivery(), replyTo: null }, openPassage())).toMatchObject({
      kind: "refused",
      detail: expect.stringContaining("owner"),
    });
    expect(server.ledger.posts).toEqual([]);
  });
});

describe("looking for a doubtful Teams message", () => {
  test("finds one whose answer was lost, though Teams rewrote its HTML", async () => {
    const delivery = aTeamsDelivery();
    server.fault("postMessage", { kind: "loseResponse" });
    await connect().send({ delivery, replyTo: null }, openPassage());
    const [post] = server.ledger.posts;
    expect(await connect().lookUp(unknown(delivery))).toMatchObject({
      kind: "found",
      receipt: { messageId: post?.id, threadId: post?.id },
    });
  });

  test("finds a lost reply in its thread, on a later page", async () => {
    const first = await announced();
    const delivery = aTeamsDelivery({ stage: "completed" });
    let handle: string | null = null;
    server.fault("postMessage", { kind: "loseResponse" });
    await connect().send(
      { delivery, replyTo: first },
      openPassage((remembered) => {
        handle = remembered;
      }),
    );
    const lost = server.ledger.posts.at(-1);
    for (let count = 0; count < 5; count += 1)
      server.teams.postByHand(place, `<p>thanks ${count}</p>`, "somebody", first.threadId);
    server.teams.pageSize = 2;
    const seen = await connect().lookUp(unknown({ ...delivery, handle }));
    server.teams.pageSize = 50;
    expect(seen).toMatchObject({ kind: "found", receipt: { messageId: lost?.id, threadId: first.threadId } });
  });

  test("is absent once Teams had time to show it, and not before", async () => {
    const delivery = unknown(aTeamsDelivery());
    server.teams.postByHand(place, "<p>Another notice of FW-2026-118</p>", "me");
    expect(await connect().lookUp(delivery)).toMatchObject({ kind: "cannotTell" });
    expect(await connect(later).lookUp(delivery)).toEqual({ kind: "absent" });
  });

  test("cannot tell when the same words are there twice, or from somebody else", async () => {
    const delivery = unknown(aTeamsDelivery());
    const html = delivery.content.kind === "teams" ? delivery.content.html : "";
    server.teams.postByHand(place, html, "somebody");
    expect(await connect(later).lookUp(delivery)).toMatchObject({ kind: "cannotTell" });
    server.teams.postByHand(place, html, "me");
    expect(await connect(later).lookUp(delivery)).toMatchObject({ kind: "cannotTell" });
  });

  test("what was there before the approval is not this delivery", async () => {
    await announced();
    const approvedAt = Date.now() + hour;
    const delivery = aTeamsDelivery({
      approvedAt,
      state: { kind: "unknown", since: approvedAt, detail: "", looks: 0, seen: "", nextLookAt: null },
    });
    expect(await connect(() => approvedAt + 2 * minute).lookUp(delivery)).toEqual({ kind: "absent" });
  });

  test("cannot tell where reading the channel is not allowed", async () => {
    server.fault("listMessages", { kind: "refuse", status: 403, code: "Forbidden" });
    expect(await connect(later).lookUp(unknown(aTeamsDelivery()))).toMatchObject({ kind: "cannotTell" });
  });
});
