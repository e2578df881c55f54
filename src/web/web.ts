// The browser host: the same application on 127.0.0.1, for computers where Electron can't run, and for tests.
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { TRPCError } from "@trpc/server";
import { type CommandLine, help, readCommandLine } from "../backend/command-line.ts";
import { firstFrameBy } from "../backend/first-frame.ts";
import { preferencesInFolder, secretsByKeyring, systemParts } from "../backend/host-parts.ts";
import { readLicences } from "../backend/licences.ts";
import { openBackend } from "../backend/open-backend.ts";
import { loadPage } from "../backend/page.ts";
import type { Host } from "../contract/host.ts";
import { hasDisplay, openBrowser } from "./open-browser.ts";
import { startWebHost, type WebHost, type WebHostOptions } from "./web-host.ts";

const out = resolve(import.meta.dirname, "..");
/** The port when none is asked for, so that the address stays the same from start to start. */
const usualPort = 4780;
/** After this long without an answer of the keyring a person is told, in milliseconds. */
const sayAfter = 1_500;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function start(line: CommandLine): Promise<void> {
  const { dataFolder, file } = line;
  const parts = systemParts(dataFolder);
  const { secrets, whyInMemory } = await findSecrets(dataFolder);
  const backend = await openBackend({
    ...parts,
    dataFolder,
    file,
    secrets,
    preferences: preferencesInFolder(dataFolder),
    environment: {
      slackApiUrl: process.env.FOREWARN_SLACK_API_URL || null,
      graphUrl: process.env.FOREWARN_GRAPH_URL || null,
      microsoftLoginUrl: process.env.FOREWARN_MICROSOFT_LOGIN_URL || null,
    },
  });
  const frame = firstFrameBy(join(out, "first-frame", "draw-first-frame.js"), (cause) =>
    parts.log.error({ error: describe(cause) }, "The first frame could not be drawn"),
  );
  const host: Host = {
    info: { kind: "browser", version: readVersion(), dataFolder, runtime: `Node ${process.versions.node}` },
    licences: () => readLicences(join(out, "licences.json")),
    async openExternal() {
      throw new TRPCError({ code: "FORBIDDEN", message: "In the browser a link opens by itself. Nothing was opened." });
    },
    drawFirstFrame: frame.draw,
  };
  const web = await startOnPort(line.port, {
    page: loadPage(join(out, "renderer"), () => backend.app.preferences.get().colorScheme),
    createContext: () => ({ app: backend.app, host }),
    onBug: (path, cause) => parts.log.error({ path, error: describe(cause) }, "A call failed"),
    onOpened: (address) => say(`Opened. To open it once more: ${address}`),
  });
  endWith(async () => {
    await web.close();
    await backend.close();
  });
  if (whyInMemory !== null) say(`Sign-ins and tokens are kept in memory only, until Forewarn ends: ${whyInMemory}.`);
  await show(web.newAddress(), line);
  await frame.warmUp(backend.app);
}

/** Says what is waited for when the keyring asks the person for something, which another program's window does. */
async function findSecrets(dataFolder: string): ReturnType<typeof secretsByKeyring> {
  const waiting = setTimeout(
    say,
    sayAfter,
    "Waiting a few seconds for this computer's keyring. If it asks to be unlocked, do so.",
  );
  try {
    return await secretsByKeyring(dataFolder, process.env);
  } finally {
    clearTimeout(waiting);
  }
}

async function show(address: string, line: CommandLine): Promise<void> {
  say(`Forewarn is ready: ${address}`);
  say(`Data folder: ${line.dataFolder}`);
  const isShown =
    line.opensBrowser && hasDisplay(process.platform, process.env) && (await openBrowser(address, process.platform));
  if (isShown) say("Your browser opens it. Press Ctrl+C here to end.");
  else say("Open this address in a browser on this computer; it works once. Press Ctrl+C to end.");
}

/** Takes the port asked for, or the usual one, or any that is free. */
async function startOnPort(port: number | null, options: Omit<WebHostOptions, "port">): Promise<WebHost> {
  try {
    return await startWebHost({ ...options, port: port ?? usualPort });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    if (port !== null) throw new Error(`Port ${port} is taken. Name another with --port, or leave --port out.`);
    return startWebHost({ ...options, port: 0 });
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
}

/** Ends in order on the first signal, and at once on the second. */
function endWith(close: () => Promise<void>): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) process.exit(1);
    isEnding = true;
    void close().then(() => process.exit(0));
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}

function readVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(out, "..", "package.json"), "utf8"));
  return typeof description === "object" && description !== null && "version" in description ? String(description.version) : "";
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

async function run(): Promise<void> {
  const line = readCommandLine(process.argv.slice(2), {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
    folder: process.cwd(),
  });
  if (line.asksForHelp) say(help);
  else await start(line);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
