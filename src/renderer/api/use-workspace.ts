import { useQuery } from "@tanstack/react-query";
import type { Directory, Workspace } from "../../core/domain/directory.ts";
import { trpc } from "./trpc.ts";

/** The workspace on screen. Null only in the instant before it is read: pages are drawn within one. */
export function useWorkspace(): Workspace | null {
  return useQuery(trpc.workspace.view.queryOptions()).data?.workspace ?? null;
}

/** The coordinator's zone: the first clock on every screen. */
export function useCoordinatorZone(): Workspace["zone"] {
  return useWorkspace()?.zone ?? "UTC";
}

/** Everyone and everything a name can be looked up for; null until it is read. */
export function useDirectory(): Directory | null {
  return useQuery(trpc.directory.all.queryOptions()).data ?? null;
}
