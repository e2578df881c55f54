import { useSyncExternalStore } from "react";
import type { Instant } from "../../core/domain/instant.ts";

/** The screen's clock, in whole seconds: one timer for all that tick, and none while nobody looks. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let current: Instant = wholeSecond();
/** What it was when the first frame was drawn, for whoever takes that over. */
let atFirst: Instant = current;

function wholeSecond(): Instant {
  return Math.floor(Date.now() / 1000) * 1000;
}

/** Lets the clock stand where it stood for whoever drew the first frame. It goes on by itself once the page listens to it. */
export function beginAt(instant: Instant): void {
  atFirst = Math.floor(instant / 1000) * 1000;
}

function tick(): void {
  const next = wholeSecond();
  if (next === current) return;
  current = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 250);
  tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
}

/**
 * The present, to the second or to a coarser step in milliseconds; a component is drawn again only when its step changes.
 */
export function useNow(step = 1000): Instant {
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(current / step) * step,
    () => Math.floor(atFirst / step) * step,
  );
}
