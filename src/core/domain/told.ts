import { type Delivery, recipientKey } from "./delivery.ts";
import type { Workspace } from "./directory.ts";
import type { Instant } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import { heardSince, receivedAtOf } from "./promises/acceptance.ts";

/** What one recipient is known to have been told of a window, last word first. */
export type Told = {
  readonly audienceId: string;
  readonly channelId: string;
  readonly customerId: string | null;
  readonly stage: Stage;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly at: Instant;
  /** Since when they know of this start; where it is not said, since `at`. */
  readonly heardSince?: Instant;
  /** The other window of its change or series whose message told of this one; absent where its own did. */
  readonly via?: string;
};

/** The deliveries that count for who knows of a window: what was practised reached nobody, so it counts in practice only. */
export function countingIn<Carried extends Pick<Delivery, "carrier">>(
  mode: Workspace["mode"],
  deliveries: readonly Carried[],
): readonly Carried[] {
  return mode === "practice" ? deliveries : deliveries.filter(({ carrier }) => carrier !== "practice");
}

/** The last thing each recipient heard of a window. Only accepted or confirmed deliveries count. */
export function lastTold(deliveries: readonly Delivery[]): Told[] {
  const last = new Map<string, Told>();
  const since = heardSince(deliveries);
  for (const delivery of deliveries) {
    const at = receivedAtOf(delivery);
    if (at === null) continue;
    const key = recipientKey(delivery);
    const earlier = last.get(key);
    if (earlier !== undefined && earlier.at > at) continue;
    last.set(key, {
      audienceId: delivery.audienceId,
      channelId: delivery.channelId,
      customerId: delivery.customerId,
      stage: delivery.stage,
      startAt: delivery.told.startAt,
      endAt: delivery.told.endAt,
      at,
      heardSince: since.get(delivery.id) ?? at,
    });
  }
  return [...last.values()];
}
