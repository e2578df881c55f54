import { accessSync, constants, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Debian's name of the shell that Playwright, too, runs its tests in: the same engine without a browser around it. */
const headlessShell = "chromium-headless-shell";
const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge"];

/** Finds a Chromium that is already here: CHROMIUM_PATH, then one on the PATH, then the usual places. Null when there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") return named;
  const folders = searched();
  const usual = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    join(process.env.PROGRAMFILES ?? "C:\\Program Files", "Google", "Chrome", "Application", "chrome.exe"),
  ];
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usual].find(isExecutable) ?? null;
}

/** What tests run in: the shell where it is, which takes a sixth less of the processor than a whole browser, else `findChromium`. */
export function findTestChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") return named;
  return (
    searched()
      .map((folder) => join(folder, headlessShell))
      .find(isExecutable) ?? findChromium()
  );
}

function searched() {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
}

/** Whether Playwright has downloaded its own Chromium; it then finds it by itself. */
export function hasPlaywrightChromium() {
  const folder =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: join(homedir(), "Library", "Caches", "ms-playwright"),
      win32: join(process.env.LOCALAPPDATA ?? homedir(), "ms-playwright"),
    }[process.platform] ??
    join(homedir(), ".cache", "ms-playwright");
  try {
    return readdirSync(folder).some((name) => name.startsWith("chromium"));
  } catch {
    return false;
  }
}

/**
 * What a browser does beside showing a page. Chromium heeds only the last such list, so this one repeats Playwright's own and
 * adds what costs a second of a core with each new window: the page behind the address bar, and a process kept in reserve.
 */
const featuresLeftOut = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "SpareRendererForSitePerProcess",
];

/** Flags that keep Chromium quiet and the same on every machine; as root it has no sandbox of its own to run in. */
export const chromiumFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${featuresLeftOut.join(",")}`,
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
