import { assertNever } from "./assert-never.ts";
import type { Delivery, DeliveryState } from "./delivery.ts";
import type { Instant } from "./instant.ts";
import { nextLook } from "./look-schedule.ts";

/**
 * What a delivery is after a backup took the file's place: everything the backup holds as unsent may have been sent since,
 * so it is unknown (DESIGN.md §7). Null when it stays as it is: it was sent already, or was never to be sent again.
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

const wordsFor = {
  approved: "approved and not sent yet",
  due: "next in line",
  sending: "on its way",
  held: "held",
  failed: "not sent",
  unknown: "in doubt",
} as const;
