// Runs on a thread of its own: a long policy takes seconds to read, in which the application goes on answering.
import { parentPort, workerData } from "node:worker_threads";
import { readPolicy } from "../../core/domain/policy-reading/read-policy.ts";
import type { PolicyAnswer } from "../../core/ports/policy-reader.ts";
import { type ReadingLimits, tooMuch } from "./reading-limits.ts";
import { takeApart } from "./take-apart.ts";

export type PolicyJob = { readonly source: string; readonly limits: ReadingLimits };

/** The thread is there, and the time of reading begins; then the answer, or a bug's words. */
export type PolicyWorkerMessage =
  | { readonly kind: "ready" }
  | PolicyAnswer
  | { readonly kind: "failed"; readonly message: string };

function answer(): PolicyWorkerMessage {
  // Only reading-thread.ts starts this, with a job.
  const { source, limits } = workerData as PolicyJob;
  try {
    const reading = readPolicy(takeApart(source));
    const reason = tooMuch(reading, limits);
    return reason === null ? { kind: "read", reading } : { kind: "refused", reason };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage({ kind: "ready" } satisfies PolicyWorkerMessage);
parentPort?.postMessage(answer());
