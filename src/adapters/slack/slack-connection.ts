import type { ConnectionFactory } from "../../core/ports/messenger.ts";

/** Slack through its official SDK, which is loaded when first needed. */
export const createSlackConnection: ConnectionFactory = () => {
  throw new Error("Not built yet");
};
