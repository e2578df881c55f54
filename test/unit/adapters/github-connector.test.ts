import { createEmulator, type Emulator } from "emulate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { githubConnector } from "../../../src/adapters/github/github-connector.ts";
import type { HeldRecord, Place } from "../../../src/core/domain/counterpart.ts";
import type { CounterpartKeeper } from "../../../src/core/ports/connector.ts";
import { aWish } from "../../builders/counterpart-wish.ts";
import { listen } from "../../servers/listen.ts";

const token = "github_pat_forewarn_test";
let github: Emulator;

beforeEach(async () => {
  github = await createEmulator({
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
});
afterEach(() => github.close());

const connect = (withToken = token, apiUrl = github.url) =>
  githubConnector(Date.now).connect({ apiUrl, token: withToken, values: {}, heardTime: () => undefined });
const place: Place = { ids: ["coordinator/changes"], name: "coordinator/changes", record: null };
const leave = (): boolean => true;

function keeper(): CounterpartKeeper {
  const { counterparts } = connect();
  if (counterparts === undefined) throw new Error("no counterparts");
  return counterparts;
}

async function issueAt(number: string): Promise<{ state: string; title: string; body: string }> {
  const answer = await fetch(`${github.url}/repos/coordinator/changes/issues/${number}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return (await answer.json()) as { state: string; title: string; body: string };
}

async function made(): Promise<HeldRecord> {
  const outcome = await keeper().make(aWish(), place, leave);
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome));
  return outcome.record;
}

test("says who is signed in, and refuses a wrong token without repeating it", async () => {
  expect(await connect().check()).toMatchObject({ kind: "works", account: "coordinator" });
  // The emulator takes every token.
  const strict = await listen(async (_request, response) => {
    response.writeHead(401, { "Content-Type": "application/json" }).end(JSON.stringify({ message: "Bad credentials" }));
  });
  const wrong = await connect("github_pat_wrong", strict.origin).check();
  await strict.stop();
  expect(wrong.kind).toBe("refused");
  expect(JSON.stringify(wrong)).not.toContain("github_pat_wrong");
});

test("repositories are picked from a list, and an issue is linked by its number or address", async () => {
  expect(await keeper().places("chang")).toMatchObject({
    kind: "answered",
    value: [{ ids: ["coordinator/changes"], record: null }],
  });
  expect(await keeper().places("nothing like it")).toEqual({ kind: "answered", value: [] });
  const { id, url } = await made();
  expect(await keeper().places(`coordinator/changes#${id}`)).toMatchObject({
    kind: "answered",
    value: [{ record: { id, url } }],
  });
  expect(await keeper().places(`https://github.com/coordinator/changes/issues/${id}`)).toMatchObject({
    value: [{ record: { id } }],
  });
  expect(await keeper().places("coordinator/changes#999")).toMatchObject({ kind: "refused" });
});

test("a window becomes an issue whose text calls nobody, is found by its mark, moves, and is closed with it", async () => {
  const record = await made();
  const { title, body, state } = await issueAt(record.id);
  expect(state).toBe("open");
  expect(title).toBe("FW-2026-118: Resize the cluster's nodes @everyone");
  // A fence longer than any within: nothing in it is a mention, a reference or HTML.
  expect(body).toMatch(/^````text\n[\s\S]*\n````$/u);
  expect(await keeper().find(aWish(), place)).toMatchObject({ kind: "found", record: { id: record.id } });
  expect(await keeper().find(aWish({ mark: "FW-2026-999 (x)" }), place)).toEqual({ kind: "absent" });
  await keeper().change(record, aWish({ startAt: Date.UTC(2026, 10, 25, 2), endAt: Date.UTC(2026, 10, 25, 4) }), place, leave);
  expect((await issueAt(record.id)).body).toContain("Wed 25 Nov 2026, 02:00–04:00 GMT");
  const ended = await keeper().change(record, aWish({ outcome: "completed", endedAt: Date.UTC(2026, 10, 24, 3) }), place, leave);
  expect(ended).toMatchObject({ kind: "kept", record: { isOver: true } });
  expect((await issueAt(record.id)).state).toBe("closed");
});

test("a linked issue keeps its words and gets one comment, however often it is told", async () => {
  const { id, url } = await made();
  const before = await issueAt(id);
  const linked: Place = { ...place, record: { id, url } };
  const record: HeldRecord = { id, url, status: "", startAt: null, endAt: null, isOver: false, remarks: [], readAt: 0 };
  await keeper().change(record, aWish({ mark: "FW-2026-200 (y)" }), linked, leave);
  await keeper().change(record, aWish({ mark: "FW-2026-200 (y)", outcome: "completed" }), linked, leave);
  expect(await issueAt(id)).toMatchObject({ title: before.title, body: before.body, state: "open" });
  const answer = await fetch(`${github.url}/repos/coordinator/changes/issues/${id}/comments`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const comments = (await answer.json()) as { body: string }[];
  expect(comments).toHaveLength(1);
  expect(comments[0]?.body).toContain("Completed.");
});

test("nothing is done once it may not leave any more", async () => {
  expect(await keeper().make(aWish(), place, () => false)).toMatchObject({ kind: "unsent" });
  expect(await keeper().find(aWish(), place)).toEqual({ kind: "absent" });
});
