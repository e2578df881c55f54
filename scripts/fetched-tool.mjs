// Tools that are needed so seldom that nobody should wait for them at every installation: fetched when they are, kept apart.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** Where a package's files are, or null while it was not fetched in this version. */
export function fetchedTool(name, version) {
  const folder = join(root, ".cache", "tools", name.replace("/", "-"), "node_modules", name);
  const manifest = join(folder, "package.json");
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === version ? folder : null;
}

/** Fetches it unless it is there. Fails with what to do where it can't be had. */
export function fetchTool(name, version) {
  const there = fetchedTool(name, version);
  if (there !== null) return there;
  const folder = join(root, ".cache", "tools", name.replace("/", "-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", `${name}@${version}`], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const fetched = fetchedTool(name, version);
  if (status === 0 && fetched !== null) return fetched;
  throw new Error(`${name}@${version} could not be fetched. Look at the network, then run this again.`);
}
