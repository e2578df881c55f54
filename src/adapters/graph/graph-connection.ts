import type { ConnectionFactory } from "../../core/ports/messenger.ts";

/** Outlook mail and Teams through Microsoft's official SDK, which is loaded when first needed. */
export const createGraphConnection: ConnectionFactory = () => {
  throw new Error("Not built yet");
};
