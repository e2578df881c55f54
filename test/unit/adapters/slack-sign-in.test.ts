import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSlackConnection } from "../../../src/adapters/slack/slack-connection.ts";
import { slackConnector } from "../../../src/adapters/slack/slack-connector.ts";
import { slackSignIn } from "../../../src/adapters/slack/slack-sign-in.ts";
import { hour, minute } from "../../../src/core/domain/instant.ts";
import type { Connection } from "../../../src/core/ports/connector.ts";
import type { GuidedSignIn, Keepsake, SignInOutcome } from "../../../src/core/ports/sign-in.ts";
import { aSlackDelivery } from "../../builders/delivery.ts";
import { openPassage } from "../../builders/passage.ts";
import { allScopes } from "../../servers/slack-scopes.ts";
import { type SlackServer, startSlackServer } from "../../servers/slack-server.ts";

const start = Date.UTC(2026, 10, 23, 9);
let now = start;
/** Slack's clock, where it differs from ours. */
let clock: number | null = null;
let slack: SlackServer;

beforeEach(async () => {
  now = start;
  clock = null;
  slack = await startSlackServer({ channels: ["changes"], redirects: "any", date: () => clock ?? now });
});
afterEach(async () => {
  expect(slack.ledger.refused).toEqual([]);
  await slack.stop();
});

/** On any free port: those that are registered may be in use by a Forewarn on this computer. */
const signIn = (ports: readonly number[] = []): GuidedSignIn => slackSignIn(() => now, slack.url, ports);

/** A sign-in that was begun: the page it shows, and what comes of it. */
async function begin(values: Readonly<Record<string, string>> = {}, ports: readonly number[] = []) {
  const shown = Promise.withResolvers<string>();
  let isOver = false;
  const waiting: (() => void)[] = [];
  const outcome = signIn(ports).run({
    way: "browser",
    values: { clientId: slack.signIn.clientId, world: "slack", team: "", ...values },
    features: [],
    show: (prompt) => shown.resolve(prompt.url),
    end: { isOver: () => isOver, whenOver: (then) => void waiting.push(then) },
  });
  const url = await Promise.race([shown.promise, outcome.then(() => "")]);
  return {
    url,
    outcome,
    end() {
      isOver = true;
      for (const then of waiting) then();
    },
  };
}

async function signedIn(values: Readonly<Record<string, string>> = {}): Promise<SignInOutcome> {
  const { url, outcome } = await begin(values);
  await fetch(slack.signIn.decide(url, "allow"));
  return outcome;
}

function keeping(outcome: SignInOutcome): Keepsake & { readonly saved: string[] } {
  if (outcome.kind !== "signedIn") throw new Error(`Not signed in: ${outcome.detail}`);
  const saved = [outcome.keepsake];
  return { saved, read: () => saved.at(-1) ?? null, save: (next) => void saved.push(next) };
}

function connected(keepsake: Keepsake): Connection {
  const values = { clientId: slack.signIn.clientId, world: "slack", team: "" };
  const tokens = signIn().tokens(keepsake, values);
  return createSlackConnection({ apiUrl: slack.url, token: "", tokens, heardTime: () => undefined }, () => now);
}

describe("signing in to Slack", () => {
  test("asks for rights of a person with PKCE and comes back to this computer", async () => {
    const { url, outcome, end } = await begin({ team: "T0EXAMPLE" });
    slack.signIn.decide(url, "allow");
    const asked = slack.signIn.asked();
    expect(asked?.get("user_scope")?.split(",").toSorted()).toEqual(
      allScopes.filter((scope) => scope !== "metadata.message:read").toSorted(),
    );
    expect(asked?.has("scope")).toBe(false);
    expect(asked?.get("team")).toBe("T0EXAMPLE");
    end();
    expect(await outcome).toMatchObject({ kind: "failed", trouble: "cancelled" });
  });

  test("brings tokens that work, and what they may do and until when is known", async () => {
    const connection = connected(keeping(await signedIn()));
    expect(await connection.check()).toMatchObject({
      kind: "works",
      place: "Example Platform",
      permissions: { missing: [] },
      expiresAt: start + 30 * 24 * hour,
    });
    expect((await connection.lists?.list("channel", "", null))?.kind).toBe("answered");
  });

  test("a person who does not agree is told so, and nothing is kept", async () => {
    const { url, outcome } = await begin();
    await fetch(slack.signIn.decide(url, "cancel"));
    expect(await outcome).toMatchObject({ kind: "failed", trouble: "consentRefused" });
    expect(slack.ledger.calls).toEqual([]);
  });

  test("an answer with another state ends nothing, and the right one still counts", async () => {
    const { url, outcome } = await begin();
    const right = slack.signIn.decide(url, "allow");
    const forged = new URL(right);
    forged.searchParams.set("state", "x".repeat(43));
    expect((await fetch(forged)).status).toBe(400);
    forged.searchParams.delete("state");
    expect((await fetch(forged)).status).toBe(400);
    expect(slack.ledger.calls).toEqual([]);
    await fetch(right);
    expect((await outcome).kind).toBe("signedIn");
  });

  test("a code that was used before brings nothing", async () => {
    const first = await begin();
    const answer = new URL(slack.signIn.decide(first.url, "allow"));
    await fetch(answer);
    expect((await first.outcome).kind).toBe("signedIn");
    const second = await begin();
    const replayed = new URL(slack.signIn.decide(second.url, "allow"));
    replayed.searchParams.set("code", answer.searchParams.get("code") ?? "");
    await fetch(replayed);
    expect(await second.outcome).toMatchObject({ kind: "failed", trouble: "expired" });
  });

  test("a code meant for somebody else's sign-in does not fit this one's verifier", async () => {
    const theirs = await begin();
    const code = new URL(slack.signIn.decide(theirs.url, "allow")).searchParams.get("code") ?? "";
    const ours = await begin();
    const injected = new URL(slack.signIn.decide(ours.url, "allow"));
    injected.searchParams.set("code", code);
    await fetch(injected);
    expect(await ours.outcome).toMatchObject({ kind: "failed" });
    theirs.end();
    await theirs.outcome;
  });

  test("another workspace than the one that was named is refused", async () => {
    slack.signIn.choose("T0OTHER");
    expect(await signedIn({ team: "T0EXAMPLE" })).toMatchObject({ kind: "failed", trouble: "wrongTenant" });
  });

  test.each(["", "A0FOREWARN", "123", "1.2; rm"])("“%s” is no Client ID, and no page is opened for it", async (clientId) => {
    const { url, outcome } = await begin({ clientId });
    expect(url).toBe("");
    expect(await outcome).toMatchObject({ kind: "failed", trouble: "wrongRegistration" });
  });

  test.each([
    [{ kind: "refuse", code: "bad_redirect_uri" }, "wrongRegistration", "redirect URLs"],
    [{ kind: "refuse", code: "invalid_client_id" }, "wrongRegistration", "GovSlack"],
    [{ kind: "refuse", code: "bad_client_secret" }, "wrongRegistration", "Switch on PKCE"],
    [{ kind: "refuse", code: "app_approval_required" }, "administratorNeeded", "administrator"],
    [{ kind: "refuse", code: "made_up" }, "other", "made_up"],
    [{ kind: "garble" }, "captivePortal", "guest network"],
    [{ kind: "serverError", status: 407, taken: false }, "proxyPassword", "HTTPS_PROXY"],
    [{ kind: "serverError", status: 500, taken: false }, "other", "internal_error"],
    [{ kind: "rateLimit", retryAfter: "9" }, "unreachable", "9 seconds"],
    [{ kind: "loseResponse" }, "unreachable", "connection broke"],
  ] as const)("%o is told as %s, with the next step", async (fault, trouble, words) => {
    slack.fault("oauth.v2.access", fault);
    expect(await signedIn()).toMatchObject({ kind: "failed", trouble, detail: expect.stringContaining(words) });
  });
});

test("a clock that is far off is told with how far, before a token is kept by it", async () => {
  const { url, outcome } = await begin();
  const answer = slack.signIn.decide(url, "allow");
  now = start + 20 * minute;
  clock = start;
  await fetch(answer);
  expect(await outcome).toMatchObject({ trouble: "clockWrong", detail: expect.stringContaining("20 minutes ahead") });
});

describe("the ports that are registered", () => {
  const squatters: Server[] = [];
  async function takenPort(): Promise<number> {
    const server = createServer();
    squatters.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  }
  afterEach(async () => {
    for (const server of squatters.splice(0)) await new Promise((resolve) => server.close(resolve));
  });

  test("are tried in turn, and when none is free it is said which they are", async () => {
    const taken = await takenPort();
    const second = await begin({}, [taken, 0]);
    const redirect = new URL(new URL(second.url).searchParams.get("redirect_uri") ?? "");
    expect(redirect.port).not.toBe(String(taken));
    second.end();
    await second.outcome;
    const { url, outcome } = await begin({}, [taken, await takenPort()]);
    expect(url).toBe("");
    expect(await outcome).toMatchObject({ kind: "failed", detail: expect.stringContaining("27641, 27642 and 27643") });
  });
});

describe("the sign-in afterwards", () => {
  const send = (connection: Connection) =>
    connection.messages?.send({ delivery: aSlackDelivery(slack.channels.changes ?? ""), replyTo: null }, openPassage());

  test("posts notices once, with a token that is renewed right before when it must be", async () => {
    const connection = connected(keeping(await signedIn()));
    expect((await send(connection))?.kind).toBe("accepted");
    now = start + 12 * hour;
    slack.signIn.expire();
    expect((await send(connection))?.kind).toBe("accepted");
    expect(slack.ledger.posts).toHaveLength(2);
    now += 12 * hour;
    slack.signIn.expire();
    slack.fault("oauth.v2.access", { kind: "loseRequest" });
    // No token could be had, so nothing left: that is certain, and it is tried again.
    expect((await send(connection))?.kind).toBe("unsent");
    expect(slack.ledger.posts).toHaveLength(2);
  });

  test("renews its token before it ends, keeps the new one before it is used, and uses each refresh token once", async () => {
    const keepsake = keeping(await signedIn());
    const connection = connected(keepsake);
    now = start + 12 * hour;
    slack.signIn.expire();
    const answers = await Promise.all([connection.check(), connection.check(), connection.lists?.list("group", "", null)]);
    expect(answers.map((answer) => answer?.kind)).toEqual(["works", "works", "answered"]);
    expect(slack.signIn.renewals()).toBe(1);
    expect(keepsake.saved).toHaveLength(2);
    expect(keepsake.saved[1]).toContain(slack.signIn.accessToken() ?? "nothing");
    now += 12 * hour;
    slack.signIn.expire();
    expect((await connection.check()).kind).toBe("works");
    expect(slack.signIn.renewals()).toBe(2);
  });

  test("that was taken back asks for another one, in the check and before a notice", async () => {
    const connection = connected(keeping(await signedIn()));
    slack.signIn.revoke();
    expect(await connection.check()).toMatchObject({ kind: "refused" });
    now = start + 13 * hour;
    expect(await connection.check()).toMatchObject({ kind: "refused", detail: expect.stringContaining("Sign in again") });
    expect(await connection.lists?.list("channel", "", null)).toMatchObject({ kind: "signInNeeded" });
    expect((await send(connection))?.kind).toBe("signInNeeded");
    expect(slack.ledger.posts).toEqual([]);
  });

  test("whose old refresh token comes after a crash costs a sign-in, and no notice", async () => {
    const keepsake = keeping(await signedIn());
    const [before = ""] = keepsake.saved;
    now = start + 12 * hour;
    await connected(keepsake).check();
    expect(slack.signIn.renewals()).toBe(1);
    // The new token was never written: the process died between Slack's answer and the secret store.
    const restored = connected({ read: () => before, save: () => undefined });
    expect(await restored.check()).toMatchObject({ kind: "refused", detail: expect.stringContaining("Sign in again") });
  });

  test("that cannot be renewed just now pauses nothing: it is tried again", async () => {
    const connection = connected(keeping(await signedIn()));
    now = start + 12 * hour;
    slack.fault("oauth.v2.access", { kind: "loseRequest" });
    expect(await connection.check()).toMatchObject({ kind: "unreachable" });
    expect((await connection.check()).kind).toBe("works");
  });
});

test("GovSlack's addresses are its own, for the page and for every call", async () => {
  const gov = slackConnector(() => now);
  const shown = Promise.withResolvers<string>();
  let end = (): void => undefined;
  const outcome = gov.signIn?.run({
    way: "browser",
    values: { clientId: "1.2", world: "gov", team: "" },
    features: [],
    show: (prompt) => shown.resolve(prompt.url),
    end: {
      isOver: () => false,
      whenOver(then) {
        end = then;
      },
    },
  });
  expect(new URL(await shown.promise).origin).toBe("https://slack-gov.com");
  end();
  expect(await outcome).toMatchObject({ kind: "failed", trouble: "cancelled" });
});
