import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { keyLength } from "../../../../src/adapters/secrets/key-seal.ts";
import { askKeyring, mayHaveKeyring } from "../../../../src/adapters/secrets/keyring-key.ts";
import { secretsByKeyring } from "../../../../src/backend/host-parts.ts";

// No test here asks the keyring of whoever runs it: it is a script that answers as one might, or one that is made and thrown away.

const keyringProcess = resolve(import.meta.dirname, "../../../../src/adapters/secrets/keyring-process.ts");
const key = Buffer.alloc(keyLength, 9).toString("base64");

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "forewarn-keyring-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function keyringThat(does: string): URL {
  const path = join(newFolder(), "keyring.mjs");
  writeFileSync(path, does);
  return pathToFileURL(path);
}

test("the key that a keyring says is used", async () => {
  const script = keyringThat(`process.stdout.write("${key}")`);
  expect(await askKeyring(script)).toEqual({ kind: "key", key: Buffer.alloc(keyLength, 9) });
});

test.each([
  [
    "complains",
    'process.stderr.write("The collection is locked\\nat main.rs"); process.exitCode = 1',
    "The collection is locked",
  ],
  ["says a key and fails all the same", `process.stdout.write("${key}"); process.exitCode = 1`, "something else"],
  ["ends by a fault of its own", "process.kill(process.pid, 'SIGKILL')", "something else"],
  ["holds what is no key", 'process.stdout.write("hunter2")', "something else"],
  ["says nothing", "", "something else"],
])("a keyring that %s is not used, and it is said why", async (_what, does, reason) => {
  expect(await askKeyring(keyringThat(does))).toEqual({ kind: "none", reason: expect.stringContaining(reason) });
});

test("a keyring that never answers is given up in time, and its process is ended", async () => {
  const folder = newFolder();
  // It says that it lives as long as it does; what is ended says no more.
  const file = JSON.stringify(join(folder, "alive"));
  const script = keyringThat(
    `import { writeFileSync } from "node:fs"; setInterval(() => writeFileSync(${file} + Date.now(), ""), 20);`,
  );
  expect(await askKeyring(script, 400)).toEqual({ kind: "none", reason: "it did not answer in 0.4 s" });
  const then = readdirSync(folder).length;
  await new Promise((done) => setTimeout(done, 200));
  expect(readdirSync(folder)).toHaveLength(then);
});

test.runIf(process.platform === "linux")("without a session bus the real library says so, and makes up no key", () => {
  const env = { PATH: process.env.PATH, HOME: newFolder(), DBUS_SESSION_BUS_ADDRESS: "unix:path=/nowhere/bus" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [keyringProcess], { env, encoding: "utf8", timeout: 30_000 });
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/dbus|secret/iu);
});

test("where somebody says so, or the session has no bus, secrets are in memory and nothing is asked", async () => {
  const folder = newFolder();
  const told = await secretsByKeyring(folder, { FOREWARN_SECRETS: "memory" });
  expect([told.secrets.place, told.whyInMemory]).toEqual(["memory", "FOREWARN_SECRETS says so"]);
  expect(mayHaveKeyring("linux", { XDG_RUNTIME_DIR: folder })).toBe(false);
  expect(mayHaveKeyring("linux", { DBUS_SESSION_BUS_ADDRESS: "unix:path=/run/user/1000/bus" })).toBe(true);
  writeFileSync(join(folder, "bus"), "");
  expect(mayHaveKeyring("linux", { XDG_RUNTIME_DIR: folder })).toBe(true);
  expect([mayHaveKeyring("darwin", {}), mayHaveKeyring("win32", {})]).toEqual([true, true]);
});

test("what the browser host keeps is there after its next start, by the key that the keyring says", async () => {
  const folder = newFolder();
  const environment = { DBUS_SESSION_BUS_ADDRESS: "unix:path=/run/user/1000/bus" };
  const start = (answer: Awaited<ReturnType<typeof askKeyring>>) => secretsByKeyring(folder, environment, async () => answer);
  const first = await start({ kind: "key", key: Buffer.alloc(keyLength, 9) });
  expect([first.secrets.place, first.whyInMemory]).toEqual(["system", null]);
  first.secrets.set("connection.slack.token", "xoxb-1");
  expect(readdirSync(folder)).toEqual(["keyring-secrets.json"]);
  const locked = await start({ kind: "none", reason: "it is locked" });
  expect([locked.secrets.place, locked.secrets.get("connection.slack.token")]).toEqual(["memory", null]);
  expect(locked.whyInMemory).toBe("this computer's keyring can't be used (it is locked)");
  const next = await start({ kind: "key", key: Buffer.alloc(keyLength, 9) });
  expect(next.secrets.get("connection.slack.token")).toBe("xoxb-1");
});

/** A bus and a keyring of their own, in a folder of their own: the script is asked twice, as by two starts. */
function askARealKeyring(): readonly string[] {
  const home = newFolder();
  const env = { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: home };
  const ask = `"${process.execPath}" "${keyringProcess}"`;
  const script = `printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; ${ask}; echo; ${ask}`;
  const options = { env, encoding: "utf8", timeout: 30_000 } as const;
  const { stdout, error } = spawnSync("dbus-run-session", ["--", "sh", "-c", script], options);
  // Not there, or slower than that: nothing is known of it then.
  return error === undefined ? stdout.trim().split("\n") : [];
}

test.runIf(process.platform === "linux")(
  "a real keyring, where one can be started, gives the same key at every start",
  (context) => {
    const [first = "", second] = askARealKeyring();
    if (first === "") context.skip("dbus-run-session or gnome-keyring-daemon is not here, or gives no keyring");
    expect(Buffer.from(first, "base64")).toHaveLength(keyLength);
    expect(second).toBe(first);
  },
);
