// `npm start`: installs what is missing, builds what has changed, and opens Forewarn. Runs on Node 20; needs no package.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findElectron } from "./find-electron.mjs";
import { buildWhenChanged, hostEnvironment, installPackages, root, run, say, tool } from "./set-up.mjs";

const help = `Opens Forewarn.

  npm start                          installs, builds and opens; quick the second time
  npm start -- OPTIONS

Options
  --host electron|browser   the desktop window, or this computer's browser (default: Electron where it can run)
  --port NUMBER             the browser host's port (default: 4780, or a free one when it is taken)
  --data-folder PATH        where workspaces, backups and preferences are kept
  --file NAME               the workspace to open: a name in the data folder, or a path
  --no-open                 print the address, open no browser (chooses the browser host)
  --help                    show this

Environment (browser host)
  FOREWARN_SLACK_API_URL, FOREWARN_GRAPH_URL   other addresses of the providers' APIs
  FOREWARN_SECRETS=memory                      leave this computer's keyring alone: sign in again at each start
  HTTPS_PROXY, NO_PROXY                        a proxy on the way, and what goes past it
  NODE_EXTRA_CA_CERTS                          a file with your organisation's own certificate authority`;

/** A day, in milliseconds: how long a failed download of Electron is not tried again. */
const patience = 24 * 3600 * 1000;
/** How long the download may take, in milliseconds. */
const downloadTime = 180_000;
/** A window that closes this soon after its start, with an error, never opened. In seconds. */
const neverOpened = 10;

const words = process.argv.slice(2);
const { values } = parseArgs({
  args: words,
  strict: false,
  options: {
    host: { type: "string" },
    port: { type: "string" },
    "data-folder": { type: "string" },
    file: { type: "string" },
    "no-open": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  },
});

try {
  if (values.help === true) say(help);
  else await start();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function start() {
  if (values.host !== undefined && values.host !== "electron" && values.host !== "browser") {
    throw new Error("--host is electron or browser.");
  }
  await installPackages();
  const built = await buildWhenChanged();
  if (built.code !== 0) throw new Error(`${built.output}\nForewarn could not be built; the reason is above.`);
  const passed = withoutHost(words);
  const reason = values.host === "browser" ? "as asked" : (whyNoWindow() ?? (await whyNoElectron()));
  if (reason === null) {
    say("Opening Forewarn …");
    const isRoot = process.platform === "linux" && process.getuid?.() === 0;
    const begun = performance.now();
    const code = await host(findElectron(root), [root, ...(isRoot ? ["--no-sandbox"] : []), ...passed]);
    const seconds = (performance.now() - begun) / 1000;
    if (code === 0 || seconds > neverOpened || values.host === "electron") {
      process.exitCode = code;
      return;
    }
    say("Electron could not open a window on this computer (its own words are above).");
  } else if (values.host === "electron") throw new Error(`Electron can't be used: ${reason}.`);
  else if (reason !== "as asked") say(`Using the browser instead of Electron: ${reason}.`);
  process.exitCode = await host(tool("node"), [join(root, "out", "main", "web.js"), ...passed]);
}

/** Why Electron should not even be tried, or null. */
function whyNoWindow() {
  if (values["no-open"] === true) return "no window was wanted";
  if (values.host === "electron") return null;
  const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (!hasDisplay) return "there is no display";
  // Chromium's sandbox does not work for root, and without it the window is not as safe as it should be.
  if (process.platform === "linux" && process.getuid?.() === 0) return "Electron's sandbox does not run as root";
  return null;
}

/** Why Electron's binary is not here, after trying to get it; null when it is. */
async function whyNoElectron() {
  if (findElectron(root) !== null) return null;
  const failedBefore = join(root, ".cache", "electron-not-downloaded");
  if (values.host !== "electron" && ageOf(failedBefore) < patience) return "its binary could not be downloaded earlier today";
  if (await isReachable()) {
    say("Downloading Electron (once, about 110 MB) …");
    await run(tool("node"), [join(root, "node_modules", "electron", "install.js")], { timeout: downloadTime });
    if (findElectron(root) !== null) {
      rmSync(failedBefore, { force: true });
      return null;
    }
  }
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(failedBefore, "");
  return "its binary can't be downloaded here";
}

async function isReachable() {
  try {
    await fetch(process.env.ELECTRON_MIRROR ?? "https://github.com", { method: "HEAD", signal: AbortSignal.timeout(4000) });
    return true;
  } catch {
    return false;
  }
}

function ageOf(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The host has no option `--host`. */
function withoutHost(all) {
  return all.filter((word, index) => word !== "--host" && all[index - 1] !== "--host" && !word.startsWith("--host="));
}

/** Runs the host until it ends; a signal to this script is a signal to it. */
function host(program, given) {
  return new Promise((resolve) => {
    // Node keeps what it compiled, for the next start.
    const env = { NODE_COMPILE_CACHE: join(root, ".cache", "compiled"), ...hostEnvironment() };
    const child = spawn(program, given, { env, stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.once("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once("close", (code, signal) => resolve(code ?? (signal === null ? 0 : 1)));
  });
}
