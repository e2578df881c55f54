import type { TRPCLink } from "@trpc/client";
import type { ForewarnBridge } from "../../contract/ipc.ts";
import type { Contract } from "../../contract/router.ts";
import { httpLinks } from "./http-link.ts";
import { ipcLink } from "./ipc-link.ts";
import { pageToken } from "./page-token.ts";

declare global {
  interface Window {
    /** Set by the preload script; only in the Electron host. */
    readonly forewarn?: ForewarnBridge;
  }
}

/** The way to the backend of this host: IPC where the preload script offers it, HTTP otherwise. */
export function createLinks(): TRPCLink<Contract>[] {
  if (window.forewarn !== undefined) return [ipcLink(window.forewarn)];
  const token = pageToken(window);
  return httpLinks({ url: "/api", token });
}
