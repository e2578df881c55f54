import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { WindowAssessment } from "../../../core/app/windows/window-assessment.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { PlannedNotice } from "../../../core/domain/notice.ts";
import { describeShare } from "../../../core/domain/uptime/uptime-text.ts";
import { followedBy, type WallInput, wallInputAt } from "../../../core/domain/wall-input.ts";
import type { WindowDraft } from "../../../core/domain/window-draft.ts";
import { useCoordinatorZone } from "../../api/use-workspace.ts";
import { useNow } from "../../state/now.ts";
import { ConflictList } from "../../ui/conflict-list.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { NextFreeSlot } from "../../ui/next-free-slot.tsx";
import { PlanExplanation } from "../../ui/plan-explanation.tsx";
import { gravestPromise, lastTurn, recipientTimes } from "../../ui/plan-words.ts";
import { PromiseReport } from "../../ui/promise-report.tsx";
import { TimeText } from "../../ui/time-text.tsx";
import { timeText } from "../../ui/time-words.ts";
import { TonedLine } from "../../ui/toned-line.tsx";
import { count, stageWords } from "../../ui/words.ts";
import { asInput } from "./form-draft.ts";
import classes from "./plan-preview.module.css";
import type { Assessment } from "./use-assessment.ts";
import { isHeldUp } from "./wrong-fields.ts";

type Props = {
  readonly draft: WindowDraft;
  readonly assessment: Assessment;
  readonly directory: Directory;
  /** The stored window that would change, or null. */
  readonly windowId: string | null;
  /** Whether a stored window would change, so that what was told matters. */
  readonly isChange: boolean;
  readonly onUseStart: (start: WallInput, end: WallInput) => void;
};

/** What saving would bring about, as it stands: promises, conflicts, what was told, and every notice with its due time. */
export function PlanPreview({ draft, assessment, directory, windowId, isChange, onUseStart }: Props) {
  const { view } = assessment;
  if (view === null || view.plan === null) {
    return (
      <>
        <ErrorNote error={assessment.error} />
        <p className={classes.waiting}>
          {isHeldUp(assessment.errors)
            ? "The plan appears here once the marked fields are in order."
            : "The plan appears here as soon as title, change type, services, start and end are there: every notice that is owed, and whether the promised notice is kept."}
        </p>
      </>
    );
  }
  return (
    <div className={classes.preview} aria-busy={assessment.isPending}>
      <Promises view={view} draft={draft} onUseStart={onUseStart} />
      {view.conflicts.count > 0 && <Conflicts view={view} draft={draft} windowId={windowId} onUseStart={onUseStart} />}
      <Uptime shares={view.uptime} />
      {isChange && <Consequence consequence={view.consequence} />}
      <Notices plan={view.plan} directory={directory} />
    </div>
  );
}

function Promises({ view, draft, onUseStart }: Pick<Props, "draft" | "onUseStart"> & { readonly view: WindowAssessment }) {
  const { earliestStart, promises } = view;
  const start = earliestStart === null ? null : wallInputAt(earliestStart, draft.zone);
  const end = start === null ? null : followedBy(draft.start.wall, draft.end.wall, start.wall);
  return (
    <PromiseReport promises={promises} earliestStart={earliestStart} zone={draft.zone}>
      {start !== null && end !== null && earliestStart !== null && (
        <div className={classes.lineAction}>
          <Button size="xs" variant="default" onClick={() => onUseStart(start, { wall: end, occurrence: null })}>
            Start {timeText(earliestStart, draft.zone)} instead
          </Button>
          <Button size="xs" variant="default" onClick={() => document.getElementById("field-shortNotice")?.focus()}>
            Keep it and say why
          </Button>
        </div>
      )}
    </PromiseReport>
  );
}

function Conflicts({
  view: { conflicts },
  draft,
  windowId,
  onUseStart,
}: {
  readonly view: WindowAssessment;
  readonly draft: WindowDraft;
  readonly windowId: string | null;
  readonly onUseStart: Props["onUseStart"];
}) {
  return (
    <TonedLine tone="warning">
      <strong>{count(conflicts.count, "conflict")} at this time</strong>
      <ConflictList conflicts={conflicts} zone={useCoordinatorZone()} />
      <NextFreeSlot
        placed={{ draft: asInput(draft), windowId }}
        zone={draft.zone}
        onTake={(startAt, endAt) => onUseStart(wallInputAt(startAt, draft.zone), wallInputAt(endAt, draft.zone))}
      />
    </TonedLine>
  );
}

/** What the window takes of the promised uptime: what it breaks first, and never a long list. */
function Uptime({ shares }: { readonly shares: WindowAssessment["uptime"] }) {
  const shown = shares.toSorted((one, other) => (one.leftAfterAhead ?? 0) - (other.leftAfterAhead ?? 0)).slice(0, 4);
  return (
    <>
      {shown.map((share) => (
        <TonedLine key={`${share.serviceId} ${share.month}`} tone={(share.leftAfterAhead ?? 0) < 0 ? "bad" : "neutral"}>
          {describeShare(share)}
        </TonedLine>
      ))}
      {shares.length > shown.length && (
        <p>And {count(shares.length - shown.length, "more month", "more months")}: see Uptime once it is saved.</p>
      )}
    </>
  );
}

/** What is said to have changed, for those who heard, and for what waits. */
function Consequence({ consequence }: { readonly consequence: WindowAssessment["consequence"] }) {
  const { peopleToldOldTime: told, unsentNotices, approvedSuperseded } = consequence;
  return (
    <TonedLine tone={told > 0 || approvedSuperseded > 0 ? "warning" : "neutral"}>
      {unsentNotices > 0 && <p>{count(unsentNotices, "unsent notice")} will be planned anew.</p>}
      {approvedSuperseded > 0 && (
        <p>
          {count(approvedSuperseded, "approved delivery", "approved deliveries")} will not leave as approved: review them again.
        </p>
      )}
      {told > 0 ? (
        <p>
          <strong>{count(told, "recipient")}</strong> heard the old time: a correction is drafted for exactly those.
        </p>
      ) : (
        <p>Nobody heard another time, so no correction is needed.</p>
      )}
    </TonedLine>
  );
}

function Notices({ plan, directory }: { readonly plan: readonly PlannedNotice[]; readonly directory: Directory }) {
  if (plan.length === 0) {
    return (
      <TonedLine tone="warning">
        <strong>Nobody would be told.</strong> No rule of the <Link href="/matrix">matrix</Link> fits this change.
      </TonedLine>
    );
  }
  return (
    <ol className={classes.notices} aria-label="Planned notices">
      {plan
        .toSorted((one, other) => one.dueAt - other.dueAt)
        .map((notice) => (
          <PreviewNotice key={notice.key} notice={notice} directory={directory} />
        ))}
    </ol>
  );
}

function PreviewNotice({ notice, directory }: { readonly notice: PlannedNotice; readonly directory: Directory }) {
  const zone = useCoordinatorZone();
  const now = useNow(60_000);
  const [isOpen, setOpen] = useState(false);
  const audience = directory.audiences.find(({ id }) => id === notice.audienceId)?.name ?? "Removed audience";
  const promised = notice.recipients.filter(({ promise }) => promise.kind !== "none");
  const kept = promised.filter(({ promise }) => promise.kind === "kept").length;
  const isBroken = gravestPromise(notice).kind === "broken";
  return (
    <li className={classes.notice}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span>
            <strong>{stageWords[notice.stage]}</strong> {audience}
          </span>
          <span className={classes.noticeDue}>
            {notice.dueAt <= now ? "now, was due " : ""}
            {lastTurn(notice) !== null && "from "}
            <TimeText at={notice.dueAt} zone={zone} />
            {recipientTimes(notice, zone).map((words) => (
              <span key={words}> · {words}</span>
            ))}
          </span>
          {promised.length > 0 && (
            <span className={isBroken ? classes.broken : classes.kept}>
              {isBroken ? "promise broken: " : "promise "}kept for {kept} of {promised.length}
            </span>
          )}
        </summary>
        {isOpen && <PlanExplanation notice={notice} directory={directory} zone={zone} />}
      </details>
    </li>
  );
}
