import type { Rule } from "../domain/matrix.ts";
import type { PlannedNotice } from "../domain/notice.ts";
import type { Answer } from "./answer.ts";

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
