import { useSyncExternalStore } from "react";
import type { BaseLocationHook, BaseSearchHook } from "wouter";

/**
 * Places within the application live behind the `#`, search words included (`#/windows/new?line=…`):
 * the host serves one page, and nothing a person typed is ever part of a request.
 */
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("hashchange", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("hashchange", listener);
  };
}

function place(): { path: string; search: string } {
  const [path = "", search = ""] = location.hash.replace(/^#?\/?/u, "").split("?", 2);
  return { path: `/${path}`, search };
}

/** Where the person is now, for use outside components. */
export function currentPath(): string {
  return place().path;
}

/** Goes to a place such as `/windows/new?line=…`. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  const hash = `#${to.startsWith("/") ? to : `/${to}`}`;
  if (options.replace === true) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
  for (const listener of [...listeners]) listener();
}

export const useHashLocation: BaseLocationHook = () => [
  useSyncExternalStore(subscribe, () => place().path),
  (to: string, options?: { replace?: boolean }) => navigate(to, options),
];

export const useHashSearch: BaseSearchHook = () => useSyncExternalStore(subscribe, () => place().search);
