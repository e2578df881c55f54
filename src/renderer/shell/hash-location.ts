import { useSyncExternalStore } from "react";
import type { BaseLocationHook, BaseSearchHook } from "wouter";
import { currentPlace } from "../state/place.ts";

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

/** Goes to a place such as `/windows/new?line=…`. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  const hash = `#${to.startsWith("/") ? to : `/${to}`}`;
  if (options.replace === true) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
  for (const listener of [...listeners]) listener();
}

export const useHashLocation: BaseLocationHook = () => [
  useSyncExternalStore(subscribe, () => currentPlace().path),
  (to: string, options?: { replace?: boolean }) => navigate(to, options),
];

export const useHashSearch: BaseSearchHook = () => useSyncExternalStore(subscribe, () => currentPlace().search);
