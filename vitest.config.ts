import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// The application does some of its work on threads and in processes of its own, which here load the sources as they are:
// compiled once for all of them, instead of a quarter of a second for each.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, ".cache", "compiled");

export default defineConfig({
  test: {
    projects: [
      // A worker of its own for each of a hundred files takes longer than most of them; what they share, they only read.
      { extends: true, test: { name: "unit", include: ["test/unit/**/*.test.ts"], isolate: false } },
      { extends: true, test: { name: "system", include: ["test/{contract,migration,electron,faults}/**/*.test.ts"] } },
    ],
    // What a laptop does in one second takes twenty on a busy machine; a test that hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On two cores Vitest would use one of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
