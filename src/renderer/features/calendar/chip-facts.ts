import { useMemo } from "react";
import type { CalendarView } from "../../../core/app/calendar.ts";
import type { ConflictKind } from "../../../core/domain/conflict.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";

/** What a drawn window shows beside its own facts. Most windows have neither. */
export type ChipFacts = {
  /** Of which kinds each window's conflicts are. */
  readonly conflicts: ReadonlyMap<string, readonly ConflictKind[]>;
  readonly seriesIds: ReadonlySet<string>;
};

function chipFacts({ conflicts, seriesIds }: Pick<CalendarView, "conflicts" | "seriesIds">): ChipFacts {
  return {
    conflicts: new Map(conflicts.map(({ windowId, kinds }) => [windowId, kinds])),
    seriesIds: new Set(seriesIds),
  };
}

export function useChipFacts(view: CalendarView): ChipFacts {
  return useMemo(() => chipFacts(view), [view]);
}

/** Whether a window comes again by a rule, or is one phase of a change. */
export function groupKind({ groupId }: WindowSummary, { seriesIds }: ChipFacts): "series" | "phase" | null {
  if (groupId === null) return null;
  return seriesIds.has(groupId) ? "series" : "phase";
}
