import { useMemo } from "react";
import type { CalendarView } from "../../../core/app/calendar/calendar.ts";
import type { ConflictKind } from "../../../core/domain/conflicts/conflict.ts";
import type { PhasePlace } from "../../../core/domain/group.ts";
import type { WindowSummary } from "../../../core/ports/store.ts";

/** What a drawn window shows beside its own facts. Most windows have neither. */
export type ChipFacts = {
  /** Of which kinds each window's conflicts are. */
  readonly conflicts: ReadonlyMap<string, readonly ConflictKind[]>;
  readonly seriesIds: ReadonlySet<string>;
  /** Which phase of how many, of those windows that are one. */
  readonly phases: ReadonlyMap<string, PhasePlace>;
};

function chipFacts({ conflicts, seriesIds, phases }: Pick<CalendarView, "conflicts" | "seriesIds" | "phases">): ChipFacts {
  return {
    conflicts: new Map(conflicts.map(({ windowId, kinds }) => [windowId, kinds])),
    seriesIds: new Set(seriesIds),
    phases: new Map(phases.map(({ windowId, ...place }) => [windowId, place])),
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
