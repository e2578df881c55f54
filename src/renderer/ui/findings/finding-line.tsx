import { Button } from "@mantine/core";
import { type ReactNode, useId } from "react";
import type { Finding, Place } from "../../../core/domain/message.ts";
import type { DraftEdit, MendHere } from "../draft-editor/mend-draft.ts";
import { IconWand } from "../icons.ts";
import classes from "./finding-line.module.css";
import { FindingWords } from "./finding-words.tsx";
import { GravityBadge } from "./gravity-badge.tsx";
import { PlaceToMend } from "./place-to-mend.tsx";

type Props = {
  readonly finding: Finding;
  /** What can be done about it here. */
  readonly mend: MendHere;
  readonly onMend: (edit: DraftEdit) => void;
  /** Selects its words in the text. */
  readonly onShow: (place: Place) => void;
  /** The window whose facts the text shows; null for an invented one. */
  readonly windowId: string | null;
  /** Its words were clicked on in the text. */
  readonly isPointed?: boolean;
  /** It was acknowledged or overridden. */
  readonly isSettled?: boolean;
  /** What else can be done about it, told by the id of its words. */
  readonly actions?: (describedBy: string) => ReactNode;
};

/** One finding: how grave, which words, why, and what can be done about it. */
export function FindingLine(props: Props) {
  const { finding, mend, onMend, onShow, windowId, isPointed = false, isSettled = false, actions } = props;
  const id = useId();
  const { edit } = mend;
  return (
    <li className={classes.finding} data-pointed={isPointed || undefined} data-settled={isSettled || undefined}>
      <span className={classes.gravity}>
        <GravityBadge gravity={finding.gravity} />
      </span>
      <div className={classes.text} id={id}>
        <FindingWords finding={finding} onShow={onShow} />
        {finding.message} <PlaceToMend finding={finding} fact={mend.fact} windowId={windowId} />
      </div>
      {edit !== null && (
        <Button
          size="compact-xs"
          variant="default"
          className={classes.mend ?? ""}
          leftSection={<IconWand size={13} stroke={1.75} aria-hidden="true" />}
          aria-describedby={id}
          onClick={() => onMend(edit)}
        >
          {edit.label}
        </Button>
      )}
      {actions?.(id)}
    </li>
  );
}
