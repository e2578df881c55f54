// Runs on a thread of its own: a long policy takes seconds to read, in which the application goes on answering.
import { parentPort, workerData } from "node:worker_threads";
import { readPolicy } from "../../core/domain/policy-reading/read-policy.ts";
import type { PolicyAnswer } from "../../core/ports/policy-reader.ts";
import type { ThreadMessage } from "../threads/limited-thread.ts";
import { type ReadingLimits, tooMuch } from "./reading-limits.ts";
import { takeApart } from "./take-apart.ts";

export type PolicyJob = { readonly source: string; readonly limits: ReadingLimits };

function answer(): ThreadMessage<PolicyAnswer> {
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

parentPort?.postMessage({ kind: "ready" } satisfies ThreadMessage<PolicyAnswer>);
parentPort?.postMessage(answer());
