import { StorageTrouble } from "../../ports/storage-trouble.ts";
import type { Dependencies } from "../dependencies.ts";

/** Whether the workspace's file can be written just now. While it can't, nothing is sent. */
export type StorageDoubt = {
  /** Why nothing can be sent, in a sentence, or null. */
  trouble(): string | null;
  /** Tells why nothing can be sent, or, with null, that it is over. */
  tell(why: string | null): void;
  /** A step failed: logged, and where the file or its disk is why, told. */
  note(error: unknown): void;
  /** Throws while the disk takes nothing, or when the file is damaged. */
  probe(): void;
};

export function createStorageDoubt({ store, changes, log }: Pick<Dependencies, "store" | "changes" | "log">): StorageDoubt {
  let trouble: string | null = null;
  /** Damage stays, even where the next read does not meet it. */
  let damage: StorageTrouble | null = null;

  function tell(next: string | null): void {
    if (next === trouble) return;
    trouble = next;
    changes.emit({ topic: "workspace" });
  }

  return {
    trouble: () => trouble,
    tell,
    note(error) {
      if (error instanceof StorageTrouble) {
        if (error.kind === "damaged") damage = error;
        tell(error.message);
      }
      log.error({ error: error instanceof Error ? (error.stack ?? error.message) : "unknown" }, "A step of the outbox failed");
    },
    probe() {
      // What is the matter with the disk is over when it takes a page again, and not before.
      if (trouble !== null) store.probe();
      if (damage !== null) throw damage;
    },
  };
}
