import { Button } from "@mantine/core";
import { useId } from "react";
import { Link } from "wouter";
import { type Finding, findingKey } from "../../../core/domain/message.ts";
import { Badge } from "../../ui/badge.tsx";
import { IconAlertCircle, IconAlertTriangle, IconBulb, IconCircleCheck } from "../../ui/icons.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import classes from "./compose.module.css";

/** Why each overridden error is sent all the same, by its key. */
export type Overrides = ReadonlyMap<string, string>;

type Props = {
  readonly findings: readonly Finding[];
  readonly isReady: boolean;
  readonly windowId: string;
  readonly acknowledged: ReadonlySet<string>;
  readonly onAcknowledge: (keys: ReadonlySet<string>) => void;
  readonly overrides: Overrides;
  readonly onOverride: (overrides: Overrides) => void;
  readonly onShow: (finding: Finding) => void;
};

/**
 * What a reader should not get, gravest first. Errors are mended; a secret or a number of a person may be overridden with
 * a reason; a warning is mended or acknowledged by name.
 */
export function CheckerPanel(props: Props) {
  const { findings, isReady, windowId, acknowledged, onAcknowledge, overrides, onOverride, onShow } = props;
  const toggle = (finding: Finding): void => {
    const keys = new Set(acknowledged);
    const key = findingKey(finding);
    if (!keys.delete(key)) keys.add(key);
    onAcknowledge(keys);
  };
  const override = (finding: Finding, reason: string | null): void => {
    const next = new Map(overrides);
    if (reason === null) next.delete(findingKey(finding));
    else next.set(findingKey(finding), reason);
    onOverride(next);
  };
  if (!isReady) return <p className={classes.clear}>Checking…</p>;
  if (findings.length === 0) {
    return (
      <p className={classes.clear}>
        <IconCircleCheck size={17} stroke={1.75} aria-hidden="true" className={classes.good} />
        The checker finds nothing to mend.
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard.
    <ul className={classes.findings} aria-label="What the checker found" tabIndex={0}>
      {findings.map((finding) => (
        <FindingLine
          key={findingKey(finding)}
          finding={finding}
          windowId={windowId}
          isAcknowledged={acknowledged.has(findingKey(finding))}
          onToggle={() => toggle(finding)}
          overriddenBecause={overrides.get(findingKey(finding)) ?? null}
          onOverride={(reason) => override(finding, reason)}
          onShow={() => onShow(finding)}
        />
      ))}
    </ul>
  );
}

type LineProps = {
  readonly finding: Finding;
  readonly windowId: string;
  readonly isAcknowledged: boolean;
  readonly onToggle: () => void;
  /** The reason this error is sent in spite of, or null. */
  readonly overriddenBecause: string | null;
  readonly onOverride: (reason: string | null) => void;
  readonly onShow: () => void;
};

function FindingLine(props: LineProps) {
  const { finding, windowId, isAcknowledged, onToggle, overriddenBecause, onOverride, onShow } = props;
  const id = useId();
  const { check, gravity, quote, part, message } = finding;
  return (
    <li className={classes.finding} data-settled={isAcknowledged || overriddenBecause !== null || undefined}>
      <GravityMark gravity={gravity} />
      <div className={classes.findingText} id={id}>
        {part !== "plan" && quote !== "" && (
          <button type="button" className={classes.quote} onClick={onShow} title="Show it in the text">
            {quote}
          </button>
        )}{" "}
        {message} <PlaceToMend check={check} part={part} windowId={windowId} />
      </div>
      {finding.isOverridable && overriddenBecause === null && (
        <ReasonButton
          size="compact-xs"
          label="Why it must be in this notice"
          isRequired
          tone="bad"
          question="It is sent as it stands. Your name and this reason go into the audit log; what you send does not."
          confirm="Override"
          aria-describedby={id}
          onConfirm={async (reason) => onOverride(reason)}
        >
          Override…
        </ReasonButton>
      )}
      {overriddenBecause !== null && (
        <span className={classes.overridden}>
          Overridden: {overriddenBecause}{" "}
          <Button size="compact-xs" variant="default" aria-describedby={id} onClick={() => onOverride(null)}>
            Take back
          </Button>
        </span>
      )}
      {gravity === "warning" && (
        <label className={classes.acknowledge}>
          <input type="checkbox" checked={isAcknowledged} onChange={onToggle} aria-describedby={id} />
          It is right as it is
        </label>
      )}
    </li>
  );
}

/** What the Directory says of people and channels; all else of a plan is the window's. */
const ofTheDirectory = new Set([
  "internalNoticeOutside",
  "insideVoiceOutside",
  "hiddenInName",
  "lookAlikeName",
  "massMention",
  "callsEverybody",
]);

function PlaceToMend({ check, part, windowId }: Pick<Finding, "check" | "part"> & { readonly windowId: string }) {
  if (part !== "plan" && check !== "emptyVariable") return null;
  return ofTheDirectory.has(check) ? (
    <Link href="/directory">Open the Directory</Link>
  ) : (
    <Link href={`/windows/${windowId}/edit`}>Open the window's facts</Link>
  );
}

function GravityMark({ gravity }: { readonly gravity: Finding["gravity"] }) {
  switch (gravity) {
    case "error":
      return (
        <Badge tone="bad" icon={<IconAlertCircle size={13} stroke={2} aria-hidden="true" />}>
          Error
        </Badge>
      );
    case "warning":
      return (
        <Badge tone="warning" icon={<IconAlertTriangle size={13} stroke={2} aria-hidden="true" />}>
          Warning
        </Badge>
      );
    case "hint":
      return <Badge icon={<IconBulb size={13} stroke={2} aria-hidden="true" />}>Hint</Badge>;
  }
}
