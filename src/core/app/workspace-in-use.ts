import type { Workspace } from "../domain/directory.ts";
import type { ReadStore, Store } from "../ports/store.ts";
import { type Answer, done, refuse } from "./answer.ts";

/** The workspace of an open file. A bug when none was made: screens that need one are not reachable before. */
export function workspaceIn(store: ReadStore): Workspace {
  const workspace = store.workspace();
  if (workspace === null) throw new Error("No workspace was made in this file yet.");
  return workspace;
}

/** Whether this process may write; every command asks before it does anything. */
export function mayWrite(store: Store): Answer<null> {
  if (store.readOnly === null) return done(null);
  return refuse("readOnly", `${store.readOnly.reason} Nothing was changed and nothing was sent.`);
}
