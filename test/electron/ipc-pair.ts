import { EventEmitter } from "node:events";
import type { IpcMainEvent, WebContents, WebFrameMain } from "electron";
import { type ForewarnBridge, type IpcRequest, type IpcResponse, ipcChannels } from "../../src/contract/ipc.ts";
import { appOrigin } from "../../src/main/app-origin.ts";
import { IpcMainStandIn } from "./ipc-main-stand-in.ts";

/** Electron's two ends of IPC, joined: what crosses is cloned and arrives later, as between processes. */
export type IpcPair = {
  readonly ipcMain: IpcMainStandIn;
  readonly bridge: ForewarnBridge;
  readonly contents: WebContents;
  /** Sends a message as a frame of another origin, or one inside the page, would. */
  sendAs(frame: { readonly origin: string; readonly isMainFrame: boolean }, message: unknown): void;
  /** The page was reloaded. */
  reload(): void;
};

export function connectedIpc(): IpcPair {
  const ipcMain = new IpcMainStandIn();
  const page = new EventEmitter();
  const mainFrame = { origin: appOrigin } as WebFrameMain;
  const contents = Object.assign(new EventEmitter(), { mainFrame, isDestroyed: () => false }) as unknown as WebContents;

  function deliver(senderFrame: WebFrameMain, message: unknown): void {
    const event = {
      sender: contents,
      senderFrame,
      reply: (channel: string, response: unknown) => {
        const crossing: unknown = structuredClone(response);
        setImmediate(() => page.emit(channel, crossing));
      },
    } satisfies Pick<IpcMainEvent, "sender" | "senderFrame" | "reply">;
    const crossing: unknown = structuredClone(message);
    setImmediate(() => ipcMain.arrive(ipcChannels.request, event, crossing));
  }

  return {
    ipcMain,
    contents,
    bridge: {
      send: (request: IpcRequest) => deliver(mainFrame, request),
      onResponse(listener: (response: IpcResponse) => void) {
        page.on(ipcChannels.response, listener);
        return () => page.off(ipcChannels.response, listener);
      },
    },
    sendAs: ({ origin, isMainFrame }, message) =>
      deliver(isMainFrame ? Object.assign(mainFrame, { origin }) : ({ origin } as WebFrameMain), message),
    reload: () => contents.emit("did-navigate"),
  };
}
