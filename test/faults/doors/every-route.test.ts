import { describe, expect, test } from "vitest";
import { contract } from "../../../src/contract/router.ts";
import { exampleBackend, openHttpDoor, rowsOf, type Sent } from "./open-doors.ts";
import { openIpcDoor } from "./open-ipc-door.ts";

/** Every procedure there is, from the router itself: one that is added is tried without anybody thinking of it. */
const procedures = Object.entries(contract._def.procedures).map(([path, procedure]) => ({
  path,
  type: (procedure as unknown as { readonly _def: { readonly type: "query" | "mutation" | "subscription" } })._def.type,
}));

/** Inputs that commands would carry out, for those whose carrying out shows at once. */
const inputs: Readonly<Record<string, unknown>> = {
  "outbox.pause": { reason: "Somebody else" },
  "outbox.resume": { kind: "person", reason: "Somebody else" },
  "host.setPreferences": { colorScheme: "dark", weekStartsOn: 7, notifyWhenDue: false },
};

type Lie = { readonly name: string; readonly statuses: readonly number[]; readonly sent: Sent };
const lies: readonly Lie[] = [
  { name: "another Host", statuses: [421], sent: { headers: { host: "rebound.example.org" } } },
  { name: "no Host of ours but localhost", statuses: [421], sent: { headers: { host: "localhost" } } },
  { name: "another Origin", statuses: [403], sent: { headers: { origin: "https://example.org" } } },
  { name: "a hidden Origin", statuses: [403], sent: { headers: { origin: "null" } } },
  { name: "another site", statuses: [403], sent: { headers: { "sec-fetch-site": "cross-site" } } },
  { name: "no token", statuses: [401], sent: { headers: { "x-forewarn-token": undefined } } },
  { name: "a wrong token", statuses: [401], sent: { headers: { "x-forewarn-token": "x".repeat(43) } } },
  { name: "no cookie", statuses: [401], sent: { headers: { cookie: undefined } } },
  { name: "PUT", statuses: [405], sent: { method: "PUT" } },
  { name: "DELETE", statuses: [405], sent: { method: "DELETE" } },
  { name: "OPTIONS", statuses: [405], sent: { method: "OPTIONS" } },
  // A subscription is a GET and has no body, so that its type says nothing: it is told that a POST is wrong.
  { name: "a form", statuses: [415, 405], sent: { headers: { "content-type": "application/x-www-form-urlencoded" } } },
  { name: "text", statuses: [415, 405], sent: { headers: { "content-type": "text/plain" } } },
];

describe("every procedure of the contract", () => {
  test("is found in the router", () => {
    expect(procedures.length).toBeGreaterThan(40);
    expect(new Set(procedures.map(({ type }) => type))).toEqual(new Set(["query", "mutation", "subscription"]));
  });

  test("answers its own page: the doors below are shut for what is wrong, not for everything", async () => {
    const backend = await exampleBackend();
    const send = await openHttpDoor(backend);
    const before = rowsOf(backend);
    expect((await send({ path: "/api/outbox.pause", body: JSON.stringify(inputs["outbox.pause"]) })).status).toBe(200);
    expect(rowsOf(backend)).not.toBe(before);
    const door = openIpcDoor(backend);
    const message = { kind: "mutation", callId: 1, path: "outbox.resume", input: inputs["outbox.resume"] };
    expect(await door.send({ origin: "app://forewarn", isMainFrame: true }, message, 5_000)).toMatchObject([
      { kind: "data" },
      { kind: "complete" },
    ]);
  });

  test.each(lies)("over HTTP with $name is refused, and not one row changes", async ({ statuses, sent }) => {
    const backend = await exampleBackend();
    const send = await openHttpDoor(backend);
    const before = rowsOf(backend);
    for (const { path } of procedures) {
      const got = await send({ path: `/api/${path}`, body: JSON.stringify(inputs[path] ?? {}), ...sent });
      expect.soft({ path, status: statuses.includes(got.status) ? "refused" : got.status }).toEqual({ path, status: "refused" });
    }
    expect(rowsOf(backend)).toBe(before);
  });

  test.each([
    { name: "GET", type: "mutation", method: "GET", status: 405 },
    { name: "GET", type: "query", method: "GET", status: 405 },
    { name: "POST", type: "subscription", method: "POST", status: 405 },
  ])("over HTTP a $type by $name is refused, and not one row changes", async ({ type, method, status }) => {
    const backend = await exampleBackend();
    const send = await openHttpDoor(backend);
    const before = rowsOf(backend);
    for (const { path } of procedures.filter((procedure) => procedure.type === type)) {
      const input = encodeURIComponent(JSON.stringify(inputs[path] ?? {}));
      const sent = method === "GET" ? { path: `/api/${path}?input=${input}` } : { path: `/api/${path}`, body: "{}" };
      expect.soft([path, (await send({ method, ...sent })).status]).toEqual([path, status]);
    }
    expect(rowsOf(backend)).toBe(before);
  });

  test.each([
    { name: "a frame inside the page", frame: { origin: "app://forewarn", isMainFrame: false } },
    { name: "a page of the web", frame: { origin: "https://example.org", isMainFrame: true } },
    { name: "a file", frame: { origin: "file://", isMainFrame: true } },
  ])("over IPC from $name is not answered, and not one row changes", async ({ frame }) => {
    const backend = await exampleBackend();
    const door = openIpcDoor(backend);
    const before = rowsOf(backend);
    for (const [index, { path, type }] of procedures.entries()) {
      const message = { kind: type, callId: index + 1, path, input: inputs[path] ?? {} };
      expect.soft([path, await door.send(frame, message, 10)]).toEqual([path, []]);
    }
    expect(rowsOf(backend)).toBe(before);
  });
});
