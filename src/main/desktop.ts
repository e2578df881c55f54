import { join } from "node:path";
import { TRPCError } from "@trpc/server";
import { app, type BrowserWindow, dialog, ipcMain, Menu, Notification, protocol, safeStorage, session, shell } from "electron";
import type { BackendOptions } from "../backend/backend.ts";
import type { CommandLine } from "../backend/command-line.ts";
import { firstFrameBy } from "../backend/first-frame.ts";
import { preferencesInStore, type systemParts } from "../backend/host-parts.ts";
import { readLicences } from "../backend/licences.ts";
import { openBackend } from "../backend/open-backend.ts";
import { loadPage } from "../backend/page.ts";
import type { DrawFirstFrame } from "../contract/first-screen.ts";
import type { Host } from "../contract/host.ts";
import { isFromOurPage } from "./app-origin.ts";
import { serveAppProtocol } from "./app-protocol.ts";
import { focusWindow, openAppWindow } from "./app-window.ts";
import { notifyWhenDue } from "./due-notifications.ts";
import { openExternalLink } from "./external-link.ts";
import { denyForeignRequests, denyNavigation, denyNewWindows, denyPermissions } from "./guards.ts";
import { serveIpc } from "./ipc-server.ts";
import { menuTemplate } from "./menu.ts";
import { safeSecrets } from "./safe-secrets.ts";
import { openStores } from "./stores.ts";
import { fetchBySystemProxy } from "./system-proxy.ts";

export type DesktopOptions = {
  readonly line: CommandLine;
  readonly parts: ReturnType<typeof systemParts>;
  /** The folder of the build. */
  readonly out: string;
};

/** Starts the application once Electron is ready. Rejects with words for the person when the workspace can't be used. */
export async function startDesktop({ line, parts, out }: DesktopOptions): Promise<void> {
  const { dataFolder, file } = line;
  const stores = openStores(dataFolder);
  // Before any connection is made; every adapter asks by the global one.
  globalThis.fetch = fetchBySystemProxy(session.defaultSession, process.env, globalThis.fetch);
  const secrets = safeSecrets(safeStorage, stores.secrets, process.platform);
  const openLink = (address: string) => openExternalLink(address, { shell, dialog });
  const backend = await openBackend({
    ...parts,
    dataFolder,
    file,
    secrets,
    browser: { open: openLink },
    preferences: preferencesInStore(stores.preferences),
    // Environment addresses are for the browser host: a desktop's environment is not set by the person who uses it.
    environment: { slackApiUrl: null, graphUrl: null },
  });

  let window: BrowserWindow | null = null;
  guardEverything(openLink);
  const page = loadPage(join(out, "renderer"), () => backend.app.preferences.get().colorScheme);
  serveAppProtocol(protocol, page);
  const frame = firstFrameBy(join(out, "first-frame", "draw-first-frame.js"), (cause) =>
    parts.log.error({ error: describe(cause) }, "The first frame could not be drawn"),
  );
  const host = createHost(dataFolder, out, openLink, frame.draw);
  serveIpc({
    ipcMain,
    isTrusted: (event) => isFromOurPage(event, window?.webContents ?? null),
    createContext: () => ({ app: backend.app, host }),
    onBug: (path, cause) => parts.log.error({ path, error: describe(cause) }, "A call failed"),
    onRefused: (reason) => parts.log.warn({ reason }, "A call over IPC was refused"),
  });
  const focus = () => focusWindow(window);
  notifyWhenDue(backend.app, { create: (options) => new Notification(options), isSupported: Notification.isSupported, focus });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, () => void shell.openPath(dataFolder))));
  app.on("second-instance", focus);
  endInOrder(() => backend.close(), parts.log);

  const show = () =>
    openAppWindow({
      places: stores.desktop,
      out,
      hasDevTools: !app.isPackaged,
      onMade(made) {
        window = made;
        // While Chromium starts the process of the page.
        void frame.warmUp(backend.app);
        made.once("closed", () => {
          window = null;
        });
      },
    });
  app.on("activate", () => {
    if (window === null) void show();
  });
  app.on("window-all-closed", () => {
    // On macOS an application without windows goes on: it still sends what is due.
    if (process.platform !== "darwin") app.quit();
  });
  await show();
}

/** Every guard on every page that is ever made, before the first one is. */
function guardEverything(openLink: (address: string) => Promise<boolean>): void {
  denyPermissions(session.defaultSession);
  denyForeignRequests(session.defaultSession);
  app.on("web-contents-created", (_event, contents) => {
    denyNavigation(contents);
    denyNewWindows(contents, (address) => void openLink(address));
  });
}

function createHost(
  dataFolder: string,
  out: string,
  openLink: (address: string) => Promise<boolean>,
  drawFirstFrame: DrawFirstFrame,
): Host {
  const { electron, chrome, node } = process.versions;
  return {
    info: {
      kind: "electron",
      version: app.getVersion(),
      dataFolder,
      runtime: `Electron ${electron ?? "?"}, Chromium ${chrome ?? "?"}, Node ${node}`,
    },
    licences: () => readLicences(join(out, "licences.json")),
    async openExternal(url) {
      const isOpened = await openLink(url);
      if (!isOpened) throw new TRPCError({ code: "FORBIDDEN", message: "This address was not opened." });
    },
    drawFirstFrame,
  };
}

/** Lets the delivery under way end and the file close before the process does. */
function endInOrder(close: () => Promise<void>, log: BackendOptions["log"]): void {
  let state: "running" | "closing" | "closed" = "running";
  app.on("before-quit", (event) => {
    if (state === "closed") return;
    event.preventDefault();
    if (state === "closing") return;
    state = "closing";
    void close()
      .catch((cause: unknown) => log.error({ error: describe(cause) }, "Closing failed"))
      .finally(() => {
        state = "closed";
        app.quit();
      });
  });
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
