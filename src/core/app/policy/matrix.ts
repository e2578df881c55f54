import type { Rule } from "../../domain/matrix.ts";
import type { PlannedNotice } from "../../domain/notice.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { planFor } from "../planning/planning.ts";
import type { Replanning } from "../planning/replanning.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";

/** What one rule would add to or take from the next windows' plans. */
export type RuleEffect = {
  readonly windowId: string;
  readonly windowTitle: string;
  readonly added: readonly PlannedNotice[];
  readonly removed: readonly PlannedNotice[];
};

export interface Matrix {
  rules(): readonly Rule[];
  /** Adds the rule or replaces the one with its id; open windows are planned anew. */
  save(rule: Rule): Promise<Answer<{ readonly id: string }>>;
  remove(id: string): Promise<Answer<{ readonly id: string }>>;
  /** What saving `rule` would change in the next ten open windows. Nothing is stored. */
  effect(rule: Rule): Promise<readonly RuleEffect[]>;
}

const windowsShown = 10;

export function createMatrix(dependencies: Dependencies, replanning: Replanning): Matrix {
  const { store, clock, ids, changes, holidays } = dependencies;
  return {
    rules: () => store.read((reading) => reading.rules()),
    async save(rule) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const saved = { ...rule, id: rule.id === "" ? ids.next() : rule.id };
      const answer = await replanning.change("matrix.save", saved.id, (writing) => {
        const directory = writing.directory();
        if (!directory.audiences.some(({ id }) => id === rule.audienceId)) {
          return refuse("invalid", "Choose an audience that is in the Directory. Nothing was saved.", "audienceId");
        }
        if (!rule.channelIds.every((channelId) => directory.channels.some(({ id }) => id === channelId))) {
          return refuse(
            "invalid",
            "A chosen channel is no longer in the Directory. Choose again. Nothing was saved.",
            "channelIds",
          );
        }
        const before = writing.rules().find(({ id }) => id === saved.id) ?? null;
        writing.saveRule(saved);
        return done({ before, after: saved });
      });
      changes.emit({ topic: "matrix" });
      return answer.ok ? done({ id: saved.id }) : answer;
    },
    async remove(id) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const answer = await replanning.change("matrix.remove", id, (writing) => {
        const before = writing.rules().find((rule) => rule.id === id);
        if (before === undefined) return refuse("notFound", "There is no such rule any more.");
        writing.removeRule(id);
        return done({ before, after: null });
      });
      changes.emit({ topic: "matrix" });
      return answer.ok ? done({ id }) : answer;
    },
    async effect(rule) {
      const holidayOf = await holidays.load();
      const now = clock.now();
      return store.read((reading) => {
        if (reading.workspace() === null) return [];
        workspaceIn(reading);
        const current = reading.rules();
        const changed = [...current.filter(({ id }) => id !== rule.id), rule];
        return reading
          .openWindowIds(now)
          .slice(0, windowsShown)
          .flatMap((id): RuleEffect[] => {
            const window = reading.window(id);
            if (window === null) return [];
            const before = new Map(planFor(reading, window, holidayOf, now).map((notice) => [identity(notice), notice]));
            const after = new Map(
              planFor(reading, window, holidayOf, now, { rules: changed }).map((notice) => [identity(notice), notice]),
            );
            return [
              {
                windowId: id,
                windowTitle: window.title,
                added: [...after].filter(([key]) => !before.has(key)).map(([, notice]) => notice),
                removed: [...before].filter(([key]) => !after.has(key)).map(([, notice]) => notice),
              },
            ];
          });
      });
    },
  };
}

/** What a person would call the same notice: a rule's changed time or recipients make another one. */
function identity(notice: PlannedNotice): string {
  return JSON.stringify([
    notice.key,
    notice.dueAt,
    notice.recipients.map(({ channelId, customerId, dueAt }) => [channelId, customerId, dueAt]),
  ]);
}
