import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, preview } from "vite";
import { cache, root } from "./built.ts";
import { writeStaged } from "./peers-data.ts";

const pages = ["bare", "fullcalendar", "mantine"] as const;
const folder = join(cache, "peers");
const isWindows = process.platform === "win32";

/** The other calendars' pages, served. */
export type PeersServer = {
  /** Where a page is: `page` is its name without `.html`. */
  addressOf(page: (typeof pages)[number], words: Readonly<Record<string, string>>): string;
  stop(): Promise<void>;
};

/**
 * Builds the pages of `peers/` in a copy beside their own packages, so that these are no packages of Forewarn: neither
 * `npm ci` nor a type check knows of them. Null when the packages are not there and cannot be got.
 */
export async function servePeers(say: (text: string) => void): Promise<PeersServer | null> {
  cpSync(join(import.meta.dirname, "peers"), folder, { recursive: true });
  if (!install(say)) {
    say("The other calendars could not be installed; is the registry within reach? They are left out of this run.");
    return null;
  }
  run(process.execPath, [join(root, "node_modules", "typescript-native", "bin", "tsc"), "-p", "."], "The pages have type errors");
  const outDir = join(folder, "out");
  await build({
    configFile: false,
    // Of the packages' own "use client", which means nothing here, there would be hundreds of warnings.
    logLevel: "error",
    root: folder,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: "esnext",
      rolldownOptions: { input: pages.map((page) => join(folder, `${page}.html`)) },
    },
  });
  writeStaged(outDir);
  const server = await preview({
    configFile: false,
    logLevel: "error",
    root: folder,
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("The pages' server has no port.");
  return {
    addressOf: (page, words) => `http://127.0.0.1:${address.port}/${page}.html?${new URLSearchParams(words)}`,
    stop: () => server.close(),
  };
}

/** What is installed, for the record. */
export function peersVersions(): string {
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return ["@fullcalendar/react", "@mantine/schedule"].map((name) => `${name} ${dependencies[name]}`).join(", ");
}

/** Installs the pages' packages when there are none, or when the lock says others. */
function install(say: (text: string) => void): boolean {
  const stamp = join(folder, "node_modules", ".installed-from");
  const wanted = readFileSync(join(folder, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  say("Installing the other calendars (kept for the next time, some 15 s) …");
  const words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--loglevel=error"];
  const { status } = spawnSync(isWindows ? "npm.cmd" : "npm", words, { cwd: folder, shell: isWindows, timeout: 180_000 });
  if (status !== 0) return false;
  writeFileSync(stamp, wanted);
  return true;
}

function run(program: string, words: readonly string[], failure: string): void {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${failure}:\n${stdout}${stderr}`);
}
