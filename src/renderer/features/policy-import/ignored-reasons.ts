import type { PolicyReading, SourceCell } from "../../../core/domain/policy.ts";

/** What is said of cells that make no notice, once for all of a part of which the same is said. */
type IgnoredReason = {
  readonly key: string;
  readonly why: string;
  readonly cells: readonly SourceCell[];
  /** The same without what a merged cell repeats: its words once for each row. */
  readonly said: readonly SourceCell[];
};

/** The cells by the part they stand in and what is said of them, in the order of the first of each. */
export function byReason(ignored: PolicyReading["ignored"]): readonly IgnoredReason[] {
  const groups = Map.groupBy(ignored, ({ cell, why }) => `${cell.table} ${why}`);
  return [...groups].map(([key, entries]) => {
    const cells = entries.map(({ cell }) => cell);
    const said = new Map(cells.toReversed().map((cell) => [`${cell.row} ${cell.words}`, cell]));
    return { key, why: entries[0]?.why ?? "", cells, said: [...said.values()].toReversed() };
  });
}
