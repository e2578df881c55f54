import { existsSync } from "node:fs";
import { openDatabase, setJournalMode, swapIn } from "./database-file.ts";
import { takeWriterLock } from "./writer-lock.ts";

export type Swapped =
  | { readonly kind: "swapped" }
  /** The file is as it was. */
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Puts a prepared file in the place of the workspace's file, which this process has closed. A crash at any moment leaves
 * the old file or the new one there, whole: the step between them is one rename.
 * @throws what the disk says; the old file is there then.
 */
export function swapWorkspace(prepared: string, file: string): Swapped {
  const lock = takeWriterLock(file);
  if (lock.kind === "taken") return refused("Another Forewarn has opened this workspace meanwhile.");
  if (lock.kind === "impossible") return refused(`The workspace's folder can't be written to (${lock.detail}).`);
  try {
    // A write-ahead log left beside would be taken for the new file's. Leaving that mode brings it into the old file,
    // and needs the old file to be in nobody else's use.
    if (existsSync(file) && !leaveLog(file)) {
      return refused("Another Forewarn reads this workspace. Close it there, then restore again.");
    }
    swapIn(prepared, file);
    return { kind: "swapped" };
  } finally {
    lock.release();
  }
}

/** False when another process has the file open. */
function leaveLog(file: string): boolean {
  const database = openDatabase(file, "readWrite");
  try {
    return setJournalMode(database, "delete");
  } finally {
    database.close();
  }
}

function refused(reason: string): Swapped {
  return { kind: "refused", reason };
}
