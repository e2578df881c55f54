import type { Delivery } from "../delivery.ts";
import { hour, type Instant, minute } from "../instant.ts";

/**
 * How long after a doubt the provider is asked whether the message is there: soon, again once it has settled, then ever
 * more seldom. A mail may take two minutes to leave Drafts; Slack and Teams show what they took within seconds.
 */
const chat: readonly number[] = [5_000, 40_000, 2 * minute, 10 * minute, hour];
const mail: readonly number[] = [5_000, 130_000, 5 * minute, 15 * minute, hour];

/** When a delivery whose outcome came in doubt at `since` is looked for next, after so many looks. Null: no more by itself. */
export function nextLook(delivery: Pick<Delivery, "carrier" | "address">, since: Instant, looks: number): Instant | null {
  // Nothing of practice is at a provider, and a person knows what a person did.
  if (delivery.carrier === "practice" || delivery.carrier === "manual") return null;
  const wait = (delivery.address.kind === "mail" ? mail : chat)[looks];
  return wait === undefined ? null : since + wait;
}
