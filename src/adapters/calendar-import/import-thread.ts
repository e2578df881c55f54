import { Worker } from "node:worker_threads";
import type { ForeignEntries, ForeignTable } from "../../core/domain/foreign-entry.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { CalendarReader, ForeignReading } from "../../core/ports/calendar-reader.ts";
import { amount, type ImportLimits, importLimits } from "./import-limits.ts";
import type { ImportJob, ImportWorkerAnswer } from "./import-worker.ts";

/** How long the thread may take to be there at all: a computer under load starts it late, which is not the file's fault. */
const patience = 60_000;

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
  const worker = new Worker(scriptUrl(), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 32 },
  });
  worker.unref();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<ForeignReading<ForeignEntries | ForeignTable>>((resolve, reject) => {
      const refuse = (reason: string): void => resolve({ kind: "refused", reason });
      timer = setTimeout(() => reject(new Error("The thread for reading a file did not start")), patience);
      worker.on("message", (answer: ImportWorkerAnswer) => {
        switch (answer.kind) {
          case "ready":
            clearTimeout(timer);
            timer = setTimeout(() => refuse(`Reading it took longer than ${amount(limits.time / 1000)} seconds.`), limits.time);
            break;
          case "read":
          case "refused":
            resolve(answer);
            break;
          case "failed":
            refuse(`It can't be read: ${answer.message.slice(0, 200)}.`);
            break;
        }
      });
      worker.once("error", (error: Error & { readonly code?: string }) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") refuse(`Reading it needs more than ${limits.memory} MB of memory.`);
        else reject(error);
      });
      worker.once("exit", () => reject(new Error("The thread ended without an answer")));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** The source itself where it is run as it is (tests), or the build's `import-worker.js`, beside the hosts' own files. */
function scriptUrl(): URL {
  const here = import.meta.url;
  if (here.endsWith(".ts")) return new URL("./import-worker.ts", here);
  return new URL(/\/chunks\/[^/]+$/u.test(here) ? "../import-worker.js" : "./import-worker.js", here);
}
