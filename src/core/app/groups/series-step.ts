import type { Instant } from "../../domain/instant.ts";
import type { Series } from "../../domain/recurrence/series.ts";
import type { Window } from "../../domain/window.ts";
import type { ReadStore, WriteStore } from "../../ports/store.ts";
import { type Answer, done, noSuchWindow, refuse } from "../answer.ts";
import { tellPlansChanged } from "../changes.ts";
import type { Dependencies } from "../dependencies.ts";
import { undoMilliseconds } from "../notices/approving.ts";
import { storePlan } from "../planning/planning.ts";
import { planNewWindow } from "../windows/new-window.ts";
import { rememberBefore, restoreBefore, type UndoBook } from "../windows/undo-book.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import { settleGroup } from "./group-changes.ts";
import { endSeries, type Reshaped } from "./series-changes.ts";

/** What a step on several windows did. It can be taken back until `undoUntil`, as `windows.undo` does. */
export type SeriesStep = {
  readonly id: string;
  readonly windows: number;
  readonly batchId: string;
  readonly undoUntil: Instant;
};

/** Runs a step on a window of a series, in one transaction, if it is still as it was seen. It can be taken back for ten seconds. */
export type RunSeriesStep = (
  id: string,
  revision: number,
  what: string,
  work: (writing: WriteStore, window: Window, series: Series, now: Instant) => Answer<Reshaped>,
) => Promise<Answer<SeriesStep>>;

export function createSeriesSteps(
  { store, clock, ids, changes, holidays: calendar }: Pick<Dependencies, "store" | "clock" | "ids" | "changes" | "holidays">,
  undoBook: UndoBook,
): RunSeriesStep {
  return async (id, revision, what, work) => {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    const holidays = await calendar.load();
    const now = clock.now();
    const answer = store.write((writing): Answer<SeriesStep> => {
      const found = seriesOfWindow(writing, id);
      if (!found.ok) return found;
      const { window, series } = found.value;
      if (window.revision !== revision) {
        return refuse("changedMeanwhile", "This window was changed in the meantime. Nothing was saved. Look at it again.");
      }
      const reshaped = work(writing, window, series, now);
      if (!reshaped.ok) return reshaped;
      const { changed, added, series: after } = reshaped.value;
      const before = changed.map(({ from }) => rememberBefore(writing, from));
      const batchId = ids.next();
      for (const one of after) writing.saveSeries(one);
      for (const { to } of changed) writing.saveWindow(to);
      for (const one of added) writing.saveWindow(one);
      for (const { from, to } of changed) {
        storePlan(writing, to, holidays, now, "windowChanged", ids);
        writing.appendAudit({
          at: now,
          who: workspaceIn(writing).coordinator.name,
          what,
          subjectId: to.id,
          before: from,
          after: { ...to, batchId },
        });
      }
      for (const one of added) planNewWindow(writing, ids, one, what, holidays, now);
      settleGroup(
        writing,
        [...changed.flatMap(({ from, to }) => [to, from.group?.id === to.group?.id ? to : from]), ...added],
        holidays,
        now,
        ids,
      );
      const undoUntil = now + undoMilliseconds;
      undoBook.keep(batchId, undoUntil, {
        windowId: id,
        restore: (restoring, at) => {
          for (const one of after) restoring.saveSeries({ ...one, exceptions: [], rule: endSeries(one.rule, one.start) });
          restoring.saveSeries(series);
          for (const one of added) dropAdded(restoring, one, at);
          return before.reduce((sum, one) => sum + restoreBefore(restoring, one, batchId, at), 0);
        },
      });
      return done({ id, windows: changed.length + added.length, batchId, undoUntil });
    });
    if (answer.ok) tellPlansChanged(changes, null);
    return answer;
  };
}

/** A window that only a step made is not kept when the step is taken back: nobody heard of it. */
function dropAdded(restoring: WriteStore, window: Window, at: Instant): void {
  const current = restoring.window(window.id) ?? window;
  const note = "The step that planned it was taken back.";
  restoring.saveWindow({ ...current, revision: current.revision + 1, group: null, outcome: { kind: "cancelled", at, note } });
  for (const notice of restoring.noticesOf(window.id)) restoring.saveNotice({ ...notice, state: { kind: "superseded", at } });
}

export function seriesOfWindow(reading: ReadStore, id: string): Answer<{ readonly window: Window; readonly series: Series }> {
  const window = reading.window(id);
  if (window === null) return noSuchWindow;
  const series = window.group?.kind === "series" ? reading.series(window.group.id) : null;
  if (series === null) return refuse("notPossible", "This window does not repeat. Nothing was changed.");
  return done({ window, series });
}
