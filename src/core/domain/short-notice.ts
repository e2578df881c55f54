import { recipientKey } from "./delivery.ts";
import type { Instant } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import { isBrokenAt, type PlannedNotice } from "./notice.ts";
import { speaksOfStart, tellsOfStart } from "./promises/acceptance.ts";
import { acceptedPromise } from "./promises/promise-standing.ts";
import type { Told } from "./told.ts";
import type { ShortNotice, Window } from "./window.ts";

/** What says whether a notice's readers get less notice than was promised. */
type ShortNoticeInput = {
  readonly window: Window;
  readonly notice: PlannedNotice;
  readonly plan: readonly PlannedNotice[];
  readonly told: readonly Told[];
  readonly now: Instant;
};

/** Stages that speak of a start to come: only there is it of use to hear that the notice is short. */
const saysSo: ReadonlySet<Stage> = new Set(["announce", "reminder", "rescheduled"]);

/**
 * Those of a notice's recipients, by key, whose promise of notice for this start is broken: by the notice itself, or, for
 * a reminder, by the announcement they got.
 */
export function shortNoticed({ window, notice, plan, told, now }: ShortNoticeInput): ReadonlySet<string> {
  if (!saysSo.has(notice.stage)) return new Set();
  const since = new Map(
    told.filter(({ startAt }) => startAt === window.start.at).map((word) => [recipientKey(word), word.heardSince ?? word.at]),
  );
  const promising = plan.filter((other) => tellsOfStart(other.stage) && speaksOfStart(other, window));
  const broken = new Set(
    [notice, ...promising].flatMap(({ stage, recipients }) =>
      recipients
        .filter((recipient) => {
          const acceptedAt = tellsOfStart(stage) ? since.get(recipientKey(recipient)) : undefined;
          return isBrokenAt(acceptedAt === undefined ? recipient.promise : acceptedPromise(recipient.promise, acceptedAt), now);
        })
        .map(recipientKey),
    ),
  );
  return new Set(notice.recipients.map(recipientKey).filter((key) => broken.has(key)));
}

/** Whether a late window may be told of: somebody says why it is late, and who agreed to it. */
export function isExplained(shortNotice: ShortNotice | null): shortNotice is ShortNotice {
  return shortNotice !== null && shortNotice.reason.trim() !== "" && shortNotice.approver.trim() !== "";
}

/** What was typed, without blanks around it; null when nothing was. */
export function statedShortNotice(typed: ShortNotice | null): ShortNotice | null {
  const reason = typed?.reason.trim() ?? "";
  const approver = typed?.approver.trim() ?? "";
  return reason === "" && approver === "" ? null : { reason, approver };
}

/** Words that begin a sentence and are no names: they are written small after “because”. */
const beginnings = new Set(
  "A An The This That These Those We Our It Its There They Their Your You One Some All No Not".split(" "),
);

/** The reason as it follows “because”: `the supplier's fix could not wait.` Empty where none was given. */
export function reasonAsClause(shortNotice: ShortNotice | null): string {
  const typed = (shortNotice?.reason ?? "").trim().replace(/^because\s+/iu, "");
  if (typed === "") return "";
  const [first = ""] = typed.split(/[\s’']/u, 1);
  const clause = beginnings.has(first) ? typed.charAt(0).toLowerCase() + typed.slice(1) : typed;
  return /[.!?…)]$/u.test(clause) ? clause : `${clause}.`;
}
