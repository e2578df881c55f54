import type { Connection } from "../../core/ports/messenger.ts";

/** A connection whose settings cannot work: it says so at every step, and sends nothing. */
export function createUnusableConnection(problem: string): Connection {
  return {
    send: async () => ({ kind: "refused", detail: `${problem} Nothing was sent.` }),
    lookUp: async () => ({ kind: "cannotTell", detail: problem }),
    check: async () => ({ kind: "refused", detail: problem }),
  };
}
