import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { PolicyReading, SourceCell } from "../../../core/domain/policy.ts";
import { IconMinus } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { type CellKey, keyOfCell } from "./cell-links.ts";
import { byReason } from "./ignored-reasons.ts";
import { pointsAt } from "./pointed-cells.ts";
import classes from "./rule-list.module.css";

/** Reasons shown at first and added by each step, and how many of the words behind each. */
const reasonsAtOnce = 60;
const wordsAtOnce = 6;

type Props = { readonly ignored: PolicyReading["ignored"]; readonly onShowSource: (key: CellKey) => void };

/** The parts of the policy that make no notice: each reason once for a part, with the words it is said of. */
export function IgnoredList({ ignored, onShowSource }: Props) {
  const [shown, setShown] = useState(reasonsAtOnce);
  const reasons = useMemo(() => byReason(ignored), [ignored]);
  return (
    <Panel title="Not notices" detail={ignored.length.toLocaleString("en")} content="rows">
      {reasons.slice(0, shown).map(({ key, why, cells, said }) => (
        <Reason key={key} why={why} cells={cells} said={said} onShowSource={onShowSource} />
      ))}
      {shown < reasons.length && (
        <Button variant="subtle" fullWidth onClick={() => setShown(shown + reasonsAtOnce)}>
          Show {Math.min(reasonsAtOnce, reasons.length - shown)} more of {reasons.length} reasons
        </Button>
      )}
    </Panel>
  );
}

type ReasonProps = {
  readonly why: string;
  readonly cells: readonly SourceCell[];
  readonly said: readonly SourceCell[];
  readonly onShowSource: (key: CellKey) => void;
};

function Reason({ why, cells, said, onShowSource }: ReasonProps) {
  const [isWhole, setWhole] = useState(false);
  const visible = isWhole ? said : said.slice(0, wordsAtOnce);
  return (
    <div className={classes.ignored} {...pointsAt(cells.map(keyOfCell))}>
      <IconMinus size={14} stroke={2} aria-hidden="true" />
      <div>
        <p>{why}</p>
        <ul className={classes.ignoredWords}>
          {visible.map((cell) => (
            <li key={`${keyOfCell(cell)} ${cell.words}`}>
              <button type="button" onClick={() => onShowSource(keyOfCell(cell))} title="Show it in the policy">
                {cell.words.trim() === "" ? "an empty cell" : <q>{cell.words}</q>}
              </button>
            </li>
          ))}
          {visible.length < said.length && (
            <li>
              <button type="button" className={classes.ignoredMore} onClick={() => setWhole(true)}>
                and {(said.length - visible.length).toLocaleString("en")} more
              </button>
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}
