import type { ForeignEntries, ForeignTable } from "../domain/calendar/foreign-entry.ts";
import type { Instant } from "../domain/instant.ts";

/** What was read, or which limit or error ended it; nothing of a file that was refused is used. */
export type ForeignReading<T> =
  | { readonly kind: "read"; readonly value: T }
  | { readonly kind: "refused"; readonly reason: string };

/** Reads foreign files on a thread of its own, with an end to what they may cost. */
export interface CalendarReader {
  /** An iCalendar file; series are told occurrence by occurrence within two years of `now`. */
  calendar(text: string, now: Instant): Promise<ForeignReading<ForeignEntries>>;
  /** A CSV file with a header. */
  table(text: string): Promise<ForeignReading<ForeignTable>>;
}
