import type { Session, WebContents } from "electron";
import { appAddress, appOrigin } from "./app-origin.ts";

/** The only permission the page has: writing to the clipboard after a click ("copy as text"). */
const granted = new Set(["clipboard-sanitized-write"]);

/** Denies every permission but the one above, to every page but ours. */
export function denyPermissions(
  session: Pick<Session, "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler">,
): void {
  const isOurs = (address: string) => address === appOrigin || address.startsWith(appAddress);
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(granted.has(permission) && details.isMainFrame && isOurs(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => granted.has(permission) && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
}

/** Lets the page ask for nothing but its own files: what it shows never reaches the network, whatever it contains. */
export function denyForeignRequests(session: Pick<Session, "webRequest">): void {
  const isAllowed = (address: string) => ["app:", "blob:", "data:", "devtools:"].includes(URL.parse(address)?.protocol ?? "");
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url) }));
}

/** Keeps the window on its page: no navigation, no redirect, no frame that goes elsewhere, no webview. */
export function denyNavigation(contents: WebContents): void {
  contents.on("will-navigate", (event) => {
    // Reloading is a navigation to the same address; places within the application lie behind its `#`.
    if (event.url.split("#", 1)[0] !== appAddress) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame && event.url !== "about:srcdoc") event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
}

/** Opens no window; a link that wants one is handed to `open`, which judges it. */
export function denyNewWindows(contents: WebContents, open: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    open(url);
    return { action: "deny" };
  });
}
