import { Button } from "@mantine/core";
import type { WindowAssessment } from "../../../core/app/windows/window-assessment.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { ConflictList } from "../conflict-list.tsx";
import { NextFreeSlot } from "../next-free-slot.tsx";
import { PromiseReport } from "../promise-report.tsx";
import { timeText } from "../time-words.ts";
import { TonedLine } from "../toned-line.tsx";
import { count } from "../words.ts";
import classes from "./move-window.module.css";
import type { ProposedTimes } from "./proposed-move.ts";

type Props = {
  readonly assessment: WindowAssessment;
  readonly zone: ZoneId;
  readonly windowId: string;
  /** The times that were assessed, as wall times of the window's own zone. */
  readonly times: ProposedTimes;
  readonly onUseStart: (at: Instant) => void;
};

/** What a move means in a few lines: who must be told again, whether promises are kept, and what it contradicts. */
export function MoveConsequences({ assessment, zone, windowId, times, onUseStart }: Props) {
  const { consequence, earliestStart, promises, cascade } = assessment;
  const { before, after } = cascade?.promises ?? { before: nothing, after: nothing };
  const { peopleToldOldTime: told, approvedSuperseded, unsentNotices } = consequence;
  return (
    <div className={classes.lines}>
      <TonedLine tone={told > 0 || approvedSuperseded > 0 ? "warning" : "neutral"}>
        {told > 0 ? (
          <>
            <strong>{count(told, "recipient")}</strong> heard the old time: a correction is drafted for exactly those.
          </>
        ) : (
          "Nobody has heard the old time, so no correction is needed."
        )}{" "}
        {unsentNotices > 0 && `${count(unsentNotices, "unsent notice is", "unsent notices are")} planned anew. `}
        {approvedSuperseded > 0 &&
          `${count(approvedSuperseded, "approved message")} will not leave as approved: review ${approvedSuperseded === 1 ? "it" : "them"} again.`}
      </TonedLine>
      <PromiseReport promises={promises} earliestStart={earliestStart} zone={zone}>
        {(before.broken > 0 || after.broken > 0) && (
          <p className={classes.beforeAfter}>
            Broken where it lies now: {before.broken}. Broken there: <strong>{after.broken}</strong>.
          </p>
        )}
        {earliestStart !== null && (
          <div className={classes.lineAction}>
            <Button size="xs" variant="default" onClick={() => onUseStart(earliestStart)}>
              Start {timeText(earliestStart, zone)} instead
            </Button>
          </div>
        )}
      </PromiseReport>
      <MoveConflicts assessment={assessment} zone={zone} windowId={windowId} times={times} onUseStart={onUseStart} />
    </div>
  );
}

type ConflictsProps = Props & {
  /** Nothing is moved yet. */
  readonly isWhereItLies?: boolean;
};

/** What stands against a window's times there, each by its record, with the next start at which nothing would; and how many do now. */
export function MoveConflicts({
  assessment: { conflicts, conflictsBefore },
  zone,
  windowId,
  times,
  onUseStart,
  isWhereItLies,
}: ConflictsProps) {
  const conflictsNow = conflictsBefore?.count ?? 0;
  if (conflicts.count === 0 && conflictsNow === 0) return null;
  return (
    <TonedLine tone={conflicts.count > 0 ? "warning" : "good"}>
      <strong>{conflicts.count === 0 ? "No conflicts" : count(conflicts.count, "conflict")}</strong>
      {isWhereItLies === true
        ? " where it lies now."
        : conflictsNow === 0
          ? ", none where it lies now."
          : `, ${conflictsNow} where it lies now.`}
      {conflicts.count > 0 && (
        <>
          <ConflictList conflicts={conflicts} zone={zone} />
          <NextFreeSlot placed={{ id: windowId, ...times }} zone={zone} onTake={onUseStart} />
        </>
      )}
    </TonedLine>
  );
}

const nothing = { kept: 0, broken: 0 };
