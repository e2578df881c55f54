import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type OpenOptions, openStore } from "../../src/adapters/sqlite/open-store.ts";
import type { Store } from "../../src/core/ports/store.ts";
import { sampleNow } from "./samples.ts";

export const sampleClock = { now: () => sampleNow };

/** A folder of this test's own, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "forewarn-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a workspace file that isn't there yet. */
export function temporaryFile(): string {
  return join(temporaryFolder(), "workspace.db");
}

/** Opens a workspace file and closes it when the test is over; fails the test when it can't be opened. */
export function openedStore(file: string, options: Partial<OpenOptions> = {}): Store {
  const result = openStore({ file, clock: sampleClock, ...options });
  if (result.kind !== "open") throw new Error(`Not opened: ${JSON.stringify(result)}`);
  onTestFinished(() => result.store.close());
  return result.store;
}
