import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGraphConnection } from "../../../src/adapters/graph/graph-connection.ts";
import type { Delivery, Receipt } from "../../../src/core/domain/delivery.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import type { SendOutcome } from "../../../src/core/ports/messenger.ts";
import { aMailDelivery } from "../../builders/delivery.ts";
import { openPassage } from "../../builders/passage.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";

let server: GraphServer;
beforeAll(async () => {
  server = await startGraphServer();
});
afterAll(() => server.stop());

let mailsBefore = 0;
let callsBefore = 0;
beforeEach(() => {
  mailsBefore = server.ledger.mails.length;
  callsBefore = server.ledger.calls.length;
});
afterEach(() => {
  expect(server.ledger.refused).toEqual([]);
});

const connect = (now?: () => number) => {
  const connection = createGraphConnection({ apiUrl: server.url, token: server.token, heardTime: () => undefined }, now);
  return { ...connection, ...connection.messages };
};
const newMails = () => server.ledger.mails.slice(mailsBefore);
const callsOf = (operation: string) => server.ledger.calls.slice(callsBefore).filter((call) => call === operation).length;

/** Sends, and keeps the handle as the outbox would. */
async function send(
  delivery: Delivery,
  replyTo: Receipt | null = null,
  now?: () => number,
): Promise<{ readonly outcome: SendOutcome; readonly delivery: Delivery }> {
  let { handle } = delivery;
  const outcome = await connect(now).send(
    { delivery, replyTo },
    openPassage((remembered) => {
      handle = remembered;
    }),
  );
  return { outcome, delivery: { ...delivery, handle } };
}

function receiptOf({ outcome }: { readonly outcome: SendOutcome }): Receipt {
  if (outcome.kind !== "accepted") throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
  return outcome.receipt;
}

function unknown(delivery: Delivery, since: number = Date.now()): Delivery {
  return { ...delivery, state: { kind: "unknown", since, detail: "", looks: 0, seen: "", nextLookAt: null } };
}

const later = () => Date.now() + 3 * minute;

describe("sending mail", () => {
  test("a draft is made, remembered and sent, to exactly the approved recipients", async () => {
    const delivery = aMailDelivery();
    const order: string[] = [];
    const outcome = await connect().send(
      { delivery, replyTo: null },
      openPassage((handle) => {
        // Remembered while it still is a draft: before the step that cannot be undone.
        order.push(server.mailbox.draftIds.includes(handle) ? "remembered as draft" : "remembered too late");
      }),
    );
    expect(order).toEqual(["remembered as draft"]);
    expect(newMails()).toMatchObject([
      {
        from: server.account,
        to: ["desk@hospital-one.example.org", "lead@hospital-one.example.org"],
        cc: [],
        bcc: [],
        subject: "Outage: portal, Sat 28 Nov 2026, 02:00 GMT (FW-2026-118)",
        html: "<p>The portal is off from 02:00 to 04:00 GMT.</p>",
        inReplyTo: null,
        deliveryId: delivery.id,
        attachments: [{ name: "maintenance.ics", text: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n" }],
      },
    ]);
    const [mail] = newMails();
    expect(outcome).toMatchObject({ kind: "accepted", receipt: { messageId: mail?.id, threadId: mail?.id } });
  });

  test("a shared mailbox is the sender where the channel has one", async () => {
    await send(aMailDelivery({ address: { kind: "mail", from: "changes@example.org" } }));
    expect(newMails()).toMatchObject([{ from: "changes@example.org" }]);
  });

  test("a later notice joins the mail thread, and goes to those approved now, not to those of the earlier mail", async () => {
    const first = receiptOf(await send(aMailDelivery()));
    const [stays] = aMailDelivery().recipients;
    const delivery = aMailDelivery({ stage: "completed", recipients: stays === undefined ? [] : [stays] });
    const second = receiptOf(await send(delivery, first));
    const third = receiptOf(await send(aMailDelivery({ stage: "completed" }), second));
    const [one, two, three] = newMails();
    expect(two).toMatchObject({
      inReplyTo: one?.id,
      conversationId: one?.conversationId,
      to: ["desk@hospital-one.example.org"],
      cc: [],
      bcc: [],
    });
    expect(three).toMatchObject({ inReplyTo: two?.id, conversationId: one?.conversationId });
    expect(two?.html).toBe("<p>The portal is off from 02:00 to 04:00 GMT.</p>");
    expect(two?.attachments).toHaveLength(1);
    expect([second.threadId, third.threadId]).toEqual([first.threadId, first.threadId]);
  });

  test("a logo travels inside each mail, under the id its text shows it by, and is never there twice", async () => {
    const logo = { contentId: "logo-1.png", mediaType: "image/png", base64: "iVBORw0KGgo=" } as const;
    const { content } = aMailDelivery();
    if (content.kind !== "mail") throw new Error("no mail");
    const first = receiptOf(await send(aMailDelivery({ content: { ...content, logo } })));
    await send(aMailDelivery({ stage: "completed", content: { ...content, logo } }), first);
    await send(aMailDelivery({ stage: "completed", content: { ...content, logo: { ...logo, contentId: "logo-2.png" } } }), first);
    const names = newMails().map(({ attachments }) => attachments.map(({ name, contentId }) => contentId ?? name).sort());
    expect(names).toEqual([
      ["logo-1.png", "maintenance.ics"],
      ["logo-1.png", "maintenance.ics"],
      ["logo-1.png", "logo-2.png", "maintenance.ics"],
    ]);
  });

  test("a reply to a mail that somebody deleted still goes out, as a mail of its own that says so", async () => {
    const first = receiptOf(await send(aMailDelivery()));
    server.mailbox.delete(first.messageId);
    const receipt = receiptOf(await send(aMailDelivery({ stage: "completed" }), first));
    expect(newMails()[1]).toMatchObject({ inReplyTo: null });
    expect(receipt).toMatchObject({ threadId: receipt.messageId, detail: expect.stringContaining("not in its thread") });
  });

  test("hostile text arrives as it was approved", async () => {
    const html = "<p>&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} %{x} \u202Eolleh 🏥 &amp; é</p>";
    const subject = "Re: {{subject}} <b> 🏥 'quoted' \u202E";
    await send(aMailDelivery({ content: { kind: "mail", html, subject, text: "", calendar: "" } }));
    expect(newMails()).toMatchObject([{ html, subject, attachments: [] }]);
  });

  test("nobody addressed, or too many, is refused before anything is made", async () => {
    const [person] = aMailDelivery().recipients;
    const many = Array.from({ length: 501 }, (_, index) => ({ contactId: "c", name: "", email: `p${index}@example.org` }));
    expect(person).toBeDefined();
    for (const recipients of [[], many]) {
      expect((await send(aMailDelivery({ recipients }))).outcome).toMatchObject({ kind: "refused" });
    }
    expect(callsOf("createDraft")).toBe(0);
  });
});

describe("when preparing a mail fails, nothing was sent", () => {
  test.each([
    ["a lost answer", { kind: "loseResponse" }],
    ["a broken connection", { kind: "loseRequest" }],
    ["a 500", { kind: "serverError", status: 500, taken: true }],
    ["a 503", { kind: "serverError", status: 503, taken: false }],
    ["an unreadable answer", { kind: "garble" }],
  ] as const)("%s to the draft is tried again later, not now", async (_name, fault) => {
    server.fault("createDraft", fault);
    const { outcome } = await send(aMailDelivery(), null, () => 1000);
    expect(outcome).toMatchObject({ kind: "unsent", retryAt: null });
    expect([callsOf("createDraft"), callsOf("sendDraft"), newMails().length]).toEqual([1, 0, 0]);
  });

  test("a 429 to the draft is tried again when Microsoft says", async () => {
    server.fault("createDraft", { kind: "rateLimit", retryAfter: "17" });
    expect((await send(aMailDelivery(), null, () => 1000)).outcome).toMatchObject({ kind: "unsent", retryAt: 18_000 });
    expect(callsOf("createDraft")).toBe(1);
  });

  test.each(["createReply", "updateDraft", "listAttachments", "addAttachment"] as const)(
    "a %s that fails sends nothing, and the next attempt goes on with the same draft",
    async (operation) => {
      const first = receiptOf(await send(aMailDelivery()));
      server.fault(operation, { kind: "serverError", status: 503, taken: true });
      const failed = await send(aMailDelivery({ stage: "completed" }), first);
      expect(failed.outcome).toMatchObject({ kind: "unsent" });
      expect(newMails()).toHaveLength(1);
      await send(failed.delivery, first);
      expect(newMails()[1]).toMatchObject({ inReplyTo: first.messageId, deliveryId: failed.delivery.id });
      expect(newMails()).toHaveLength(2);
      expect(newMails()[1]?.attachments).toHaveLength(1);
    },
  );

  test("a draft that somebody changed in Outlook is made again what was approved", async () => {
    server.fault("sendDraft", { kind: "refuse", status: 401, code: "InvalidAuthenticationToken" });
    const { outcome, delivery } = await send(aMailDelivery());
    expect(outcome.kind).toBe("signInNeeded");
    server.mailbox.tamper(delivery.handle ?? "", "stranger@example.net");
    receiptOf(await send(delivery));
    expect(newMails()).toMatchObject([
      { to: ["desk@hospital-one.example.org", "lead@hospital-one.example.org"], cc: [], bcc: [] },
    ]);
  });

  test("an address Outlook does not take is refused, with what to do", async () => {
    server.fault("createDraft", { kind: "refuse", status: 400, code: "ErrorInvalidRecipients" });
    expect((await send(aMailDelivery())).outcome).toMatchObject({
      kind: "refused",
      detail: expect.stringContaining("Directory"),
    });
  });
});

describe("when the step that sends fails", () => {
  test.each([
    ["a lost answer", { kind: "loseResponse" }, 1],
    ["a broken connection", { kind: "loseRequest" }, 0],
    ["a 500 after taking it", { kind: "serverError", status: 500, taken: true }, 1],
    ["a 503 before taking it", { kind: "serverError", status: 503, taken: false }, 0],
    ["a 504", { kind: "serverError", status: 504, taken: true }, 1],
    ["a 429, which is no proof", { kind: "rateLimit", retryAfter: "1" }, 0],
    ["a 404, which may mean that it is gone because it was sent", { kind: "refuse", status: 404, code: "ErrorItemNotFound" }, 0],
    ["a 400 this version does not know", { kind: "refuse", status: 400, code: "SomethingNew" }, 0],
  ] as const)("%s leaves it unknown, and it is not sent again", async (_name, fault, arrived) => {
    server.fault("sendDraft", fault);
    expect((await send(aMailDelivery())).outcome.kind).toBe("unknown");
    expect([callsOf("sendDraft"), newMails().length]).toEqual([1, arrived]);
  });

  test("a 202 is accepted, whatever comes with it", async () => {
    server.fault("sendDraft", { kind: "garble" });
    expect((await send(aMailDelivery())).outcome.kind).toBe("accepted");
    expect(newMails()).toHaveLength(1);
  });

  test.each([
    ["ErrorSendAsDenied", 403, "refused", /Send As/],
    ["InvalidAuthenticationToken", 401, "signInNeeded", /token/],
    ["ErrorAccessDenied", 403, "signInNeeded", /permission/],
    ["ErrorMessageSizeExceeded", 400, "refused", /Shorten/],
  ])("%s was not sent: %i is %s", async (code, status, kind, advice) => {
    server.fault("sendDraft", { kind: "refuse", code, status, message: `${server.token} is not enough` });
    const { outcome } = await send(aMailDelivery());
    expect(outcome).toMatchObject({ kind, detail: expect.stringMatching(advice) });
    expect(JSON.stringify(outcome)).not.toContain(server.token);
  });

  test("sending again what had been sent after all sends nothing", async () => {
    server.fault("sendDraft", { kind: "loseResponse" });
    const { delivery } = await send(aMailDelivery());
    const again = await send(delivery);
    expect(again.outcome).toMatchObject({ kind: "accepted", receipt: { messageId: newMails()[0]?.id } });
    expect(newMails()).toHaveLength(1);
  });
});

describe("looking for a doubtful mail", () => {
  test("finds one whose answer was lost", async () => {
    server.fault("sendDraft", { kind: "loseResponse" });
    const { delivery } = await send(aMailDelivery());
    expect(await connect().lookUp(unknown(delivery))).toMatchObject({ kind: "found", receipt: { messageId: newMails()[0]?.id } });
  });

  test("finds it by its mark where the draft's id was not kept", async () => {
    const { delivery } = await send(aMailDelivery());
    expect(await connect().lookUp(unknown({ ...delivery, handle: null }))).toMatchObject({ kind: "found" });
    expect(await connect().lookUp(unknown({ ...delivery, handle: "another-id" }))).toMatchObject({ kind: "found" });
  });

  test("a draft that stays a draft was not sent, and sending it then sends that very draft", async () => {
    server.fault("sendDraft", { kind: "serverError", status: 503, taken: false });
    const { delivery } = await send(aMailDelivery());
    expect(await connect().lookUp(unknown(delivery))).toMatchObject({ kind: "cannotTell" });
    expect(await connect(later).lookUp(unknown(delivery))).toMatchObject({ kind: "unsent" });
    const drafts = server.mailbox.draftIds.length;
    expect(receiptOf(await send(delivery)).messageId).toBe(delivery.handle);
    expect(server.mailbox.draftIds).toHaveLength(drafts - 1);
  });

  test("a mail that was never more than begun was not sent", async () => {
    expect(await connect().lookUp(unknown(aMailDelivery()))).toMatchObject({ kind: "unsent" });
  });

  test("a draft that is gone without being sent is for a person to judge", async () => {
    server.fault("sendDraft", { kind: "serverError", status: 503, taken: false });
    const { delivery } = await send(aMailDelivery());
    server.mailbox.delete(delivery.handle ?? "");
    expect(await connect(later).lookUp(unknown(delivery))).toMatchObject({ kind: "cannotTell" });
  });

  test("cannot tell when the mailbox does not answer", async () => {
    server.fault("getMail", { kind: "serverError", status: 503, taken: false });
    const { delivery } = await send(aMailDelivery());
    expect(await connect(later).lookUp(unknown(delivery))).toMatchObject({ kind: "cannotTell" });
  });
});

describe("a Graph connection", () => {
  test("names the account and the place", async () => {
    expect(await connect().check()).toMatchObject({
      kind: "works",
      account: "coordinator@example.org",
      place: expect.stringContaining("127.0.0.1"),
    });
  });

  test("says that a token is refused without repeating it", async () => {
    const health = await createGraphConnection({ apiUrl: server.url, token: "wrong-token", heardTime: () => undefined }).check();
    expect(health).toMatchObject({ kind: "refused" });
    expect(JSON.stringify(health)).not.toContain("wrong-token");
  });

  test("tells a network that is down, or another server, from a token that is wrong", async () => {
    server.fault("me", { kind: "loseRequest" }, { kind: "garble" });
    expect(await connect().check()).toMatchObject({ kind: "unreachable" });
    expect(await connect().check()).toMatchObject({ kind: "unreachable" });
  });

  test("takes an address with and without its version", async () => {
    for (const apiUrl of [server.url, `${server.url}/`, server.url.replace("/v1.0", ""), server.url.replace("v1.0", "")]) {
      expect(await createGraphConnection({ apiUrl, token: server.token, heardTime: () => undefined }).check()).toMatchObject({
        kind: "works",
      });
    }
  });

  test("a server that is not there, or does not speak TLS, got nothing", async () => {
    const stopped = await startGraphServer();
    await stopped.stop();
    for (const apiUrl of [stopped.url, "https://graph.invalid/v1.0", server.url.replace("http:", "https:")]) {
      const outcome = await createGraphConnection({ apiUrl, token: "secret-token", heardTime: () => undefined }).messages.send(
        { delivery: aMailDelivery(), replyTo: null },
        openPassage(),
      );
      expect(outcome).toMatchObject({ kind: "unsent" });
      expect(JSON.stringify(outcome)).not.toContain("secret-token");
    }
  });
});
