import type { Holidays } from "../../domain/holidays.ts";
import { day, type Instant, minute } from "../../domain/instant.ts";
import type { Series } from "../../domain/recurrence/series.ts";
import type { WriteStore } from "../../ports/store.ts";
import { tellPlansChanged } from "../changes.ts";
import type { Dependencies } from "../dependencies.ts";
import { storePlan } from "../planning/planning.ts";
import { mostAhead, placedStart, placeSeries, plannedUntil, planOccurrences } from "./series-windows.ts";

/** The look ahead at every series, once an hour. */
export type SeriesAhead = {
  /** Plans what came into reach since the last look, and what the window announces whose turn it is. */
  tick(now: Instant, holidays: Holidays): void;
  /** Whether an hour has passed since the last look. */
  isDue(now: Instant): boolean;
};

const looksEvery = 60 * minute;

/** Who plans what a rule gives when its time comes, in the audit log. */
const theRule = "The series: planned ahead by its rule";

export function createSeriesAhead({ store, ids, changes }: Pick<Dependencies, "store" | "ids" | "changes">): SeriesAhead {
  let lookedAt = Number.NEGATIVE_INFINITY;

  /** Plans what came into reach, and the window whose turn it is to announce. */
  function lookAhead(writing: WriteStore, series: Series, holidays: Holidays, now: Instant): void {
    const ahead = writing.windowsOfGroup(series.id).filter(({ outcome, start }) => outcome.kind === "open" && start.at > now);
    const until = plannedUntil(series, now);
    const room = mostAhead - ahead.length;
    if (room > 0 && series.plannedUntil < until - day) {
      const placed = placeSeries(series, series.plannedUntil, until, [], room);
      if (placed.kind === "placed") {
        writing.saveSeries({ ...series, plannedUntil: placed.until });
        const isNew = placed.occurrences.filter((one) => placedStart(one) >= now);
        planOccurrences(writing, ids, series, isNew, "series.planAhead", holidays, now, theRule);
        if (isNew.length > 0) tellPlansChanged(changes, null);
      }
    }
    const [announcer] = ahead;
    if (announcer !== undefined) storePlan(writing, announcer, holidays, now, "matrixChanged", ids);
  }

  return {
    isDue: (now) => now - lookedAt >= looksEvery,
    tick(now, holidays) {
      lookedAt = now;
      for (const { id } of store.read((reading) => reading.allSeries())) {
        store.write((writing) => {
          const series = writing.series(id);
          if (series !== null) lookAhead(writing, series, holidays, now);
        });
      }
    },
  };
}
