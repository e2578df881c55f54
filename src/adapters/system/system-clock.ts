import type { Clock } from "../../core/ports/clock.ts";

/** The computer's own clock. */
export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };
