import { afterEach, beforeEach, expect, test } from "vitest";
import { graphConnector } from "../../../../src/adapters/graph/graph-connector.ts";
import { hour } from "../../../../src/core/domain/instant.ts";
import type { Keepsake, SignInOutcome, SignInPrompt, SignInWay } from "../../../../src/core/ports/sign-in.ts";
import { type GraphServer, startGraphServer } from "../../../servers/graph-server.ts";
import { type MicrosoftLoginServer, startMicrosoftLoginServer } from "../../../servers/microsoft-login-server.ts";
import { pressSignIn } from "../../../servers/press-sign-in.ts";

let ahead = 0;
const now = (): number => Date.now() + ahead;
let login: MicrosoftLoginServer;
let graph: GraphServer;

beforeEach(async () => {
  ahead = 0;
  login = await startMicrosoftLoginServer({ date: now });
  graph = await startGraphServer({ takes: (token) => login.takes(token), date: now });
});
afterEach(async () => {
  await login.stop();
  await graph.stop();
});

function signIn() {
  const { signIn: guided } = graphConnector(now, login.url);
  if (guided === undefined) throw new Error("There is no guided sign-in");
  return guided;
}

type Chosen = {
  readonly way?: SignInWay;
  readonly values?: Readonly<Record<string, string>>;
  readonly features?: readonly string[];
};

/** Runs one sign-in; the person does what `act` does once there is something for them. */
async function run(act: (prompt: SignInPrompt) => Promise<void>, chosen: Chosen = {}): Promise<SignInOutcome> {
  const values = { clientId: login.clientId, tenant: login.tenant, cloud: "global", ...chosen.values };
  const ends: (() => void)[] = [];
  const outcome = await signIn().run({
    way: chosen.way ?? "browser",
    values,
    features: chosen.features ?? [],
    show: (prompt) => void act(prompt),
    end: { isOver: () => false, whenOver: (then) => ends.push(then) },
  });
  return outcome;
}

async function press(
  prompt: SignInPrompt,
  button: "Accept" | "Cancel",
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  await pressSignIn(prompt.url, button, changes);
}

const accept = (prompt: SignInPrompt): Promise<void> => press(prompt, "Accept");

async function kept(chosen: Chosen = {}): Promise<Keepsake & { secret: string }> {
  const outcome = await run(accept, chosen);
  if (outcome.kind !== "signedIn") throw new Error(outcome.detail);
  const keepsake = {
    secret: outcome.keepsake,
    read: () => keepsake.secret,
    save(next: string) {
      keepsake.secret = next;
    },
  };
  return keepsake;
}

function tokensOf(keepsake: Keepsake, features: readonly string[] = []) {
  return signIn().tokens(keepsake, {
    clientId: login.clientId,
    tenant: login.tenant,
    cloud: "global",
    features: features.join(" "),
  });
}

test("a person signs in with the browser, and the connection works as that person", async () => {
  const keepsake = await kept({ features: ["teamsChats"] });
  expect(login.ledger.scopes).toContain("Chat.Read");
  expect(keepsake.secret).not.toContain("access-");
  const connection = graphConnector(now, login.url).connect({
    apiUrl: graph.url,
    token: "",
    tokens: tokensOf(keepsake, ["teamsChats"]),
    values: { features: "teamsChats" },
    heardTime: () => undefined,
  });
  expect(await connection.check()).toMatchObject({
    kind: "works",
    account: "coordinator@example.org",
    permissions: { granted: expect.arrayContaining(["Mail.Send", "Chat.Read"]), missing: [] },
  });
  expect(login.ledger.refused).toEqual([]);
});

test("a token is used for an hour and then renewed, with the new refresh token kept before it is used", async () => {
  const keepsake = await kept();
  const tokens = tokensOf(keepsake);
  const first = await tokens.fresh();
  expect(await tokens.fresh()).toEqual(first);
  ahead += hour;
  const second = await tokens.fresh();
  expect(second).toMatchObject({ kind: "token" });
  expect(second).not.toEqual(first);
  expect(keepsake.secret).toContain(login.refreshToken() ?? "none");
  expect(login.ledger.grants).toEqual(["authorization_code", "refresh_token", "refresh_token"]);
});

test("a revoked sign-in asks for a new one, and says so with its code", async () => {
  const tokens = tokensOf(await kept());
  login.revoke();
  expect(await tokens.fresh()).toMatchObject({ kind: "signInNeeded", detail: expect.stringMatching(/taken back.*AADSTS50173/u) });
});

test("a service that can't be reached for once is no reason to sign in again", async () => {
  const tokens = tokensOf(await kept());
  login.putInTheWay("serverError");
  expect(await tokens.fresh()).toMatchObject({ kind: "unreachable" });
  login.putInTheWay(null);
  expect(await tokens.fresh()).toMatchObject({ kind: "token" });
});

test("while the secret store takes nothing the sign-in works on, and is kept as soon as it does", async () => {
  const keepsake = await kept();
  const first = keepsake.secret;
  let isLocked = true;
  const tokens = tokensOf({
    read: () => keepsake.secret,
    save(next) {
      if (isLocked) throw new Error("locked");
      keepsake.secret = next;
    },
  });
  expect((await tokens.fresh()).kind).toBe("token");
  ahead += hour;
  expect((await tokens.fresh()).kind).toBe("token");
  expect(keepsake.secret).toBe(first);
  isLocked = false;
  await tokens.fresh();
  expect(keepsake.secret).toContain(login.refreshToken() ?? "none");
});

test("a crash between the use of a refresh token and its keeping costs a sign-in, and nothing else", async () => {
  const keepsake = await kept();
  const before = keepsake.secret;
  await tokensOf(keepsake).fresh();
  // What the process that ended had kept.
  keepsake.secret = before;
  expect(await tokensOf(keepsake).fresh()).toMatchObject({ kind: "signInNeeded" });
  expect(await tokensOf({ ...keepsake, read: () => "{ half of it" }).fresh()).toMatchObject({ kind: "signInNeeded" });
});

test("one permission taken back stops only what needs it, and is named with what it was for", async () => {
  const keepsake = await kept({ features: ["teamsChannels"] });
  login.withhold("ChannelMessage.Read.All");
  const tokens = tokensOf(keepsake, ["teamsChannels"]);
  const connection = graphConnector(now, login.url).connect({
    apiUrl: graph.url,
    token: "",
    tokens,
    values: { features: "teamsChannels" },
    heardTime: () => undefined,
  });
  const health = await connection.check();
  expect(health).toMatchObject({
    kind: "works",
    permissions: {
      missing: expect.arrayContaining([{ name: "ChannelMessage.Read.All", isFor: expect.stringMatching(/^Teams channels: /u) }]),
    },
  });
});

test("a code is shown, and taken once the person has typed it", async () => {
  const shown: SignInPrompt[] = [];
  const outcome = await run(
    async (prompt) => {
      shown.push(prompt);
      login.answerDeviceCode("approve");
    },
    { way: "deviceCode" },
  );
  expect(shown).toEqual([{ kind: "code", code: "FWRN-2468", url: expect.stringContaining("/deviceauth") }]);
  expect(outcome.kind).toBe("signedIn");
});

test("a code that is refused or runs out says which", async () => {
  for (const [answer, trouble] of [
    ["decline", "consentRefused"],
    ["expire", "expired"],
  ] as const) {
    const outcome = await run(async () => login.answerDeviceCode(answer), { way: "deviceCode" });
    expect(outcome).toMatchObject({ kind: "failed", trouble });
  }
});

test("not agreeing on Microsoft's page is told as that", async () => {
  const outcome = await run((prompt) => press(prompt, "Cancel"));
  expect(outcome).toMatchObject({ kind: "failed", trouble: "consentRefused", detail: expect.stringContaining("AADSTS65004") });
});

test("an answer with another's state or another's code comes to nothing", async () => {
  const outcome = await run(async (prompt) => {
    await press(prompt, "Accept", { state: "somebody-elses-state-of-forty-characters" });
    await press(prompt, "Accept", { code: "somebody-elses-code" });
  });
  expect(outcome).toMatchObject({ kind: "failed", trouble: "expired" });
});

test.each([
  [90094, "invalid_grant", "administratorNeeded"],
  [53003, "invalid_grant", "administratorNeeded"],
  [50020, "invalid_grant", "wrongTenant"],
  [700016, "unauthorized_client", "wrongRegistration"],
  [7000218, "invalid_client", "wrongRegistration"],
  [900439, "invalid_request", "wrongCloud"],
  [70008, "invalid_grant", "expired"],
  [50173, "invalid_grant", "revoked"],
  [12345678, "something_new", "other"],
] as const)("AADSTS%i has a sentence of its own with the next step", async (code, error, trouble) => {
  login.refuse({ code, error });
  const outcome = await run(accept);
  expect(outcome).toMatchObject({ kind: "failed", trouble });
  expect(outcome.kind === "failed" && outcome.detail).toMatch(/\.( \(Microsoft: AADSTS\d+\))?$/u);
  expect(JSON.stringify(outcome)).not.toContain("Words that no screen shows");
});

test("who needs an administrator is given the address to send them", async () => {
  login.refuse({ code: 90094, error: "invalid_grant" });
  expect(await run(accept)).toMatchObject({
    detail: expect.stringContaining(`https://login.microsoftonline.com/${login.tenant}/adminconsent?client_id=${login.clientId}`),
  });
});

test("a tenant Microsoft does not know is told as that, in both ways", async () => {
  const outcome = await run(accept, { way: "deviceCode", values: { tenant: "no-such-tenant.example.org" } });
  expect(outcome).toMatchObject({ kind: "failed", trouble: "wrongTenant" });
});

test("what is no id or no tenant is refused before anybody is asked", async () => {
  expect(await run(accept, { values: { clientId: "my app" } })).toMatchObject({ kind: "failed", trouble: "wrongRegistration" });
  expect(await run(accept, { values: { tenant: "../common" } })).toMatchObject({ kind: "failed", trouble: "wrongTenant" });
  expect(login.ledger.grants).toEqual([]);
});

test.each([
  ["guestNetwork", "captivePortal"],
  ["proxyPassword", "proxyPassword"],
  ["serverError", "unreachable"],
] as const)("%s in the way is told as that", async (what, trouble) => {
  login.putInTheWay(what);
  expect(await run(accept, { way: "deviceCode" })).toMatchObject({ kind: "failed", trouble });
});

test("a clock that is wrong by a quarter of an hour is told before anything is kept", async () => {
  const slow = await startMicrosoftLoginServer({ date: () => Date.now() + hour / 4 });
  const guided = graphConnector(now, slow.url).signIn;
  const outcome = await guided?.run({
    way: "deviceCode",
    values: { clientId: slow.clientId, tenant: slow.tenant, cloud: "global" },
    features: [],
    show: () => undefined,
    end: { isOver: () => false, whenOver: () => undefined },
  });
  await slow.stop();
  expect(outcome).toMatchObject({ kind: "failed", trouble: "clockWrong", detail: expect.stringContaining("15 minutes behind") });
});

test("each cloud signs in at its own address and asks for its own Graph", async () => {
  for (const [cloud, scope] of [
    ["gccHigh", "https://graph.microsoft.us/Mail.Send"],
    ["dod", "https://dod-graph.microsoft.us/Mail.Send"],
  ] as const) {
    const outcome = await run(accept, { values: { cloud } });
    expect(outcome.kind).toBe("signedIn");
    expect(login.ledger.scopes).toContain(scope);
  }
});

test("what a sign-in may not send by is found when a channel is set up", async () => {
  const mail = { kind: "mail", from: "service-desk@example.org" } as const;
  const channel = { kind: "teamsChannel", teamId: "team-1", channelId: "19:changes@thread.tacv2" } as const;
  const asked = async (features: readonly string[], address: typeof mail | typeof channel) => {
    const tokens = tokensOf(await kept({ features }), features);
    const connection = graphConnector(now, login.url).connect({
      apiUrl: graph.url,
      token: "",
      tokens,
      values: { features: features.join(" ") },
      heardTime: () => undefined,
    });
    return connection.lookUpChannel?.(address);
  };
  expect(await asked([], mail)).toMatchObject({ problem: expect.stringMatching(/Mail\.Send\.Shared.*“Shared mailboxes”/u) });
  expect(await asked(["sharedMailbox"], mail)).toMatchObject({ problem: null });
  expect(await asked([], channel)).toMatchObject({ problem: expect.stringContaining("ChannelMessage.Send") });
  expect(await asked(["teamsChannels"], channel)).toMatchObject({ kind: "seen", problem: null });
  graph.teams.gone.add(channel.channelId);
  expect(await asked(["teamsChannels"], channel)).toMatchObject({ problem: expect.stringContaining("ask an owner to add you") });
});

test("a pasted token shows what it says it may do and until when, and one that says nothing is taken, too", async () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const exp = Math.floor(now() / 1000) + 3600;
  const token = `${part({ alg: "none" })}.${part({ scp: "User.Read Mail.Send", exp })}.x`;
  graph.rotate(token);
  const connect = (given: string) =>
    graphConnector(now).connect({ apiUrl: graph.url, token: given, values: {}, heardTime: () => undefined });
  expect(await connect(token).check()).toMatchObject({
    kind: "works",
    expiresAt: exp * 1000,
    permissions: { granted: ["User.Read", "Mail.Send"], missing: [{ name: "Mail.ReadWrite" }] },
  });
  graph.rotate("opaque-token");
  expect(await connect("opaque-token").check()).not.toHaveProperty("permissions");
});
