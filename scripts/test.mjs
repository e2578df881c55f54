// `npm test`: installs what is missing, then checks and tests everything. Runs on Node 20; needs no package.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { describeFailure, endOf, failuresOfPlaywright, failuresOfVitest } from "./failures.mjs";
import { findTestChromium, hasPlaywrightChromium } from "./find-chromium.mjs";
import { buildWhenChanged, environment, installPackages, root, run, say, tool } from "./set-up.mjs";

const vitestKinds = ["unit", "contract", "migration", "electron", "faults"];
/** The compiler written in Go; dependency-cruiser and knip need the API of the one before it (docs/decisions/0010). */
const nativeCompiler = join("node_modules", "typescript-native", "bin", "tsc");
const kills = "test/faults/kills/";
const help = `Checks and tests everything, or one part:

  npm test
  npm test -- --only PART[,PART…]

Parts: types, lint, layers, unused, build, ${vitestKinds.join(", ")}, kills, e2e`;

const mostTold = 40;
const results = join(root, ".cache", "test-results");
const { values } = parseArgs({ options: { only: { type: "string" }, help: { type: "boolean", short: "h" } } });
const only = values.only?.split(",") ?? null;
const counted = { passed: 0, failed: 0, skipped: 0 };
/** Everything that failed, told once more at the end: a log may be cut off anywhere before it. */
const failures = [];

if (values.help === true) say(help);
else {
  try {
    await test();
  } catch (error) {
    failures.push({ name: "npm test itself", message: error.message });
    counted.failed += 1;
  }
  if (failures.length > 0) {
    say("\nFailed:");
    for (const failure of failures.slice(0, mostTold)) say(describeFailure(failure, 2));
    if (failures.length > mostTold) say(`  … and ${failures.length - mostTold} more`);
    say("");
  }
  if (counted.skipped > 0) say(`${counted.skipped} skipped`);
  say(`${counted.passed} passed, ${counted.failed} failed`);
  process.exitCode = counted.failed === 0 ? 0 : 1;
}

async function test() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  await installPackages();
  // Two at a time: each of these uses about one core.
  await Promise.all([
    inTurn([
      ["types", "Types", () => run("node", [nativeCompiler, "-b"])],
      ["unused", "Unused code (knip)", () => run(tool("knip"), ["--no-progress"])],
    ]),
    inTurn([
      ["lint", "Style (Biome)", () => run(tool("biome"), ["check", "--error-on-warnings"])],
      ["layers", "Layers (dependency-cruiser)", checkLayers],
      ["build", "Build", () => buildWhenChanged()],
    ]),
  ]);
  const kinds = vitestKinds.filter((kind) => isWanted(kind) && existsSync(join(root, "test", kind)));
  if (kinds.length > 0) {
    // The stand-in of Electron runs the built bundles.
    if (kinds.includes("electron") && !isWanted("build")) await step("Build", () => buildWhenChanged());
    await step(`Tests: ${kinds.join(", ")}`, () =>
      runVitest(
        "vitest",
        kinds.map((kind) => `test/${kind}/`),
        [`--exclude=${kills}**`],
      ),
    );
  }
  // By itself: each of its two chains of processes takes a core. One chain beside the browsers takes longer than both in turn.
  if (isWanted("kills")) {
    await step("Tests: killed at every point, and 300 times at random", () =>
      runVitest("kills", [kills], ["--maxConcurrency=2"]),
    );
  }
  if (isWanted("e2e")) {
    if (!isWanted("build")) await step("Build", () => buildWhenChanged());
    await step("A Chromium for the end-to-end tests", findOrInstallChromium);
    await step("Tests: end to end", runPlaywright);
  }
}

function isWanted(part) {
  return only === null || only.includes(part);
}

async function inTurn(steps) {
  for (const [part, name, work] of steps) if (isWanted(part)) await step(name, work);
}

/**
 * Runs one step and says how it went. A failed one tells what failed first, and then the end of all it said. A step that
 * counts its tests says so itself.
 */
async function step(name, work) {
  const { code, output, seconds, counts, failed = [] } = await work();
  say(
    `${code === 0 ? "ok  " : "FAIL"}  ${name} (${seconds.toFixed(1)} s)${counts === undefined ? "" : `: ${counts.passed} passed, ${counts.failed} failed`}`,
  );
  if (code !== 0) {
    for (const failure of failed.slice(0, mostTold)) say(describeFailure(failure, 12));
    say(endOf(output, failed.length > 0 ? 60 : 160));
    failures.push(...(failed.length > 0 ? failed : [{ name, message: stripVTControlCharacters(output) }]));
  }
  counted.passed += counts?.passed ?? 0;
  counted.skipped += counts?.skipped ?? 0;
  counted.failed += counts?.failed || (code === 0 ? 0 : 1);
}

async function checkLayers() {
  const checked = await run(tool("depcruise"), ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "err"]);
  const modules = Number(/(\d+) modules/u.exec(checked.output)?.[1] ?? 0);
  // With a compiler it can't use, dependency-cruiser finds nothing wrong in nothing.
  if (checked.code === 0 && modules === 0) return { ...checked, code: 1, output: `${checked.output}\nNo module was checked.` };
  return checked;
}

async function runVitest(name, folders, options) {
  const file = join(results, `${name}.json`);
  const ran = await run(tool("vitest"), [
    "run",
    ...folders,
    ...options,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) return { ...ran, code: 1 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = report;
  return { ...ran, counts: { passed, failed, skipped }, failed: failuresOfVitest(report, root) };
}

async function runPlaywright() {
  const file = join(results, "playwright.json");
  const ran = await run(tool("playwright"), ["test", "--reporter=list,json"], {
    env: { ...environment(), PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  if (!existsSync(file)) return { ...ran, code: 1 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { ...ran, counts: { passed: expected + flaky, failed: unexpected, skipped }, failed: failuresOfPlaywright(report) };
}

async function findOrInstallChromium() {
  const begun = performance.now();
  const end = (code, output) => ({ code, output, seconds: (performance.now() - begun) / 1000 });
  const isHere = () => findTestChromium() !== null || hasPlaywrightChromium();
  if (isHere()) return end(0, "");
  say("Downloading a Chromium (once) …");
  const downloaded = await run(tool("playwright"), ["install", "--only-shell", "chromium"], { timeout: 300_000 });
  if (downloaded.code === 0 && isHere()) return end(0, "");
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  if (isRoot && spawnSync("which", ["apt-get"]).status === 0) {
    say("Installing the system's Chromium …");
    await run("apt-get", ["update"]);
    // Debian has the shell by itself; elsewhere the browser will do.
    for (const name of ["chromium-headless-shell", "chromium"]) {
      if (!isHere()) await run("apt-get", ["install", "-y", "--no-install-recommends", name]);
    }
    if (isHere()) return end(0, "");
  }
  return end(1, `${downloaded.output}\nThere is no Chromium. Install one, or name it in CHROMIUM_PATH, and run npm test again.`);
}
