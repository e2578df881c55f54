import { defineConfig } from "@playwright/test";
import { chromiumFlags, findTestChromium } from "./scripts/find-chromium.mjs";
import { findElectron } from "./scripts/find-electron.mjs";

const chromium = findTestChromium();
const hasElectron = findElectron(import.meta.dirname) !== null;

// The tests choose their host by the project's name: each runs on the browser host, and on Electron where its binary is here.
export default defineConfig({
  testDir: "test/e2e",
  outputDir: ".cache/playwright",
  // Each test has a host, a port and a data folder of its own, so any may run side by side, and most of their time they wait.
  fullyParallel: true,
  workers: 3,
  timeout: 120_000,
  // What is waited for takes a thirtieth of this; a busy machine is no failure.
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  // A shared machine may stand still for seconds. What passes only at the second try is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: "list",
  use: {
    locale: "en-GB",
    // What moves is drawn frame by frame, and no test is about it.
    contextOptions: { reducedMotion: "reduce" },
    timezoneId: "Europe/London",
    actionTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    // Recording costs as much again as the test; whoever looks into a failure runs it with --trace=on.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: { args: chromiumFlags, ...(chromium === null ? {} : { executablePath: chromium }) },
  },
  projects: [{ name: "browser host" }, ...(hasElectron ? [{ name: "electron host" }] : [])],
});
