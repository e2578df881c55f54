import type { Instant } from "./instant.ts";
import type { Impact } from "./window.ts";

/** A calendar others subscribe to: which windows it shows. Its address is a secret, of which only a hash is kept. */
export type CalendarFeed = {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the secret part of its address, in hex. */
  readonly tokenHash: string;
  readonly filter: FeedFilter;
  readonly createdAt: Instant;
};

/** Empty lists mean any. */
export type FeedFilter = {
  readonly serviceIds: readonly string[];
  readonly customerIds: readonly string[];
  readonly impacts: readonly Impact[];
};
