import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { mjml } from "./scripts/vite-plugin-mjml.ts";

export default defineConfig({
  plugins: [mjml()],
  test: {
    include: ["test/{unit,contract,migration,electron,faults}/**/*.test.ts"],
    // What a laptop does in one second takes twenty on a busy machine; a test that hangs is still found.
    testTimeout: 60_000,
    // On two cores Vitest would use one of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
