import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import { type LoopbackReceiver, openLoopback } from "../../../../src/adapters/sign-in/loopback.ts";

const state = "a-state-that-nobody-can-guess";
let receiver: LoopbackReceiver | null = null;

afterEach(() => receiver?.close());

async function open(answersBy: "query" | "form" = "query", ports: readonly number[] = []): Promise<LoopbackReceiver> {
  receiver = await openLoopback({ state, answersBy, hostName: "127.0.0.1", ports, path: "/back" });
  if (receiver === null) throw new Error("No port was free");
  return receiver;
}

function back(words: Readonly<Record<string, string>>): string {
  return `?${new URLSearchParams({ state, ...words })}`;
}

/** Whether it has been answered by now. */
async function isAnswered({ answer }: LoopbackReceiver): Promise<boolean> {
  return Promise.race([answer.then(() => true), new Promise<false>((resolve) => setTimeout(() => resolve(false), 30))]);
}

test("an answer with the right state is taken, and the person is told to close the tab", async () => {
  const { redirectUri, answer } = await open();
  expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/back$/u);
  const page = await fetch(redirectUri + back({ code: "the-code" }));
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("You can close this tab");
  expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'/u);
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect(await answer).toMatchObject({ kind: "code", code: "the-code" });
});

test("it closes after one answer, so that a replay reaches nobody", async () => {
  const { redirectUri, answer } = await open();
  await (await fetch(redirectUri + back({ code: "the-code" }))).text();
  await answer;
  await expect
    .poll(
      () =>
        fetch(redirectUri + back({ code: "the-code" })).then(
          ({ status }) => status,
          () => "nobody",
        ),
      { timeout: 20_000 },
    )
    .toBe("nobody");
});

test("a wrong state, none, or two of them are refused, and the right answer is still waited for", async () => {
  const waiting = await open();
  for (const query of ["?code=x&state=another", "?code=x", `?code=x&state=${state}&state=${state}`, ""]) {
    const { status } = await fetch(waiting.redirectUri + query);
    expect(status, query).toBe(400);
  }
  expect(await isAnswered(waiting)).toBe(false);
  await fetch(waiting.redirectUri + back({ code: "right" }));
  expect(await waiting.answer).toMatchObject({ code: "right" });
});

test("an answer that can be read in two ways is none", async () => {
  const waiting = await open();
  for (const query of ["&code=a&code=b", "&code=a&error=b", "&error=a&error=b", "&code="]) {
    expect((await fetch(`${waiting.redirectUri}?state=${state}${query}`)).status, query).toBe(400);
  }
  expect(await isAnswered(waiting)).toBe(false);
});

test("a refusal is handed on with the provider's words, and none of them is on the page", async () => {
  const { redirectUri, answer } = await open();
  const page = await fetch(redirectUri + back({ error: "access_denied", error_description: "<b>No</b>" }));
  expect(await page.text()).not.toContain("<b>No</b>");
  expect(await answer).toEqual({ kind: "refused", error: "access_denied", description: "<b>No</b>" });
});

test("other paths, methods and names of this computer are refused", async () => {
  const waiting = await open();
  const { origin, port } = new URL(waiting.redirectUri);
  expect((await fetch(`${origin}/${back({ code: "x" })}`)).status).toBe(404);
  expect((await fetch(`${origin}/back/further${back({ code: "x" })}`)).status).toBe(404);
  const posted = await fetch(waiting.redirectUri + back({ code: "x" }), { method: "POST", body: "" });
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET"]);
  const status = await new Promise((resolve, reject) => {
    const call = request(
      { host: "127.0.0.1", port, path: `/back${back({ code: "x" })}`, headers: { host: `rebound.example.org:${port}` } },
      (answer) => resolve(answer.resume().statusCode),
    );
    call.once("error", reject).end();
  });
  expect(status).toBe(421);
  expect(await isAnswered(waiting)).toBe(false);
});

test("where the answer comes as a form, an address with a code in it is none", async () => {
  const waiting = await open("form");
  expect((await fetch(waiting.redirectUri + back({ code: "in-the-address" }))).status).toBe(405);
  const asJson = await fetch(waiting.redirectUri, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(asJson.status).toBe(415);
  expect(await isAnswered(waiting)).toBe(false);
  await fetch(waiting.redirectUri, { method: "POST", body: new URLSearchParams({ state, code: "in-the-form" }) });
  expect(await waiting.answer).toMatchObject({ kind: "code", code: "in-the-form" });
});

test("it listens on 127.0.0.1 only, on the first registered port that is free", async () => {
  const first = await open();
  const taken = Number(new URL(first.redirectUri).port);
  const none = await openLoopback({ state, answersBy: "query", hostName: "127.0.0.1", ports: [taken], path: "/back" });
  expect(none).toBeNull();
  await expect(fetch(`http://[::1]:${taken}/back${back({ code: "x" })}`)).rejects.toThrow();
});
