import { request as httpRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWebHost, type WebHost } from "../../src/web/web-host.ts";
import { type FakeForewarn, fakeForewarn, feedToken } from "./fake-forewarn.ts";
import { hostWithBug } from "./host.ts";
import { type SignedIn, signIn, smallPage } from "./web-client.ts";

let fake: FakeForewarn;
let host: WebHost;
let signedIn: SignedIn;
let opened: string[];

beforeEach(async () => {
  fake = fakeForewarn();
  opened = [];
  host = await startWebHost({
    port: 0,
    page: smallPage(),
    createContext: () => ({ app: fake.app, host: hostWithBug }),
    onBug: () => undefined,
    onOpened: (address) => opened.push(address),
  });
  signedIn = await signIn(host.newAddress());
});
afterEach(() => host.close());

type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string | undefined>;
  readonly body?: string;
};
type Got = { readonly status: number; readonly headers: Record<string, string | string[] | undefined>; readonly body: string };

/** Sends exactly these headers; `fetch` would not let a test lie about the host. */
function send({ method = "POST", path = "/api/host.setPreferences", headers = {}, body }: Sent): Promise<Got> {
  const all: Record<string, string | undefined> = {
    host: new URL(host.origin).host,
    origin: host.origin,
    cookie: signedIn.cookie,
    "x-forewarn-token": signedIn.token,
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const { port } = new URL(host.origin);
    const kept = Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined));
    const request = httpRequest({ host: "127.0.0.1", port, path, method, headers: kept }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.once("error", reject);
    request.end(body);
  });
}

const command = JSON.stringify({ colorScheme: "dark", weekStartsOn: 7, notifyWhenDue: false, seenZone: null });
const get = (path: string, headers: Sent["headers"] = {}) =>
  send({ method: "GET", path, headers: { origin: undefined, ...headers } });

describe("A command", () => {
  test("is carried out for the signed-in page", async () => {
    expect((await send({ body: command })).status).toBe(200);
    expect(fake.commands).toEqual(["set preferences"]);
  });

  const refusals: readonly [string, number, Sent][] = [
    ["for another name of this computer", 421, { headers: { host: "rebound.example.org" } }],
    ["for localhost, which is another origin", 421, { headers: { host: "localhost" } }],
    ["from another origin", 403, { headers: { origin: "https://example.org" } }],
    ["from another port of this computer", 403, { headers: { origin: "http://127.0.0.1:1" } }],
    ["from an origin that is kept secret", 403, { headers: { origin: "null" } }],
    ["with no origin", 403, { headers: { origin: undefined } }],
    ["from a page of the same site", 403, { headers: { "sec-fetch-site": "same-site" } }],
    ["from a page of another site", 403, { headers: { "sec-fetch-site": "cross-site" } }],
    ["without the cookie", 401, { headers: { cookie: undefined } }],
    ["with a wrong cookie", 401, { headers: { cookie: "forewarn=1" } }],
    ["without the token", 401, { headers: { "x-forewarn-token": undefined } }],
    ["with a wrong token", 401, { headers: { "x-forewarn-token": "guess" } }],
    ["as a GET", 405, { method: "GET" }],
    ["as a PUT", 405, { method: "PUT" }],
    ["as an OPTIONS", 405, { method: "OPTIONS" }],
    ["as a form", 415, { headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["as text", 415, { headers: { "content-type": "text/plain" } }],
    ["as a multipart form", 415, { headers: { "content-type": "multipart/form-data; boundary=x" } }],
    ["with no content type", 415, { headers: { "content-type": undefined } }],
    ["that is not JSON", 400, { body: "{" }],
    ["longer than 4 MB", 413, { body: JSON.stringify({ source: "x".repeat(5_000_000) }) }],
    ["in a batch with a subscription", 400, { path: "/api/host.setPreferences,changes?batch=1", body: `{"0":${command}}` }],
  ];
  test.each(refusals)("%s is refused (%i) and changes nothing", async (_name, status, sent) => {
    const got = await send({ body: sent.method === "GET" ? undefined : command, ...sent } as Sent);
    expect(got.status).toBe(status);
    expect(fake.commands).toEqual([]);
    expect(got.headers["access-control-allow-origin"]).toBeUndefined();
    const envelope = JSON.parse(got.body) as { error?: { message?: string } };
    expect(envelope.error?.message).toBeTypeOf("string");
  });

  test("that is too long is told so, with what to do", async () => {
    const got = await send({ body: JSON.stringify({ source: "x".repeat(10_000_000) }) });
    expect(JSON.parse(got.body)).toMatchObject({
      error: {
        data: {
          code: "PAYLOAD_TOO_LARGE",
          refusal: { code: "invalid", message: expect.stringMatching(/longer than 4 MB.*Nothing was changed/u) },
        },
      },
    });
  });
});

describe("A subscription", () => {
  const headers = { accept: "text/event-stream" };
  test.each([
    ["without the token", 401, { "x-forewarn-token": undefined }],
    ["without the cookie", 401, { cookie: undefined }],
    ["from another site", 403, { "sec-fetch-site": "cross-site" }],
    ["opened in a tab", 403, { "sec-fetch-site": "none" }],
  ])("%s is refused", async (_name, status, extra) => {
    expect((await get("/api/changes", { ...headers, ...extra })).status).toBe(status);
    expect(fake.listeners()).toBe(0);
  });
  test("is no POST", async () => {
    expect((await send({ path: "/api/changes", body: "{}" })).status).toBe(405);
  });
});

describe("A feed", () => {
  const path = `/feed/${feedToken}.ics`;
  /** As a calendar program asks: no cookie, no token, no origin. */
  const bare = { cookie: undefined, "x-forewarn-token": undefined, "content-type": undefined, "sec-fetch-site": undefined };
  const ask = (at: string, more: Sent["headers"] = {}) => get(at, { ...bare, ...more });

  test("is given to whoever has its address, with a tag to ask by", async () => {
    const got = await ask(path);
    expect([got.status, got.body]).toEqual([200, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"]);
    expect(got.headers).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-cache",
      "x-content-type-options": "nosniff",
      etag: '"a1"',
    });
    expect(got.headers["set-cookie"]).toBeUndefined();
    expect(got.headers["access-control-allow-origin"]).toBeUndefined();
    for (const tag of ['"a1"', 'W/"a1"', '"b", "a1"']) {
      const again = await ask(path, { "if-none-match": tag });
      expect([again.status, again.body]).toEqual([304, ""]);
    }
    expect((await ask(path, { "if-none-match": '"b"' })).status).toBe(200);
  });
  test("tells its length to a HEAD, and no more", async () => {
    const got = await send({ method: "HEAD", path, headers: { ...bare, origin: undefined } });
    expect([got.status, got.headers["content-length"], got.body]).toEqual([200, "32", ""]);
  });
  const refusals: readonly [string, number, Sent][] = [
    ["for another name of this computer", 421, { headers: { host: "rebound.example.org" } }],
    ["for localhost", 421, { headers: { host: "localhost" } }],
    ["from another origin", 403, { headers: { origin: "https://example.org" } }],
    ["from a page of another site", 403, { headers: { "sec-fetch-site": "cross-site" } }],
    ["as a POST", 405, { method: "POST" }],
    ["as a PUT", 405, { method: "PUT" }],
    ["as a PROPFIND", 405, { method: "PROPFIND" }],
  ];
  test.each(refusals)("%s is refused (%i), whoever asks", async (_name, status, sent) => {
    const headers = { ...bare, origin: undefined, ...sent.headers };
    expect((await send({ method: "GET", path, ...sent, headers })).status).toBe(status);
  });
  test.each([
    `/feed/${"g".repeat(43)}.ics`,
    `/feed/${feedToken}`,
    `/feed/${feedToken}.ics/`,
    `/feed/${feedToken}.icsx`,
    `/feed/${feedToken.slice(1)}.ics`,
    "/feed/",
    "/feed/..%2fapp.js",
  ])("is nowhere else: %s is as any address that never was", async (at) => {
    const got = await ask(at);
    expect([got.status, got.body]).toEqual([404, "There is nothing at this address."]);
  });
  test("opens nothing else: its address is no key to the page or to a call", async () => {
    expect((await ask("/", { "x-forewarn-token": feedToken })).status).toBe(401);
    const call = await send({ body: command, headers: { cookie: undefined, "x-forewarn-token": feedToken } });
    expect(call.status).toBe(401);
    expect(fake.commands).toEqual([]);
  });
  test("is not answered without end", async () => {
    const statuses = new Set<number>();
    for (let times = 0; times < 130; times += 1) statuses.add((await ask(`/feed/${"h".repeat(43)}.ics`)).status);
    expect(statuses).toEqual(new Set([404, 429]));
    expect((await ask(path)).headers["retry-after"]).toBe("60");
  });
});

describe("Signing in", () => {
  test("sets a cookie scripts can't read and other sites don't send, and hands the token over in the fragment", async () => {
    const answer = await fetch(host.newAddress(), { redirect: "manual" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("set-cookie")).toMatch(/^forewarn-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
    expect(answer.headers.get("location")).toMatch(/^\/#token=[\w-]{43}$/u);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
  test("works once with each address, and the next address is told", async () => {
    const address = host.newAddress();
    expect((await fetch(address, { redirect: "manual" })).status).toBe(303);
    const again = await fetch(address, { redirect: "manual" });
    expect(again.status).toBe(401);
    expect(again.headers.get("set-cookie")).toBeNull();
    expect((await fetch(opened.at(-1) ?? "", { redirect: "manual" })).status).toBe(303);
  });
  test("is not used up by a browser that loads ahead", async () => {
    const address = new URL(host.newAddress());
    expect((await get(`${address.pathname}${address.search}`, { "sec-purpose": "prefetch;prerender" })).status).toBe(503);
    expect((await get(`${address.pathname}${address.search}`)).status).toBe(303);
  });
  test.each(["", "guess", "%00"])("is refused with the code %j", async (code) => {
    expect((await get(`/open?code=${code}`)).status).toBe(401);
  });
});

describe("The page", () => {
  test("is served with a policy that has no unsafe part, and a nonce of its own each time", async () => {
    const first = await get("/");
    const second = await get("/");
    const policy = String(first.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("*");
    const nonce = /'nonce-([\w-]{22})'/u.exec(policy)?.[1] ?? "";
    expect(first.body).toContain(`<meta name="csp-nonce" content="${nonce}" />`);
    expect(second.body).not.toBe(first.body);
    expect(first.headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "content-type": "text/html; charset=utf-8",
    });
  });
  test("is only for the browser that signed in", async () => {
    expect((await get("/", { cookie: undefined })).status).toBe(401);
    expect((await get("/app.js", { cookie: undefined })).status).toBe(401);
  });
  test("has its listed files with their types", async () => {
    const script = await get("/app.js");
    expect([script.status, script.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
  });
  test.each([
    "/secrets.env",
    "/index.html",
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "//etc/passwd",
    "/app.js/",
    "/app.js%00",
    "/constructor",
    "/assets",
  ])("has nothing at %s", async (path) => {
    expect((await get(path)).status).toBeGreaterThanOrEqual(400);
  });
  test.each(["POST", "PUT", "DELETE", "TRACE"])("does not answer %s", async (method) => {
    expect((await send({ method, path: "/" })).status).toBe(405);
  });
  test("listens on this computer only", () => {
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  });
});
