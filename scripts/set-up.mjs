import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, delimiter, join, resolve } from "node:path";

/** The checkout this script belongs to. */
export const root = resolve(import.meta.dirname, "..");
const bin = join(root, "node_modules", ".bin");
const isWindows = process.platform === "win32";

/** The environment for everything that is run: Node 24, which is among the packages, comes first on the PATH. */
export function environment() {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
}

/**
 * The environment of a host: an organisation's proxy (HTTPS_PROXY, NO_PROXY) and the authorities this system trusts are
 * used, unless somebody said otherwise. Node reads both when it starts, and NODE_EXTRA_CA_CERTS always.
 */
export function hostEnvironment(surroundings = environment()) {
  return { NODE_USE_ENV_PROXY: "1", NODE_USE_SYSTEM_CA: "1", ...surroundings };
}

/** A program of the packages. */
export function tool(name) {
  return join(bin, isWindows ? `${name}.cmd` : name);
}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Runs a program and resolves to how it ended; its output is kept, and shown as it comes when `shows` is set. */
export function run(program, words, { shows = false, timeout, env = environment() } = {}) {
  const begun = performance.now();
  return new Promise((done) => {
    const child = spawn(program, words, {
      cwd: root,
      env,
      shell: isWindows,
      stdio: shows ? "inherit" : ["ignore", "pipe", "pipe"],
      ...(timeout === undefined ? {} : { timeout }),
    });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const end = (code, failure) => done({ code, output: failure ?? output, seconds: (performance.now() - begun) / 1000 });
    child.once("error", (error) => end(1, `${program}: ${error.message}`));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** Installs the packages when there are none, or when the lock says others. */
export async function installPackages() {
  const stamp = join(root, "node_modules", ".forewarn-lock");
  const wanted = hashOf([join(root, "package-lock.json")]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!existsSync(stamp) && isSameLock()) return writeFileSync(stamp, wanted);
  say("Installing the packages (once, about a minute) …");
  const { code } = await run(isWindows ? "npm.cmd" : "npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    shows: true,
  });
  if (code !== 0) throw new Error("The packages could not be installed. Check the connection to the registry, then try again.");
  writeFileSync(stamp, wanted);
}

/** npm leaves its own copy of the lock behind; where every version in it is the wanted one, nothing need be installed. */
function isSameLock() {
  try {
    const versions = (file) => {
      const { packages } = JSON.parse(readFileSync(join(root, file), "utf8"));
      return new Map(Object.entries(packages).map(([path, { version }]) => [path, version]));
    };
    const wanted = versions("package-lock.json");
    const installed = versions("node_modules/.package-lock.json");
    return installed.size > 0 && [...installed].every(([path, version]) => wanted.get(path) === version);
  } catch {
    return false;
  }
}

/** Builds both hosts and the page when a source has changed since the last build. */
export async function buildWhenChanged({ force = false } = {}) {
  const stamp = join(root, "out", ".built-from");
  const wanted = hashOf([
    ...filesBelow(join(root, "src")),
    ...filesBelow(join(root, "resources")),
    ...["electron.vite.config.ts", "package-lock.json", "package.json", "scripts/licences.mjs"].map((name) => join(root, name)),
    ...filesBelow(join(root, "scripts")).filter((file) => basename(file).startsWith("vite-plugin-")),
  ]);
  if (!force && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted)
    return { code: 0, output: "Nothing has changed.", seconds: 0 };
  say("Building …");
  const built = await run(tool("electron-vite"), ["build", "--logLevel", "warn"]);
  if (built.code !== 0) return built;
  const listed = spawnSync(process.execPath, [join(root, "scripts", "licences.mjs")], { cwd: root, encoding: "utf8" });
  if (listed.status !== 0) return { code: 1, output: listed.stderr, seconds: built.seconds };
  mkdirSync(join(root, "out"), { recursive: true });
  writeFileSync(stamp, wanted);
  return built;
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}
