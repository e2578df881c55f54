import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import { type ForewarnBridge, type IpcResponse, ipcChannels } from "../contract/ipc.ts";

/** All the page gets of Electron: sending a call and hearing answers, on two channels named here. */
const bridge = {
  send(request) {
    ipcRenderer.send(ipcChannels.request, request);
  },
  onResponse(listener) {
    // The event itself stays here: it would hand the page a sender.
    const hear = (_event: IpcRendererEvent, response: IpcResponse) => listener(response);
    ipcRenderer.on(ipcChannels.response, hear);
    return () => {
      ipcRenderer.removeListener(ipcChannels.response, hear);
    };
  },
} satisfies ForewarnBridge;

contextBridge.exposeInMainWorld("forewarn", bridge);
