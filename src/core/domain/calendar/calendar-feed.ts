import type { Instant } from "../instant.ts";
import type { Impact } from "../window.ts";

/** A calendar others subscribe to: which windows it shows. Its address is a secret, of which only a hash is kept. */
export type CalendarFeed = {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the secret part of its address, in hex. */
  readonly tokenHash: string;
  readonly filter: FeedFilter;
  /** Its file in the data folder, or null when it is not kept as one. */
  readonly fileName: string | null;
  readonly createdAt: Instant;
};

/** Empty lists mean any. */
export type FeedFilter = {
  readonly serviceIds: readonly string[];
  readonly customerIds: readonly string[];
  readonly impacts: readonly Impact[];
};

/** Whether a feed is read by customers, and so holds only what they were told. */
export function isForCustomers({ filter }: Pick<CalendarFeed, "filter">): boolean {
  return filter.customerIds.length > 0;
}

/**
 * The file a feed of this name is kept in: `North Hospital` gives `feed-north-hospital-1a2b3c.ics`. Only
 * letters and digits of the name are left, so that no name leads to another folder or is reserved by a system.
 */
export function feedFileName(name: string, id: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .slice(0, 60);
  return `${words === "" ? "feed" : `feed-${words}`}-${id.replace(/[^a-z0-9]/giu, "").slice(0, 6)}.ics`;
}
