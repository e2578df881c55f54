// The Electron host's entry: what must happen before Electron is ready, and that only one of us runs.
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { app, dialog, protocol } from "electron";
import { readCommandLine } from "../backend/command-line.ts";
import { systemParts } from "../backend/host-parts.ts";
import { registerAppScheme } from "./app-protocol.ts";
import { logCrashes } from "./crash-log.ts";
import { startDesktop } from "./desktop.ts";

const line = readCommandLine(process.argv.slice(1), {
  platform: process.platform,
  environment: process.env,
  home: homedir(),
  folder: process.cwd(),
});
// Chromium's own files beside the data; the lock of the single instance lies there too, one for each data folder.
app.setPath("userData", join(line.dataFolder, "desktop"));
app.enableSandbox();
registerAppScheme(protocol);

if (app.requestSingleInstanceLock()) {
  const parts = systemParts(line.dataFolder);
  logCrashes(app, process, parts.log);
  app
    .whenReady()
    .then(() => startDesktop({ line, parts, out: resolve(import.meta.dirname, "..") }))
    .catch((error: unknown) => {
      const words = error instanceof Error ? error.message : String(error);
      parts.log.error({ error: words }, "Forewarn could not start");
      dialog.showErrorBox("Forewarn could not start", words);
      app.exit(1);
    });
} else app.quit();
