import type { DeliveryState } from "../domain/delivery.ts";
import type { Instant } from "../domain/instant.ts";
import type { Stage } from "../domain/matrix.ts";
import type { Answer } from "./answer.ts";

/** One line of evidence: one recipient, one message. Instants are UTC. */
export type EvidenceRow = {
  readonly stage: Stage;
  readonly audience: string;
  readonly channel: string;
  readonly customer: string | null;
  readonly recipients: readonly { readonly name: string; readonly email: string }[];
  readonly subject: string;
  readonly approvedBy: string;
  readonly approvedAt: Instant;
  readonly state: DeliveryState;
  readonly carrier: string;
  readonly promise: string;
};

export type EvidenceView = {
  readonly windowTitle: string;
  readonly windowReference: string;
  readonly exportedAt: Instant;
  readonly rows: readonly EvidenceRow[];
};

export interface Evidence {
  ofWindow(windowId: string): Answer<EvidenceView>;
  /** RFC 4180, UTF-8; formula characters neutralised. */
  csv(windowId: string): Answer<{ readonly fileName: string; readonly csv: string }>;
}
