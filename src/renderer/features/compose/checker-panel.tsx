import { useEffect, useRef } from "react";
import { type Finding, findingKey, type Place } from "../../../core/domain/message.ts";
import type { DraftEdit, MendHere } from "../../ui/draft-editor/mend-draft.ts";
import { FindingLine } from "../../ui/findings/finding-line.tsx";
import { IconAlertCircle, IconCircleCheck } from "../../ui/icons.ts";
import classes from "./compose.module.css";
import { FindingActions } from "./finding-actions.tsx";

/** Why each overridden error is sent all the same, by its key. */
export type Overrides = ReadonlyMap<string, string>;

/** The finding whose words were clicked on; a new one for each click, so that a second click shows it again. */
export type PointedFinding = { readonly key: string };

type Props = {
  readonly findings: readonly Finding[];
  readonly isReady: boolean;
  /** Nothing is looked at that can't be kept. */
  readonly isTooLong: boolean;
  readonly windowId: string;
  readonly acknowledged: ReadonlySet<string>;
  readonly onAcknowledge: (keys: ReadonlySet<string>) => void;
  readonly overrides: Overrides;
  readonly onOverride: (overrides: Overrides) => void;
  readonly pointed: PointedFinding | null;
  readonly onShow: (place: Place) => void;
  /** What can be done about a finding in this draft. */
  readonly mendOf: (finding: Finding) => MendHere;
  readonly onMend: (edit: DraftEdit) => void;
};

/**
 * What a reader should not get, gravest first. Errors are mended; a secret or a number of a person may be overridden with
 * a reason; a warning is mended or acknowledged by name.
 */
export function CheckerPanel(props: Props) {
  const {
    findings,
    isReady,
    isTooLong,
    windowId,
    acknowledged,
    onAcknowledge,
    overrides,
    onOverride,
    pointed,
    onShow,
    mendOf,
    onMend,
  } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (pointed !== null) list.current?.querySelector("[data-pointed]")?.scrollIntoView({ block: "nearest" });
  }, [pointed]);
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
  if (isTooLong) {
    return (
      <p className={classes.clear}>
        <IconAlertCircle size={17} stroke={1.75} aria-hidden="true" className={classes.bad} />
        Nothing is checked until the text is shorter.
      </p>
    );
  }
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
    <ul ref={list} className={classes.findings} aria-label="What the checker found" tabIndex={0}>
      {findings.map((finding) => {
        const key = findingKey(finding);
        const isAcknowledged = acknowledged.has(key);
        const overriddenBecause = overrides.get(key) ?? null;
        return (
          <FindingLine
            key={key}
            finding={finding}
            isPointed={pointed?.key === key}
            isSettled={isAcknowledged || overriddenBecause !== null}
            windowId={windowId}
            onShow={onShow}
            mend={mendOf(finding)}
            onMend={onMend}
            actions={(describedBy) => (
              <FindingActions
                finding={finding}
                describedBy={describedBy}
                isAcknowledged={isAcknowledged}
                onToggle={() => toggle(finding)}
                overriddenBecause={overriddenBecause}
                onOverride={(reason) => override(finding, reason)}
              />
            )}
          />
        );
      })}
    </ul>
  );
}
