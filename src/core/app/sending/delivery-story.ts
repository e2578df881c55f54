import type { Instant } from "../../domain/instant.ts";
import type { ReadStore } from "../../ports/store.ts";

/** A step on a delivery's way, as the audit log has it. */
export type StoryStep = {
  readonly at: Instant;
  readonly who: string;
  /** The command or event, as `delivery.sending`. */
  readonly what: string;
};

/** How many of a window's entries are looked through for one delivery's: what waits for a decision is recent. */
const storyLimit = 2_000;

/** What became of a delivery of this window so far, the latest step last. */
export function storyOf(reading: ReadStore, deliveryId: string, windowId: string): readonly StoryStep[] {
  return reading
    .audit({ subjectId: windowId, limit: storyLimit })
    .filter(({ after }) => isAbout(after, deliveryId))
    .map(({ at, who, what }) => ({ at, who, what }))
    .toReversed();
}

function isAbout(after: unknown, deliveryId: string): boolean {
  return typeof after === "object" && after !== null && "deliveryId" in after && after.deliveryId === deliveryId;
}
