import { defineConfig } from "vitest/config";
import { mjml } from "./scripts/vite-plugin-mjml.ts";

export default defineConfig({
  plugins: [mjml()],
  test: {
    include: ["test/{unit,contract,migration,electron,faults}/**/*.test.ts"],
    testTimeout: 20_000,
  },
});
