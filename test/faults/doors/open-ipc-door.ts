import type { IpcResponse } from "../../../src/contract/ipc.ts";
import { isFromOurPage } from "../../../src/main/app-origin.ts";
import { serveIpc } from "../../../src/main/ipc-server.ts";
import type { TestApp } from "../../builders/open-test-app.ts";
import { hostWithBug } from "../../contract/host.ts";
import { connectedIpc, type IpcPair } from "../../electron/ipc-pair.ts";

export type IpcDoor = {
  /** Sends a message as a frame would, and gives what was answered: by `patience` milliseconds, or as soon as there is something. */
  send(frame: Parameters<IpcPair["sendAs"]>[0], message: unknown, patience: number): Promise<readonly IpcResponse[]>;
};

/** Electron's IPC over a real backend, with the stand-in's two ends. */
export function openIpcDoor(app: TestApp): IpcDoor {
  const pair = connectedIpc();
  let heard: IpcResponse[] = [];
  pair.bridge.onResponse((response) => heard.push(response));
  serveIpc({
    ipcMain: pair.ipcMain,
    isTrusted: (event) => isFromOurPage(event, pair.contents),
    createContext: () => ({ app: app.app, host: hostWithBug }),
    onBug: () => undefined,
    onRefused: () => undefined,
  });
  return {
    async send(frame, message, patience) {
      heard = [];
      pair.sendAs(frame, message);
      const until = performance.now() + patience;
      do await new Promise((resolve) => setTimeout(resolve, 10));
      while (heard.length === 0 && performance.now() < until);
      return heard;
    },
  };
}
