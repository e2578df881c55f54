import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createEmulator } from "emulate";
import { expect, test } from "vitest";
import { pinoLog } from "../../../src/adapters/log/pino-log.ts";
import { type ConnectionKind, connectionKinds } from "../../../src/core/domain/connection-kind.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import { goLive } from "../../builders/go-live.ts";
import { draftIn, granted, makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { startDatadogServer } from "../../servers/datadog-server.ts";
import { startGraphServer } from "../../servers/graph-server.ts";
import { startJiraServer } from "../../servers/jira-server.ts";
import { listen, readBody } from "../../servers/listen.ts";
import { startPagerDutyServer } from "../../servers/pagerduty-server.ts";
import { startServiceNowServer } from "../../servers/service-now-server.ts";
import { startSlackServer } from "../../servers/slack-server.ts";

type Handed = { readonly token: string; readonly apiUrl: string; readonly values?: Readonly<Record<string, string>> };

/** Every form in which a secret may lie in a file by mistake. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    bytes.toString("base64").replace(/=+$/u, ""),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    encodeURIComponent(secret),
  ];
}

function secretsIn(text: string, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Lets the application do with its connections what it does with them. */
async function useAll(desk: TestApp, handed: ReadonlyMap<ConnectionKind, Handed>): Promise<readonly string[]> {
  const { app } = desk;
  const said: unknown[] = [];
  for (const [kind, { token, apiUrl, values = {} }] of handed) {
    // Refused first: what is refused is told, and is a secret all the same.
    said.push(await app.connections.connect(kind, { token: `${token}-refused`, apiUrl, values }));
    granted(await app.connections.connect(kind, { token, apiUrl, values }));
    said.push(await app.connections.check(kind), await app.counterparts.places(kind, ""));
  }
  await goLive(desk);
  const { id } = granted(await app.windows.create(draftIn(desk, 7 * 24 * 60, 120)));
  for (const kind of ["pagerDuty", "github"] as const) {
    const [place] = granted(await app.counterparts.places(kind, ""));
    if (place === undefined) throw new Error(`${kind} has no place to keep a window at`);
    granted(app.counterparts.add(id, kind, place));
  }
  const inStep = async () => {
    await desk.pass(minute);
    return granted(app.counterparts.of(id)).counterparts.map(({ state }) => state.kind);
  };
  await expect.poll(inStep, { timeout: 20_000 }).toEqual(["inStep", "inStep"]);
  said.push(granted(app.windows.get(id)), granted(app.counterparts.of(id)), app.connections.all());
  granted(await app.backups.make());
  const all = { who: "", area: null, about: "" };
  said.push(await app.audit.csv(all), await app.audit.json(all));
  return said.map((each) => JSON.stringify(each));
}

/** GitHub by emulate, which takes every token: whoever has not this one is refused before. */
async function startGitHub(token: string) {
  const github = await createEmulator({
    service: "github",
    port: 0,
    seed: {
      github: {
        users: [{ login: "coordinator", name: "Coordinator", email: "coordinator@example.org" }],
        repos: [{ owner: "coordinator", name: "changes" }],
      },
      tokens: { [token]: { login: "coordinator", scopes: ["repo"] } },
    },
  });
  const made: string[] = [];
  const door = await listen(async (request, response) => {
    const authorization = request.headers.authorization ?? "";
    if (authorization !== `Bearer ${token}`) {
      const said = { message: `Bad credentials: ${authorization}` };
      response.writeHead(401, { "Content-Type": "application/json" }).end(JSON.stringify(said));
      return;
    }
    if (request.method === "POST") made.push(request.url ?? "");
    const { method = "GET", url = "" } = request;
    const body = method === "GET" ? {} : { body: await readBody(request) };
    const answer = await fetch(`${github.url}${url}`, {
      method,
      headers: { authorization, "content-type": "application/json" },
      ...body,
    });
    response.writeHead(answer.status, { "Content-Type": "application/json" }).end(await answer.text());
  });
  return {
    url: door.origin,
    token,
    made,
    async stop() {
      await door.stop();
      await github.close();
    },
  };
}

test("no secret handed in is in any file of the data folder, in a log, an export or an answer, in any form", async () => {
  const slack = await startSlackServer();
  const graph = await startGraphServer();
  const [pagerDuty, serviceNow, jira, datadog] = await Promise.all([
    startPagerDutyServer(),
    startServiceNowServer(),
    startJiraServer(),
    startDatadogServer(),
  ]);
  const github = await startGitHub("github_pat_11SECRET_forewarn");
  const hookSecret = "a-secret-shared-by-both-sides";
  let signed = 0;
  const hook = await listen(async (_request, response) => {
    signed += 1;
    // The first call is signed with what is to be refused.
    response.writeHead(signed === 1 ? 401 : 204).end();
  });
  const handed = new Map<ConnectionKind, Handed>([
    ["slack", { token: slack.token, apiUrl: slack.url }],
    ["graph", { token: graph.token, apiUrl: graph.url }],
    ["pagerDuty", { token: pagerDuty.token, apiUrl: pagerDuty.url, values: { from: "coordinator@example.org" } }],
    ["serviceNow", { token: serviceNow.user.password, apiUrl: serviceNow.url, values: { user: serviceNow.user.name } }],
    ["jira", { token: jira.token, apiUrl: jira.url, values: { email: jira.email } }],
    ["datadog", { token: datadog.keys.api, apiUrl: datadog.url, values: { applicationKey: datadog.keys.application } }],
    ["github", { token: github.token, apiUrl: github.url }],
    ["webhook", { token: hookSecret, apiUrl: `${hook.origin}/hook` }],
  ]);
  expect([...handed.keys()].sort()).toEqual([...connectionKinds].sort());
  const secrets = [...handed.values()].flatMap(({ token, values }) => [
    token,
    `${token}-refused`,
    ...(values?.applicationKey === undefined ? [] : [values.applicationKey]),
  ]);

  const desk = await openTestApp({ logIn: pinoLog });
  await makeExampleWorkspace(desk);
  const said = await useAll(desk, handed);
  const files = filesIn(desk.folder);
  expect(files.map((path) => path.slice(desk.folder.length + 1))).toEqual(
    expect.arrayContaining(["workspace.forewarn", "forewarn.log", expect.stringMatching(/^backups/u)]),
  );
  const places = [
    ...files.map((path) => [path, readFileSync(path).toString("latin1")] as const),
    ["an answer", said.join("\n")] as const,
  ];
  const found = places.flatMap(([place, text]) => secretsIn(text, secrets).map((secret) => `${secret} in ${place}`));
  expect(found).toEqual([]);
  // They were all in use: two of them made something.
  expect([pagerDuty.ledger.made(), github.made]).toEqual([1, ["/repos/coordinator/changes/issues"]]);
  await desk.close();
  await Promise.all([slack, graph, pagerDuty, serviceNow, jira, datadog, github, hook].map((server) => server.stop()));
});

test.each(formsOf("xoxb-1/2+3="))("a secret that lies in a text as %s is found", (form) => {
  expect(secretsIn(`{"a":"${form}"}`, ["another", "xoxb-1/2+3="])).toEqual(["xoxb-1/2+3="]);
  expect(secretsIn(`{"a":"${form.slice(1)}"}`, ["xoxb-1/2+3="])).toEqual([]);
});
