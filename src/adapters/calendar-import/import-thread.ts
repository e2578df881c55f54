import type { ForeignEntries, ForeignTable } from "../../core/domain/calendar/foreign-entry.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { CalendarReader, ForeignReading } from "../../core/ports/calendar-reader.ts";
import { onLimitedThread } from "../threads/limited-thread.ts";
import { scriptBeside } from "../threads/script-beside.ts";
import { amount, type ImportLimits, importLimits } from "./import-limits.ts";
import type { ImportJob } from "./import-worker.ts";

/** Reads foreign files on a thread that is ended when it takes too long or too much memory. */
export function createCalendarReader(limits: ImportLimits = importLimits): CalendarReader {
  const refused = (reason: string): { readonly kind: "refused"; readonly reason: string } => ({ kind: "refused", reason });
  const isTooLong = (text: string): boolean => text.length > limits.length;
  // Not before it is needed: the first number in words costs a start ten milliseconds.
  const tooLong = () => refused(`It is longer than ${amount(limits.length)} characters.`);
  return {
    // onThread answers with what this kind of job gives.
    calendar: async (text, now) =>
      isTooLong(text) ? tooLong() : ((await onThread("calendar", text, now, limits)) as ForeignReading<ForeignEntries>),
    table: async (text) =>
      isTooLong(text) ? tooLong() : ((await onThread("table", text, 0, limits)) as ForeignReading<ForeignTable>),
  };
}

async function onThread(
  kind: ImportJob["kind"],
  text: string,
  now: Instant,
  limits: ImportLimits,
): Promise<ForeignReading<ForeignEntries | ForeignTable>> {
  const job: ImportJob = { kind, text, now, limits };
  return onLimitedThread<ForeignReading<ForeignEntries | ForeignTable>>(scriptBeside(import.meta.url, "import-worker"), job, {
    purpose: "reading a file",
    time: limits.time,
    memory: limits.memory,
    youngMemory: 32,
    tooLong: () => `Reading it took longer than ${amount(limits.time / 1000)} seconds.`,
    tooMuch: () => `Reading it needs more than ${limits.memory} MB of memory.`,
    whyFailed: (message) => `It can't be read: ${message.slice(0, 200)}.`,
  });
}
