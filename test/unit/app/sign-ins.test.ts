import { afterEach, beforeEach, expect, test } from "vitest";
import type { ConnectionView } from "../../../src/core/app/connections/connection-view.ts";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import { findingKey } from "../../../src/core/domain/message.ts";
import type { SignInWay } from "../../../src/core/ports/sign-in.ts";
import { goLive, sendMailAsMyself } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";
import { type MicrosoftLoginServer, startMicrosoftLoginServer } from "../../servers/microsoft-login-server.ts";
import { pressSignIn } from "../../servers/press-sign-in.ts";

/** What is waited for takes a hundredth of this; a busy machine is no failure. */
const patience = { timeout: 20_000 };

let desk: TestApp;
let login: MicrosoftLoginServer;
let graph: GraphServer;

beforeEach(async () => {
  login = await startMicrosoftLoginServer({ date: () => desk.now() });
  graph = await startGraphServer({ takes: (token) => login.takes(token), date: () => desk.now() });
  desk = await openTestApp({ graphUrl: graph.url, microsoftLoginUrl: login.url, now: Date.now() });
  await makeExampleWorkspace(desk);
});
afterEach(async () => {
  await desk.close();
  await login.stop();
  await graph.stop();
});

function view(): ConnectionView {
  const found = desk.app.connections.all().find(({ kind }) => kind === "graph");
  if (found === undefined) throw new Error("There is no Microsoft 365");
  return found;
}

function begin(way: SignInWay = "browser", changes: Readonly<Record<string, string>> = {}) {
  const values = { clientId: login.clientId, tenant: login.tenant, cloud: "global", ...changes };
  return desk.app.connections.beginSignIn("graph", { way, values, features: ["teamsChats"] });
}

/** The page to sign in on, once the sign-in waits for it. */
async function page(): Promise<string> {
  const { signIn } = granted(await begin());
  if (signIn?.kind !== "waiting" || signIn.prompt.kind !== "page") throw new Error(`It does not wait: ${JSON.stringify(signIn)}`);
  return signIn.prompt.url;
}

async function ended(): Promise<ConnectionView> {
  await expect.poll(() => view().signIn?.kind ?? "none", patience).toMatch(/^(ended|none)$/u);
  return view();
}

async function audited(): Promise<readonly string[]> {
  const { lines } = await desk.app.audit.entries({ who: "", area: "connections", about: "" }, null);
  return lines.map(({ what }) => what);
}

test("who signs in is connected, with what was chosen kept and the entry in the log", async () => {
  await pressSignIn(await page(), "Accept");
  expect(await ended()).toMatchObject({
    isConnected: true,
    by: "signIn",
    signIn: null,
    account: expect.stringContaining("coordinator@example.org"),
    values: { clientId: login.clientId, features: "teamsChats" },
  });
  expect(await audited()).toContain("connections.signIn");
});

test("nothing is kept of a sign-in that was cancelled, even when the answer comes afterwards", async () => {
  const url = await page();
  desk.app.connections.cancelSignIn("graph");
  await pressSignIn(url, "Accept").catch(() => undefined);
  expect((await ended()).signIn).toMatchObject({ kind: "ended", trouble: "cancelled" });
  expect(view().isConnected).toBe(false);
  expect(login.ledger.grants).toEqual([]);
  expect(await audited()).toContain("connections.signInFailed");
});

test("a sign-in that is cancelled while it is checked is not kept either", async () => {
  const url = await page();
  const { promise: checked, resolve: check } = Promise.withResolvers<void>();
  graph.fault("me", { kind: "held", until: checked });
  await pressSignIn(url, "Accept");
  await expect.poll(() => graph.ledger.calls, patience).toContain("me");
  expect(view().signIn).toMatchObject({ kind: "checking" });
  desk.app.connections.cancelSignIn("graph");
  check();
  expect((await ended()).signIn).toMatchObject({ kind: "ended", trouble: "cancelled" });
  expect(view().isConnected).toBe(false);
});

test("five minutes without an answer end it, and it can be begun again", async () => {
  await page();
  await desk.pass(5 * minute - 1000);
  expect(view().signIn).toMatchObject({ kind: "waiting" });
  await desk.pass(1000);
  expect((await ended()).signIn).toMatchObject({
    kind: "ended",
    trouble: "timeLimit",
    detail: expect.stringContaining("Five minutes are over"),
  });
  await pressSignIn(await page(), "Accept");
  expect(await ended()).toMatchObject({ isConnected: true });
});

test("a second sign-in to the same system waits for the first", async () => {
  await page();
  expect(await begin()).toMatchObject({
    ok: false,
    refusal: { code: "notPossible", message: expect.stringContaining("under way") },
  });
});

test("what was not filled in is named before anybody is asked", async () => {
  expect(await begin("browser", { clientId: " " })).toMatchObject({ ok: false, refusal: { code: "invalid", field: "clientId" } });
  expect(await begin("browser", { cloud: "moon" })).toMatchObject({ ok: false, refusal: { code: "invalid", field: "cloud" } });
});

test("an account Graph does not let in is not kept", async () => {
  const url = await page();
  graph.fault("me", { kind: "refuse", code: "Forbidden", status: 403 });
  await pressSignIn(url, "Accept");
  expect((await ended()).signIn).toMatchObject({ kind: "ended", detail: expect.stringContaining("The sign-in was not kept") });
  expect(view().isConnected).toBe(false);
});

test("a sign-in takes the place of a token that was pasted, and a token that of a sign-in", async () => {
  granted(await desk.app.connections.connect("graph", { token: graph.token, apiUrl: null, values: {} }));
  expect(view().by).toBe("token");
  await pressSignIn(await page(), "Accept");
  expect((await ended()).by).toBe("signIn");
  granted(await desk.app.connections.connect("graph", { token: graph.token, apiUrl: null, values: {} }));
  expect(view().by).toBe("token");
});

test("a sign-in outlives a restart, and ends with the connection", async () => {
  await pressSignIn(await page(), "Accept");
  await ended();
  await desk.reopen();
  expect(await desk.app.connections.check("graph")).toMatchObject({ kind: "works" });
  granted(desk.app.connections.disconnect("graph"));
  expect(view()).toMatchObject({ isConnected: false, by: null });
});

test("a sign-in that was taken back is told with its code, and signing in again mends it", async () => {
  await pressSignIn(await page(), "Accept");
  await ended();
  await desk.reopen();
  login.revoke();
  expect(await desk.app.connections.check("graph")).toMatchObject({
    kind: "refused",
    detail: expect.stringContaining("AADSTS50173"),
  });
  expect(view().paused).toMatchObject({ why: expect.stringContaining("Sign in again in Settings") });
  await pressSignIn(await page(), "Accept");
  await ended();
  expect(await desk.app.connections.check("graph")).toMatchObject({ kind: "works" });
  expect(view().paused).toBeNull();
});

test("what a sign-in lacks is on its connection, with what it is for", async () => {
  const url = await page();
  login.withhold("Chat.Read");
  await pressSignIn(url, "Accept");
  expect((await ended()).signIn).toMatchObject({ kind: "ended", trouble: "consentRefused" });
  login.withhold();
  await pressSignIn(await page(), "Accept");
  await ended();
  await desk.reopen();
  login.withhold("Chat.Read");
  expect(await desk.app.connections.check("graph")).toMatchObject({ kind: "works" });
  expect(view().permissions?.missing).toEqual([
    { name: "Chat.Read", isFor: expect.stringContaining("Teams chats: ") },
    { name: "ChatMessage.Send", isFor: expect.stringContaining("Teams chats: ") },
  ]);
});

/** Announces a window to the customers by mail, live. Says how many mails are owed. */
async function announce(): Promise<number> {
  await goLive(desk);
  await sendMailAsMyself(desk);
  const { id } = granted(await desk.app.windows.create(draftIn(desk, 7 * 24 * 60, 120)));
  const { notices } = granted(desk.app.windows.get(id));
  const notice = notices.find(({ stage, voice }) => stage === "announce" && voice === "customer");
  if (notice === undefined) throw new Error("No customer is owed an announcement");
  const { draft } = granted(desk.app.notices.compose(notice.id));
  const { findings } = granted(await desk.app.notices.preview(notice.id, draft, null));
  granted(await desk.app.notices.approve(notice.id, draft, "now", findings.map(findingKey)));
  return granted(desk.app.windows.get(id)).deliveries.filter(({ carrier }) => carrier === "graph").length;
}

test("when a sign-in has ended nothing fails: what is due is held, and leaves once after signing in again", async () => {
  await pressSignIn(await page(), "Accept");
  await ended();
  login.revoke();
  await desk.pass(2 * hour);
  const owed = await announce();
  await desk.pass(11_000);
  await desk.pass(1_000);
  // The sign-in's own servers answer in their time.
  await expect.poll(() => view().paused, { timeout: 30_000 }).not.toBeNull();
  expect(graph.ledger.mails).toEqual([]);
  const { needsDecision, counts } = desk.app.outbox.view();
  expect(needsDecision.filter(({ carrier, state }) => carrier === "graph" && state.kind === "held")).toHaveLength(owed);
  expect([counts.failed, counts.unknown]).toEqual([0, 0]);

  await pressSignIn(await page(), "Accept");
  await ended();
  await desk.pass(1_000);
  await desk.pass(1_000);
  await expect.poll(() => graph.ledger.mails.length, { timeout: 30_000 }).toBe(owed);
});
