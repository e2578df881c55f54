import { type Delivery, recipientKey, wasHeard } from "../delivery.ts";
import type { Instant } from "../instant.ts";
import type { Stage } from "../matrix.ts";
import type { PlannedNotice } from "../notice.ts";
import type { Window } from "../window.ts";

type Word = Pick<Delivery, "id" | "channelId" | "customerId" | "told" | "state">;

/**
 * For each message that was accepted, since when its recipient has known of the start it tells: the receipt of the first
 * one that told it, with no other start heard in between. A window moved away and back is heard of anew.
 * A promise of notice is measured by this.
 */
export function heardSince(deliveries: readonly Word[]): ReadonlyMap<string, Instant> {
  const heard = deliveries
    .filter(wasHeard)
    .flatMap((word) => {
      const receivedAt = receivedAtOf(word);
      return receivedAt === null ? [] : [{ word, receivedAt }];
    })
    .sort((one, other) => one.receivedAt - other.receivedAt);
  const latest = new Map<string, { readonly startAt: Instant; readonly since: Instant }>();
  const since = new Map<string, Instant>();
  for (const { word, receivedAt } of heard) {
    const key = recipientKey(word);
    const before = latest.get(key);
    const { startAt } = word.told;
    const known = before !== undefined && before.startAt === startAt ? before.since : receivedAt;
    latest.set(key, { startAt, since: known });
    since.set(word.id, known);
  }
  return since;
}

/** When the message was accepted; null when it was not, or nobody knows. */
export function receivedAtOf({ state }: Pick<Delivery, "state">): Instant | null {
  return state.kind === "accepted" || state.kind === "confirmed" ? state.receipt.at : null;
}

/** Stages that tell of a start to come: a promise they carry is kept by whichever word of that start came first. */
export function tellsOfStart(stage: Stage): boolean {
  return stage === "announce" || stage === "rescheduled";
}

/** Whether a notice was made for the start a window has now, and not for one it was moved from since. */
export function speaksOfStart(
  { windowRevision }: Pick<PlannedNotice, "windowRevision">,
  { start, formerTimes }: Pick<Window, "start" | "formerTimes">,
): boolean {
  return !formerTimes.some((former) => former.revision >= windowRevision && former.start.at !== start.at);
}
