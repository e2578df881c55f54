import { Worker } from "node:worker_threads";
import { StorageTrouble } from "../../core/ports/storage-trouble.ts";
import type { FileAnswers, FileJob } from "./file-jobs.ts";
import type { FileWorkerAnswer } from "./file-worker.ts";

/**
 * Does a job on a thread of its own. Rejects with {@link StorageTrouble} when the disk is the reason, and when the thread
 * could not do it. The thread never keeps the process alive.
 */
export async function onFileThread<Kind extends FileJob["kind"]>(
  job: Extract<FileJob, { readonly kind: Kind }>,
): Promise<FileAnswers[Kind]> {
  const worker = new Worker(scriptUrl(), { workerData: job });
  worker.unref();
  const answer = await new Promise<FileWorkerAnswer>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The thread ended without an answer")));
  });
  switch (answer.kind) {
    case "done":
      // file-worker.ts answers with what this kind of job gives.
      return answer.result as FileAnswers[Kind];
    case "trouble":
      throw new StorageTrouble(answer.trouble);
    case "failed":
      throw new Error(answer.message);
  }
}

/** The source itself where it is run as it is (tests), or the build's `file-worker.js`, beside the hosts' own files. */
function scriptUrl(): URL {
  const here = import.meta.url;
  if (here.endsWith(".ts")) return new URL("./file-worker.ts", here);
  return new URL(/\/chunks\/[^/]+$/u.test(here) ? "../file-worker.js" : "./file-worker.js", here);
}
