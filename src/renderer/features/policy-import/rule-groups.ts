import { stages } from "../../../core/domain/matrix.ts";
import type { CellKey } from "./cell-links.ts";
import type { LinkedRule } from "./linked-rules.ts";

/** Rules that tell the same people in the same places by the same words of the policy: one of each per stage. */
export type RuleBlockContent = {
  readonly key: string;
  readonly rules: readonly LinkedRule[];
  /** The rule whose audience, channels, lead and source all of them share. */
  readonly first: LinkedRule;
  readonly cells: readonly CellKey[];
};

export type RuleGroup = {
  readonly changeType: string | null;
  readonly rules: number;
  readonly blocks: readonly RuleBlockContent[];
};

/** Rules by change type, in the policy's order, and within it by whom and where. */
export function groupRules(rules: readonly LinkedRule[]): readonly RuleGroup[] {
  const byType = Map.groupBy(rules, ({ rule }) => rule.changeType);
  return [...byType].map(([changeType, own]) => {
    const byWhom = Map.groupBy(own, ({ rule: { audience, channels, lead, source } }) =>
      JSON.stringify([audience.name, channels, lead, source]),
    );
    const blocks = [...byWhom].flatMap(([key, alike]) => {
      const sorted = alike.toSorted((one, other) => stages.indexOf(one.rule.stage) - stages.indexOf(other.rule.stage));
      const [first] = sorted;
      if (first === undefined) return [];
      return [{ key, first, rules: sorted, cells: [...new Set(sorted.flatMap(({ cells }) => cells))] }];
    });
    return { changeType, rules: own.length, blocks };
  });
}
