import type { Delivery, DeliveryStateKind } from "../domain/delivery.ts";
import type { PracticeMessage } from "../ports/store.ts";
import type { Answer } from "./answer.ts";

/** A delivery without its content, for lists. */
export type DeliverySummary = Omit<Delivery, "content" | "fingerprint"> & {
  readonly windowTitle: string;
  readonly windowReference: string;
  /** The customer's name, or null inside the organisation. */
  readonly customerName: string | null;
  readonly subject: string;
};

export type OutboxView = {
  readonly counts: Readonly<Record<DeliveryStateKind, number>>;
  /** Unknown, held and failed: a person must act. */
  readonly needsDecision: readonly DeliverySummary[];
  readonly waiting: readonly DeliverySummary[];
  /** Manual deliveries whose time has come. */
  readonly toDo: readonly DeliverySummary[];
  readonly settled: readonly DeliverySummary[];
};

export type UnknownDecision = "itWasSent" | "sendAgain" | "giveUp";

export interface Outbox {
  view(): OutboxView;
  delivery(id: string): Answer<Delivery>;
  /** Asks the provider whether an unknown delivery is there. */
  lookAgain(id: string): Promise<Answer<{ readonly kind: "found" | "absent" | "cannotTell"; readonly detail: string }>>;
  /** A person's word on an unknown delivery; `sendAgain` may double it, and the reason is kept. */
  decide(id: string, decision: UnknownDecision, reason: string): Answer<{ readonly id: string }>;
  /** Sends a failed or held delivery again, or one approved now instead of when due. */
  retry(id: string): Answer<{ readonly id: string }>;
  cancel(id: string, reason: string): Answer<{ readonly id: string }>;
  /** A person did what a manual channel asks for. */
  markDone(id: string, note: string): Answer<{ readonly id: string }>;
  practiceMailbox(): readonly PracticeMessage[];
}
