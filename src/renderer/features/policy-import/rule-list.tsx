import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { Panel } from "../../ui/panel.tsx";
import { count } from "../../ui/words.ts";
import type { CellKey } from "./cell-links.ts";
import type { LinkedRule } from "./linked-rules.ts";
import { RuleBlock } from "./rule-block.tsx";
import { groupRules } from "./rule-groups.ts";
import classes from "./rule-list.module.css";

/** Blocks shown at first and added by each step. */
const blocksAtOnce = 40;

type Props = {
  readonly rules: readonly LinkedRule[];
  /** Channels that stand for a choice nobody has made yet. */
  readonly undecided: ReadonlySet<string>;
  readonly onShowSource: (key: CellKey) => void;
};

/** The rules as they would be added, by change type. */
export function RuleList({ rules, undecided, onShowSource }: Props) {
  const [shown, setShown] = useState(blocksAtOnce);
  const groups = useMemo(() => groupRules(rules), [rules]);
  const total = groups.reduce((sum, { blocks }) => sum + blocks.length, 0);
  let left = shown;
  const visible = groups.flatMap((group) => {
    const blocks = group.blocks.slice(0, Math.max(0, left));
    left -= blocks.length;
    return blocks.length === 0 ? [] : [{ ...group, blocks }];
  });
  return (
    <section className={classes.list} aria-labelledby="policy-rules">
      <header className={classes.header}>
        <h2 id="policy-rules">{count(rules.length, "rule")}</h2>
        <span>as they would stand in the matrix</span>
      </header>
      {visible.map(({ changeType, rules: amount, blocks }) => (
        <Panel
          key={changeType ?? ""}
          title={changeType ?? "Every change type"}
          detail={count(amount, "rule")}
          content="rows"
          className={classes.group ?? ""}
        >
          {blocks.map((block) => (
            <RuleBlock key={block.key} block={block} undecided={undecided} onShowSource={onShowSource} />
          ))}
        </Panel>
      ))}
      {shown < total && (
        <Button variant="default" onClick={() => setShown(shown + blocksAtOnce)}>
          Show more rules
        </Button>
      )}
    </section>
  );
}
