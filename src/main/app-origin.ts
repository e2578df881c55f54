import type { IpcMainEvent, WebContents, WebFrameMain } from "electron";

/** The page's own scheme and origin. `app://` instead of `file://`: an origin of its own, and no way to the disk. */
export const appScheme = "app";
export const appOrigin = "app://forewarn";
export const appAddress = `${appOrigin}/`;

/** Whether a call comes from our window's main frame with our page in it. */
export function isFromOurPage(event: Pick<IpcMainEvent, "sender" | "senderFrame">, ours: WebContents | null): boolean {
  const frame: WebFrameMain | null = event.senderFrame;
  return ours !== null && frame !== null && event.sender === ours && frame === ours.mainFrame && frame.origin === appOrigin;
}
