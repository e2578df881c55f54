import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../src/adapters/sqlite/open-store.ts";
import { fillLargeWorkspace, type LargeWorkspace, largeWorkspace } from "../builders/large-workspace.ts";
import { cache, madeFrom, root } from "./built.ts";

/** Five years of work: 10,000 windows with 50,000 notices and their deliveries. */
export function fiveYears(say: (text: string) => void): string {
  return filled("five-years", largeWorkspace, say);
}

/** 500 windows in every month, with as many notices. */
export const busyMonths: LargeWorkspace = { ...largeWorkspace, windows: 30_000, noticesPerWindow: 1, deliveriesPerNotice: 0 };

export function busyCalendar(say: (text: string) => void): string {
  return filled("busy-months", busyMonths, say);
}

/** A filled workspace's file. Kept from run to run, until the schema or what fills it changes. */
function filled(name: string, size: LargeWorkspace, say: (text: string) => void): string {
  const migrations = "src/adapters/sqlite/migrations";
  const sources = [
    ...readdirSync(join(root, migrations)).map((file) => `${migrations}/${file}`),
    "test/builders/large-workspace.ts",
    "test/builders/samples.ts",
    "test/bench/large-files.ts",
  ];
  const folder = madeFrom(sources, name, (path) => {
    say(`Filling a workspace with ${size.windows.toLocaleString("en")} windows (kept for the next time, some 15 s) …`);
    mkdirSync(cache, { recursive: true });
    for (const old of readdirSync(cache)) if (old.startsWith(name)) rmSync(join(cache, old), { recursive: true });
    const opened = openStore({ file: join(path, "workspace.forewarn"), clock: { now: () => size.now } });
    if (opened.kind !== "open") throw new Error(`The workspace could not be made: ${opened.kind}`);
    fillLargeWorkspace(opened.store, size);
    opened.store.close();
  });
  return join(folder, "workspace.forewarn");
}
