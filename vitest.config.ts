import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { mjml } from "./scripts/vite-plugin-mjml.ts";

export default defineConfig({
  plugins: [mjml()],
  test: {
    include: ["test/{unit,contract,migration,electron,faults}/**/*.test.ts"],
    testTimeout: 20_000,
    // On two cores Vitest would use one of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
