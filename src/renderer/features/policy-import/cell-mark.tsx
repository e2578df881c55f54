import { VisuallyHidden } from "@mantine/core";
import { IconCheck, IconHelpCircle, IconMinus } from "../../ui/icons.ts";
import type { CellState } from "./cell-links.ts";
import classes from "./source-pane.module.css";

const looks = {
  rule: { word: "Read", icon: IconCheck },
  open: { word: "Decide", icon: IconHelpCircle },
  ignored: { word: "Not a notice", icon: IconMinus },
} as const;

/** What became of a cell, as an icon and a word; in a table of many, what is no notice has the icon only. */
export function CellMark({ state, isBrief = false }: { readonly state: CellState; readonly isBrief?: boolean }) {
  if (state === "none") return null;
  const { word, icon: Icon } = looks[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Icon size={12} stroke={2.5} aria-hidden="true" />
      {isBrief && state === "ignored" ? <VisuallyHidden>{word}</VisuallyHidden> : word}
    </span>
  );
}
