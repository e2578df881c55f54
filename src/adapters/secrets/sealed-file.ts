import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { SealedTexts } from "./sealed-secrets.ts";

/**
 * Sealed values in a JSON file that only this person may read. Written beside and renamed, and on disk when `set` returns:
 * a refresh token that replaced another is used only when it is kept. Read anew each time, as another process may write.
 */
export function sealedFile(path: string): SealedTexts {
  const change = (changed: (all: Record<string, unknown>) => Record<string, unknown>): void => {
    const beside = `${path}.${process.pid}.new`;
    const handle = openSync(beside, "w", 0o600);
    try {
      writeFileSync(handle, JSON.stringify(changed(readAll(path))));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
  };
  return {
    get: (name) => readAll(path)[name],
    set: (name, text) => change((all) => ({ ...all, [name]: text })),
    delete(name) {
      if (name in readAll(path)) change(({ [name]: _gone, ...others }) => others);
    },
  };
}

/** A file that is missing or no JSON holds nothing that anyone could open. */
function readAll(path: string): Record<string, unknown> {
  try {
    const all: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof all === "object" && all !== null ? { ...all } : {};
  } catch {
    return {};
  }
}
