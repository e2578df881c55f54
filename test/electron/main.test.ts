import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { Machine } from "./electron-stand-in.ts";
import { type Running, runMain, until } from "./run-built.ts";

const running: Running[] = [];
async function start(machine: Partial<Machine> = {}, dataFolder?: string): Promise<Running> {
  const started = await runMain(machine, dataFolder);
  running.push(started);
  return started;
}
afterEach(async () => {
  for (const one of running.splice(0)) if (!one.recorded.hasQuit) await one.quit();
});

let one: Promise<Running> | null = null;
/** One run for all tests that only look. */
function lookAt(): Promise<Running> {
  one ??= runMain();
  return one;
}
afterAll(async () => (await one)?.quit());

function windowOf({ recorded }: Running) {
  const window = recorded.windows.at(-1);
  if (window === undefined) throw new Error("there is no window");
  return window;
}

async function load(host: Running, address: string): Promise<Response> {
  const handler = host.recorded.handlers.get("app");
  if (handler === undefined) throw new Error("app:// is not served");
  return handler(new Request(address));
}

/** An event a page asks permission with; says afterwards whether it was prevented. */
function preventable(url: string, isMainFrame = true) {
  const event = { url, isMainFrame, isPrevented: false, preventDefault: () => (event.isPrevented = true) };
  return event;
}

function newWorkspace(exampleId: string | null) {
  return {
    name: "Exchange",
    zone: "Europe/London",
    exampleId,
    coordinator: { name: "Release coordinator", email: "coordinator@example.org" },
  };
}

/** Calls the contract as the page does and waits for the answer. */
async function call(host: Running, callId: number, kind: "query" | "mutation", path: string, input?: unknown): Promise<unknown> {
  host.sendFrom(host.mainFrame(), { kind, callId, path, input });
  const isAnswer = (reply: unknown) => (reply as { callId: number }).callId === callId;
  const { replies } = windowOf(host).contents;
  await until(() => replies.some(isAnswer), `an answer to ${path}`);
  return replies.find(isAnswer);
}

describe("The window", () => {
  test("shows our page, in a sandbox, without Node", async () => {
    const host = await start();
    const { options, loaded, calls } = windowOf(host);
    expect(loaded).toBe("app://forewarn/");
    expect(calls).toEqual(["show"]);
    expect(host.recorded.isSandboxed).toBe(true);
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(existsSync(options.webPreferences?.preload ?? "")).toBe(true);
    expect(options.webPreferences?.preload).toMatch(/preload\.cjs$/u);
    expect(options.webPreferences).not.toHaveProperty("enableBlinkFeatures");
  });

  test("opens where it was", async () => {
    const first = await start();
    windowOf(first).bounds = { x: 200, y: 150, width: 1200, height: 800 };
    windowOf(first).close();
    await first.quit();
    const second = await start({}, first.dataFolder);
    expect(windowOf(second).options).toMatchObject({ x: 200, y: 150, width: 1200, height: 800 });
  });

  test("opens on a display that is there when the one it was on is gone", async () => {
    const first = await start({ workArea: { x: 0, y: 0, width: 5000, height: 2000 } });
    windowOf(first).bounds = { x: 4000, y: 150, width: 1200, height: 800 };
    windowOf(first).close();
    await first.quit();
    const second = await start({}, first.dataFolder);
    expect(windowOf(second).options).toMatchObject({ width: 1200, height: 800 });
    expect(windowOf(second).options).not.toHaveProperty("x");
  });

  test("comes to the front when Forewarn is started a second time", async () => {
    const host = await start();
    windowOf(host).calls.push("minimize");
    host.appEvents.emit("second-instance");
    expect(windowOf(host).calls.slice(-3)).toEqual(["restore", "show", "focus"]);
  });

  test("is not opened by a second start", async () => {
    const host = await start({ isFirstInstance: false });
    expect(host.recorded.windows).toEqual([]);
    expect(host.recorded.hasQuit).toBe(true);
    expect(existsSync(join(host.dataFolder, "workspace.forewarn"))).toBe(false);
  });
});

describe("app://", () => {
  test("is a scheme with an origin of its own, made before Electron is ready, and cannot bypass the policy", async () => {
    const { recorded } = await lookAt();
    expect(recorded.schemesCameInTime).toBe(true);
    expect(recorded.schemes).toMatchObject([{ scheme: "app", privileges: { standard: true, secure: true } }]);
    expect(recorded.schemes[0]?.privileges).not.toHaveProperty("bypassCSP");
  });

  test("serves the page with a policy that has no unsafe part, and a new nonce each time", async () => {
    const host = await lookAt();
    const answer = await load(host, "app://forewarn/");
    expect(answer.status).toBe(200);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|http/u);
    const nonce = /'nonce-([\w-]{22})'/u.exec(policy)?.[1] ?? "";
    expect(await answer.text()).toContain(`<meta name="csp-nonce" content="${nonce}" />`);
    expect((await load(host, "app://forewarn/")).headers.get("content-security-policy")).not.toBe(policy);
  });

  test("serves every file the page names", async () => {
    const host = await lookAt();
    const html = await (await load(host, "app://forewarn/")).text();
    const named = [...html.matchAll(/(?:src|href|content)="\.(\/assets\/[^"]+)"/gu)].map(([, path]) => path);
    expect(named.length).toBeGreaterThan(1);
    for (const path of named) {
      const answer = await load(host, `app://forewarn${path}`);
      expect([path, answer.status, answer.headers.get("x-content-type-options")]).toEqual([path, 200, "nosniff"]);
    }
  });

  test.each([
    "app://forewarn/../package.json",
    "app://forewarn/%2e%2e/package.json",
    "app://forewarn/..%2f..%2fpackage.json",
    "app://forewarn/main/main.js",
    "app://forewarn//etc/passwd",
    "app://forewarn/index.html",
    "app://forewarn/assets/",
    "app://elsewhere/",
    "app://forewarn.example.org/",
    "app://forewarn:1/",
  ])("answers nothing at %s", async (address) => {
    expect((await load(await lookAt(), address)).status).toBe(404);
  });
});

describe("The page may not", () => {
  test.each(["https://example.org/", "file:///etc/passwd", "app://elsewhere/", "javascript:alert(1)", "data:text/html,x"])(
    "navigate to %s",
    async (address) => {
      const { contents } = windowOf(await lookAt());
      const event = preventable(address);
      contents.emit("will-navigate", event);
      expect(event.isPrevented).toBe(true);
    },
  );

  test("be kept from reloading itself", async () => {
    const { contents } = windowOf(await lookAt());
    const event = preventable("app://forewarn/#/calendar");
    contents.emit("will-navigate", event);
    expect(event.isPrevented).toBe(false);
  });

  test("be redirected, frame another site, or hold a webview", async () => {
    const { contents } = windowOf(await lookAt());
    const events = [
      ["will-redirect", preventable("app://forewarn/")],
      ["will-frame-navigate", preventable("https://example.org/", false)],
      ["will-attach-webview", preventable("https://example.org/")],
    ] as const;
    for (const [name, event] of events) {
      contents.emit(name, event);
      expect([name, event.isPrevented]).toEqual([name, true]);
    }
  });

  test("open a window; a link to a known provider goes to the browser, any other https link is asked about", async () => {
    const host = await lookAt();
    const open = (url: string) =>
      windowOf(host).contents.openHandler?.({ url } as Parameters<
        NonNullable<ReturnType<typeof windowOf>["contents"]["openHandler"]>
      >[0]);
    for (const url of [
      "https://example.atlassian.net/browse/OPS-1",
      "https://wiki.example.org/",
      "http://slack.com/",
      "file:///etc/passwd",
      "https://slack.com.example.org/",
      "https://user:word@slack.com/",
    ]) {
      expect(open(url)).toEqual({ action: "deny" });
    }
    await new Promise((done) => setTimeout(done, 20));
    expect(host.recorded.openedOutside).toEqual(["https://example.atlassian.net/browse/OPS-1"]);
    expect(host.recorded.questions).toEqual([
      "Open wiki.example.org in your browser?",
      "Open slack.com.example.org in your browser?",
    ]);
  });

  test("have a permission, but for writing to the clipboard", async () => {
    const { recorded } = await lookAt();
    const ask = (permission: string, requestingUrl = "app://forewarn/", isMainFrame = true) => {
      let answer: boolean | null = null;
      recorded.permissionRequest?.({} as never, permission as never, (isGranted) => (answer = isGranted), {
        requestingUrl,
        isMainFrame,
      } as never);
      return answer;
    };
    for (const permission of [
      "media",
      "geolocation",
      "notifications",
      "midi",
      "openExternal",
      "clipboard-read",
      "fullscreen",
      "display-capture",
      "hid",
      "usb",
    ]) {
      expect([
        permission,
        ask(permission),
        recorded.permissionCheck?.(null, permission as never, "app://forewarn", {} as never),
      ]).toEqual([permission, false, false]);
    }
    expect(ask("clipboard-sanitized-write")).toBe(true);
    expect(ask("clipboard-sanitized-write", "https://example.org/")).toBe(false);
    expect(ask("clipboard-sanitized-write", "app://forewarn/", false)).toBe(false);
    expect(recorded.devicePermission?.()).toBe(false);
  });

  test("reach the network", async () => {
    const { recorded } = await lookAt();
    const isCancelled = (url: string) => {
      let answer: boolean | undefined;
      recorded.filters[0]?.({ url } as never, ({ cancel }) => (answer = cancel));
      return answer;
    };
    expect(isCancelled("https://example.org/pixel.png")).toBe(true);
    expect(isCancelled("file:///etc/passwd")).toBe(true);
    expect(isCancelled("app://forewarn/assets/x.js")).toBe(false);
  });
});

describe("IPC", () => {
  test("carries the contract to the real backend", async () => {
    const host = await start();
    expect(await call(host, 1, "query", "host.info")).toMatchObject({
      kind: "data",
      data: { kind: "electron", dataFolder: host.dataFolder },
    });
    expect(await call(host, 2, "query", "workspace.view")).toMatchObject({
      kind: "data",
      data: { workspace: null, readOnly: null },
    });
    const licences = (await call(host, 3, "query", "host.licences")) as { data: { name: string }[] };
    expect(licences.data.map(({ name }) => name)).toContain("electron");
  });

  test.each([
    ["a frame inside the page", () => ({ origin: "app://forewarn" })],
    ["another origin", () => ({ origin: "https://example.org" })],
  ])("is deaf to %s", async (_name, frame) => {
    const host = await start();
    const changed = { colorScheme: "dark", weekStartsOn: 7, notifyWhenDue: false, seenZone: null };
    host.sendFrom(frame(), { kind: "mutation", callId: 1, path: "host.setPreferences", input: changed });
    await new Promise((done) => setTimeout(done, 50));
    expect(windowOf(host).contents.replies).toEqual([]);
    expect(await call(host, 2, "query", "host.preferences")).toMatchObject({ data: { colorScheme: "auto" } });
    expect(readFileSync(join(host.dataFolder, "forewarn.log"), "utf8")).toContain("A call over IPC was refused");
  });

  test("has one channel, and none of electron-store's", async () => {
    const host = await start();
    expect(host.ipcMain.channels()).toEqual(["forewarn:request"]);
  });

  test("opens no address that is not https", async () => {
    const host = await start();
    expect(await call(host, 1, "mutation", "host.openExternal", { url: "file:///etc/passwd" })).toMatchObject({
      kind: "error",
      error: { data: { code: "BAD_REQUEST" } },
    });
    expect(host.recorded.openedOutside).toEqual([]);
  });
});

describe("Preferences and secrets", () => {
  test("preferences outlive a restart", async () => {
    const first = await start();
    await call(first, 1, "mutation", "host.setPreferences", {
      colorScheme: "dark",
      weekStartsOn: 7,
      notifyWhenDue: false,
      seenZone: null,
    });
    await first.quit();
    const second = await start({}, first.dataFolder);
    expect(await call(second, 1, "query", "host.preferences")).toMatchObject({ data: { colorScheme: "dark", weekStartsOn: 7 } });
  });

  test.each([
    ["gnome_libsecret", "system"],
    ["basic_text", "memory"],
  ] as const)("with the key store %s secrets are kept in: %s", async (keyStore, place) => {
    const host = await start({ keyStore });
    const connections = (await call(host, 1, "query", "connections.all")) as { data: { secretsPlace: string }[] };
    expect(connections.data.map(({ secretsPlace }) => secretsPlace)).toEqual(connections.data.map(() => place));
    expect(connections.data.length).toBeGreaterThan(0);
  });
});

test("a token is on disk only as the system's key store encrypts it, and is there after a restart", async () => {
  const slack = createServer((_request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        ok: true,
        team: "Exchange",
        user: "coordinator",
        team_id: "T1",
        user_id: "U1",
        url: "https://example.slack.com/",
      }),
    );
  });
  await new Promise<void>((resolve) => slack.listen(0, "127.0.0.1", () => resolve()));
  try {
    const { port } = slack.address() as AddressInfo;
    const first = await start();
    await call(first, 1, "mutation", "workspace.create", newWorkspace(null));
    const token = "xoxb-0123456789-secret";
    const input = { kind: "slack", token, apiUrl: `http://127.0.0.1:${port}/api/` };
    expect(await call(first, 2, "mutation", "connections.connect", input)).toMatchObject({ data: { isConnected: true } });
    await first.quit();
    const files = readdirSync(first.dataFolder, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of files)
      expect([name, readFileSync(join(first.dataFolder, name), "latin1").includes(token)]).toEqual([name, false]);
    const kept = JSON.parse(readFileSync(join(first.dataFolder, "secrets.json"), "utf8")) as Record<string, string>;
    expect(Object.values(kept).map((blob) => Buffer.from(blob, "base64").toString())).toEqual([
      `locked:${[...token].reverse().join("")}`,
    ]);
    const second = await start({}, first.dataFolder);
    expect(await call(second, 1, "query", "connections.all")).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ kind: "slack", isConnected: true })]),
    });
  } finally {
    slack.close();
  }
});

describe("A notice that waits for a person", () => {
  test("is told on the desktop, and a click brings the window", async () => {
    const host = await start();
    expect(await call(host, 1, "mutation", "workspace.create", newWorkspace("hie-platform"))).toMatchObject({ kind: "data" });
    await until(() => host.recorded.shown.length > 0, "a notification");
    const [shown] = host.recorded.shown;
    expect(shown?.options.title).toMatch(/\w/u);
    shown?.events.emit("click");
    expect(windowOf(host).calls.slice(-2)).toEqual(["show", "focus"]);
  });
  test("is not told to who does not want it", async () => {
    const host = await start();
    await call(host, 1, "mutation", "host.setPreferences", {
      colorScheme: "auto",
      weekStartsOn: 1,
      notifyWhenDue: false,
      seenZone: null,
    });
    await call(host, 2, "mutation", "workspace.create", newWorkspace("hie-platform"));
    await new Promise((done) => setTimeout(done, 1500));
    expect(host.recorded.shown).toEqual([]);
  });
});

describe("The application", () => {
  test("has the system's usual menu", async () => {
    const { recorded } = await start();
    const [menu = []] = recorded.menus;
    expect(menu.map(({ role, label }) => role ?? label)).toEqual(
      process.platform === "darwin"
        ? ["appMenu", "&File", "editMenu", "&View", "windowMenu"]
        : ["&File", "editMenu", "&View", "windowMenu"],
    );
  });

  test("ends in order: the file is closed before the process goes", async () => {
    const host = await start();
    host.module.app.quit();
    expect(host.recorded.hasQuit).toBe(false);
    await until(() => host.recorded.hasQuit, "the end");
    expect(existsSync(join(host.dataFolder, "workspace.forewarn-wal"))).toBe(false);
  });

  test("says in words why it can't start, and ends", async () => {
    const first = await start();
    await first.quit();
    const file = join(first.dataFolder, "workspace.forewarn");
    rmSync(file);
    const somebodyElses = new DatabaseSync(file);
    somebodyElses.exec("CREATE TABLE recipe (text TEXT)");
    somebodyElses.close();
    const second = await start({}, first.dataFolder);
    expect(second.recorded.errorBoxes.join()).toMatch(
      /^Forewarn could not start: .*belongs to another program.*nothing was sent/u,
    );
    expect(second.recorded.exits).toEqual([1]);
    running.splice(running.indexOf(second), 1);
  });
});
