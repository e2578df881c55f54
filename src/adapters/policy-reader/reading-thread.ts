import type { PolicyAnswer, PolicyReader } from "../../core/ports/policy-reader.ts";
import { onLimitedThread } from "../threads/limited-thread.ts";
import { scriptBeside } from "../threads/script-beside.ts";
import type { PolicyJob } from "./policy-worker.ts";
import { type ReadingLimits, readingLimits } from "./reading-limits.ts";

/** Reads policies on a thread that is ended when one takes too long or too much memory. */
export function createPolicyReader(limits: ReadingLimits = readingLimits): PolicyReader {
  return { read: (source) => onThread({ source, limits }) };
}

async function onThread(job: PolicyJob): Promise<PolicyAnswer> {
  const { limits } = job;
  return onLimitedThread<PolicyAnswer>(scriptBeside(import.meta.url, "policy-worker"), job, {
    purpose: "reading a policy",
    time: limits.time,
    memory: limits.memory,
    youngMemory: 64,
    tooLong: () => `Reading it took longer than ${limits.time / 1000} seconds. Paste only the part with the matrix.`,
    tooMuch: () => `Reading it needs more than ${limits.memory} MB of memory. Paste only the part with the matrix.`,
    whyFailed: () => null,
  });
}
