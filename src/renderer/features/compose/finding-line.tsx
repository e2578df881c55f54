import { Button } from "@mantine/core";
import { useId } from "react";
import { Link } from "wouter";
import type { Finding, Place } from "../../../core/domain/message.ts";
import { FindingWords } from "../../ui/findings/finding-words.tsx";
import { GravityBadge } from "../../ui/findings/gravity-badge.tsx";
import { IconWand } from "../../ui/icons.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import classes from "./compose.module.css";
import type { FactPlace, MendHere } from "./mend-draft.ts";

type LineProps = {
  readonly finding: Finding;
  /** Its words were clicked on in the text. */
  readonly isPointed: boolean;
  readonly windowId: string;
  readonly isAcknowledged: boolean;
  readonly onToggle: () => void;
  /** The reason this error is sent in spite of, or null. */
  readonly overriddenBecause: string | null;
  readonly onOverride: (reason: string | null) => void;
  readonly onShow: (place: Place) => void;
  readonly mend: MendHere | null;
  readonly onMend: (mend: Extract<MendHere, { kind: "edit" }>) => void;
};

/** One finding: how grave, which words, why, and what can be done about it. */
export function FindingLine(props: LineProps) {
  const { finding, isPointed, windowId, isAcknowledged, onToggle, overriddenBecause, onOverride, onShow, mend, onMend } = props;
  const id = useId();
  const { gravity, message } = finding;
  return (
    <li
      className={classes.finding}
      data-pointed={isPointed || undefined}
      data-settled={isAcknowledged || overriddenBecause !== null || undefined}
    >
      <GravityBadge gravity={gravity} />
      <div className={classes.findingText} id={id}>
        <FindingWords finding={finding} onShow={onShow} />
        {message} <PlaceToMend finding={finding} mend={mend} windowId={windowId} />
      </div>
      {mend?.kind === "edit" && (
        <Button
          size="compact-xs"
          variant="default"
          className={classes.mend ?? ""}
          leftSection={<IconWand size={13} stroke={1.75} aria-hidden="true" />}
          aria-describedby={id}
          onClick={() => onMend(mend)}
        >
          {mend.label}
        </Button>
      )}
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

/** Where to mend what is not written here: the fact whose words they are, the window, or the Directory. */
function PlaceToMend({ finding, mend, windowId }: Pick<LineProps, "finding" | "mend" | "windowId">) {
  const { check, part } = finding;
  if (mend?.kind === "fact") {
    const { href, words } = factPlaces(windowId)[mend.place];
    return (
      <>
        These words come from <code>{mend.fact}</code>. <Link href={href}>{words}</Link>
      </>
    );
  }
  if (part !== "plan" && check !== "emptyVariable") return null;
  return ofTheDirectory.has(check) ? (
    <Link href="/directory">Open the Directory</Link>
  ) : (
    <Link href={`/windows/${windowId}/edit`}>Open the window's facts</Link>
  );
}

function factPlaces(windowId: string): Readonly<Record<FactPlace, { readonly href: string; readonly words: string }>> {
  return {
    window: { href: `/windows/${windowId}/edit`, words: "Change it in the window's facts" },
    plan: { href: `/windows/${windowId}`, words: "See the plan" },
    directory: { href: "/directory", words: "Change it in the Directory" },
    settings: { href: "/settings", words: "Change it in Settings" },
  };
}
