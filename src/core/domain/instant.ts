/** A point in time: milliseconds since 1970-01-01T00:00:00Z. Always UTC. */
export type Instant = number;

/** An IANA time zone name such as `Europe/London`. */
export type ZoneId = string;

/** A date without a time or zone, `yyyy-MM-dd`. */
export type IsoDate = string;

/** A time of day without a date or zone, `HH:mm` on the 24-hour clock. */
export type TimeOfDay = string;

/** A date and time of day as read off a wall clock, `yyyy-MM-dd'T'HH:mm`. */
export type WallTime = string;

/**
 * A wall-clock time somebody meant, together with the instant it denotes.
 * Both are kept: the instant orders and compares, the wall time is what was promised.
 */
export type ZonedTime = { readonly at: Instant; readonly wall: WallTime; readonly zone: ZoneId };

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
