import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { cache } from "./built.ts";

/** Runs one of the bundles of `measured/` in a fresh process and gives what it printed, which is JSON. */
export function runMeasured<T>(name: string, words: readonly string[]): T {
  const ran = spawnSync(process.execPath, [bundle(name), ...words], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`${name}: ${ran.stderr}`);
  // The bundles are ours, and print what the caller asks for.
  return JSON.parse(ran.stdout) as T;
}

export type HostProcess = {
  /** A fresh address, good for one browser context. */
  newAddress(): Promise<string>;
  stop(): Promise<void>;
};

/** Serves a workspace and a page in a process of its own, as the browser host does. */
export function startHost(file: string, page: string): HostProcess {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [bundle("host"), file, page]);
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async newAddress() {
      child.stdin.write("\n");
      const { value } = await lines.next();
      if (typeof value !== "string") throw new Error("The host ended; its own words are above.");
      return value;
    },
    async stop() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

function bundle(name: string): string {
  return join(cache, "measured", `${name}.js`);
}
