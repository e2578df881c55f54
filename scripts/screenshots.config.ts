import { defineConfig } from "@playwright/test";
import tests from "../playwright.config.ts";

/** The README's pictures: made like the end-to-end tests, by driving the application, and no test of anything. */
export default defineConfig({
  ...tests,
  testDir: "../test/e2e",
  testMatch: "screenshots.ts",
  outputDir: "../.cache/screenshots",
  workers: 1,
  projects: [{ name: "browser host" }],
  use: { ...tests.use, viewport: { width: 1440, height: 900 }, trace: "off", screenshot: "off" },
});
