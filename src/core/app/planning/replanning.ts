import type { WriteStore } from "../../ports/store.ts";
import { type Answer, done } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { workspaceIn } from "../workspace-in-use.ts";
import { storePlan } from "./planning.ts";

/** A change to what plans are made from, with what it was before and is after, for the audit log. */
export type Changed = { readonly before: unknown; readonly after: unknown };

/** Changes the matrix or the directory, and plans every open window anew in the same transaction. */
export type Replanning = {
  change(what: string, subjectId: string, work: (writing: WriteStore) => Answer<Changed>): Promise<Answer<null>>;
  /** Plans one window anew, when it turned out later that somebody heard of it. */
  window(windowId: string): Promise<void>;
};

export function createReplanning(dependencies: Dependencies): Replanning {
  const { store, clock, ids, changes, holidays } = dependencies;
  return {
    async change(what, subjectId, work) {
      const holidayOf = await holidays.load();
      const now = clock.now();
      const answer = store.write((writing): Answer<null> => {
        const changed = work(writing);
        if (!changed.ok) return changed;
        for (const windowId of writing.openWindowIds(now)) {
          const window = writing.window(windowId);
          if (window !== null) storePlan(writing, window, holidayOf, now, "matrixChanged", ids);
        }
        writing.appendAudit({ at: now, who: workspaceIn(writing).coordinator.name, what, subjectId, ...changed.value });
        return done(null);
      });
      if (answer.ok) changes.emit({ topic: "notices", windowId: null });
      return answer;
    },
    async window(windowId) {
      const holidayOf = await holidays.load();
      store.write((writing) => {
        const window = writing.window(windowId);
        if (window !== null) storePlan(writing, window, holidayOf, clock.now(), "matrixChanged", ids);
      });
      changes.emit({ topic: "notices", windowId });
    },
  };
}
