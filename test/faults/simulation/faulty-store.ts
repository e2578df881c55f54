import { StorageTrouble } from "../../../src/core/ports/storage-trouble.ts";
import type { Store, WriteStore } from "../../../src/core/ports/store.ts";

/** What the application meets once its process is gone. It can reach nothing any more. */
export class ProcessEnded extends Error {
  override readonly name = "ProcessEnded";
}

/** What befalls one write: the disk refuses it half-way, or the process ends just before or just after its commit. */
export type WriteFault = "diskFull" | "endsBeforeCommit" | "endsAfterCommit";

/** One run of the application over the file. */
export type Process = { readonly number: number; isAlive: boolean };

/** The real store as one process sees it. `nextFault` is asked at every write. */
export function storeOfProcess(real: Store, process: Process, nextFault: () => WriteFault | null, end: () => void): Store {
  function mustLive(): void {
    if (!process.isAlive) throw new ProcessEnded("This process has ended");
  }
  return {
    readOnly: real.readOnly,
    location: real.location,
    read(work) {
      mustLive();
      return real.read(work);
    },
    write(work) {
      mustLive();
      const fault = nextFault();
      switch (fault) {
        case null:
          return real.write(work);
        case "diskFull":
          return real.write((writing) => work(withoutRoomForAudit(writing)));
        case "endsBeforeCommit":
          return real.write((writing) => {
            work(writing);
            end();
            throw new ProcessEnded("Ended before the commit");
          });
        case "endsAfterCommit":
          real.write(work);
          end();
          throw new ProcessEnded("Ended after the commit");
      }
    },
    auditLog: real.auditLog,
    probe() {
      mustLive();
      real.probe();
    },
    hold: (reason) => real.hold(reason),
    news: () => real.news(),
    close: () => undefined,
  };
}

/** The audit entry is what a command writes last: everything before it must be rolled back with it. */
function withoutRoomForAudit(writing: WriteStore): WriteStore {
  return {
    ...writing,
    appendAudit() {
      throw new StorageTrouble("full");
    },
  };
}
