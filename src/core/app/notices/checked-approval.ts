import type { Override } from "../../domain/message.ts";
import type { Draft, Notice } from "../../domain/notice.ts";
import type { WriteStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { cancelBatch, type UndoBook } from "../windows/undo-book.ts";
import { acknowledgementsOf } from "./acknowledgements.ts";
import { approve, type TellResult, undoMilliseconds } from "./approving.ts";
import { blockedByFindings } from "./blocked-by-findings.ts";
import { type DraftContext, renderAndCheck } from "./drafting.ts";
import type { Recorder } from "./open-notice.ts";

/** What a person, or the matrix, approves: the text, when it is sent, and what they took upon themselves. */
export type Approval = {
  readonly draft: Draft;
  readonly send: "now" | "whenDue";
  readonly acknowledged: readonly string[];
  readonly overrides: readonly Override[];
  readonly by: string;
};

/** Checks a draft once more, freezes it and remembers how to take it back. */
export function approveChecked(
  dependencies: Pick<Dependencies, "ids" | "renderer" | "calendarFile">,
  undoBook: UndoBook,
  writing: WriteStore,
  notice: Notice,
  context: DraftContext,
  how: Approval,
  record: Recorder,
): Answer<TellResult> {
  const { ids } = dependencies;
  const { draft } = how;
  const { renderings, findings } = renderAndCheck(dependencies, context, draft);
  const blocked = blockedByFindings(findings, how.acknowledged, how.overrides);
  if (blocked !== null) return blocked;
  record(acknowledgementsOf(findings, how.acknowledged, how.overrides));
  if (context.now > notice.latestUsefulAt) {
    return refuse(
      "tooLate",
      "Its latest useful time has passed, so it was not sent. Skip it, or send the notice of the next stage.",
    );
  }
  const batchId = ids.next();
  const undoUntil = context.now + undoMilliseconds;
  const { deliveries, notReached } = approve(writing, ids, context, {
    notice,
    draft,
    renderings,
    sendTime: (recipient) => (how.send === "now" ? undoUntil : Math.max(recipient.dueAt, undoUntil)),
    approvedBy: how.by,
    batchId,
  });
  undoBook.keep(batchId, undoUntil, {
    windowId: notice.windowId,
    restore: (restoring, now) => {
      restoring.saveNotice({ ...notice, draft });
      return cancelBatch(restoring, batchId, now);
    },
  });
  return done({ batchId, windowId: notice.windowId, undoUntil, deliveries: deliveries.length, notReached });
}
