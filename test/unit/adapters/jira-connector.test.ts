import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jiraConnector } from "../../../src/adapters/jira/jira-connector.ts";
import { siteAddress } from "../../../src/adapters/jira/jira-site.ts";
import type { CounterpartWish, HeldRecord, Place } from "../../../src/core/domain/counterpart.ts";
import type { CounterpartKeeper } from "../../../src/core/ports/connector.ts";
import { aWish } from "../../builders/counterpart-wish.ts";
import { type JiraServer, startJiraServer } from "../../servers/jira-server.ts";
import { listen } from "../../servers/listen.ts";

const editions = ["Cloud", "Server"] as const;
const leave = (): boolean => true;
const over = aWish({ outcome: "completed", endedAt: Date.UTC(2026, 10, 24, 3), note: "All nodes are back {noformat}" });
let server: JiraServer;

function connect(parts: { token?: string; email?: string; apiUrl?: string; link?: string } = {}) {
  const { token = server.token, email = server.email, apiUrl = server.url, link = "" } = parts;
  return jiraConnector(Date.now).connect({ apiUrl, token, values: { email, link }, heardTime: () => undefined });
}

function keeper(parts: Parameters<typeof connect>[0] = {}): CounterpartKeeper {
  const { counterparts } = connect(parts);
  if (counterparts === undefined) throw new Error("no counterparts");
  return counterparts;
}

async function issueCalled(words: string, chosen: Readonly<Record<string, string>> = {}): Promise<Place> {
  const asked = await keeper().places(words);
  const place = asked.kind === "answered" ? asked.value[0] : undefined;
  if (place === undefined) throw new Error(JSON.stringify(asked));
  return { ...place, chosen };
}

async function kept(wish: CounterpartWish, place: Place): Promise<HeldRecord> {
  const outcome = await keeper().change(linked(place), wish, place, leave);
  if (outcome.kind !== "kept") throw new Error(outcome.detail);
  return outcome.record;
}

/** As a link stands before anything was done. */
function linked({ record }: Place): HeldRecord {
  if (record === null) throw new Error("nothing to link");
  return { ...record, status: "", startAt: null, endAt: null, isOver: false, remarks: [], readAt: 0 };
}

afterEach(async () => {
  expect(server.ledger.refused).toEqual([]);
  await server.stop();
});

describe.each(editions)("Jira %s", (edition) => {
  beforeEach(async () => {
    server = await startJiraServer(edition);
  });
  const issue = () => server.ledger.issues[0];

  test("says who is signed in and what is missing for what; a wrong token is refused with what it wants", async () => {
    expect(await connect().check()).toMatchObject({
      kind: "works",
      account: "coordinator@example.org",
      permissions: { missing: [] },
    });
    server.forbid("TRANSITION_ISSUES");
    expect(await connect().check()).toMatchObject({
      permissions: { missing: [{ name: "TRANSITION_ISSUES", isFor: "the status when the work is completed" }] },
    });
    const other = edition === "Cloud" ? "" : "coordinator@example.org";
    expect(await connect({ email: other }).check()).toMatchObject({
      kind: "refused",
      detail: expect.stringContaining(edition === "Cloud" ? "e-mail beside" : "e-mail left empty"),
    });
    expect(await connect({ token: "wrong" }).check()).toMatchObject({ kind: "refused" });
  });

  test("an issue is found by its key, its address, or words; each once, with what can be chosen about it", async () => {
    for (const words of ["hie-42", `${server.url}/browse/HIE-42`, "resize", ""]) {
      const place = await issueCalled(words);
      expect(place).toMatchObject({ ids: ["HIE-42"], record: { id: "HIE-42", url: `${server.url}/browse/HIE-42` } });
      expect(place.choices?.map(({ name }) => name)).toEqual(["comment", "status"]);
      expect(place.choices?.[1]?.options.map(({ label }) => label)).toContain("Move it to Done");
    }
    const all = await keeper().places("");
    expect(all.kind === "answered" && all.value.map(({ ids }) => ids[0])).toEqual(["HIE-42", "HIE-43"]);
    expect(await keeper().places("HIE-99")).toMatchObject({ kind: "refused", detail: expect.stringContaining("not there") });
    expect(await keeper().places("https://other.atlassian.net/browse/HIE-42")).toMatchObject({
      kind: "refused",
      detail: expect.stringContaining("other.atlassian.net"),
    });
  });

  test("the link is made once and kept up to date, however often it is done", async () => {
    const place = await issueCalled("HIE-42");
    expect(await kept(aWish(), place)).toMatchObject({
      id: "HIE-42",
      status: "In Progress",
      endAt: aWish().endAt,
      isOver: false,
    });
    const later = aWish({ startAt: Date.UTC(2026, 10, 25, 2), endAt: Date.UTC(2026, 10, 25, 4) });
    await kept(later, place);
    await kept(later, place);
    expect(issue()?.links).toHaveLength(1);
    expect(issue()?.links[0]?.object).toMatchObject({ summary: expect.stringContaining("25 Nov"), status: { resolved: false } });
    expect(await keeper().read(linked(place), place, later)).toMatchObject({ kind: "found", record: { startAt: later.startAt } });
    expect(await keeper().find(later, place)).toMatchObject({ kind: "found" });
  });

  test("completed, the link is resolved; nothing else is done unless it was chosen", async () => {
    const record = await kept(over, await issueCalled("HIE-42"));
    expect(record).toMatchObject({ isOver: true, status: "In Progress" });
    expect(issue()).toMatchObject({ comments: [], status: "3", links: [{ object: { status: { resolved: true } } }] });
  });

  test("the chosen comment and status come with the completion, once, and no text calls anybody or breaks out", async () => {
    const place = await issueCalled("HIE-42", { comment: "yes", status: "10002" });
    await kept(aWish(), place);
    expect(issue()?.comments).toEqual([]);
    expect(await kept(over, place)).toMatchObject({ status: "Done" });
    await kept(over, place);
    expect(issue()?.comments).toHaveLength(1);
    expect(JSON.stringify(issue()?.comments[0]?.body)).toContain("All nodes are back");
    expect(issue()).toMatchObject({ status: "10002" });
  });

  test("cancelled, it is said, and the status stays", async () => {
    const place = await issueCalled("HIE-42", { comment: "yes", status: "10002" });
    await kept(aWish({ outcome: "cancelled", note: "Not needed" }), place);
    expect(issue()).toMatchObject({ status: "3", links: [{ object: { title: expect.stringMatching(/^Cancelled: /u) } }] });
    expect(JSON.stringify(issue()?.comments)).toContain("Not needed");
  });

  test("a status the workflow does not lead to waits for a person, who moves it and puts it right", async () => {
    const place = await issueCalled("HIE-43", { comment: "yes", status: "10002" });
    const outcome = await keeper().change(linked(place), over, place, leave);
    expect(outcome).toMatchObject({ kind: "refused", detail: expect.stringContaining("HIE-43 is To Do") });
    server.moveByHand("HIE-43", "10002");
    expect(await kept(over, place)).toMatchObject({ status: "Done" });
    expect(server.ledger.issues[1]?.comments).toHaveLength(1);
  });

  test("a link that was removed there shows, and is made again", async () => {
    const place = await issueCalled("HIE-42");
    await kept(aWish(), place);
    server.removeLinksByHand("HIE-42");
    expect(await keeper().read(linked(place), place, aWish())).toMatchObject({
      record: { isOver: true, remarks: ["The link to this window was removed from the issue."] },
    });
    await kept(aWish(), place);
    expect(issue()?.links).toHaveLength(1);
  });

  test("a lost answer leaves doubt, and doing it again leaves one link and one comment", async () => {
    const place = await issueCalled("HIE-42", { comment: "yes" });
    for (const operation of ["POST issue/remotelink", "POST issue/comment"]) {
      server.fault(operation, { kind: "loseResponse" });
      expect(await keeper().change(linked(place), over, place, leave)).toMatchObject({ kind: "unknown" });
      expect(await keeper().read(linked(place), place, over)).toMatchObject({ kind: "found" });
    }
    await kept(over, place);
    expect(issue()?.links).toHaveLength(1);
    expect(issue()?.comments).toHaveLength(1);
  });

  test("only what provably was not done may be tried again", async () => {
    const place = await issueCalled("HIE-42");
    const change = () => keeper().change(linked(place), aWish(), place, leave);
    server.fault("POST issue/remotelink", { kind: "rateLimit", retryAfter: "7" });
    expect(await change()).toMatchObject({ kind: "unsent", retryAt: expect.any(Number) });
    server.fault("POST issue/remotelink", { kind: "serverError", status: 503, taken: false });
    expect(await change()).toMatchObject({ kind: "unknown" });
    server.fault("POST issue/remotelink", { kind: "refuse", code: "", status: 401 });
    expect(await change()).toMatchObject({ kind: "signInNeeded" });
    expect(await keeper().change(linked(place), aWish(), place, () => false)).toMatchObject({ kind: "unsent" });
    server.forbid("LINK_ISSUES");
    expect(await change()).toMatchObject({
      kind: "refused",
      detail: expect.stringContaining("administrator gives the permission"),
    });
    expect(issue()?.links).toEqual([]);
  });

  test("the link leads where the coordinator wants it, by https only", async () => {
    const place = await issueCalled("HIE-42");
    await keeper({ link: "https://changes.example.org/" }).change(linked(place), aWish(), place, leave);
    expect(issue()?.links[0]?.object.url).toBe("https://changes.example.org/");
    expect(await connect({ link: "file:///etc/passwd" }).check()).toMatchObject({ kind: "refused" });
  });
});

describe("an address", () => {
  beforeEach(async () => {
    server = await startJiraServer();
  });

  test.each([
    ["https://site.atlassian.net/jira/your-work", "https://site.atlassian.net/"],
    ["https://jira.example.org/browse/HIE-42", "https://jira.example.org/"],
    ["https://example.org/jira/secure/Dashboard.jspa", "https://example.org/jira"],
    ["https://api.atlassian.com/ex/jira/1b2c", "https://api.atlassian.com/ex/jira/1b2c"],
  ])("%s is of the site %s", (copied, site) => {
    expect(siteAddress(new URL(copied)).href).toBe(site);
  });

  test.each([
    [404, "refused", "Check the site's address"],
    [200, "unreachable", "sign-in page"],
    [302, "unreachable", "sign-in page"],
  ])("a page that answers HTTP %i instead of Jira is told from Jira", async (status, kind, words) => {
    const page = await listen(async (_request, response) => {
      response.writeHead(status, { "Content-Type": "text/html", Location: "https://portal.example.org/" }).end("<html></html>");
    });
    const there = connect({ apiUrl: page.origin });
    expect(await there.check()).toMatchObject({ kind, detail: expect.stringContaining(words) });
    const place: Place = { ids: ["HIE-42"], name: "HIE-42", record: { id: "HIE-42", url: null } };
    expect(await there.counterparts?.read(linked(place), place, aWish())).toMatchObject({ kind: "cannotTell" });
    await page.stop();
  });
});
