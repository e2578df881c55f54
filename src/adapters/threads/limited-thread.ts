import { Worker } from "node:worker_threads";

/** How long a thread may take to be there at all: a computer under load starts it late, which is not its job's fault. */
const patience = 60_000;

/** What a thread with limits says: that it is there and its time begins, then its answer, or a bug's words. */
export type ThreadMessage<Answer> = { readonly kind: "ready" } | Answer | { readonly kind: "failed"; readonly message: string };

type Refused = { readonly kind: "refused"; readonly reason: string };

/** What a job may cost, with the sentences that refuse it when it costs more. */
export type ThreadLimits = {
  /** What the thread is for, as in “The thread for reading a file”. */
  readonly purpose: string;
  /** In milliseconds, once the thread is there. */
  readonly time: number;
  /** In megabytes: of what lives long, and of what is made and thrown away. */
  readonly memory: number;
  readonly youngMemory: number;
  readonly tooLong: () => string;
  readonly tooMuch: () => string;
  /** Why a job that threw is refused; null where that is a bug, which rejects. */
  readonly whyFailed: (message: string) => string | null;
};

/** Does a job on a thread that is ended when it takes too long or too much memory. Rejects when the thread itself fails. */
export async function onLimitedThread<Answer extends { readonly kind: "read" } | Refused>(
  script: URL,
  job: object,
  limits: ThreadLimits,
): Promise<Answer | Refused> {
  const worker = new Worker(script, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: limits.youngMemory },
  });
  worker.unref();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Answer | Refused>((resolve, reject) => {
      const refuse = (reason: string): void => resolve({ kind: "refused", reason });
      timer = setTimeout(() => reject(new Error(`The thread for ${limits.purpose} did not start`)), patience);
      worker.on("message", (message: ThreadMessage<Answer>) => {
        switch (message.kind) {
          case "ready":
            clearTimeout(timer);
            timer = setTimeout(() => refuse(limits.tooLong()), limits.time);
            break;
          case "failed": {
            const why = limits.whyFailed(message.message);
            if (why === null) reject(new Error(`The thread for ${limits.purpose} failed: ${message.message}`));
            else refuse(why);
            break;
          }
          default:
            resolve(message);
        }
      });
      worker.once("error", (error: Error & { readonly code?: string }) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") refuse(limits.tooMuch());
        else reject(error);
      });
      worker.once("exit", () => reject(new Error("The thread ended without an answer")));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
