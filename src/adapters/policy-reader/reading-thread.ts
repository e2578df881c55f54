import { Worker } from "node:worker_threads";
import type { PolicyAnswer, PolicyReader } from "../../core/ports/policy-reader.ts";
import type { PolicyJob, PolicyWorkerMessage } from "./policy-worker.ts";
import { type ReadingLimits, readingLimits } from "./reading-limits.ts";

/** How long the thread may take to be there at all: a computer under load starts it late, which is not the policy's fault. */
const patience = 60_000;

/** Reads policies on a thread that is ended when one takes too long or too much memory. */
export function createPolicyReader(limits: ReadingLimits = readingLimits): PolicyReader {
  return { read: (source) => onThread({ source, limits }) };
}

async function onThread(job: PolicyJob): Promise<PolicyAnswer> {
  const { limits } = job;
  const worker = new Worker(scriptUrl(), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 64 },
  });
  worker.unref();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<PolicyAnswer>((resolve, reject) => {
      const refuse = (reason: string): void => resolve({ kind: "refused", reason });
      timer = setTimeout(() => reject(new Error("The thread for reading a policy did not start")), patience);
      worker.on("message", (message: PolicyWorkerMessage) => {
        switch (message.kind) {
          case "ready":
            clearTimeout(timer);
            timer = setTimeout(
              () => refuse(`Reading it took longer than ${limits.time / 1000} seconds. Paste only the part with the matrix.`),
              limits.time,
            );
            break;
          case "read":
          case "refused":
            resolve(message);
            break;
          case "failed":
            reject(new Error(`A policy could not be read: ${message.message}`));
            break;
        }
      });
      worker.once("error", (error: Error & { readonly code?: string }) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
          refuse(`Reading it needs more than ${limits.memory} MB of memory. Paste only the part with the matrix.`);
        else reject(error);
      });
      worker.once("exit", () => reject(new Error("The thread ended without an answer")));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** The source itself where it is run as it is (tests), or the build's `policy-worker.js`, beside the hosts' own files. */
function scriptUrl(): URL {
  const here = import.meta.url;
  if (here.endsWith(".ts")) return new URL("./policy-worker.ts", here);
  return new URL(/\/chunks\/[^/]+$/u.test(here) ? "../policy-worker.js" : "./policy-worker.js", here);
}
