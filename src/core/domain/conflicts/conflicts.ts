import type { Instant } from "../instant.ts";
import {
  type Conflict,
  type ConflictMark,
  conflictKinds,
  noConflicts,
  type WindowConflicts,
  type WindowSpan,
} from "./conflict.ts";
import { marksOf } from "./conflicts-marks.ts";
import { findingsFor } from "./conflicts-of-window.ts";
import { type ConflictSources, occupiesTime, recordsOf } from "./conflicts-records.ts";

/** Conflicts told for one window; the rest are counted. */
const conflictsTold = 50;

/**
 * What stands against windows: other windows on their services or on those they depend on, with their people or on their
 * customers' days, freezes, and times outside agreed slots. Nothing is compared with everything: each service, person
 * and zone has a timeline of its own, which is searched.
 */
export interface ConflictIndex {
  /**
   * What stands against a window as it is handed in, whether or not it is among those of the index; its own record there
   * is left out. At most `limit` are told. A window that is over has no conflicts.
   */
  conflictsOf(window: WindowSpan, limit?: number): WindowConflicts;
  /** All windows of the index with conflicts, by start: how many, and of which kinds. */
  allConflicts(): readonly ConflictMark[];
  /**
   * The first start, not before `from` and not after `until`, that lies in the agreed time of all these services; null when
   * there is none.
   */
  firstAgreedStart(serviceIds: readonly string[], from: Instant, length: number, until: Instant): Instant | null;
}

/**
 * Sorts and gathers what conflicts are found among; cancelled and finished windows are left out. The windows must cover
 * the days of whoever is asked about, in every zone: a day and two hours before its start and after its end.
 */
export function indexConflicts(sources: ConflictSources): ConflictIndex {
  const records = recordsOf(sources);
  return {
    conflictsOf(window, limit = conflictsTold) {
      if (!occupiesTime(window)) return noConflicts;
      const found = findingsFor(window, records);
      const kinds = conflictKinds.filter((kind) => found[kind].length > 0);
      const findings = kinds.flatMap((kind) => found[kind]);
      const conflicts: readonly Conflict[] = findings.slice(0, limit).map(({ tell }) => tell());
      return { count: findings.length, kinds, conflicts };
    },
    allConflicts: () => marksOf(records),
    firstAgreedStart(serviceIds, from, length, until) {
      const agreed = serviceIds.flatMap((id) => records.agreedTimes.get(id) ?? []);
      let start = from;
      // Each takes the start to its next agreed time until all agree; a step never goes back.
      for (let agreeing = 0, turn = 0; agreeing < agreed.length; turn += 1) {
        const next = agreed[turn % agreed.length]?.firstFit(start, length, until) ?? null;
        if (next === null) return null;
        agreeing = next === start ? agreeing + 1 : 1;
        start = next;
      }
      return start;
    },
  };
}
