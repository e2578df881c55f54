import type { MessagingKind } from "../../domain/connection-kind.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { ConnectionHealth } from "../../ports/connector.ts";
import type { Messenger } from "../../ports/messenger.ts";
import type { Vigil } from "./vigil.ts";

/** A way out: a connection can also be asked whether it works. */
export type Way = Messenger & { readonly check?: () => Promise<ConnectionHealth> };

/** Finds the way out for a delivery, or says why there is none. */
export type FindMessenger = (delivery: Pick<Delivery, "carrier">) => Way | { readonly missing: string };

/** What the sender is given beside the ports. */
export type SenderWays = {
  readonly findMessenger: FindMessenger;
  /** A provider no longer accepts the sign-in: nothing goes that way until somebody signs in again. */
  readonly pauseConnection: (kind: MessagingKind, why: string) => void;
  /** Asks whatever provider is connected, so that its clock is heard. */
  readonly askTime: () => Promise<void>;
  /** It turned out that somebody heard of a window: they may be owed a later notice. */
  readonly onHeard: (windowId: string) => void;
  readonly vigil: Vigil;
};
