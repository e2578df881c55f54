import type { Instant } from "../instant.ts";

/** Time a service was down without a window, as somebody recorded it: it counts against its promised uptime. */
export type UnplannedOutage = {
  readonly id: string;
  readonly serviceId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly note: string;
};
