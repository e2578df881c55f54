import { existsSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Instant } from "../../core/domain/instant.ts";
import { syncFolder } from "./database-file.ts";
import { timestamp } from "./timestamp.ts";

const mark = ".damaged-";

/** Moves a damaged file, or what is left of one, out of the way with its log, for a rescue. Gives where it is now. */
export function setAside(file: string, now: Instant): string {
  const to = freePath(`${file}${mark}${timestamp(now)}`);
  // The log first: after a crash in between, the damaged file is still found in its place, and set aside again.
  for (const part of ["-wal", "-shm", ""]) {
    if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${to}${part}`);
  }
  syncFolder(dirname(file));
  return to;
}

/** Where a damaged file lies that was set aside and not replaced since, or null. */
export function findSetAside(file: string): string | null {
  const start = `${basename(file)}${mark}`;
  const folder = dirname(file);
  const newest = readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .map((name) => name.replace(/-(wal|shm)$/, ""))
    .sort()
    .at(-1);
  return newest === undefined ? null : join(folder, newest);
}

function freePath(wanted: string): string {
  for (let again = 1; ; again += 1) {
    const path = again === 1 ? wanted : `${wanted}-${again}`;
    if (!existsSync(path) && !existsSync(`${path}-wal`)) return path;
  }
}
