import type { Delivery, DeliveryState } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import { nextLook } from "../../domain/sending/look-schedule.ts";
import { retryDelay, spreadOf } from "../../domain/sending/retry-delay.ts";
import type { SendOutcome } from "../../ports/messenger.ts";
import type { Obstacle } from "./obstacles.ts";

/**
 * The state and times after an attempt. Only what provably was not sent is due again; it waits from when it was first due,
 * so that what could not be sent for hours lapses instead of going late. `withheld` is why it was not let go, if it was not.
 */
export function afterAttempt(
  delivery: Delivery,
  outcome: SendOutcome,
  withheld: Obstacle | null,
  now: Instant,
): Pick<Delivery, "sendAt" | "state"> {
  const { id, sendAt, state } = delivery;
  const attempts = state.kind === "sending" ? state.attempt : 1;
  const dueSince = state.kind === "sending" ? state.dueSince : now;
  const settled = (next: DeliveryState): Pick<Delivery, "sendAt" | "state"> => ({ sendAt, state: next });
  const dueAgain = (at: Instant, detail: string): Pick<Delivery, "sendAt" | "state"> => ({
    sendAt: at,
    state: {
      kind: "due",
      since: dueSince,
      attempts,
      detail,
      leaseUntil: null,
      // A person's "now" holds for the next attempt, too; it lapses like any other when it can't be sent for long.
      byPerson: state.kind === "sending" && state.byPerson,
    },
  });
  switch (outcome.kind) {
    case "accepted":
      return settled({ kind: "accepted", receipt: outcome.receipt });
    case "unsent":
      return dueAgain(outcome.retryAt ?? now + retryDelay(attempts, spreadOf(id, attempts)), outcome.detail);
    case "withheld":
      return withheld === null
        ? dueAgain(now, "It was not let go: sending had paused.")
        : settled({ kind: "held", since: now, ...withheld });
    case "refused":
      return settled({ kind: "failed", since: now, detail: outcome.detail });
    case "signInNeeded":
      // The answer may come hours after its time, from before a sleep: those count when somebody signs in again.
      return settled({ kind: "held", since: dueSince, reason: "noConnection", detail: outcome.detail, until: null });
    case "unknown":
      return settled(doubt(delivery, outcome.detail, now));
  }
}

/** The state of a delivery that may or may not have been sent, from now on. */
function doubt(delivery: Delivery, detail: string, now: Instant): DeliveryState {
  return { kind: "unknown", since: now, detail, looks: 0, seen: "", nextLookAt: nextLook(delivery, now, 0) };
}
