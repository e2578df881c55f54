import type { ConnectionKind } from "../../../core/ports/messenger.ts";

/** What each connection is called. */
export const connectionNames: Readonly<Record<ConnectionKind, string>> = { slack: "Slack", graph: "Microsoft 365" };
