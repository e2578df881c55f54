import type { Instant } from "../instant.ts";
import type { Window } from "../window.ts";

/**
 * The number of a window's calendar entry (SEQUENCE, RFC 5545, 3.8.7.4): it grows by one with every change, and never
 * goes back, although a step that is undone gives the window its former revision back. Somebody may have had the file
 * in between, and a calendar ignores an entry with a lower number than its own. A backup that is restored moves it ahead of
 * whatever may have been told since (`numberedAfterRestore`).
 */
export function sequenceOf(window: Pick<Window, "revision" | "takenBack">): number {
  return window.revision + (window.takenBack ?? 0);
}

/** A window put back to how it was, as one more change of its calendar entry. */
export function takenBackTo(before: Window, current: Window | null, now: Instant): Window {
  if (current === null || current.revision === before.revision) return before;
  return { ...before, takenBack: sequenceOf(current) + 1 - before.revision, changedAt: now };
}

/** When what a window says was last changed. A file from before says it only of its times and its outcome. */
export function lastChangedAt({ createdAt, changedAt, formerTimes, outcome }: Window): Instant {
  const times = [createdAt, changedAt ?? 0, formerTimes.at(-1)?.replacedAt ?? 0];
  return Math.max(...times, outcome.kind === "open" ? 0 : outcome.at);
}
