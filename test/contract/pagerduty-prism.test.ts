import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { fetchedTool } from "../../scripts/fetched-tool.mjs";
import { prism, prismVersion } from "../../scripts/prism.mjs";
import { pagerDutyConnector } from "../../src/adapters/pagerduty/pagerduty-connector.ts";
import type { Place } from "../../src/core/domain/counterpart.ts";
import { hour } from "../../src/core/domain/instant.ts";
import { aWish } from "../builders/counterpart-wish.ts";
import { hasPagerDutySchema, type PagerDutyServer, startPagerDutyServer, vendorSchemaFile } from "../servers/pagerduty-server.ts";

const tool = fetchedTool(prism, prismVersion);
const missing = hasPagerDutySchema ? (tool === null ? "run npm run prism to fetch it" : null) : "PagerDuty's schema is not here";

const now = aWish().startAt - 24 * hour;
const place: Place = { ids: ["PEHR01"], name: "Patient records (HIE production)", record: null };
const leave = (): boolean => true;
let server: PagerDutyServer;
let between: ChildProcess | null = null;
let url = "";
let said = "";
/** What Prism says of each request and answer that the schema does not have. */
const violations: string[] = [];

beforeAll(async () => {
  if (missing !== null || tool === null) return;
  server = await startPagerDutyServer(() => now);
  const port = await freePort();
  const entry = join(tool, "dist", "index.js");
  const file = fileURLToPath(vendorSchemaFile);
  between = spawn(process.execPath, [entry, "proxy", file, server.url, "--errors", "-h", "127.0.0.1", "-p", String(port)]);
  await new Promise<void>((ready, fail) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes("Prism is listening")) ready();
    };
    between?.stdout?.on("data", hear);
    between?.stderr?.on("data", hear);
    between?.once("exit", () => fail(new Error(said)));
  });
  url = `http://127.0.0.1:${port}`;
  const plainFetch = globalThis.fetch;
  vi.stubGlobal("fetch", async (...asked: Parameters<typeof fetch>) => {
    const answer = await plainFetch(...asked);
    const found = answer.headers.get("sl-violations");
    if (found !== null) violations.push(`${asked[1]?.method} ${String(asked[0])}: ${found}`);
    return answer;
  });
}, 60_000);

afterAll(async () => {
  vi.unstubAllGlobals();
  between?.kill();
  if (missing === null) await server.stop();
});

test.skipIf(missing !== null)(
  `Prism finds every request and answer as PagerDuty's schema has them${missing === null ? "" : ` (${missing})`}`,
  async () => {
    const values = { from: "coordinator@example.org" };
    const connection = pagerDutyConnector(() => now).connect({
      apiUrl: url,
      token: server.token,
      values,
      heardTime: () => undefined,
    });
    const { counterparts, duty } = connection;
    if (counterparts === undefined || duty === undefined) throw new Error("it keeps no windows");
    const checked = await connection.check();
    expect(violations).toEqual([]);
    expect(checked).toMatchObject({ kind: "works" });
    expect(await counterparts.places("patient")).toMatchObject({ kind: "answered", value: [{ ids: ["PEHR01"] }] });
    const made = await counterparts.make(aWish(), place, leave);
    if (made.kind !== "kept") throw new Error([made.detail, ...violations].join("\n"));
    expect(await counterparts.find(aWish(), place)).toMatchObject({ kind: "found" });
    const later = aWish({ endAt: aWish().endAt + hour });
    expect(await counterparts.change(made.record, later, place, leave)).toMatchObject({ kind: "kept" });
    expect(await counterparts.read(made.record, place, aWish())).toMatchObject({ kind: "found" });
    expect(await counterparts.change(made.record, aWish({ outcome: "cancelled" }), place, leave)).toMatchObject({ kind: "kept" });
    expect(violations).toEqual([]);
    // Who is on call is asked as the schema wants it. Of its answer the schema knows neither people in full nor a duty without
    // an end, and both are there (`include[]=users`); a single service and incidents are not in the part of it that is kept.
    await duty.onCall({ ...place, ids: [] }, now, now + hour);
    expect(violations.filter((found) => found.includes('"request"'))).toEqual([]);
    expect(server.ledger.calls.length).toBeGreaterThan(7);
  },
  60_000,
);

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
