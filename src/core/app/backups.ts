import { type BackupFile, backupsToKeep, isBackupDue } from "../domain/backup.ts";
import { type Instant, minute } from "../domain/instant.ts";
import type { ReplaceOutcome } from "../ports/workspace-files.ts";
import { type Answer, done, refuse } from "./answer.ts";
import type { Dependencies } from "./dependencies.ts";
import { mayWrite } from "./workspace-in-use.ts";

export type BackupsView = {
  /** Verified backups, newest first. */
  readonly backups: readonly BackupFile[];
  /** Why the last one that was to be made by itself was not, or null. */
  readonly trouble: string | null;
  readonly location: string;
};

export interface Backups {
  view(): BackupsView;
  make(): Promise<Answer<BackupFile>>;
  /**
   * Puts a backup in the file's place: sending pauses, and everything the backup has as unsent is in doubt. The application
   * that answers this is not the one that was asked.
   */
  restore(name: string): Promise<Answer<{ readonly unknown: number }>>;
  /** Makes an empty workspace after the damaged file was set aside; `word` is typed by the person: {@link wordToStartEmpty}. */
  startEmpty(word: string): Promise<Answer<null>>;
}

/** What a person types so that an empty workspace is made in place of a damaged one. */
const wordToStartEmpty = "start empty";

/** How long after a backup that failed the next one is tried. */
const patience = 5 * minute;

/** Makes hourly backups, takes away those that are not kept, and answers what a person asks of them. */
export function createBackups(dependencies: Pick<Dependencies, "store" | "files" | "clock" | "changes" | "log">): {
  readonly desk: Backups;
  readonly tick: (now: Instant) => void;
} {
  const { store, files, clock, changes, log } = dependencies;
  let trouble: string | null = null;
  let isGoingOn = false;
  let triedAt = Number.NEGATIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;

  function setTrouble(next: string | null): void {
    if (next === trouble) return;
    trouble = next;
    changes.emit({ topic: "backups" });
  }

  /** Every change of the workspace appends to the audit log, so its last entry says whether there is something new. */
  function hasChangedSince(newest: BackupFile | undefined): boolean {
    const last = store.read((reading) => reading.audit({ limit: 1 }))[0];
    if (last === undefined) return false;
    return newest === undefined || last.at >= newest.at || newest.at > clock.now();
  }

  function prune(now: Instant): void {
    const hourly = files.backups().filter(({ why }) => why === "hourly");
    const kept = new Set(
      backupsToKeep(
        hourly.map(({ at }) => at),
        now,
      ),
    );
    for (const { at, name } of hourly) if (!kept.has(at)) files.removeBackup(name);
  }

  async function backUpByItself(now: Instant): Promise<void> {
    const outcome = await files.backUp("hourly");
    if (outcome.kind === "failed") {
      log.error({ reason: outcome.reason }, "A backup was not made");
      setTrouble(outcome.reason);
      return;
    }
    prune(now);
    setTrouble(null);
    changes.emit({ topic: "backups" });
  }

  const answerOf = (outcome: ReplaceOutcome): Answer<{ readonly unknown: number }> =>
    outcome.kind === "replaced" ? done({ unknown: outcome.unknown }) : refuse("notPossible", outcome.reason);

  return {
    desk: {
      view: () => ({ backups: files.backups(), trouble, location: store.location }),
      async make() {
        const allowed = mayWrite(store);
        if (!allowed.ok) return allowed;
        const outcome = await files.backUp("asked");
        if (outcome.kind === "failed") return refuse("storage", outcome.reason);
        setTrouble(null);
        changes.emit({ topic: "backups" });
        return done(outcome.backup);
      },
      async restore(name) {
        if (files.setAside === null) {
          const allowed = mayWrite(store);
          if (!allowed.ok) return allowed;
        }
        const who = store.read((reading) => reading.workspace())?.coordinator.name ?? "Forewarn";
        return answerOf(await files.restore(name, who));
      },
      async startEmpty(word) {
        if (word.trim().toLowerCase() !== wordToStartEmpty) {
          return refuse("invalid", `Type “${wordToStartEmpty}” to say that you mean it. Nothing was made.`, "word");
        }
        const outcome = answerOf(await files.startEmpty());
        return outcome.ok ? done(null) : outcome;
      },
    },
    tick(now) {
      if (isGoingOn || store.readOnly !== null || Math.abs(now - triedAt) < patience) return;
      // The folder need not be read every second.
      if (Math.abs(now - lookedAt) < minute) return;
      lookedAt = now;
      const newest = files.backups().find(({ why }) => why !== "migration");
      if (!isBackupDue(newest?.at ?? null, now) || !hasChangedSince(newest)) return;
      isGoingOn = true;
      triedAt = now;
      // Nobody waits for it: sending goes on meanwhile, whatever comes of it.
      void backUpByItself(now)
        .catch((error: unknown) => {
          log.error({ error: error instanceof Error ? error.message : "unknown" }, "Keeping backups failed");
        })
        .finally(() => {
          isGoingOn = false;
        });
    },
  };
}
