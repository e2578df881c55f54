import type { Delivery, HoldReason } from "../../domain/delivery.ts";
import { type Instant, minute } from "../../domain/instant.ts";
import { roughly } from "../../domain/sending/clock-doubt.ts";
import { quietUntilFor } from "../../domain/sending/quiet-hours.ts";
import { recipientObstacle } from "../../domain/sending/right-people.ts";
import { describeClock } from "../../domain/time-text.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ReadStore } from "../../ports/store.ts";
import { workspaceIn } from "../workspace-in-use.ts";
import { isAsApproved } from "./frozen.ts";

/** What keeps a delivery from leaving as it is. */
export type Obstacle = { readonly reason: HoldReason; readonly detail: string; readonly until: Instant | null };

/** What comes this much later than it was meant to, because nothing could be sent, is decided by a person: no flush. */
const lapsesAfter = 30 * minute;

/** Whether nothing at all is sent for the time being. */
export function isSendingPaused(store: ReadStore): boolean {
  return store.sendingPauses().length > 0;
}

/** What speaks against the message itself: looked at when it is claimed, and once more right before it would leave. */
export function obstacleTo(store: ReadStore, ids: Ids, delivery: Delivery, now: Instant): Obstacle | null {
  const obstacle = (reason: HoldReason, detail: string): Obstacle => ({ reason, detail, until: null });
  if (!isAsApproved(ids, delivery)) {
    return obstacle("contentChanged", "What is stored is not what was approved. It was not sent.");
  }
  if (now > delivery.notAfter) return obstacle("stale", "Its latest useful time has passed. It was not sent.");
  const window = store.window(delivery.windowId);
  if (window === null || window.revision !== delivery.windowRevision) {
    return obstacle("windowChanged", "The window changed after this was approved. It was not sent.");
  }
  const voice = store.notice(delivery.noticeId)?.voice ?? null;
  const wrongPeople = recipientObstacle(delivery, store.directory(), workspaceIn(store), voice);
  return wrongPeople === null ? null : obstacle(wrongPeople.reason, wrongPeople.detail);
}

/** What speaks against the hour: its time came while nothing could be sent, or the recipient's hours are quiet. */
export function obstacleOfTime(
  store: ReadStore,
  delivery: Pick<Delivery, "audienceId" | "customerId" | "notAfter">,
  since: Instant,
  couldBeSentSince: Instant,
  now: Instant,
): Obstacle | null {
  if (since < couldBeSentSince - lapsesAfter) {
    return {
      reason: "lapsed",
      detail: `It was due ${roughly(now - since)} ago, while nothing could be sent. It was not sent: decide whether it is still of use.`,
      until: null,
    };
  }
  const quiet = quietUntilFor(delivery, store.directory(), workspaceIn(store), now);
  if (quiet === null) return null;
  const until = describeClock(quiet.until, quiet.zone);
  return quiet.until <= delivery.notAfter
    ? { reason: "quietHours", detail: `Quiet hours of its recipients until ${until}; it leaves then.`, until: quiet.until }
    : {
        reason: "quietHours",
        detail: `Quiet hours of its recipients until ${until}, after its latest useful time. Send it now all the same, or cancel it.`,
        until: null,
      };
}
