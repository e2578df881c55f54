import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { signIn } from "../contract/web-client.ts";
import { type Running, runMain, until } from "./run-built.ts";

// One file, two processes, one of each host: the first is Electron's main process on its stand-in, the second the built
// browser host.

async function startWeb(dataFolder: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const script = resolve(import.meta.dirname, "..", "..", "out", "main", "web.js");
  const child = spawn(process.execPath, [script, "--no-open", "--data-folder", dataFolder, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
    // Never the keyring of whoever runs the tests.
    env: { ...process.env, FOREWARN_SECRETS: "memory" },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  child.stdout?.on("data", (chunk) => {
    text += String(chunk);
  });
  await until(() => text.includes("Open this address"), "an address");
  return { child, address: /http:\S+/u.exec(text)?.[0] ?? "" };
}

async function overIpc(
  host: Running,
  callId: number,
  kind: "query" | "mutation",
  path: string,
  input?: unknown,
): Promise<unknown> {
  host.sendFrom(host.mainFrame(), { kind, callId, path, input });
  const isAnswer = (reply: unknown) => (reply as { callId: number }).callId === callId;
  const replies = host.recorded.windows[0]?.contents.replies ?? [];
  await until(() => replies.some(isAnswer), `an answer to ${path}`);
  return replies.find(isAnswer);
}

test("while the desktop has a workspace open, the browser host reads it, keeps up with it, and can neither write nor send", async () => {
  const desktop = await runMain();
  const create = {
    name: "Health exchange",
    zone: "Europe/London",
    exampleId: null,
    coordinator: { name: "Release coordinator", email: "coordinator@example.org" },
  };
  await overIpc(desktop, 1, "mutation", "workspace.create", create);
  const { child, address } = await startWeb(desktop.dataFolder);
  const { cookie, token } = await signIn(address);
  const { origin } = new URL(address);
  const headers = { cookie, origin, "x-forewarn-token": token, "content-type": "application/json" };
  const overHttp = async (path: string, body: unknown = {}): Promise<unknown> =>
    (await fetch(`${origin}/api/${path}`, { method: "POST", headers, body: JSON.stringify(body) })).json();

  expect(await overHttp("workspace.view")).toMatchObject({
    result: { data: { workspace: { name: "Health exchange" }, readOnly: { reason: expect.stringContaining("already open") } } },
  });
  const pause = { reason: "Not from here" };
  expect(await overHttp("outbox.pause", pause)).toMatchObject({ error: { data: { refusal: { code: "readOnly" } } } });
  expect(await overHttp("backups.make")).toMatchObject({ error: { data: { refusal: { code: "readOnly" } } } });

  // It hears of what the other one does without being asked to read again.
  const changes = await fetch(`${origin}/api/changes`, {
    headers: { cookie, origin, "x-forewarn-token": token, accept: "text/event-stream" },
  });
  const told = readUntil(changes, "workspace");
  await overIpc(desktop, 2, "mutation", "outbox.pause", { reason: "From the desktop" });
  await told;
  expect(await overHttp("workspace.view")).toMatchObject({
    result: { data: { sending: { pauses: [{ kind: "person" }] } } },
  });

  await desktop.quit();
  child.kill("SIGTERM");
  await once(child, "exit");
  const next = await startWeb(desktop.dataFolder);
  const second = await signIn(next.address);
  const { origin: there } = new URL(next.address);
  const view = await fetch(`${there}/api/workspace.view`, {
    method: "POST",
    headers: { ...headers, cookie: second.cookie, origin: there, "x-forewarn-token": second.token },
    body: "{}",
  });
  expect(await view.json()).toMatchObject({ result: { data: { readOnly: null } } });
}, 30_000);

async function readUntil(answer: Response, words: string): Promise<void> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes(words)) return;
  }
  throw new Error(`Never told: ${words}. Told: ${text}`);
}
