import type { TRPCLink } from "@trpc/client";
import type { Contract } from "../../contract/router.ts";
import { token } from "./first-call.ts";
import { httpLinks } from "./http-link.ts";
import { ipcLink } from "./ipc-link.ts";

/** The way to the backend of this host: IPC where the preload script offers it, HTTP otherwise. */
export function createLinks(): TRPCLink<Contract>[] {
  if (window.forewarn !== undefined) return [ipcLink(window.forewarn)];
  return httpLinks({ url: "/api", token });
}
