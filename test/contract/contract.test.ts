import { createTRPCClient, createTRPCUntypedClient, TRPCClientError } from "@trpc/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Contract } from "../../src/contract/router.ts";
import type { Change } from "../../src/core/app/changes.ts";
import { type FakeForewarn, fakeForewarn } from "./fake-forewarn.ts";
import { hostWithBug } from "./host.ts";
import { type Transport, transports } from "./transports.ts";

const newWorkspace = {
  name: "Exchange",
  zone: "Europe/London",
  exampleId: null,
  coordinator: { name: "Release coordinator", email: "coordinator@example.org" },
};

async function failureOf(call: Promise<unknown>): Promise<TRPCClientError<Contract>> {
  const failure = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof TRPCClientError)) throw new Error(`expected a refusal, got ${String(failure)}`);
  return failure as TRPCClientError<Contract>;
}

/** Waits until a condition holds; fails after two seconds. */
async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 2000) throw new Error("it never came true");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe.each(transports)("The contract over $name", ({ start }) => {
  let fake: FakeForewarn;
  let transport: Transport;
  let client: ReturnType<typeof createTRPCClient<Contract>>;

  beforeEach(async () => {
    fake = fakeForewarn();
    transport = await start({ app: fake.app, host: hostWithBug });
    client = createTRPCClient<Contract>({ links: transport.links });
  });
  afterEach(() => transport.close());

  test("answers a query", async () => {
    expect(await client.workspace.examples.query()).toEqual([
      { id: "hie", name: "Health exchange", description: "Four customers" },
    ]);
  });

  test("answers many queries at once, each with its own answer", async () => {
    const [view, examples, preferences] = await Promise.all([
      client.workspace.view.query(),
      client.workspace.examples.query(),
      client.host.preferences.query(),
    ]);
    expect([view.workspace, examples.length, preferences.weekStartsOn]).toEqual([null, 1, 1]);
  });

  test("answers what the page asks before its application is there, without what is refused", async () => {
    const { answers, frame } = await transport.askFirst("/settings");
    expect(answers).toEqual({
      "workspace.view": await client.workspace.view.query(),
      "workspace.zoneSpells": [],
      "host.preferences": await client.host.preferences.query(),
    });
    expect(frame).toBeNull();
  });

  test("carries out a command once", async () => {
    expect(await client.workspace.create.mutate(newWorkspace)).toEqual({ id: "w1" });
    expect(fake.commands).toEqual(["create Exchange"]);
  });

  test("names each field that is wrong, and carries out nothing", async () => {
    const wrong = {
      ...newWorkspace,
      name: " ",
      coordinator: { name: "Coordinator", email: "one@example.org\nBcc: two@example.org" },
    };
    const failure = await failureOf(client.workspace.create.mutate(wrong));
    expect(failure.data?.code).toBe("BAD_REQUEST");
    expect(failure.data?.fields.map(({ field }) => field)).toEqual(["name", "coordinator.email"]);
    expect(failure.data?.fields[0]?.message).toBe("Fill this in.");
    expect(fake.commands).toEqual([]);
  });

  test("tells a refusal with its words and its field", async () => {
    const failure = await failureOf(client.windows.get.query({ id: "gone" }));
    expect(failure.message).toBe("This window is no longer there. Nothing was changed.");
    expect(failure.data).toMatchObject({ code: "NOT_FOUND", refusal: { code: "notFound", field: "id" } });
  });

  test("keeps a bug's own words for the log", async () => {
    const failure = await failureOf(client.host.licences.query());
    expect(failure.data?.code).toBe("INTERNAL_SERVER_ERROR");
    expect(JSON.stringify({ ...failure, message: failure.message, shape: failure.shape })).not.toContain("secret path");
    expect(transport.bugs.map(String)).toEqual(["Error: a secret path: /home/person/token"]);
  });

  test("refuses a path it does not know", async () => {
    const untyped = createTRPCUntypedClient<Contract>({ links: transport.links });
    for (const path of ["no.such", "__proto__", "workspace", "constructor.name"]) {
      expect((await failureOf(untyped.query(path))).data?.code).toBe("NOT_FOUND");
    }
    expect(fake.commands).toEqual([]);
  });

  test("takes a policy of a million and a half characters, and says what is too long", async () => {
    const source = "| déploiement |".repeat(100_000);
    expect(await client.policy.read.mutate({ source })).toEqual({ length: source.length });
    const failure = await failureOf(client.policy.read.mutate({ source: "x".repeat(2_000_001) }));
    expect(failure.data?.fields[0]).toMatchObject({ field: "source" });
    expect((await failureOf(client.policy.read.mutate({ source: "x".repeat(10_000_000) }))).message).toMatch(/longer than/u);
  });

  test("a subscription starts, tells what changes, and stops", async () => {
    const heard: Change[] = [];
    let isStarted = false;
    const subscription = client.changes.subscribe(undefined, {
      onStarted: () => {
        isStarted = true;
      },
      onData: (change) => heard.push(change),
    });
    await until(() => isStarted && fake.listeners() === 1);
    await client.workspace.create.mutate(newWorkspace);
    fake.app.changes.emit({ topic: "progress", batchId: "b1", done: 1, total: 2 });
    await until(() => heard.length === 2);
    expect(heard).toEqual([{ topic: "workspace" }, { topic: "progress", batchId: "b1", done: 1, total: 2 }]);
    subscription.unsubscribe();
    await until(() => fake.listeners() === 0);
    fake.app.changes.emit({ topic: "matrix" });
    expect(heard).toHaveLength(2);
  });

  test("two subscriptions each hear everything", async () => {
    const heard: string[] = [];
    const first = client.changes.subscribe(undefined, { onData: (change) => heard.push(`first ${change.topic}`) });
    const second = client.changes.subscribe(undefined, { onData: (change) => heard.push(`second ${change.topic}`) });
    await until(() => fake.listeners() === 2);
    fake.app.changes.emit({ topic: "directory" });
    await until(() => heard.length === 2);
    expect(heard.toSorted()).toEqual(["first directory", "second directory"]);
    first.unsubscribe();
    second.unsubscribe();
  });

  test("an answer that is no longer wanted does no harm", async () => {
    const abort = new AbortController();
    const call = client.workspace.view.query(undefined, { signal: abort.signal });
    abort.abort();
    await expect(call).rejects.toThrow();
    expect(await client.workspace.examples.query()).toHaveLength(1);
  });
});
