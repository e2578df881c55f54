import type { Stage } from "../matrix.ts";
import { sameClock } from "./reading/moments-in-text.ts";
import type { PlacedSentence, Reading } from "./reading/reading.ts";
import { datesOf } from "./told-times.ts";

/**
 * Whether a sentence tells the news of a stage by its times, in whatever words: an old time beside the new one, or the end that
 * only who was there knows.
 */
export function tellsNewsByTimes({ moments, dates }: PlacedSentence, { told }: Reading, stage: Stage): boolean {
  const says = (instants: readonly number[]): boolean => moments.some((moment) => sameClock(moment, instants).length > 0);
  switch (stage) {
    case "extended":
      return says([told.end]) && says([...told.former]);
    case "rescheduled": {
      const days = datesOf([...told.former], told.zones);
      const now = datesOf([told.start], told.zones);
      return dates.some((date) => date.dates.some((one) => days.has(one) && !now.has(one)));
    }
    case "completed":
      return told.ended !== null && told.ended !== told.end && says([told.ended]);
    default:
      return false;
  }
}
