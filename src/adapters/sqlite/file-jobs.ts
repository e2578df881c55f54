import { type Prepared, prepareRestore, type RestoreJob } from "./prepare-restore.ts";
import { type FileCheck, verifyCopy, verifyFile } from "./verify-file.ts";

/** Work on whole files. Each kind's answer is in {@link FileAnswers}. */
export type FileJob =
  | { readonly kind: "verify"; readonly file: string }
  | {
      readonly kind: "verifyCopy";
      readonly copy: string;
      readonly source: string;
      readonly entries: number;
      readonly lastHash: string;
    }
  | ({ readonly kind: "prepareRestore" } & RestoreJob);

export type FileAnswers = {
  readonly verify: FileCheck;
  readonly verifyCopy: FileCheck;
  readonly prepareRestore: Prepared;
};

export function runFileJob(job: FileJob): FileAnswers[FileJob["kind"]] {
  switch (job.kind) {
    case "verify":
      return verifyFile(job.file);
    case "verifyCopy":
      return verifyCopy(job.copy, job.source, job);
    case "prepareRestore":
      return prepareRestore(job);
  }
}
