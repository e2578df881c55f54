import { assertNever } from "../assert-never.ts";
import type { Delivery, DeliveryState } from "../delivery.ts";
import { type Instant, second } from "../instant.ts";
import type { Window } from "../window.ts";
import { nextLook } from "./look-schedule.ts";

/**
 * What a delivery is after a backup took the file's place: everything the backup holds as unsent may have been sent since,
 * so it is unknown. Null when it stays as it is: it was sent already, or was never to be sent again.
 */
export function afterRestore(delivery: Delivery, backupAt: string, now: Instant): DeliveryState | null {
  const { kind } = delivery.state;
  switch (kind) {
    case "approved":
    case "due":
    case "sending":
    case "held":
    case "failed":
    case "unknown":
      return {
        kind: "unknown",
        since: now,
        detail: `The backup of ${backupAt} has it as ${wordsFor[kind]}. It may have been sent since then.`,
        looks: 0,
        seen: "",
        nextLookAt: nextLook(delivery, now, 0),
      };
    case "accepted":
    case "confirmed":
    case "cancelled":
    case "superseded":
      return null;
    default:
      return assertNever(kind);
  }
}

/**
 * A window after a backup took the file's place, as one more change of its calendar entry. Of what was told since the backup
 * nothing is left but how long it was: nobody changes and tells of a window more than once a second, so a number that is
 * higher by those seconds is higher than any that a calendar may have (RFC 5545, 3.8.7.4).
 */
export function numberedAfterRestore(window: Window, backupAt: Instant, now: Instant): Window {
  const lost = Math.max(1, Math.ceil((now - backupAt) / second));
  return { ...window, takenBack: (window.takenBack ?? 0) + lost, changedAt: now };
}

const wordsFor = {
  approved: "approved and not sent yet",
  due: "next in line",
  sending: "on its way",
  held: "held",
  failed: "not sent",
  unknown: "in doubt",
} as const;
