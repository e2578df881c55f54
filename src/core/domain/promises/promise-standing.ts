import { day, type Instant } from "../instant.ts";
import type { PromiseOutcome } from "../notice.ts";

/** How a promise of notice stands at an instant. Lengths are milliseconds. */
export type PromiseStanding =
  | { readonly kind: "none" }
  /** Accepted in time, for good: `margin` before the last chance. */
  | { readonly kind: "kept"; readonly latest: Instant; readonly acceptedAt: Instant; readonly margin: number }
  /** Nobody was told yet, and there is still time: `left` of it. At risk when that is less than a day. */
  | { readonly kind: "open"; readonly latest: Instant; readonly left: number; readonly isAtRisk: boolean }
  /**
   * Accepted too late, or not accepted although its time has passed: `by` so much. `earliestStart` would keep it; it is
   * null only where the calendars have not been looked at since the time passed.
   */
  | {
      readonly kind: "broken";
      readonly latest: Instant;
      readonly acceptedAt: Instant | null;
      readonly by: number;
      readonly earliestStart: Instant | null;
    };

/** The one judgement of a promise: by when its notice was really accepted, or by now while it was not. */
export function standingOf(promise: PromiseOutcome, now: Instant): PromiseStanding {
  if (promise.kind === "none") return promise;
  const { latest } = promise;
  const acceptedAt = promise.acceptedAt ?? null;
  const measured = acceptedAt ?? now;
  if (promise.kind === "broken" || measured > latest) {
    const earliestStart = promise.kind === "broken" ? promise.earliestStart : null;
    return { kind: "broken", latest, acceptedAt, by: Math.max(0, measured - latest), earliestStart };
  }
  if (acceptedAt !== null) return { kind: "kept", latest, acceptedAt, margin: latest - acceptedAt };
  return { kind: "open", latest, left: latest - now, isAtRisk: latest - now < day };
}

/** The same promise, measured by a notice that was accepted then. */
export function acceptedPromise(promise: PromiseOutcome, acceptedAt: Instant): PromiseOutcome {
  if (promise.kind === "none") return promise;
  const { latest } = promise;
  if (acceptedAt <= latest) return { kind: "kept", latest, acceptedAt };
  return promise.kind === "broken" ? { ...promise, acceptedAt } : { kind: "kept", latest, acceptedAt };
}
