import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import { startWebHost } from "../../../src/web/web-host.ts";
import { makeExampleWorkspace, openTestApp, type TestApp } from "../../builders/open-test-app.ts";
import { hostWithBug } from "../../contract/host.ts";
import { signIn, smallPage } from "../../contract/web-client.ts";

/** All rows of all tables of a workspace's file, as one text: what differs here was changed. */
export function rowsOf(app: TestApp): string {
  const database = new DatabaseSync(join(app.folder, "workspace.forewarn"), { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    return JSON.stringify(tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${String(name)}"`).all()]));
  } finally {
    database.close();
  }
}

/** The real backend on an example workspace, closed when the test is over. */
export async function exampleBackend(): Promise<TestApp> {
  const app = await openTestApp();
  onTestFinished(() => app.close());
  await makeExampleWorkspace(app);
  return app;
}

export type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | undefined;
};
export type Got = { readonly status: number; readonly body: string };

/** The browser host over it, and a way to send it exactly these headers: `fetch` would not let a test lie about the host. */
export async function openHttpDoor(app: TestApp): Promise<(sent: Sent) => Promise<Got>> {
  const host = await startWebHost({
    port: 0,
    page: smallPage(),
    createContext: () => ({ app: app.app, host: hostWithBug }),
    onBug: () => undefined,
  });
  onTestFinished(() => host.close());
  const { cookie, token } = await signIn(host.newAddress());
  const { port, host: name } = new URL(host.origin);
  const ours: Sent["headers"] = {
    host: name,
    origin: host.origin,
    cookie,
    "x-forewarn-token": token,
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
  };
  return ({ method = "POST", path = "/api/outbox.pause", headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const all = Object.entries({ ...ours, ...headers });
      const kept = Object.fromEntries(all.filter((pair): pair is [string, string] => pair[1] !== undefined));
      const request = httpRequest({ host: "127.0.0.1", port, path, method, headers: kept }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
          // A subscription never ends by itself.
          if (response.headers["content-type"]?.startsWith("text/event-stream")) response.destroy();
        });
        response.on("close", () => resolve({ status: response.statusCode ?? 0, body: text }));
      });
      request.once("error", reject);
      request.end(body);
    });
}
