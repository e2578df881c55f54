// Runs on a thread of its own: a foreign file may be made to take for ever, and the thread can be ended.
import { parentPort, workerData } from "node:worker_threads";
import type { ForeignEntries, ForeignTable } from "../../core/domain/calendar/foreign-entry.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { ForeignReading } from "../../core/ports/calendar-reader.ts";
import type { ThreadMessage } from "../threads/limited-thread.ts";
import { type ImportLimits, LimitMet } from "./import-limits.ts";
import { readCalendar } from "./read-calendar.ts";
import { readTable } from "./read-table.ts";

export type ImportJob = {
  readonly kind: "calendar" | "table";
  readonly text: string;
  readonly now: Instant;
  readonly limits: ImportLimits;
};

type Message = ThreadMessage<ForeignReading<ForeignEntries | ForeignTable>>;

function answer(): Message {
  // Only import-thread.ts starts this, with a job.
  const { kind, text, now, limits } = workerData as ImportJob;
  try {
    return { kind: "read", value: kind === "calendar" ? readCalendar(text, now, limits) : readTable(text, limits) };
  } catch (error) {
    if (error instanceof LimitMet) return { kind: "refused", reason: error.message };
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage({ kind: "ready" } satisfies Message);
parentPort?.postMessage(answer());
