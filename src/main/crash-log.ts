import type { App } from "electron";
import type { BackendOptions } from "../backend/backend.ts";

/** Writes into the log what ended unexpectedly: this process's errors, the page, and Chromium's helpers. Nothing leaves the computer. */
export function logCrashes(app: Pick<App, "on">, process: Pick<NodeJS.Process, "on">, log: BackendOptions["log"]): void {
  app.on("render-process-gone", (_event, _contents, { reason, exitCode }) => {
    if (reason !== "clean-exit") log.error({ reason, exitCode }, "The page ended unexpectedly");
  });
  app.on("child-process-gone", (_event, { type, reason, exitCode }) => {
    if (reason !== "clean-exit") log.error({ type, reason, exitCode }, "A helper process ended unexpectedly");
  });
  // Without a listener Electron shows a dialog with a stack trace; the outbox is safe to go on, since its intent is on disk.
  process.on("uncaughtException", (error) => log.error({ error: error.stack ?? error.message }, "An error nobody caught"));
  process.on("unhandledRejection", (cause) =>
    log.error({ error: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }, "A failure nobody handled"),
  );
}
