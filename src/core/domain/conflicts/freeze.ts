import type { ZonedTime } from "../instant.ts";

/** A time in which nothing may change (a blackout): a year-end close, an election, a go-live of a customer. */
export type Freeze = {
  readonly id: string;
  readonly name: string;
  readonly start: ZonedTime;
  readonly end: ZonedTime;
  /** What must not change; empty means every service. */
  readonly serviceIds: readonly string[];
  /** Whose services must not change; empty means nobody's in particular. */
  readonly customerIds: readonly string[];
  readonly reason: string;
};
