import { rmSync, statSync } from "node:fs";
import { backupsOf } from "../adapters/sqlite/backup-names.ts";
import { backUpOpen } from "../adapters/sqlite/backups.ts";
import { onFileThread } from "../adapters/sqlite/file-thread.ts";
import { openStandIn } from "../adapters/sqlite/open-stand-in.ts";
import { openStore } from "../adapters/sqlite/open-store.ts";
import { removeAll } from "../adapters/sqlite/prepare-restore.ts";
import { setAside as setFileAside } from "../adapters/sqlite/set-aside.ts";
import { swapWorkspace } from "../adapters/sqlite/swap-workspace.ts";
import { verifyFile } from "../adapters/sqlite/verify-file.ts";
import type { Forewarn } from "../core/app/forewarn.ts";
import type { Rounds } from "../core/app/rounds.ts";
import { minute } from "../core/domain/instant.ts";
import type { Store } from "../core/ports/store.ts";
import type { BackupOutcome, ReplaceOutcome, SetAside, WorkspaceFiles } from "../core/ports/workspace-files.ts";
import type { BackendOptions } from "./backend.ts";

/** The workspace's file could not be used. The message says where it is kept and what to do; nothing was lost. */
class WorkspaceUnusable extends Error {
  override readonly name = "WorkspaceUnusable";
}

/** One store with the application made over it. Another file in the store's place means another one of these. */
type Running = { readonly store: Store; readonly app: Forewarn; readonly rounds: Rounds };

export type WorkspaceHost = {
  readonly files: WorkspaceFiles;
  readonly current: () => Running;
  /** Reads all of the file once after a start, before anything is sent: damage is often not where a glance falls. */
  check(): Promise<void>;
  /** Notices what another process did to a file that is only read here. True when everything on screen is to be read anew. */
  catchUp(): boolean;
  close(): Promise<void>;
};

/** A file up to so many bytes is checked at once, in some ten milliseconds; a larger one on another thread. */
const checkedHere = 4 * 1024 * 1024;

/** How long a restore waits for what is being sent. */
const patience = minute;

/**
 * Keeps one workspace file open and can put another in its place without a restart: what the application remembers about
 * the old file (statements, undo, what is on its way) ends with it, because a new application is made over the new store.
 */
export function hostWorkspace(
  { file, clock, log }: Pick<BackendOptions, "file" | "clock" | "log">,
  assemble: (store: Store, files: WorkspaceFiles) => { readonly app: Forewarn; readonly rounds: Rounds },
  onReplaced: () => void,
): WorkspaceHost {
  let setAside: SetAside | null = null;
  let isReplacing = false;
  let lastBackup: Promise<unknown> = Promise.resolve();

  const files: WorkspaceFiles = {
    get setAside() {
      return setAside;
    },
    backups: () => backupsOf(file),
    // One after another: two at a time would write to the same place.
    backUp(why) {
      const next = lastBackup.then(() => backUp(why));
      lastBackup = next;
      return next;
    },
    removeBackup(name) {
      const known = backupsOf(file).find((backup) => backup.name === name);
      if (known !== undefined) rmSync(known.path);
    },
    restore: (name, who) => replacing(() => restore(name, who)),
    startEmpty: () => replacing(startEmpty),
  };

  async function backUp(why: "asked" | "hourly" | "restore"): Promise<BackupOutcome> {
    try {
      return { kind: "made", backup: await backUpOpen(file, clock.now(), why) };
    } catch (error) {
      return { kind: "failed", reason: `No backup was made. ${wordsOf(error)}` };
    }
  }

  async function replacing(replace: () => Promise<ReplaceOutcome>): Promise<ReplaceOutcome> {
    if (isReplacing) return refused("Another file is being put in place just now. Wait for it.");
    isReplacing = true;
    try {
      // Its own reading of the file would keep the file from being replaced.
      await checking?.catch(() => undefined);
      return await replace();
    } catch (error) {
      log.error({ error: error instanceof Error ? (error.stack ?? error.message) : "unknown" }, "A restore failed");
      return refused(wordsOf(error));
    } finally {
      isReplacing = false;
    }
  }

  async function restore(name: string, who: string): Promise<ReplaceOutcome> {
    const backup = backupsOf(file).find((known) => known.name === name);
    if (backup === undefined) return refused("There is no such backup any more.");
    const copy = `${file}.restoring`;
    const { path, at } = backup;
    const prepared = await onFileThread({ kind: "prepareRestore", backup: path, copy, backupAt: at, now: clock.now(), who });
    if (prepared.kind === "refused") return refused(prepared.reason);
    try {
      const outcome = setAside === null ? await replaceOpen(copy) : replaceClosed(copy);
      return outcome.kind === "replaced" ? { ...outcome, unknown: prepared.unknown } : outcome;
    } finally {
      removeAll(copy);
    }
  }

  /** The present file goes on until its successor is ready; it is kept as a backup. */
  async function replaceOpen(copy: string): Promise<ReplaceOutcome> {
    const { store, rounds } = running;
    store.hold("A backup is being restored.");
    try {
      if (!(await within(patience, rounds.halt()))) {
        return refused("Something is being sent just now and does not end. Wait until it has its outcome, then restore again.");
      }
      const kept = await lastBackup.then(() => backUp("restore"));
      if (kept.kind === "failed") return refused(`The present file could not be kept. ${kept.reason}`);
      return replaceClosed(copy);
    } finally {
      // Where the store was replaced this concerns the old one only.
      store.hold(null);
      rounds.goOn();
    }
  }

  function replaceClosed(copy: string): ReplaceOutcome {
    running.store.close();
    try {
      const swapped = swapWorkspace(copy, file);
      return swapped.kind === "swapped" ? { kind: "replaced", unknown: 0 } : refused(swapped.reason);
    } finally {
      // Whichever file is there now is opened: the new one, or the old one again.
      running = open();
      onReplaced();
    }
  }

  async function startEmpty(): Promise<ReplaceOutcome> {
    if (setAside === null) return refused("The workspace is whole: there is nothing to start anew.");
    running.store.close();
    running = open(true);
    onReplaced();
    return setAside === null ? { kind: "replaced", unknown: 0 } : refused("An empty workspace could not be made.");
  }

  function open(startEmptyNow = false): Running {
    const store = openOrExplain(startEmptyNow);
    const made = { store, ...assemble(store, files) };
    made.rounds.start();
    return made;
  }

  function openOrExplain(startEmptyNow: boolean): Store {
    const opened = openStore({ file, clock, startEmpty: startEmptyNow });
    setAside = null;
    switch (opened.kind) {
      case "open":
        return opened.store;
      case "damaged":
        log.error({ setAsideTo: opened.setAsideTo }, "The workspace's file is damaged");
        setAside = { setAsideTo: opened.setAsideTo, newestBackup: opened.newestBackup };
        return openStandIn(
          file,
          opened.newestBackup?.path ?? null,
          "The workspace's file is damaged and was set aside; this is its newest backup. Nothing is sent.",
        );
      case "unavailable":
        throw new WorkspaceUnusable(`${opened.reason} Nothing was changed and nothing was sent.`);
    }
  }

  let checking: Promise<void> | null = null;

  async function checkOnce(): Promise<void> {
    const { store } = running;
    if (setAside !== null || store.readOnly !== null) return;
    const isSmall = statSync(file).size <= checkedHere;
    const check = isSmall ? verifyFile(file) : await onFileThread({ kind: "verify", file });
    if (check.kind === "whole" || running.store !== store) return;
    log.error({ detail: check.detail }, "The workspace's file is damaged");
    store.close();
    setFileAside(file, clock.now());
    running = open();
    onReplaced();
  }

  let running = open();
  const check = (): Promise<void> => {
    checking ??= checkOnce().catch((error: unknown) => {
      // Nothing is sent before it was checked, so it is tried again at the next round.
      checking = null;
      throw error;
    });
    return checking;
  };
  return {
    check,
    files,
    current: () => running,
    catchUp() {
      if (isReplacing || setAside !== null) return false;
      const news = running.store.news();
      if (news === "replaced") {
        running.store.close();
        running = open();
      }
      return news !== "none";
    },
    async close() {
      await Promise.allSettled([lastBackup, checking]);
      running.store.close();
    },
  };
}

/** Whether it was over in time. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const isDone = await Promise.race([work.then(() => true), isLate]);
  clearTimeout(timer);
  return isDone;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function refused(reason: string): ReplaceOutcome {
  return { kind: "refused", reason: `${reason} The workspace is as it was, and nothing was sent.` };
}
