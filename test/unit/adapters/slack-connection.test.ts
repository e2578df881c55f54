import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSlackConnection } from "../../../src/adapters/slack/slack-connection.ts";
import type { Delivery, Receipt } from "../../../src/core/domain/delivery.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import type { Stage } from "../../../src/core/domain/matrix.ts";
import { aSlackDelivery } from "../../builders/delivery.ts";
import { openPassage } from "../../builders/passage.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";

let server: SlackServer;
let channel: string;

beforeAll(async () => {
  server = await startSlackServer({ channels: ["changes"] });
  channel = server.channels.changes ?? "";
});
afterAll(() => server.stop());

let postsBefore = 0;
let callsBefore = 0;
beforeEach(() => {
  postsBefore = server.ledger.posts.length;
  callsBefore = server.ledger.calls.length;
});
afterEach(() => {
  expect(server.ledger.refused).toEqual([]);
});

const connect = (now?: () => number) => {
  const connection = createSlackConnection({ apiUrl: server.url, token: server.token, heardTime: () => undefined }, now);
  return { ...connection, ...connection.messages };
};
const newPosts = () => server.ledger.posts.slice(postsBefore);
const newCalls = () => server.ledger.calls.slice(callsBefore);
const postCalls = () => newCalls().filter((method) => method === "chat.postMessage").length;

function unknown(delivery: Delivery, since: number = Date.now()): Delivery {
  return { ...delivery, state: { kind: "unknown", since, detail: "", looks: 0, seen: "", nextLookAt: null } };
}

function uniqueContent() {
  return { kind: "slack", text: `🏥 Words nobody else uses ${randomUUID()}, see <https://example.org>`, blocks: [] } as const;
}

async function announced(): Promise<Receipt> {
  const outcome = await connect().send({ delivery: aSlackDelivery(channel), replyTo: null }, openPassage());
  if (outcome.kind !== "accepted") throw new Error(`The first notice was not accepted: ${JSON.stringify(outcome)}`);
  return outcome.receipt;
}

describe("sending to Slack", () => {
  test("posts text and blocks once, marked with the delivery's id, and keeps where they landed", async () => {
    const delivery = aSlackDelivery(channel);
    const outcome = await connect().send({ delivery, replyTo: null }, openPassage());
    const [post] = newPosts();
    expect(newPosts()).toHaveLength(1);
    expect(post).toMatchObject({ channel, threadTs: null, deliveryId: delivery.id, clientMessageId: delivery.id });
    expect(post).toMatchObject({ text: delivery.content.kind === "slack" ? delivery.content.text : "" });
    expect(post?.blocks).toEqual(delivery.content.kind === "slack" ? delivery.content.blocks : []);
    expect(outcome).toMatchObject({ kind: "accepted", receipt: { messageId: post?.ts, threadId: post?.ts } });
  });

  test.each<[Stage, boolean]>([
    ["reminder", false],
    ["progress", false],
    ["completed", true],
    ["cancelled", true],
    ["rescheduled", true],
    ["rolledBack", true],
    ["extended", true],
  ])("a %s notice joins the thread of the one before, and shows in the channel: %s", async (stage, isBroadcast) => {
    const first = await announced();
    const remembered: string[] = [];
    const outcome = await connect().send(
      { delivery: aSlackDelivery(channel, { stage }), replyTo: first },
      openPassage((handle) => void remembered.push(handle)),
    );
    expect(newPosts().at(-1)).toMatchObject({ threadTs: first.threadId, isBroadcast });
    expect(outcome).toMatchObject({ kind: "accepted", receipt: { threadId: first.threadId } });
    expect(remembered).toEqual([first.threadId]);
  });

  describe("the details in its thread", () => {
    const details = { text: "Why: the old version gets no more fixes.", blocks: [] };
    const withDetails = (changes: Parameters<typeof aSlackDelivery>[1] = {}) =>
      aSlackDelivery(channel, { ...changes, content: { ...uniqueContent(), details } });
    const newDetails = () => server.ledger.details.filter(({ threadTs }) => newPosts().some(({ ts }) => ts === threadTs));

    test("follow the message once, in its thread and not in the channel", async () => {
      const outcome = await connect().send({ delivery: withDetails(), replyTo: null }, openPassage());
      expect(newPosts()).toHaveLength(1);
      expect(newDetails()).toMatchObject([{ text: details.text, isBroadcast: false, deliveryId: null }]);
      expect(outcome).toMatchObject({ kind: "accepted", receipt: { messageId: newPosts()[0]?.ts } });
      expect(outcome).toMatchObject({ receipt: { detail: expect.stringContaining("its details are in the thread") } });
    });

    test("of a reply stand in the thread it joined", async () => {
      const first = await announced();
      await connect().send({ delivery: withDetails({ stage: "completed" }), replyTo: first }, openPassage());
      expect(server.ledger.details.at(-1)).toMatchObject({ threadTs: first.threadId, isBroadcast: false });
    });

    test.each([
      ["a lost answer", { kind: "loseResponse" }, 1, "Slack did not say"],
      ["a refusal", { kind: "refuse", code: "msg_too_long" }, 0, "not posted in the thread, since Slack refused them"],
      ["a rate limit", { kind: "rateLimit", retryAfter: "30" }, 0, "not posted in the thread, since Slack asked to wait"],
    ] as const)("are not asked for again after %s, and the message stays sent", async (_name, fault, arrived, words) => {
      server.fault("chat.postMessage", { kind: "slow", milliseconds: 0 }, fault);
      const outcome = await connect().send({ delivery: withDetails(), replyTo: null }, openPassage());
      expect(postCalls()).toBe(2);
      expect(newPosts()).toHaveLength(1);
      expect(newDetails()).toHaveLength(arrived);
      expect(outcome).toMatchObject({ kind: "accepted", receipt: { missing: expect.stringContaining(words) } });
    });

    test("never follow a message that Slack may not have taken, and the look-up that finds it says so", async () => {
      server.fault("chat.postMessage", { kind: "loseResponse" });
      const delivery = withDetails();
      expect(await connect().send({ delivery, replyTo: null }, openPassage())).toMatchObject({ kind: "unknown" });
      const found = await connect().lookUp(unknown(delivery));
      expect(found).toMatchObject({ kind: "found", receipt: { messageId: newPosts()[0]?.ts } });
      expect(found).toMatchObject({ receipt: { missing: expect.stringContaining("broke off before") } });
      expect(postCalls()).toBe(1);
    });

    test("are found beside their message where only our record of it was lost", async () => {
      const delivery = withDetails();
      await connect().send({ delivery, replyTo: null }, openPassage());
      const found = await connect().lookUp(unknown(delivery));
      expect(found).toMatchObject({ receipt: { detail: expect.stringContaining("its details are in the thread") } });
      expect(found).not.toHaveProperty("receipt.missing");
    });
  });

  test("hostile text arrives as it was approved, character for character", async () => {
    const text = "&lt;!channel&gt; {{7*7}} %{x} *not bold* \u202Eolleh\u202C &amp; 🏥 'quote\" \\n";
    await connect().send(
      { delivery: aSlackDelivery(channel, { content: { kind: "slack", text, blocks: [] } }), replyTo: null },
      openPassage(),
    );
    expect(newPosts()[0]?.text).toBe(text);
  });

  test.each([
    ["a lost answer", { kind: "loseResponse" }, 1],
    ["a lost request", { kind: "loseRequest" }, 0],
    ["a 500 after taking it", { kind: "serverError", status: 500, taken: true }, 1],
    ["a 503 before taking it", { kind: "serverError", status: 503, taken: false }, 0],
    ["a gateway's page for an answer", { kind: "garble" }, 1],
    ["Slack's own internal error", { kind: "refuse", code: "internal_error" }, 0],
    ["an error this version does not know", { kind: "refuse", code: "some_new_error" }, 0],
  ] as const)("after %s the outcome is unknown, and it is not posted again", async (_name, fault, arrived) => {
    server.fault("chat.postMessage", fault);
    const outcome = await connect().send({ delivery: aSlackDelivery(channel), replyTo: null }, openPassage());
    expect(outcome.kind).toBe("unknown");
    expect(postCalls()).toBe(1);
    expect(newPosts()).toHaveLength(arrived);
  });

  test.each([
    ["120", 120_000],
    [null, 30_000],
    [new Date(1_790_000_045_000).toUTCString(), 45_000],
  ])("a rate limit with Retry-After %s was not sent, and may be tried again after that", async (retryAfter, wait) => {
    const now = 1_790_000_000_000;
    server.fault("chat.postMessage", { kind: "rateLimit", retryAfter });
    const outcome = await connect(() => now).send({ delivery: aSlackDelivery(channel), replyTo: null }, openPassage());
    expect(outcome).toMatchObject({ kind: "unsent", retryAt: now + wait });
    expect(postCalls()).toBe(1);
  });

  test.each(["invalid_auth", "token_revoked", "token_expired", "account_inactive", "missing_scope", "not_authed"])(
    "%s asks for a new sign-in",
    async (code) => {
      server.fault("chat.postMessage", { kind: "refuse", code });
      expect(await connect().send({ delivery: aSlackDelivery(channel), replyTo: null }, openPassage())).toMatchObject({
        kind: "signInNeeded",
      });
    },
  );

  test.each([
    ["channel_not_found", /Invite the app|Directory/],
    ["not_in_channel", /\/invite/],
    ["is_archived", /Unarchive/],
    ["restricted_action", /administrator/],
    ["msg_too_long", /Shorten/],
    ["invalid_blocks", /draft/],
  ])("%s is refused, with a sentence that says what to do", async (code, advice) => {
    server.fault("chat.postMessage", { kind: "refuse", code });
    const outcome = await connect().send({ delivery: aSlackDelivery(channel), replyTo: null }, openPassage());
    expect(outcome).toMatchObject({ kind: "refused", detail: expect.stringMatching(advice) });
    expect(outcome).toMatchObject({ detail: expect.stringContaining("Nothing was sent") });
  });

  test("a channel that does not exist is refused by Slack itself", async () => {
    const outcome = await connect().send({ delivery: aSlackDelivery("C0GONE0"), replyTo: null }, openPassage());
    expect(outcome).toMatchObject({ kind: "refused", detail: expect.stringContaining("no such channel") });
  });

  test("a token that may not carry metadata posts once, without it", async () => {
    server.fault("chat.postMessage", { kind: "refuse", code: "metadata_must_be_sent_from_app" });
    const outcome = await connect().send({ delivery: aSlackDelivery(channel), replyTo: null }, openPassage());
    expect(outcome.kind).toBe("accepted");
    expect(newPosts()).toMatchObject([{ deliveryId: null }]);
  });

  test("where nothing listens or nobody has the name, nothing was sent and it may be tried again", async () => {
    const stopped = await startSlackServer();
    await stopped.stop();
    for (const apiUrl of [stopped.url, "https://slack.invalid/api/"]) {
      const connection = createSlackConnection({ apiUrl, token: "xoxb-secret", heardTime: () => undefined }, () => 1000);
      const outcome = await connection.messages.send({ delivery: aSlackDelivery(channel), replyTo: null }, openPassage());
      expect(outcome).toMatchObject({
        kind: "unsent",
        retryAt: null,
        concernsAll: true,
        detail: expect.stringContaining("Nothing was sent"),
      });
      expect(JSON.stringify(outcome)).not.toContain("xoxb-secret");
    }
  });

  test("a server that does not speak TLS got nothing", async () => {
    const apiUrl = server.url.replace("http:", "https:");
    const outcome = await createSlackConnection({ apiUrl, token: "t", heardTime: () => undefined }).messages.send(
      { delivery: aSlackDelivery(channel), replyTo: null },
      openPassage(),
    );
    expect(outcome).toMatchObject({ kind: "unsent", detail: expect.stringContaining("TLS") });
    expect(postCalls()).toBe(0);
  });

  test("the token is not sent in the clear to another computer", async () => {
    const connection = createSlackConnection({ apiUrl: "http://slack.example.org/api/", token: "t", heardTime: () => undefined });
    expect(await connection.messages.send({ delivery: aSlackDelivery(channel), replyTo: null }, openPassage())).toMatchObject({
      kind: "refused",
    });
    expect(await connection.check()).toMatchObject({ kind: "refused", detail: expect.stringContaining("https://") });
  });

  test("no outcome holds the token, whatever the server echoes", async () => {
    for (const code of ["invalid_auth", `xoxb echo ${server.token}`, "internal_error"]) {
      server.fault("chat.postMessage", { kind: "refuse", code });
      const outcome = await connect().send({ delivery: aSlackDelivery(channel), replyTo: null }, openPassage());
      expect(JSON.stringify(outcome)).not.toContain(server.token);
    }
  });
});

describe("looking for a doubtful Slack message", () => {
  test("finds one whose answer was lost", async () => {
    const delivery = aSlackDelivery(channel);
    server.fault("chat.postMessage", { kind: "loseResponse" });
    await connect().send({ delivery, replyTo: null }, openPassage());
    const seen = await connect().lookUp(unknown(delivery));
    expect(seen).toMatchObject({ kind: "found", receipt: { messageId: newPosts()[0]?.ts, threadId: newPosts()[0]?.ts } });
  });

  test("finds a lost reply in the thread it was to join, pages away", async () => {
    const first = await announced();
    for (let count = 0; count < 3; count += 1) await server.postByHand(channel, `thanks ${count}`, first.threadId);
    const delivery = aSlackDelivery(channel, { stage: "reminder" });
    let handle: string | null = null;
    server.fault("chat.postMessage", { kind: "loseResponse" });
    await connect().send(
      { delivery, replyTo: first },
      openPassage((remembered) => {
        handle = remembered;
      }),
    );
    server.limitPages(2);
    const seen = await connect().lookUp(unknown({ ...delivery, handle }));
    server.limitPages(999);
    expect(seen).toMatchObject({ kind: "found", receipt: { messageId: newPosts().at(-1)?.ts, threadId: first.threadId } });
    expect(newCalls()).toContain("conversations.replies");
  });

  test("does not take another delivery's message with the same words for this one", async () => {
    const other = aSlackDelivery(channel, { content: uniqueContent() });
    await connect().send({ delivery: other, replyTo: null }, openPassage());
    const delivery = aSlackDelivery(channel, { content: other.content });
    expect(await connect(() => Date.now() + minute).lookUp(unknown(delivery))).toEqual({ kind: "absent" });
  });

  test("says it cannot tell while the message may still be on its way", async () => {
    const delivery = aSlackDelivery(channel, { content: uniqueContent() });
    expect(await connect().lookUp(unknown(delivery))).toMatchObject({ kind: "cannotTell" });
  });

  test("takes the same words without a mark for this one only when this account posted them", async () => {
    const content = uniqueContent();
    const delivery = aSlackDelivery(channel, { content });
    const look = () => connect(() => Date.now() + minute).lookUp(unknown(delivery));
    // Slack gives emoji their names and addresses a label.
    await server.postByHand(
      channel,
      content.text.replace("🏥", ":hospital:").replace("<https://example.org>", "<https://example.org|example.org>"),
    );
    expect(await look()).toMatchObject({ kind: "cannotTell" });
    server.fault("chat.postMessage", { kind: "refuse", code: "metadata_must_be_sent_from_app" }, { kind: "loseResponse" });
    expect(await connect().send({ delivery, replyTo: null }, openPassage())).toMatchObject({ kind: "unknown" });
    expect(await look()).toMatchObject({ kind: "found", receipt: { messageId: newPosts().at(-1)?.ts } });
  });

  test.each([
    ["the history is refused", { kind: "refuse", code: "missing_scope" }],
    ["Slack asks to wait", { kind: "rateLimit", retryAfter: "60" }],
    ["the connection breaks", { kind: "loseRequest" }],
  ] as const)("cannot tell when %s", async (_name, fault) => {
    server.fault("conversations.history", fault);
    const seen = await connect(() => Date.now() + minute).lookUp(unknown(aSlackDelivery(channel)));
    expect(seen).toMatchObject({ kind: "cannotTell" });
  });
});

describe("checking a Slack connection", () => {
  test("names the account and the workspace", async () => {
    expect(await connect().check()).toMatchObject({ kind: "works", account: "forewarn", place: "Example Platform" });
  });

  test("says that a token is refused without repeating it", async () => {
    const health = await createSlackConnection({ apiUrl: server.url, token: "xoxb-wrong", heardTime: () => undefined }).check();
    expect(health).toMatchObject({ kind: "refused", detail: expect.stringContaining("Settings") });
    expect(JSON.stringify(health)).not.toContain("xoxb-wrong");
  });

  test("tells a network that is down from a token that is wrong", async () => {
    server.fault("auth.test", { kind: "loseRequest" });
    expect(await connect().check()).toMatchObject({ kind: "unreachable" });
    server.fault("auth.test", { kind: "garble" });
    expect(await connect().check()).toMatchObject({ kind: "unreachable" });
  });
});
