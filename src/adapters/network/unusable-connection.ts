import type { MessagingConnection } from "../../core/ports/connector.ts";

/** A connection whose settings cannot work: it says so at every step, and sends nothing. */
export function createUnusableConnection(problem: string): MessagingConnection {
  return {
    messages: {
      send: async () => ({ kind: "refused", detail: `${problem} Nothing was sent.` }),
      lookUp: async () => ({ kind: "cannotTell", detail: problem }),
    },
    check: async () => ({ kind: "refused", detail: problem }),
  };
}
