import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// The application does some of its work on threads and in processes of its own, which here load the sources as they are:
// compiled once for all of them, instead of a quarter of a second for each.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, ".cache", "compiled");

const noChecker = join(import.meta.dirname, "test", "faults", "no-checker.ts");

export default defineConfig({
  test: {
    projects: [
      // A worker of its own for each of a hundred files takes longer than most of them; what they share, they only read.
      { extends: true, test: { name: "unit", include: ["test/unit/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: {
          name: "system",
          include: ["test/{contract,migration,electron}/**/*.test.ts", "test/faults/{*.test.ts,!(simulation)/**/*.test.ts}"],
        },
      },
      {
        extends: true,
        test: { name: "simulation", include: ["test/faults/simulation/**/*.test.ts"] },
        // A fifth of every schedule, and it finds nothing in texts of a few words; the long run has it.
        resolve: { alias: [{ find: /.*\/domain\/checker\.ts$/u, replacement: noChecker }] },
      },
    ],
    // What a laptop does in one second takes twenty on a busy machine; a test that hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On two cores Vitest would use one of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
