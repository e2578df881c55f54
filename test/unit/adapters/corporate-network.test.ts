import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostEnvironment } from "../../../scripts/set-up.mjs";
import { listenOn } from "../../servers/listen.ts";
import { type ProxyServer, startProxy } from "../../servers/proxy-server.ts";

const certificates = join(import.meta.dirname, "../../servers/certificates");
const authority = join(certificates, "authority.pem");
const apiUrl = "https://slack.example.org/api/";

/** Slack, as far as a check asks it, behind a certificate of an organisation's own authority. */
const slack = createServer(
  { key: readFileSync(join(certificates, "server.key.pem")), cert: readFileSync(join(certificates, "server.pem")) },
  (_request, response) => {
    const said = {
      ok: true,
      url: "https://hospital.slack.com/",
      team: "Hospital",
      user: "forewarn",
      team_id: "T1",
      user_id: "U1",
    };
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(said));
  },
);
let open: ProxyServer;

beforeAll(async () => {
  open = await startProxy({ to: await listenOn(slack, 0) });
});
afterAll(async () => {
  await open.stop();
  slack.closeAllConnections();
  await new Promise((resolve) => slack.close(resolve));
});

/** What a check of Slack says in a process that was started as `npm start` starts a host, in these surroundings. */
async function checked(surroundings: Readonly<Record<string, string>>): Promise<unknown> {
  const script = join(import.meta.dirname, "../../builders/check-slack.ts");
  const env = { ...hostEnvironment({ PATH: process.env.PATH ?? "" }), ...surroundings };
  const { stdout } = await promisify(execFile)(process.execPath, [script, apiUrl], { env });
  return JSON.parse(stdout);
}

test("through the organisation's proxy, and by the certificate of its own authority, a connection works", async () => {
  const health = await checked({ HTTPS_PROXY: open.url, NODE_EXTRA_CA_CERTS: authority });
  expect(health).toMatchObject({ kind: "works", place: expect.stringContaining("Hospital") });
  expect(open.asked).toContain("slack.example.org:443");
});

test("an authority that is not trusted here is named as what is in the way, and nothing was sent", async () => {
  expect(await checked({ HTTPS_PROXY: open.url })).toEqual({
    kind: "unreachable",
    detail: expect.stringMatching(/^Nothing was sent\. .*authority.*NODE_EXTRA_CA_CERTS/u),
  });
});

test.each([
  [407, /^Nothing was sent\. A proxy on the way asks for a name and a password \(407\).*HTTPS_PROXY/u],
  [403, /^Nothing was sent\. A proxy on the way refused the connection \(403\)\./u],
] as const)("a proxy that answers %i is told as such, with what to do", async (refusal, words) => {
  const proxy = await startProxy({ refusal });
  const health = await checked({ HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: authority });
  await proxy.stop();
  expect(health).toEqual({ kind: "unreachable", detail: expect.stringMatching(words) });
  expect(proxy.asked).toEqual(["slack.example.org:443"]);
});
