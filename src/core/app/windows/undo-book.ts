import { takenBackTo } from "../../domain/calendar/calendar-entry.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Notice } from "../../domain/notice.ts";
import type { Window } from "../../domain/window.ts";
import type { WriteStore } from "../../ports/store.ts";

/** A window with all that was planned and sent for it, as it was before a step that can be undone. */
export type Before = { readonly window: Window; readonly notices: readonly Notice[]; readonly deliveries: readonly Delivery[] };

/** How to take one step back: puts things as they were and says how many deliveries it cancelled. */
export type UndoStep = { readonly windowId: string; readonly restore: (store: WriteStore, now: Instant) => number };

/**
 * What can be taken back, by batch. In memory only: an undo is a matter of seconds,
 * and after a crash the approved deliveries speak for themselves.
 */
export type UndoBook = {
  keep(batchId: string, until: Instant, step: UndoStep): void;
  take(batchId: string, now: Instant): UndoStep | null;
};

export function createUndoBook(): UndoBook {
  const kept = new Map<string, { readonly step: UndoStep; readonly until: Instant }>();
  return {
    keep(batchId, until, step) {
      for (const [id, entry] of kept) if (entry.until < until - 60_000) kept.delete(id);
      kept.set(batchId, { step, until });
    },
    take(batchId, now) {
      const entry = kept.get(batchId);
      if (entry === undefined || now >= entry.until) return null;
      kept.delete(batchId);
      return entry.step;
    },
  };
}

export function rememberBefore(store: WriteStore, window: Window): Before {
  return { window, notices: store.noticesOf(window.id), deliveries: store.deliveriesOf(window.id) };
}

/** Puts a window, its notices and its unsent deliveries back to how they were. What was made since is cancelled. */
export function restoreBefore(store: WriteStore, before: Before, batchId: string, now: Instant): number {
  // Who fetched the calendar meanwhile has a later number than the window had before.
  store.saveWindow(takenBackTo(before.window, store.window(before.window.id), now));
  const earlierNotices = new Map(before.notices.map((notice) => [notice.id, notice]));
  for (const notice of store.noticesOf(before.window.id)) {
    store.saveNotice(earlierNotices.get(notice.id) ?? { ...notice, state: { kind: "superseded", at: now } });
  }
  const cancelled = cancelBatch(store, batchId, now);
  for (const delivery of before.deliveries) {
    const current = store.delivery(delivery.id);
    if (current?.state.kind === "superseded" && delivery.state.kind !== "superseded") store.saveDelivery(delivery);
  }
  return cancelled;
}

/** Takes a whole batch back that has not left. */
export function cancelBatch(store: WriteStore, batchId: string, now: Instant): number {
  const batch = store.deliveriesOfBatch(batchId);
  for (const delivery of batch) {
    store.saveDelivery({ ...delivery, state: { kind: "cancelled", at: now, reason: "Taken back before it left." } });
  }
  return batch.length;
}
