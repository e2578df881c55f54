import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DirectoryEntry } from "../../../src/core/app/directory/directory.ts";
import type { Delivery } from "../../../src/core/domain/delivery.ts";
import type { Channel } from "../../../src/core/domain/directory.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import type { Notice } from "../../../src/core/domain/notice.ts";
import { goLive, useSlackChannels } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";

let desk: TestApp;

async function waiting(voice: Notice["voice"]): Promise<Notice> {
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 7 * 24 * 60, 120)));
  const notice = granted(desk.app.windows.get(id)).notices.find(
    (candidate) => candidate.stage === "announce" && candidate.voice === voice,
  );
  if (notice === undefined) throw new Error(`no ${voice} announcement`);
  return notice;
}

async function approveNow(notice: Notice): Promise<readonly Delivery[]> {
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)));
  return deliveriesOf(notice);
}

function deliveriesOf(notice: Notice): readonly Delivery[] {
  return granted(desk.app.windows.get(notice.windowId)).deliveries.flatMap(({ id }) => {
    const delivery = granted(desk.app.outbox.delivery(id));
    return delivery.noticeId === notice.id ? [delivery] : [];
  });
}

function refusal(answer: { readonly ok: boolean }): string {
  if (answer.ok || !("refusal" in answer)) throw new Error("It was not refused.");
  return (answer as { refusal: { message: string } }).refusal.message;
}

describe("in practice", () => {
  beforeEach(async () => {
    desk = await openTestApp();
    await makeExampleWorkspace(desk);
  });
  afterEach(() => desk.close());

  test("a contact switched off after the approval holds its customer's mail, and nobody else's", async () => {
    const notice = await waiting("customer");
    const mails = (await approveNow(notice)).filter(({ channelKind }) => channelKind === "mail");
    const [first] = mails;
    const contact = desk.app.directory.all().contacts.find(({ id }) => id === first?.recipients[0]?.contactId);
    if (first === undefined || contact === undefined) throw new Error("no mail");
    granted(await desk.app.directory.save({ kind: "contact", entry: { ...contact, active: false } }));
    await desk.pass(11_000);
    const after = deliveriesOf(notice).filter(({ channelKind }) => channelKind === "mail");
    for (const { id, state } of after) {
      if (id !== first.id) expect(state.kind).toBe("accepted");
      else
        expect(state).toMatchObject({ kind: "held", reason: "recipientsChanged", detail: expect.stringContaining(contact.name) });
    }
  });

  test("a customer switched off is planned for no more, and what waits for it is held", async () => {
    const notice = await waiting("customer");
    const [mail] = (await approveNow(notice)).filter(({ customerId }) => customerId !== null);
    const customer = desk.app.directory.all().customers.find(({ id }) => id === mail?.customerId);
    if (mail === undefined || customer === undefined) throw new Error("no customer's mail");
    granted(await desk.app.directory.save({ kind: "customer", entry: { ...customer, active: false } }));
    await desk.pass(11_000);
    expect(granted(desk.app.outbox.delivery(mail.id)).state).toMatchObject({
      kind: "held",
      detail: expect.stringContaining(`${customer.name} was switched off`),
    });
    const later = await waiting("customer");
    expect(later.recipients.some(({ customerId }) => customerId === customer.id)).toBe(false);
  });

  test("a secret blocks until it is overridden by name; the audit log has who, what and why, and not the secret", async () => {
    const notice = await waiting("internal");
    const { draft } = granted(desk.app.notices.compose(notice.id));
    const secret = ["AK", "IAIOSFODNN7EXAMPLE"].join("");
    const leaky = { ...draft, body: `${draft.body}\n\nUse ${secret} meanwhile.` };
    const { findings } = granted(await desk.app.notices.preview(notice.id, leaky, null));
    const found = findings.find(({ check }) => check === "secret");
    if (found === undefined) throw new Error("the secret was not seen");
    expect(found).toMatchObject({ gravity: "error", isOverridable: true, quote: secret });
    const acknowledged = findings.map(findingKey);
    expect(refusal(await desk.app.notices.approve(notice.id, leaky, "now", acknowledged))).toContain("AWS access key");
    const key = findingKey(found);
    expect(refusal(await desk.app.notices.approve(notice.id, leaky, "now", acknowledged, [{ key, reason: " " }]))).toContain(
      "AWS",
    );
    const other = [{ key: "secret:other", reason: "it is public" }];
    expect(refusal(await desk.app.notices.approve(notice.id, leaky, "now", acknowledged, other))).toContain("AWS");
    granted(
      await desk.app.notices.approve(notice.id, leaky, "now", acknowledged, [{ key, reason: "The vendor's public example" }]),
    );
    const history = granted(desk.app.windows.get(notice.windowId)).history;
    const entry = history.find(({ what }) => what === "notices.approve");
    expect(entry).toMatchObject({
      who: "Release coordinator",
      after: {
        decisions: {
          overridden: [{ check: "secret", saw: "an AWS access key", reason: "The vendor's public example" }],
          acknowledged: findings.filter(({ gravity }) => gravity === "warning").map(findingKey),
        },
      },
    });
    expect(JSON.stringify(history)).not.toContain(secret);
  });

  test("an error that is none of these cannot be overridden", async () => {
    const notice = await waiting("internal");
    const { draft } = granted(desk.app.notices.compose(notice.id));
    const unfinished = { ...draft, body: `${draft.body}\n\nThe reason is TBD.` };
    const { findings } = granted(await desk.app.notices.preview(notice.id, unfinished, null));
    const overrides = findings.map((finding) => ({ key: findingKey(finding), reason: "because" }));
    expect(
      refusal(
        await desk.app.notices.approve(
          notice.id,
          unfinished,
          "now",
          overrides.map(({ key }) => key),
          overrides,
        ),
      ),
    ).toContain("never filled in");
  });

  test("calling the whole channel is refused until the workspace allows it, and then asks for a tick", async () => {
    const { audiences } = desk.app.directory.all();
    const engineers = audiences.find(({ voice }) => voice === "internal");
    if (engineers === undefined) throw new Error("no engineers");
    const everybody = {
      name: "Everybody here",
      kind: "group",
      role: "",
      email: null,
      slackId: "@here",
      teamsId: null,
      active: true,
    } as const;
    const { id } = granted(await desk.app.directory.save({ kind: "contact", entry: { ...everybody, id: "" } }));
    for (const audience of audiences.filter(({ voice }) => voice === "internal")) {
      granted(await desk.app.directory.save({ kind: "audience", entry: { ...audience, mentionIds: [id] } }));
    }
    const notice = await waiting("internal");
    const compose = granted(desk.app.notices.compose(notice.id));
    const draft = { ...compose.draft, body: `{{ audience.mentions }} ${compose.draft.body}` };
    const checks = async (): Promise<string[]> =>
      granted(await desk.app.notices.preview(notice.id, draft, null)).findings.map(({ check, quote }) => `${check} ${quote}`);
    expect(await checks()).toContain("massMention @here");
    const { workspace } = desk.app.workspaces.view();
    if (workspace === null) throw new Error("no workspace");
    granted(await desk.app.workspaces.update({ ...workspace, massMentions: true }));
    expect(await checks()).toContain("callsEverybody @here");
    expect(await checks()).not.toContain("massMention @here");
    const [delivery] = await approveNow({ ...notice });
    expect(delivery).toBeDefined();
  });

  test("the directory's door refuses names that are not what they look like, and two channels to one place", async () => {
    const [contact] = desk.app.directory.all().contacts;
    const [customer] = desk.app.directory.all().customers;
    if (contact === undefined || customer === undefined) throw new Error("nobody");
    const save = async (entry: DirectoryEntry): Promise<string> => refusal(await desk.app.directory.save(entry));
    expect(await save({ kind: "contact", entry: { ...contact, id: "", name: "Da\u200Bna" } })).toContain("U+200B");
    expect(await save({ kind: "contact", entry: { ...contact, id: "", name: "Dаna Reed" } })).toContain("Latin and Cyrillic");
    expect(await save({ kind: "contact", entry: { ...contact, id: "", name: "New one", email: "it@nоrth.example" } })).toContain(
      "mixes",
    );
    expect(await save({ kind: "contact", entry: { ...contact, id: "", name: contact.name.toUpperCase() } })).toContain("already");
    expect(
      await save({ kind: "customer", entry: { ...customer, id: "", name: `${customer.name.slice(0, -1)} \u202Ex` } }),
    ).toContain("U+202E");
    const channel = { id: "", kind: "slack", conversationId: "C0SAME" } as const;
    granted(await desk.app.directory.save({ kind: "channel", entry: { ...channel, name: "#one" } }));
    expect(await save({ kind: "channel", entry: { ...channel, name: "#two" } })).toContain("“#one” leads there already");
  });
});

describe("live", () => {
  let slack: SlackServer;
  let graph: GraphServer;

  beforeEach(async () => {
    slack = await startSlackServer({ channels: ["devops", "infrastructure", "product"] });
    graph = await startGraphServer();
    desk = await openTestApp({ now: Date.now() - 30 * minute, slackApiUrl: slack.url, graphUrl: graph.url });
    await makeExampleWorkspace(desk);
    await useSlackChannels(desk, slack);
    await goLive(desk);
  });
  afterEach(async () => {
    await desk.close();
    expect(slack.ledger.refused).toEqual([]);
    expect(graph.ledger.refused).toEqual([]);
    await slack.stop();
    await graph.stop();
  });

  function slackChannels(): readonly (Channel & { kind: "slack" })[] {
    return desk.app.directory
      .all()
      .channels.filter(
        (channel) => channel.kind === "slack" && slack.channels[channel.name.replace("#", "")] !== undefined,
      ) as never;
  }

  test("connecting asks Slack about every channel; an internal notice to a shared one cannot be approved", async () => {
    for (const { conversationId } of slackChannels()) slack.share(conversationId);
    granted(await desk.app.connections.connect("slack", { token: slack.token, apiUrl: null, values: {} }));
    for (const { readers } of slackChannels()) {
      expect(readers).toMatchObject({ outside: true, saidBy: "provider", detail: "Slack: shared with one other organisation" });
    }
    const notice = await waiting("internal");
    const { draft } = granted(desk.app.notices.compose(notice.id));
    const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
    expect(findings.map(({ check }) => check)).toContain("internalNoticeOutside");
    expect(refusal(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)))).toContain("read along");
  });

  test("a channel that is shared after the approval is found before the first message leaves, and holds it", async () => {
    granted(await desk.app.connections.connect("slack", { token: slack.token, apiUrl: null, values: {} }));
    const notice = await waiting("internal");
    const deliveries = await approveNow(notice);
    for (const { address } of deliveries) if (address.kind === "slack") slack.share(address.conversationId);
    // What Slack said when it was connected is an hour old by then.
    await desk.pass(61 * minute);
    // A round waits for Slack's answer; the next ones find it.
    await vi.waitFor(async () => {
      await desk.pass(1_000);
      expect(deliveriesOf(notice).map(({ state }) => state.kind)).not.toContain("approved");
    });
    const after = deliveriesOf(notice).filter(({ carrier }) => carrier === "slack");
    expect(after.length).toBeGreaterThan(0);
    for (const { state } of after) {
      expect(state).toMatchObject({
        kind: "held",
        reason: "recipientsChanged",
        detail: expect.stringContaining("Slack: shared with"),
      });
    }
    expect(slack.ledger.posts.filter(({ deliveryId }) => after.some(({ id }) => id === deliveryId))).toEqual([]);
  });

  test("what a person says of a channel's readers is kept, and another conversation starts anew", async () => {
    const [channel] = slackChannels();
    if (channel === undefined) throw new Error("no channel");
    granted(await desk.app.directory.save({ kind: "channel", entry: { ...channel, outside: true } }));
    const readersNow = () => slackChannels().find(({ id }) => id === channel.id)?.readers;
    expect(readersNow()).toMatchObject({ outside: true, saidBy: "person" });
    // Connecting asks Slack, which sees nobody else: that does not take back what the person knows.
    granted(await desk.app.connections.connect("slack", { token: slack.token, apiUrl: null, values: {} }));
    expect(readersNow()).toMatchObject({ outside: true, saidBy: "person" });
    granted(await desk.app.directory.save({ kind: "channel", entry: { ...channel, outside: false } }));
    expect(readersNow()).toMatchObject({ outside: false });
    slack.share(channel.conversationId);
    granted(await desk.app.directory.save({ kind: "channel", entry: { ...channel, outside: false } }));
    expect(readersNow()).toMatchObject({ outside: true, saidBy: "provider" });
  });

  test("a Teams channel that is shared is found when it is saved", async () => {
    granted(await desk.app.connections.connect("graph", { token: graph.token, apiUrl: null, values: {} }));
    graph.teams.shared.add("19:shared");
    const entry = { id: "", name: "Suppliers", kind: "teamsChannel", teamId: "team", channelId: "19:shared" } as const;
    const { id } = granted(await desk.app.directory.save({ kind: "channel", entry }));
    expect(desk.app.directory.all().channels.find((channel) => channel.id === id)?.readers).toMatchObject({
      outside: true,
      detail: "Teams: a shared channel",
    });
  });
});
