import type { Instant, WallTime, ZoneId } from "../instant.ts";
import type { WindowFacts } from "../window.ts";

/**
 * Windows that come again by a rule, such as "the first Sunday of every month". Each occurrence that has been planned is a
 * window of its own, with its own plan; the series says which there are and what a new one starts from.
 */
export type Series = {
  readonly id: string;
  /** An RFC 5545 recurrence rule without DTSTART: `FREQ=MONTHLY;BYDAY=1SU`. Counted in `zone`, by the wall clock. */
  readonly rule: string;
  /** The first start, as a wall time of `zone`. */
  readonly start: WallTime;
  readonly zone: ZoneId;
  /** By the wall clock, in minutes. */
  readonly lengthMinutes: number;
  /** Starts the rule gives that do not take place (EXDATE). */
  readonly exceptions: readonly WallTime[];
  /** What each new occurrence is planned with. */
  readonly facts: Omit<WindowFacts, "start" | "end" | "zone">;
  readonly createdAt: Instant;
  /** Grows by one with every change. */
  readonly revision: number;
  /** Occurrences that start before this have been planned. */
  readonly plannedUntil: Instant;
  /** The series this one was split from: who was announced that one knows of this one. */
  readonly continues?: string;
};
