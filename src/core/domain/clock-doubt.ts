import { minute } from "./instant.ts";

/** More than this and a notice may go at a wrong time or say a stale word. */
export const tolerableSkew = minute;

/** Two clocks read at one moment: the one people set, and the one nobody can. */
export type ClockReading = { readonly wall: number; readonly elapsed: number };

/** What happened between two readings. A computer that sleeps and a clock that is set forward look the same. */
export type ClockStep =
  | { readonly kind: "steady" }
  | { readonly kind: "sleptOrSetForward"; readonly by: number }
  | { readonly kind: "setBack"; readonly by: number };

/** Compares two readings in order; `by` is in milliseconds. */
export function stepBetween(earlier: ClockReading, later: ClockReading): ClockStep {
  const by = later.wall - earlier.wall - (later.elapsed - earlier.elapsed);
  if (by > tolerableSkew) return { kind: "sleptOrSetForward", by };
  return by < -tolerableSkew ? { kind: "setBack", by: -by } : { kind: "steady" };
}

/** Whole minutes, and hours from two hours on, for a sentence. */
export function roughly(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / minute));
  if (minutes < 120) return `${minutes} minute${minutes === 1 ? "" : "s"}`;
  return `${Math.round(minutes / 60)} hours`;
}
