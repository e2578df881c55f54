import { join } from "node:path";
import { BrowserWindow, type BrowserWindowConstructorOptions, screen } from "electron";
import { appAddress } from "./app-origin.ts";
import { type OpeningPlace, placeOnDisplays, smallest, type WindowPlace } from "./window-place.ts";

/** Where the window's place is remembered; electron-store has this shape. */
export type PlaceStore = { get(name: "window"): unknown; set(name: "window", place: WindowPlace): void };

/** How the window is made: a page without Node, in a sandbox and a world of its own. */
function windowOptions(place: OpeningPlace, out: string, hasDevTools: boolean): BrowserWindowConstructorOptions {
  const { isMaximised: _isMaximised, ...bounds } = place;
  return {
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: "Forewarn",
    icon: join(out, "..", "resources", "icons", "forewarn.png"),
    webPreferences: {
      preload: join(out, "preload", "preload.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch its dictionaries from the internet.
      spellcheck: false,
      devTools: hasDevTools,
    },
  };
}

/** Opens the window where it was, and remembers where it is when it closes. */
export async function openAppWindow(options: {
  readonly places: PlaceStore;
  readonly out: string;
  readonly hasDevTools: boolean;
  /** Called before the page is loaded: from then on its calls are trusted. */
  readonly onMade: (window: BrowserWindow) => void;
}): Promise<void> {
  const place = placeOnDisplays(
    options.places.get("window"),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow(windowOptions(place, options.out, options.hasDevTools));
  options.onMade(window);
  window.once("ready-to-show", () => {
    if (place.isMaximised) window.maximize();
    window.show();
  });
  window.on("close", () => {
    options.places.set("window", { ...window.getNormalBounds(), isMaximised: window.isMaximized() });
  });
  await window.loadURL(appAddress);
}

/** Brings the window to the front, wherever it is. */
export function focusWindow(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
