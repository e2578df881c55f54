import { Worker } from "node:worker_threads";
import { StorageTrouble } from "../../core/ports/storage-trouble.ts";
import { scriptBeside } from "../threads/script-beside.ts";
import type { FileAnswers, FileJob } from "./file-jobs.ts";
import type { FileWorkerAnswer } from "./file-worker.ts";

/**
 * Does a job on a thread of its own. Rejects with {@link StorageTrouble} when the disk is the reason, and when the thread
 * could not do it. The thread never keeps the process alive.
 */
export async function onFileThread<Kind extends FileJob["kind"]>(
  job: Extract<FileJob, { readonly kind: Kind }>,
): Promise<FileAnswers[Kind]> {
  const worker = new Worker(scriptBeside(import.meta.url, "file-worker"), { workerData: job });
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
