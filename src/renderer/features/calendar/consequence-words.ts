import type { WindowAssessment } from "../../../core/app/windows/window-assessment.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { conflictWords } from "../../ui/conflict-words.ts";
import { timeText } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";

/**
 * What letting a window go here would bring about, in one breath:
 * `Moves 14 unsent notices. 6 recipients were told the old time: a correction is drafted. Every promise is kept.`
 */
export function consequenceWords(assessment: WindowAssessment, zone: ZoneId): string {
  const { consequence, cascade, earliestStart, conflicts, problems } = assessment;
  const error = problems.find(({ gravity }) => gravity === "error");
  if (error !== undefined) return error.message;
  const { peopleToldOldTime: told, approvedSuperseded, unsentNotices } = consequence;
  const broken = cascade?.promises.after.broken ?? 0;
  const brokenBefore = cascade?.promises.before.broken ?? 0;
  return [
    unsentNotices === 0 ? "No unsent notices." : `Moves ${count(unsentNotices, "unsent notice")}.`,
    approvedSuperseded === 0 ? "" : `${count(approvedSuperseded, "approved message")} must be approved again.`,
    told === 0
      ? "Nobody was told the old time."
      : `${count(told, "recipient was", "recipients were")} told the old time: a correction is drafted.`,
    earliestStart === null
      ? brokenBefore > 0
        ? "Every promise is then kept."
        : "Every promise is kept."
      : `${count(Math.max(1, broken), "promise")} would be broken; kept from ${timeText(earliestStart, zone)}.`,
    conflicts.count === 0
      ? ""
      : `${count(conflicts.count, "conflict")}: ${conflicts.kinds.map((kind) => conflictWords[kind].toLowerCase()).join(", ")}.`,
  ]
    .filter((words) => words !== "")
    .join(" ");
}
