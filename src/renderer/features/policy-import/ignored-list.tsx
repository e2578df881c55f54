import { Button } from "@mantine/core";
import { useState } from "react";
import type { PolicyReading } from "../../../core/domain/policy.ts";
import { IconMinus } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { type CellKey, keyOfCell } from "./cell-links.ts";
import { pointsAt } from "./pointed-cells.ts";
import classes from "./rule-list.module.css";

/** Entries shown at first and added by each step. */
const entriesAtOnce = 60;

type Props = { readonly ignored: PolicyReading["ignored"]; readonly onShowSource: (key: CellKey) => void };

/** The parts of the policy that make no notice, each with the reason. */
export function IgnoredList({ ignored, onShowSource }: Props) {
  const [shown, setShown] = useState(entriesAtOnce);
  return (
    <Panel title="Not notices" detail={ignored.length} content="rows">
      {ignored.slice(0, shown).map(({ cell, why }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other identity and never move.
        <div key={place} className={classes.ignored} {...pointsAt([keyOfCell(cell)])}>
          <IconMinus size={14} stroke={2} aria-hidden="true" />
          <div>
            {cell.words.trim() === "" ? (
              <span className={classes.lead}>An empty cell</span>
            ) : (
              <button type="button" onClick={() => onShowSource(keyOfCell(cell))} title="Show it in the policy">
                <q>{cell.words}</q>
              </button>
            )}
            <p>{why}</p>
          </div>
        </div>
      ))}
      {shown < ignored.length && (
        <Button variant="subtle" fullWidth onClick={() => setShown(shown + entriesAtOnce)}>
          Show {Math.min(entriesAtOnce, ignored.length - shown)} more of {ignored.length}
        </Button>
      )}
    </Panel>
  );
}
