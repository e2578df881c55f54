import { createTRPCClient } from "@trpc/client";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Contract } from "../../src/contract/router.ts";
import { openTestApp, type TestApp } from "../builders/open-test-app.ts";
import { hostWithBug } from "./host.ts";
import { type Transport, transports } from "./transports.ts";

describe.each(transports)("The real backend over $name", ({ start }) => {
  let backend: TestApp;
  let transport: Transport;
  let client: ReturnType<typeof createTRPCClient<Contract>>;

  beforeEach(async () => {
    backend = await openTestApp();
    transport = await start({ app: backend.app, host: hostWithBug });
    client = createTRPCClient<Contract>({ links: transport.links });
  });
  afterEach(async () => {
    await transport.close();
    await backend.close();
  });

  const everyQuery = [
    (it: typeof client) => it.workspace.view.query(),
    (it: typeof client) => it.today.view.query(),
    (it: typeof client) => it.calendar.range.query({ from: backend.now(), to: backend.now() + 30 * 86_400_000 }),
    (it: typeof client) => it.outbox.view.query(),
    (it: typeof client) => it.matrix.rules.query(),
    (it: typeof client) => it.directory.all.query(),
    (it: typeof client) => it.templates.all.query(),
    (it: typeof client) => it.connections.all.query(),
    (it: typeof client) => it.windows.find.query({ words: "" }),
    (it: typeof client) => it.audit.entries.query({ question: { who: "", area: null, about: "" }, before: null }),
  ];

  test("every view of an example workspace is, after the journey, what it was before", async () => {
    const [example] = await client.workspace.examples.query();
    await client.workspace.create.mutate({
      name: "Exchange",
      zone: "Europe/London",
      exampleId: example?.id ?? null,
      coordinator: { name: "Release coordinator", email: "coordinator@example.org" },
    });
    for (const query of everyQuery) expect(await query(client)).toBeDefined();
    // Both transports must agree on what a value is: nothing that only one of them can carry (dates, maps, undefined).
    expect(await client.today.view.query()).toEqual(JSON.parse(JSON.stringify(backend.app.today.view())));
    expect(await client.directory.all.query()).toEqual(JSON.parse(JSON.stringify(backend.app.directory.all())));
  });

  test("the audit log is checked and exported, and a question of another shape is refused", async () => {
    expect(await client.audit.verify.mutate()).toMatchObject({ kind: "intact", entries: 0 });
    expect((await client.audit.csv.query({ who: "", area: "sending", about: "" })).text).toContain("End of the log");
    expect((await client.audit.json.query({ who: "", area: null, about: "" })).isWhole).toBe(true);
    const before = 0;
    await expect(client.audit.entries.query({ question: { who: "", area: null, about: "" }, before })).rejects.toThrow();
  });

  test("a command the use cases refuse is told with its reason", async () => {
    await expect(client.windows.cancel.mutate({ id: "none", revision: 1, why: "" })).rejects.toMatchObject({
      data: { refusal: { code: expect.any(String), message: expect.stringMatching(/\w/u) } },
    });
  });
});
