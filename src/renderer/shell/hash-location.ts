import { useSyncExternalStore } from "react";
import type { BaseLocationHook, BaseSearchHook } from "wouter";
import { currentPlace } from "../state/place.ts";

/**
 * Places within the application live behind the `#`, search words included (`#/windows/new?line=…`):
 * the host serves one page, and nothing a person typed is ever part of a request.
 */
const listeners = new Set<() => void>();
/** Read once for each change: every link and page asks for it whenever it is drawn. */
let place = currentPlace();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  place = currentPlace();
  for (const listener of [...listeners]) listener();
}

// Where the first frame is drawn, nobody goes anywhere.
if (typeof addEventListener === "function") addEventListener("hashchange", tell);

/** Goes to a place such as `/windows/new?line=…`. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  const hash = `#${to.startsWith("/") ? to : `/${to}`}`;
  if (options.replace === true) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
  tell();
}

/** The first frame is Today's, and is taken over as such even where somebody is on the way to another place. */
const firstPath = (): string => "/today";
const firstSearch = (): string => "";

export const useHashLocation: BaseLocationHook = () => [
  useSyncExternalStore(subscribe, () => place.path, firstPath),
  (to: string, options?: { replace?: boolean }) => navigate(to, options),
];

export const useHashSearch: BaseSearchHook = () => useSyncExternalStore(subscribe, () => place.search, firstSearch);
