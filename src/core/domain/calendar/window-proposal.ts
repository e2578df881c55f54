import type { Instant, ZoneId } from "../instant.ts";
import type { Impact } from "../window.ts";

/**
 * What a calendar file or a supplier's maintenance notice says about a window, until a person decides about it.
 * Nothing foreign ever makes, moves or cancels a window by itself.
 */
export type WindowProposal = {
  readonly id: string;
  /** Who says it and which entry it is: a later file with the same UID speaks of the same window. */
  readonly uid: string;
  /** A lower one than what is known is ignored (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly receivedAt: Instant;
  /** The file it came from. */
  readonly source: string;
  readonly asks: "add" | "change" | "cancel";
  /** The window it led to before, or null. */
  readonly windowId: string | null;
  readonly state: "open" | "taken" | "dismissed";
  readonly says: ProposedFacts;
};

export type ProposedFacts = {
  readonly title: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly zone: ZoneId;
  /** Null where the file does not say. */
  readonly impact: Impact | null;
  readonly description: string;
  readonly provider: string;
  /** The organizer's address, or empty: together with the provider it says who speaks. */
  readonly organizer: string;
  readonly reference: string;
  readonly objects: readonly string[];
};
