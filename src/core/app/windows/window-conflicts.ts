import type { ConflictMark, WindowConflicts, WindowSpan } from "../../domain/conflicts/conflict.ts";
import { type ConflictIndex, indexConflicts } from "../../domain/conflicts/conflicts.ts";
import { day, hour, type Instant } from "../../domain/instant.ts";
import type { Window } from "../../domain/window.ts";
import type { ReadStore } from "../../ports/store.ts";

/**
 * How far around a window others can stand against it: two windows can share a customer's day without sharing a moment,
 * and a day is at most 25 hours long.
 */
const around = day + 2 * hour;

/** What stands against a window at its time, by what the file holds around it. */
export function conflictsOf(store: ReadStore, window: Window): WindowConflicts {
  const span = spanOf(window);
  return indexBetween(store, span.startAt, span.endAt).conflictsOf(span);
}

/** The windows that overlap `[from, to)` and have conflicts. */
export function conflictsBetween(store: ReadStore, from: Instant, to: Instant): readonly ConflictMark[] {
  const shown = new Set(store.windowsBetween(from, to).map(({ id }) => id));
  return indexBetween(store, from, to)
    .allConflicts()
    .filter(({ windowId }) => shown.has(windowId));
}

/** Knows all conflicts of windows that overlap `[from, to)`. Reads no more of the file than these and their days. */
export function indexBetween(store: ReadStore, from: Instant, to: Instant): ConflictIndex {
  const { services, customers } = store.directory();
  return indexConflicts({
    windows: store.windowsBetween(from - around, to + around),
    services,
    customers,
    freezes: store.freezes(),
  });
}

/** A window as conflicts see it. */
export function spanOf(window: Window): WindowSpan {
  const { id, reference, title, serviceIds, start, end, outcome, customersAffected, lead, engineers, group } = window;
  return {
    id,
    reference,
    title,
    serviceIds,
    startAt: start.at,
    endAt: end.at,
    outcome: outcome.kind,
    customersAffected,
    people: [lead, ...engineers],
    groupId: group?.id ?? null,
  };
}
