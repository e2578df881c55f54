// `npm run prism`: PagerDuty's connector through Prism, which holds every request and answer to the vendor's schema.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { fetchTool } from "./fetched-tool.mjs";

export const prism = "@stoplight/prism-cli";
/** 777 packages of its own: too many for every installation, for one test of one connector. */
export const prismVersion = "5.16.0";

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  fetchTool(prism, prismVersion);
  const vitest = resolve(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs");
  const { status } = spawnSync(process.execPath, [vitest, "run", "test/contract/pagerduty-prism.test.ts"], {
    stdio: "inherit",
    cwd: resolve(import.meta.dirname, ".."),
  });
  process.exitCode = status ?? 1;
}
