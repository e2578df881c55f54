// Runs on a thread of its own: what reads or changes all of a file would hold up sending and the screen for too long.
import { parentPort, workerData } from "node:worker_threads";
import { type FileJob, runFileJob } from "./file-jobs.ts";
import { storageTroubleOf } from "./storage-errors.ts";

/** Own errors lose their class on the way to another thread, so what the disk said goes as a value. */
export type FileWorkerAnswer =
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "trouble"; readonly trouble: NonNullable<ReturnType<typeof storageTroubleOf>>["kind"] }
  | { readonly kind: "failed"; readonly message: string };

function answer(): FileWorkerAnswer {
  try {
    // Only file-thread.ts starts this, with a job.
    return { kind: "done", result: runFileJob(workerData as FileJob) };
  } catch (error) {
    const trouble = storageTroubleOf(error);
    if (trouble !== null) return { kind: "trouble", trouble: trouble.kind };
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(answer());
