import { afterEach, beforeEach, expect, test } from "vitest";
import type { ListQuestion, ListView } from "../../../src/core/app/connections/lists.ts";
import type { Channel } from "../../../src/core/domain/directory.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";

let desk: TestApp;
let slack: SlackServer;

beforeEach(async () => {
  desk = await openTestApp();
  slack = await startSlackServer({ channels: ["changes", "devops", "dev-releases"] });
  await makeExampleWorkspace(desk);
  await connect();
});
afterEach(async () => {
  await desk.close();
  expect(slack.ledger.refused).toEqual([]);
  await slack.stop();
});

async function connect(): Promise<void> {
  granted(await desk.app.connections.connect("slack", { token: slack.token, apiUrl: slack.url, values: {} }));
}

const channels = (changes: Partial<ListQuestion> = {}): ListQuestion => ({
  kind: "slack",
  what: "channel",
  within: null,
  search: "",
  ask: "ifOld",
  ...changes,
});
const names = ({ items }: ListView): readonly string[] => items.map(({ name }) => name);
const listCalls = () => slack.ledger.calls.filter((method) => method === "conversations.list").length;

test("what is typed finds channels by any part of their name, those that begin with it first, without asking Slack again", async () => {
  expect(names(await desk.app.lists.list(channels()))).toEqual(expect.arrayContaining(["#changes", "#dev-releases", "#devops"]));
  expect(names(await desk.app.lists.list(channels({ search: "dev" })))).toEqual(["#dev-releases", "#devops"]);
  expect(names(await desk.app.lists.list(channels({ search: "#DEVOPS" })))).toEqual(["#devops"]);
  expect(names(await desk.app.lists.list(channels({ search: slack.channels.devops ?? "" })))).toEqual(["#devops"]);
  expect(names(await desk.app.lists.list(channels({ search: "nowhere" })))).toEqual([]);
  expect(listCalls()).toBe(1);
  await desk.pass(6 * minute);
  await desk.app.lists.list(channels());
  expect(listCalls()).toBe(2);
  await desk.app.lists.list(channels({ ask: "now" }));
  expect(listCalls()).toBe(3);
});

test("a question that is not to be put to Slack is answered from what was kept", async () => {
  expect(await desk.app.lists.list(channels({ ask: "never" }))).toEqual({
    items: [],
    matches: 0,
    fetchedAt: null,
    needsWords: false,
    trouble: null,
  });
  expect(listCalls()).toBe(0);
});

test("offline, and after a restart, there is the kept list, with when it was fetched and why it is not new", async () => {
  const fresh = await desk.app.lists.list(channels());
  expect(fresh).toMatchObject({ fetchedAt: desk.now(), trouble: null });
  const fetchedAt = desk.now();
  await slack.shut();
  await desk.pass(60 * minute);
  await desk.reopen();
  const kept = await desk.app.lists.list(channels());
  expect(names(kept)).toEqual(names(fresh));
  expect(kept.fetchedAt).toBe(fetchedAt);
  expect(kept.trouble).toMatch(/\S/u);
  await slack.open();
  // A system that did not answer is not asked with every letter.
  expect((await desk.app.lists.list(channels({ search: "dev" }))).trouble).toMatch(/\S/u);
  await desk.pass(20_000);
  expect(await desk.app.lists.list(channels())).toMatchObject({ fetchedAt: desk.now(), trouble: null });
});

test("what was removed at Slack is gone from the next list, and what two screens ask at once is asked once", async () => {
  await Promise.all([desk.app.lists.list(channels()), desk.app.lists.list(channels({ search: "dev" }))]);
  expect(listCalls()).toBe(1);
  await slack.archive(slack.channels.devops ?? "");
  expect(names(await desk.app.lists.list(channels({ ask: "now" })))).not.toContain("#devops");
});

test("whoever no longer waits does not keep Slack busy, and whoever still does gets the answer", async () => {
  slack.limitPages(1);
  let giveUp = (): void => undefined;
  const given = desk.app.lists.list(channels(), {
    onGivenUp(listener) {
      giveUp = listener;
      return () => undefined;
    },
  });
  const patient = desk.app.lists.list(channels());
  giveUp();
  expect(names(await given)).toEqual([]);
  expect(names(await patient)).toContain("#devops");
});

test("another account's lists, and those of a connection that ended, are not kept", async () => {
  await desk.app.lists.list(channels());
  granted(desk.app.connections.disconnect("slack"));
  expect(await desk.app.lists.list(channels())).toMatchObject({
    items: [],
    trouble: expect.stringContaining("Connect it in Settings"),
  });
});

test("a refused token pauses the connection, and the kept list stays", async () => {
  await desk.app.lists.list(channels());
  slack.rotate("xoxb-another-token");
  expect(await desk.app.lists.list(channels({ ask: "now" }))).toMatchObject({
    matches: 5,
    trouble: expect.stringContaining("token"),
  });
  expect(desk.app.connections.all().find(({ kind }) => kind === "slack")?.paused).not.toBeNull();
});

test("a system without lists says that its ids are to be typed", async () => {
  expect(await desk.app.lists.list({ ...channels(), kind: "pagerDuty" })).toMatchObject({
    items: [],
    trouble: expect.stringContaining("PagerDuty is not connected"),
  });
});

const channelNamed = (name: string): Channel | undefined => desk.app.directory.all().channels.find((one) => one.name === name);

test("a channel the app is not in is found when it is saved, and let go once the app is invited", async () => {
  const conversationId = slack.channels.devops ?? "";
  await slack.leave(conversationId);
  const entry = { id: "", name: "#late-news", kind: "slack", conversationId } as const;
  granted(await desk.app.directory.save({ kind: "channel", entry }));
  expect(channelNamed("#late-news")?.problem).toMatchObject({
    detail: "The app is not in this channel: invite it with /invite",
    since: desk.now(),
  });
  await slack.invite(conversationId);
  const saved = channelNamed("#late-news");
  if (saved === undefined) throw new Error("not saved");
  granted(await desk.app.directory.save({ kind: "channel", entry: saved }));
  expect(channelNamed("#late-news")).not.toHaveProperty("problem");
});

test("a notice to a channel that can't be posted to says so while it is written", async () => {
  const taken = desk.app.directory.all().channels.filter(({ kind }) => kind === "slack");
  const [placed] = taken;
  if (placed?.kind !== "slack") throw new Error("no Slack channel in the example");
  const conversationId = slack.channels.devops ?? "";
  granted(await desk.app.directory.save({ kind: "channel", entry: { ...placed, conversationId } }));
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 3 * 24 * 60, 60)));
  const notice = granted(desk.app.windows.get(id)).notices.find(({ recipients }) =>
    recipients.some(({ channelId }) => channelId === placed.id),
  );
  if (notice === undefined) throw new Error("no notice goes there");
  const findings = async () => {
    const { draft } = granted(desk.app.notices.compose(notice.id));
    const preview = granted(await desk.app.notices.preview(notice.id, draft, null));
    return preview.findings.filter(({ check, quote }) => check === "channelProblem" && quote === placed.name);
  };
  expect(await findings()).toEqual([]);
  await slack.leave(conversationId);
  await desk.app.connections.check("slack");
  expect(await findings()).toEqual([
    expect.objectContaining({ gravity: "hint", message: expect.stringContaining("invite it with /invite") }),
  ]);
});

test("a name that was typed and not picked does not enter the Directory as an id, and what was there may stay", async () => {
  const entry = { id: "", name: "#typed", kind: "slack", conversationId: "devo" } as const;
  expect(await desk.app.directory.save({ kind: "channel", entry })).toMatchObject({
    ok: false,
    refusal: { field: "conversationId", message: expect.stringContaining("Pick a name from the list") },
  });
  granted(await desk.app.directory.save({ kind: "channel", entry: { ...entry, conversationId: "" } }));
  const [contact] = desk.app.directory.all().contacts;
  if (contact === undefined) throw new Error("nobody");
  for (const slackId of ["@here", "U0123ABCD", "S0123ABCD", null]) {
    granted(await desk.app.directory.save({ kind: "contact", entry: { ...contact, slackId } }));
  }
});

test("a check of the connection finds every channel of the directory that can't be posted to", async () => {
  for (const name of ["changes", "devops"]) {
    const entry = { id: "", name: `#the-${name}`, kind: "slack", conversationId: slack.channels[name] ?? "" } as const;
    granted(await desk.app.directory.save({ kind: "channel", entry }));
  }
  expect(channelNamed("#the-changes")).not.toHaveProperty("problem");
  await slack.leave(slack.channels.changes ?? "");
  await slack.archive(slack.channels.devops ?? "");
  await desk.app.connections.check("slack");
  expect(channelNamed("#the-changes")?.problem?.detail).toContain("/invite");
  expect(channelNamed("#the-devops")?.problem?.detail).toContain("archived");
});
