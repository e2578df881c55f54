import { DatabaseSync } from "node:sqlite";
import { isBusy } from "./database-file.ts";

export type WriterLock =
  | { readonly kind: "held"; readonly release: () => void }
  /** Another process (or this one, elsewhere) is the writer. */
  | { readonly kind: "taken" }
  /** The lock file could not be made: a folder that can't be written to, most likely. */
  | { readonly kind: "impossible"; readonly detail: string };

/** Long enough for two processes that start together to sort out which is first. */
const patience = 100;

/**
 * Makes this process the one writer of a workspace file, by an exclusive transaction held on a small companion file.
 * The operating system ends the lock with the process, however it dies, so it is never stale.
 */
export function takeWriterLock(file: string): WriterLock {
  let database: DatabaseSync | null = null;
  try {
    const held = new DatabaseSync(`${file}.lock`, { timeout: patience });
    database = held;
    // Nothing is ever written to it, so it needs no journal beside it.
    held.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;");
    return { kind: "held", release: () => held.close() };
  } catch (error) {
    database?.close();
    if (isBusy(error)) return { kind: "taken" };
    return { kind: "impossible", detail: error instanceof Error ? error.message : String(error) };
  }
}
