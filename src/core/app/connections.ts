import type { ConnectionHealth, ConnectionKind } from "../ports/messenger.ts";
import type { ConnectionSettings } from "../ports/store.ts";
import type { Answer } from "./answer.ts";

export type ConnectionView = ConnectionSettings & {
  readonly isConnected: boolean;
  /** The address in use, after settings and environment. */
  readonly effectiveUrl: string;
  readonly secretsPlace: "system" | "memory";
};

export interface Connections {
  all(): readonly ConnectionView[];
  /** Keeps the token and checks it; a refused token is not kept. */
  connect(kind: ConnectionKind, token: string, apiUrl: string | null): Promise<Answer<ConnectionView>>;
  check(kind: ConnectionKind): Promise<ConnectionHealth>;
  disconnect(kind: ConnectionKind): Answer<{ readonly kind: ConnectionKind }>;
}
