import type { Delivery, Receipt } from "../domain/delivery.ts";
import type { Instant } from "../domain/instant.ts";

/** What came of one attempt. Only `unsent` may be tried again without a person. */
export type SendOutcome =
  | { readonly kind: "accepted"; readonly receipt: Receipt }
  /** Provably never left or was refused whole: may be tried again from `retryAt`. */
  | {
      readonly kind: "unsent";
      readonly detail: string;
      /** Not before this instant, where the provider names one. */
      readonly retryAt: Instant | null;
      /** The whole provider is out of reach or asks for a pause, not this message alone: others need not try meanwhile. */
      readonly concernsAll: boolean;
    }
  /** Asked right before the request that sends, `mayLeave` said no: provably not sent. */
  | { readonly kind: "withheld" }
  /** Provably not sent, and would not be next time either: a person must act. */
  | { readonly kind: "refused"; readonly detail: string }
  /** The sign-in no longer holds: keep it queued and ask. */
  | { readonly kind: "signInNeeded"; readonly detail: string }
  /** May or may not have been sent. */
  | { readonly kind: "unknown"; readonly detail: string };

/** What the provider shows when asked whether a message of ours is there. */
export type LookUpOutcome =
  | { readonly kind: "found"; readonly receipt: Receipt }
  /** Provably never sent, and nothing on its way can still send it: it may be sent again without a person. */
  | { readonly kind: "unsent"; readonly detail: string }
  /** Not shown after the provider's settling time. No proof: a person decides. */
  | { readonly kind: "absent" }
  | { readonly kind: "cannotTell"; readonly detail: string };

/** A delivery with what its thread needs: the receipt this recipient's earlier notice got, or null for the first. */
export type Outgoing = { readonly delivery: Delivery; readonly replyTo: Receipt | null };

/** What an adapter asks and tells on the way to the step that cannot be undone. */
export type Passage = {
  /**
   * Stores what a look-up needs afterwards: the provider's id of a half-made message, or of the thread the message joins.
   * It comes back as `delivery.handle`. Throws when it can't be stored: then nothing may be sent.
   */
  remember(handle: string): void;
  /** Asked right before the request that sends is written: false when the message must not leave after all. */
  mayLeave(): boolean;
};

/** Carries deliveries to one provider. An adapter translates and does nothing else: no retries, no waiting. */
export interface Messenger {
  /** Sends once. Never throws for what a provider or the network does. */
  send(outgoing: Outgoing, passage: Passage): Promise<SendOutcome>;
  /** Looks whether a delivery whose outcome is unknown is there after all. */
  lookUp(delivery: Delivery): Promise<LookUpOutcome>;
}
