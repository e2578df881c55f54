import { afterEach, expect, onTestFinished, test } from "vitest";
import { fetchBySystemProxy } from "../../src/main/system-proxy.ts";
import { type ProxyServer, startProxy } from "../servers/proxy-server.ts";
import { runMain, until } from "./run-built.ts";

const plain = globalThis.fetch;
const proxies: ProxyServer[] = [];
afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.stop();
});

/** One that refuses every tunnel: that it was asked is all that is to be seen. */
async function newProxy(): Promise<ProxyServer & { readonly host: string }> {
  const proxy = await startProxy({ refusal: 407 });
  proxies.push(proxy);
  return { ...proxy, host: new URL(proxy.url).host };
}

/** The application's `fetch` where the system's settings say this; what it put in force ends with the test. */
function fetchWhere(proxyFor: (address: string) => string | Promise<string>, patience = 5_000) {
  const fetch = fetchBySystemProxy({ resolveProxy: async (address) => proxyFor(address) }, {}, plain, patience);
  onTestFinished(async () => {
    // Nobody listens there: asking for the straight way takes back what was in force.
    await fetch("http://127.0.0.1:9/").catch(() => undefined);
  });
  return fetch;
}

/** Names nobody has: without a proxy they are looked up, and not found. */
const whyNot = (answer: Promise<Response>): Promise<string> =>
  answer.then(
    (response) => `HTTP ${response.status}`,
    (error: unknown) => rootOf(error).message,
  );

function rootOf(error: unknown): Error {
  if (!(error instanceof Error)) throw error;
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}

test("a request goes by the proxy that the system names for its address, and straight where it names none", async () => {
  const proxy = await newProxy();
  const fetch = fetchWhere((address) => (address.includes("slack") ? `PROXY ${proxy.host}` : "DIRECT"));
  expect(await whyNot(fetch("https://slack.forewarn.invalid/api/"))).toContain("407");
  expect(await whyNot(fetch("https://graph.forewarn.invalid/v1.0"))).toContain("ENOTFOUND");
  expect(await whyNot(fetch(new URL("https://slack.forewarn.invalid/api/")))).toContain("407");
  expect(proxy.asked).toEqual(["slack.forewarn.invalid:443", "slack.forewarn.invalid:443"]);
});

test("two requests at once go each by its own proxy", async () => {
  const [one, other] = [await newProxy(), await newProxy()];
  const fetch = fetchWhere((address) => `PROXY ${address.includes("slack") ? one.host : other.host}`);
  const addresses = ["https://slack.forewarn.invalid/", "https://graph.forewarn.invalid/"];
  for (let round = 0; round < 3; round += 1) await Promise.all(addresses.map((address) => whyNot(fetch(address))));
  expect([new Set(one.asked), new Set(other.asked)]).toEqual([
    new Set(["slack.forewarn.invalid:443"]),
    new Set(["graph.forewarn.invalid:443"]),
  ]);
  expect([one.asked.length, other.asked.length]).toEqual([3, 3]);
});

test("a setting that changes holds from the next request but one", async () => {
  const proxy = await newProxy();
  let setting = "DIRECT";
  const fetch = fetchWhere(() => setting);
  await whyNot(fetch("https://slack.forewarn.invalid/"));
  setting = `PROXY ${proxy.host}`;
  await whyNot(fetch("https://slack.forewarn.invalid/"));
  expect(proxy.asked).toEqual([]);
  expect(await whyNot(fetch("https://slack.forewarn.invalid/"))).toContain("407");
});

test("a way that Node can't go is left for the next one of the system's list", async () => {
  const proxy = await newProxy();
  const fetch = fetchWhere((address) =>
    address.includes("slack") ? `SOCKS5 127.0.0.1:9; PROXY ${proxy.host}; DIRECT` : "SOCKS5 127.0.0.1:9",
  );
  expect(await whyNot(fetch("https://slack.forewarn.invalid/"))).toContain("407");
  expect(await whyNot(fetch("https://graph.forewarn.invalid/"))).toContain("ENOTFOUND");
});

test.each([
  ["never answers", () => new Promise<string>(() => undefined)],
  ["fails", () => Promise.reject(new Error("no settings"))],
])("a system that %s keeps no request waiting for long", async (_what, proxyFor) => {
  const fetch = fetchWhere(proxyFor, 50);
  expect(await whyNot(fetch("https://slack.forewarn.invalid/"))).toContain("ENOTFOUND");
});

test("what is on this computer is never asked through a proxy, nor the system for it", async () => {
  const asked: string[] = [];
  const fetch = fetchWhere((address) => {
    asked.push(address);
    return "PROXY 127.0.0.1:9";
  });
  expect(await whyNot(fetch("http://127.0.0.1:9/"))).toMatch(/bad port|ECONNREFUSED/u);
  expect(asked).toEqual([]);
});

test("the built application asks the system for the way to a provider, and says what a proxy wants", async () => {
  const proxy = await newProxy();
  const host = await runMain({ proxyFor: (address) => (address.includes("slack") ? `PROXY ${proxy.host}` : "DIRECT") });
  const call = async (callId: number, path: string, input: unknown): Promise<unknown> => {
    host.sendFrom(host.mainFrame(), { kind: "mutation", callId, path, input });
    const isAnswer = (reply: unknown) => (reply as { callId: number }).callId === callId;
    const replies = host.recorded.windows[0]?.contents.replies ?? [];
    await until(() => replies.some(isAnswer), `an answer to ${path}`);
    return replies.find(isAnswer);
  };
  await call(1, "workspace.create", {
    name: "Exchange",
    zone: "Europe/London",
    exampleId: null,
    coordinator: { name: "Release coordinator", email: "coordinator@example.org" },
  });
  const answer = await call(2, "connections.connect", {
    kind: "slack",
    token: "xoxb-0123456789",
    apiUrl: "https://slack.forewarn.invalid/api/",
    values: {},
  });
  await fetch("http://127.0.0.1:9/").catch(() => undefined);
  await host.quit();
  expect(JSON.stringify(answer)).toContain("A proxy on the way asks for a name and a password (407)");
  expect(proxy.asked).toEqual(["slack.forewarn.invalid:443"]);
});
