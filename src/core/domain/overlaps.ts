import type { Instant } from "./instant.ts";

/** A stretch of time on some services, as windows and their summaries have it. */
export type Occupied = {
  readonly id: string;
  readonly serviceIds: readonly string[];
  readonly startAt: Instant;
  readonly endAt: Instant;
};

/** Those of the others that share a service and some time with this one. Ends that touch do not overlap. */
export function overlapping<Other extends Occupied>(window: Occupied, others: readonly Other[]): readonly Other[] {
  const services = new Set(window.serviceIds);
  return others.filter(
    (other) =>
      other.id !== window.id &&
      other.startAt < window.endAt &&
      window.startAt < other.endAt &&
      other.serviceIds.some((id) => services.has(id)),
  );
}
