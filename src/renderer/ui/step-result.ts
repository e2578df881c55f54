import type { SeriesStep } from "../../core/app/groups/series-step.ts";
import type { TellResult } from "../../core/app/notices/approving.ts";

/** A step on several windows as the undo toast takes it: nothing of it leaves by itself. */
export function stepResult({ id, batchId, undoUntil }: SeriesStep): TellResult {
  return { batchId, windowId: id, undoUntil, deliveries: 0, notReached: [] };
}

/** What such a step leaves to a person. */
export const draftedAfter = "What is owed to those who heard is drafted: one notice for all of these windows.";
