import { chmodSync, copyFileSync, rmSync } from "node:fs";
import type { Instant } from "../../core/domain/instant.ts";
import { afterRestore, numberedAfterRestore } from "../../core/domain/sending/restored.ts";
import type { WriteStore } from "../../core/ports/store.ts";
import { openDatabase, readPragma, setJournalMode } from "./database-file.ts";
import { runMigrations } from "./migrate-file.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import { sqliteStore } from "./sqlite-store.ts";
import { verifyFile } from "./verify-file.ts";

export type RestoreJob = {
  /** The backup's path, which is only read. */
  readonly backup: string;
  /** Where the file that is to be swapped in is made. */
  readonly copy: string;
  readonly backupAt: Instant;
  readonly now: Instant;
  readonly who: string;
};

export type Prepared =
  | { readonly kind: "prepared"; readonly unknown: number }
  /** The copy was taken away again. */
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Makes the file that is to take the workspace file's place: a copy of the backup, verified, brought to the newest version,
 * with sending paused and everything unsent in doubt, and verified once more. Belongs on a thread of its own.
 * @throws what the disk says; the copy is taken away.
 */
export function prepareRestore(job: RestoreJob): Prepared {
  const { copy } = job;
  removeAll(copy);
  try {
    const prepared = prepare(job);
    if (prepared.kind === "refused") removeAll(copy);
    return prepared;
  } catch (error) {
    removeAll(copy);
    throw error;
  }
}

/** A file and what SQLite may have left beside it. */
export function removeAll(file: string): void {
  for (const part of ["", "-journal", "-wal", "-shm"]) rmSync(`${file}${part}`, { force: true });
}

function prepare({ backup, copy, backupAt, now, who }: RestoreJob): Prepared {
  copyFileSync(backup, copy);
  chmodSync(copy, 0o600);
  const check = verifyFile(copy);
  if (check.kind === "notWhole") {
    return { kind: "refused", reason: `This backup is not whole any more (${check.detail}). Choose another one.` };
  }
  const version = versionOf(copy);
  if (version > allMigrations.length) {
    return { kind: "refused", reason: "This backup was made by a newer version of Forewarn. Update Forewarn, then restore it." };
  }
  if (version < allMigrations.length) runMigrations(copy, allMigrations.slice(version));
  const database = openDatabase(copy, "readWrite");
  setJournalMode(database, "delete");
  const store = sqliteStore({
    database,
    location: copy,
    readOnly: null,
    release: () => undefined,
  });
  const when = `${new Date(backupAt).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  try {
    const unknown = store.write((writing) => {
      const count = doubtUnsent(writing, when, now, who);
      const windows = numberOpenWindows(writing, backupAt, now);
      writing.pauseSending({
        kind: "restored",
        since: now,
        detail: `The backup of ${when} was restored. What it has as unsent may have been sent since: look at the unknown ones in the outbox, then let sending go on.`,
      });
      writing.appendAudit({
        at: now,
        who,
        what: "workspaces.restore",
        subjectId: writing.workspace()?.id ?? "",
        before: { entries: check.entries, lastHash: check.lastHash },
        after: { backupAt, unknown: count, calendarEntries: windows },
      });
      return count;
    });
    store.close();
    const again = verifyFile(copy);
    if (again.kind === "notWhole") throw new Error(`The prepared copy is not whole: ${again.detail}`);
    return { kind: "prepared", unknown };
  } finally {
    store.close();
  }
}

/** Returns how many deliveries are in doubt now. Each one's own history says so, as for any other doubt. */
function doubtUnsent(writing: WriteStore, backupAt: string, now: Instant, who: string): number {
  // All are listed before the first is changed, since each change moves one from one list to another.
  const states = ["approved", "due", "sending", "held", "failed", "unknown"] as const;
  const ids = states.flatMap((state) => writing.deliveryIdsIn(state, Number.MAX_SAFE_INTEGER));
  for (const id of ids) {
    const delivery = writing.delivery(id);
    const state = delivery === null ? null : afterRestore(delivery, backupAt, now);
    if (delivery === null || state === null) continue;
    writing.saveDelivery({ ...delivery, state });
    const { channelName, customerId, stage, fence, windowId } = delivery;
    writing.appendAudit({
      at: now,
      who,
      what: `delivery.${state.kind}`,
      subjectId: windowId,
      before: { deliveryId: id, state: delivery.state.kind },
      after: { deliveryId: id, channel: channelName, customerId, stage, fence, state },
    });
  }
  return ids.length;
}

/** Gives the entries of windows that may still be told of a number no calendar has yet. Returns how many there are. */
function numberOpenWindows(writing: WriteStore, backupAt: Instant, now: Instant): number {
  const ids = writing.openWindowIds(backupAt);
  for (const id of ids) {
    const window = writing.window(id);
    if (window !== null) writing.saveWindow(numberedAfterRestore(window, backupAt, now));
  }
  return ids.length;
}

function versionOf(file: string): number {
  const database = openDatabase(file, "readOnly");
  try {
    return readPragma(database, "user_version");
  } finally {
    database.close();
  }
}
