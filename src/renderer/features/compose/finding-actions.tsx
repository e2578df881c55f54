import { Button } from "@mantine/core";
import type { Finding } from "../../../core/domain/message.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import classes from "./compose.module.css";

type Props = {
  readonly finding: Finding;
  /** The id of the words it is about. */
  readonly describedBy: string;
  readonly isAcknowledged: boolean;
  readonly onToggle: () => void;
  /** The reason this error is sent in spite of, or null. */
  readonly overriddenBecause: string | null;
  readonly onOverride: (reason: string | null) => void;
};

/** How a person decides about a finding that stays: a warning is acknowledged, an error that may be right is overridden. */
export function FindingActions({ finding, describedBy, isAcknowledged, onToggle, overriddenBecause, onOverride }: Props) {
  return (
    <>
      {finding.isOverridable && overriddenBecause === null && (
        <ReasonButton
          size="compact-xs"
          label="Why it must be in this notice"
          isRequired
          tone="bad"
          question="It is sent as it stands. Your name and this reason go into the audit log; what you send does not."
          confirm="Override"
          aria-describedby={describedBy}
          onConfirm={async (reason) => onOverride(reason)}
        >
          Override…
        </ReasonButton>
      )}
      {overriddenBecause !== null && (
        <span className={classes.overridden}>
          Overridden: {overriddenBecause}{" "}
          <Button size="compact-xs" variant="default" aria-describedby={describedBy} onClick={() => onOverride(null)}>
            Take back
          </Button>
        </span>
      )}
      {finding.gravity === "warning" && (
        <label className={classes.acknowledge}>
          <input type="checkbox" checked={isAcknowledged} onChange={onToggle} aria-describedby={describedBy} />
          It is right as it is
        </label>
      )}
    </>
  );
}
