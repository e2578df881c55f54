import { readFileSync } from "node:fs";
import { setGlobalProxyFromEnv } from "node:http";
import { createServer } from "node:https";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { graphConnector } from "../../../src/adapters/graph/graph-connector.ts";
import { pagerDutyConnector } from "../../../src/adapters/pagerduty/pagerduty-connector.ts";
import { slackConnector } from "../../../src/adapters/slack/slack-connector.ts";
import { slackSignIn } from "../../../src/adapters/slack/slack-sign-in.ts";
import type { ConnectionHealth, Connector } from "../../../src/core/ports/connector.ts";
import type { GuidedSignIn, SignInPrompt, TokenSource } from "../../../src/core/ports/sign-in.ts";
import { listen, listenOn } from "../../servers/listen.ts";
import { startMicrosoftLoginServer } from "../../servers/microsoft-login-server.ts";
import { pressSignIn } from "../../servers/press-sign-in.ts";
import { startProxy } from "../../servers/proxy-server.ts";
import { startSlackServer } from "../../servers/slack-server.ts";
import { type ConnectingRow, connecting, type TriedSystem } from "./connecting.ts";

const token = "secret-token";
const twoDays = 48 * 3_600_000;
let ahead = 0;
const now = (): number => Date.now() + ahead;
const connectors: Readonly<Record<TriedSystem, Connector>> = {
  slack: slackConnector(now, null),
  graph: graphConnector(now, null),
  pagerDuty: pagerDutyConnector(now),
};

const certificates = join(import.meta.dirname, "../../servers/certificates");
const file = (name: string): string => readFileSync(join(certificates, name), "utf8");
const early = createServer({ key: file("early-server.key.pem"), cert: file("early-server.pem") }, (_request, response) =>
  response.end("{}"),
);
let earlyPort = 0;
beforeAll(async () => {
  earlyPort = await listenOn(early, 0);
  setDefaultCACertificates([...getCACertificates("bundled"), file("early-authority.pem")]);
});
afterAll(async () => {
  early.closeAllConnections();
  await new Promise((resolve) => early.close(resolve));
});

function checked(system: TriedSystem, apiUrl: string, tokens?: TokenSource): Promise<ConnectionHealth> {
  const values = { from: "coordinator@example.org", features: "" };
  const parts = { apiUrl, token, values, heardTime: () => undefined, ...(tokens === undefined ? {} : { tokens }) };
  return connectors[system].connect(parts).check();
}

/** Signs in with what the provider's own server gives, and asks for the next token two days later. */
async function renewed(
  signIn: GuidedSignIn,
  values: Readonly<Record<string, string>>,
  agree: (prompt: SignInPrompt) => void,
  refuse: () => void,
): Promise<TokenSource> {
  const end = { isOver: () => false, whenOver: () => undefined };
  const outcome = await signIn.run({ way: "browser", values, features: [], end, show: agree });
  if (outcome.kind !== "signedIn") throw new Error(outcome.detail);
  let kept = outcome.keepsake;
  refuse();
  ahead = twoDays;
  const save = (next: string): void => {
    kept = next;
  };
  return signIn.tokens({ read: () => kept, save }, values);
}

async function afterRenewal({ system, code }: Extract<ConnectingRow, { at: "renewal" }>): Promise<ConnectionHealth> {
  if (system === "slack") {
    const slack = await startSlackServer({ redirects: "any", date: now });
    const values = { clientId: slack.signIn.clientId, world: "slack", team: "" };
    const tokens = await renewed(
      slackSignIn(now, slack.url, []),
      values,
      ({ url }) => void fetch(slack.signIn.decide(url, "allow")),
      () => slack.fault("oauth.v2.access", { kind: "refuse", code: String(code) }),
    );
    const health = await checked("slack", slack.url, tokens);
    await slack.stop();
    return health;
  }
  const login = await startMicrosoftLoginServer({ date: now });
  const { signIn } = graphConnector(now, login.url);
  if (signIn === undefined) throw new Error("There is no guided sign-in");
  const tokens = await renewed(
    signIn,
    { clientId: login.clientId, tenant: login.tenant, cloud: "global", features: "" },
    ({ url }) => void pressSignIn(url, "Accept"),
    () => login.refuse({ code: Number(code), error: "invalid_grant" }),
  );
  // Nobody answers there: what is told is told before Graph is asked.
  const health = await checked("graph", "http://127.0.0.1:9/v1.0", tokens);
  await login.stop();
  return health;
}

async function healthOf(row: ConnectingRow): Promise<ConnectionHealth> {
  switch (row.at) {
    case "answer": {
      const server = await listen(async (_request, response) => row.answer(response));
      const health = await checked(row.system, `${server.origin}/api/`);
      await server.stop();
      return health;
    }
    case "proxy": {
      const proxy = await startProxy({ refusal: row.status });
      const restore = setGlobalProxyFromEnv({ https_proxy: proxy.url });
      try {
        return await checked(row.system, "https://api.example.org/api/");
      } finally {
        restore();
        await proxy.stop();
      }
    }
    case "certificate":
      return checked(row.system, `https://127.0.0.1:${earlyPort}/api/`);
    case "renewal":
      return afterRenewal(row);
  }
}

test.each(connecting)("$name: $expected", async (row) => {
  ahead = 0;
  const health = await healthOf(row);
  const [what, next] = row.says;
  expect(health).toEqual({ kind: row.health, detail: expect.stringContaining(what) });
  expect(health).toMatchObject({ detail: expect.stringContaining(next) });
  for (const secret of [token, "Accept the terms", "Words that no screen shows"])
    expect(JSON.stringify(health)).not.toContain(secret);
});
