import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const openStoreModule = new URL("../../src/adapters/sqlite/open-store.ts", import.meta.url).href;
const migrationsModule = new URL("../../src/adapters/sqlite/migrations/all-migrations.ts", import.meta.url).href;

/**
 * Runs a script in another process of this Node, with `openStore`, `allMigrations`, `file` and `clock` at hand.
 * It is killed, if need be, when the test is over.
 */
export function storeProcess(file: string, script: string): ChildProcess {
  const source = `
    const { openStore } = await import(${JSON.stringify(openStoreModule)});
    const { allMigrations } = await import(${JSON.stringify(migrationsModule)});
    const file = ${JSON.stringify(file)};
    const clock = { now: () => Date.now() };
    ${script}`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** The first line the process writes. */
export async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("The process has no output");
  let text = "";
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0] ?? "";
}

/** How the process ended: its exit code, or the signal that ended it. */
export async function ended(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.signalCode ?? child.exitCode;
}
