import type { Notice } from "../../domain/notice.ts";
import { shortNoticed } from "../../domain/short-notice.ts";
import type { ReadStore, WriteStore } from "../../ports/store.ts";
import { type Answer, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { promisesNow } from "../planning/promises-now.ts";
import { mayWrite } from "../workspace-in-use.ts";
import { type Acknowledgements, draftForAudit } from "./acknowledgements.ts";
import { type DraftContext, gatherDraftContext } from "./drafting.ts";

/** Keeps what a person took upon themselves, for the audit entry of the command. */
export type Recorder = (acknowledgements: Acknowledgements) => void;

/** How the desk comes to a notice: with all its drafts are made from, and, to change it, only while it is open. */
export type OpenNotices = {
  /** Runs `work` with a notice and its context; a notice that is gone is told as such. */
  withNotice<S extends ReadStore, T>(
    reading: S,
    noticeId: string,
    work: (notice: Notice, context: DraftContext) => Answer<T>,
  ): Answer<T>;
  /** Changes a notice that still waits for a person, in one transaction with its audit entry. */
  changeOpenNotice<T>(
    noticeId: string,
    what: string,
    work: (writing: WriteStore, notice: Notice, context: DraftContext, record: Recorder) => Answer<T>,
    /** Who does it, when it is not the coordinator. */
    otherwise?: string | null,
  ): Answer<T>;
};

export function createOpenNotices({
  store,
  clock,
  changes,
  holidays,
}: Pick<Dependencies, "store" | "clock" | "changes" | "holidays">): OpenNotices {
  function withNotice<S extends ReadStore, T>(
    reading: S,
    noticeId: string,
    work: (notice: Notice, context: DraftContext) => Answer<T>,
  ): Answer<T> {
    const notice = reading.notice(noticeId);
    const window = notice === null ? null : reading.window(notice.windowId);
    if (notice === null || window === null) return refuse("notFound", "There is no such notice any more. Nothing was sent.");
    const now = clock.now();
    const [judged = notice] = promisesNow(reading, window, [notice], holidays.loaded(), now);
    return work(judged, gatherDraftContext(reading, judged, window, now));
  }

  function changeOpenNotice<T>(
    noticeId: string,
    what: string,
    work: (writing: WriteStore, notice: Notice, context: DraftContext, record: Recorder) => Answer<T>,
    otherwise: string | null = null,
  ): Answer<T> {
    const allowed = mayWrite(store);
    if (!allowed.ok) return allowed;
    let windowId = "";
    const answer = store.write((writing) =>
      withNotice(writing, noticeId, (notice, context) => {
        windowId = notice.windowId;
        if (notice.state.kind !== "open") {
          return refuse(
            "changedMeanwhile",
            "This notice was approved, skipped or overtaken in the meantime. Nothing was changed.",
          );
        }
        let taken: Acknowledgements | null = null;
        const result = work(writing, notice, context, (acknowledgements) => {
          taken = acknowledgements;
        });
        if (!result.ok) return result;
        const after = writing.notice(noticeId);
        writing.appendAudit({
          at: context.now,
          who: otherwise ?? context.workspace.coordinator.name,
          what,
          subjectId: notice.windowId,
          before: { noticeId, stage: notice.stage, draft: draftForAudit(notice.draft) },
          after: {
            noticeId,
            draft: draftForAudit(after?.draft ?? null),
            state: after?.state ?? null,
            ...(taken === null ? {} : { decisions: taken }),
            // Who agreed to tell its readers later than promised stands beside who approved the words.
            ...(taken !== null && shortNoticed(context).size > 0 ? { shortNotice: context.window.shortNotice } : {}),
          },
        });
        return result;
      }),
    );
    if (answer.ok) {
      changes.emit({ topic: "notices", windowId });
      changes.emit({ topic: "deliveries", windowId });
    }
    return answer;
  }

  return { withNotice, changeOpenNotice };
}
