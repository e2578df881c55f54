import { minute } from "../instant.ts";

/** More than this and a notice may go at a wrong time or say a stale word. */
export const tolerableSkew = minute;

/** Clocks are compared every second. After longer than this without a look the process was stopped, or the computer slept. */
const longestGap = 10 * minute;

/** Two clocks read at one moment: the one people set, and the one nobody can. */
export type ClockReading = { readonly wall: number; readonly elapsed: number };

/**
 * What happened between two readings. A computer that sleeps and a clock that is set forward look the same where the clock
 * nobody sets stands still during sleep (Linux, macOS); where it goes on (Windows), only the gap between two looks tells.
 */
export type ClockStep =
  | { readonly kind: "steady" }
  | { readonly kind: "sleptOrSetForward"; readonly by: number }
  | { readonly kind: "stoodStill"; readonly by: number }
  | { readonly kind: "setBack"; readonly by: number };

/** Compares two readings in order; `by` is in milliseconds. */
export function stepBetween(earlier: ClockReading, later: ClockReading): ClockStep {
  const gap = later.elapsed - earlier.elapsed;
  const by = later.wall - earlier.wall - gap;
  if (by > tolerableSkew) return { kind: "sleptOrSetForward", by };
  if (by < -tolerableSkew) return { kind: "setBack", by: -by };
  return gap > longestGap ? { kind: "stoodStill", by: gap } : { kind: "steady" };
}

/** Whole minutes, and hours from two hours on, for a sentence. */
export function roughly(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / minute));
  if (minutes < 120) return `${minutes} minute${minutes === 1 ? "" : "s"}`;
  return `${Math.round(minutes / 60)} hours`;
}
