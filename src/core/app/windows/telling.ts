import { recipientKey } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import type { StatusStage } from "../../domain/matrix.ts";
import type { Notice } from "../../domain/notice.ts";
import type { Window } from "../../domain/window.ts";
import type { WriteStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { toldOf } from "../groups/groups.ts";
import { approve, type TellResult, undoMilliseconds } from "../notices/approving.ts";
import { draftInEffect, gatherDraftContext, renderAndCheck } from "../notices/drafting.ts";
import { storePlan } from "../planning/planning.ts";
import { countingDeliveries } from "../sending/counting-deliveries.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import { rememberBefore, restoreBefore, type UndoBook } from "./undo-book.ts";

/** The one click: a window changes, and everyone who heard of it is told, with ten seconds to take it back. */
export type Telling = {
  tell(
    windowId: string,
    stage: StatusStage,
    what: string,
    next: (window: Window, now: Instant) => Answer<Window>,
  ): Promise<Answer<TellResult>>;
  undo(batchId: string): Answer<{ readonly cancelled: number; readonly windowId: string }>;
};

export function createTelling(dependencies: Dependencies, undoBook: UndoBook): Telling {
  const { store, clock, ids } = dependencies;

  function tellNotice(
    writing: WriteStore,
    notice: Notice,
    window: Window,
    batchId: string,
    now: Instant,
  ): Pick<TellResult, "deliveries" | "notReached"> {
    const context = gatherDraftContext(writing, notice, window, now);
    const draft = draftInEffect(notice, context, dependencies.defaultTemplates);
    const { renderings, findings } = renderAndCheck(dependencies, context, draft);
    const errors = findings.filter(({ gravity }) => gravity === "error");
    if (errors.length > 0) {
      const audience = context.directory.audiences.find(({ id }) => id === notice.audienceId)?.name ?? "Recipients";
      return {
        deliveries: 0,
        notReached: [
          {
            who: audience,
            why: errors[0]?.message ?? "",
            nextStep: "Open the notice, mend the text and send it.",
            noticeId: notice.id,
          },
        ],
      };
    }
    const { deliveries, notReached } = approve(writing, ids, context, {
      notice,
      draft,
      renderings,
      sendTime: () => now + undoMilliseconds,
      approvedBy: context.workspace.coordinator.name,
      batchId,
    });
    return { deliveries: deliveries.length, notReached };
  }

  return {
    async tell(windowId, stage, what, next) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const holidays = await dependencies.holidays.load();
      const now = clock.now();
      return store.write((writing): Answer<TellResult> => {
        const window = writing.window(windowId);
        if (window === null) return refuse("notFound", "There is no such window any more. Nobody was told.");
        if (window.outcome.kind !== "open") return refuse("notPossible", "This window is over already. Nobody was told again.");
        const changed = next(window, now);
        if (!changed.ok) return changed;
        const before = rememberBefore(writing, window);
        const batchId = ids.next();
        writing.saveWindow(changed.value);
        const owed = storePlan(writing, changed.value, holidays, now, "windowChanged", ids).filter(
          (notice) => notice.stage === stage && notice.state.kind === "open",
        );
        const told = owed.map((notice) => tellNotice(writing, notice, changed.value, batchId, now));
        writing.appendAudit({
          at: now,
          who: workspaceIn(writing).coordinator.name,
          what,
          subjectId: windowId,
          before: { outcome: window.outcome, end: window.end },
          after: { outcome: changed.value.outcome, end: changed.value.end, batchId },
        });
        const undoUntil = now + undoMilliseconds;
        undoBook.keep(batchId, undoUntil, {
          windowId,
          restore: (restoring, at) => restoreBefore(restoring, before, batchId, at),
        });
        return done({
          batchId,
          windowId,
          undoUntil,
          deliveries: told.reduce((sum, { deliveries }) => sum + deliveries, 0),
          notReached: [...told.flatMap(({ notReached }) => notReached), ...undecided(writing, changed.value)],
        });
      });
    },
    undo(batchId) {
      const now = clock.now();
      const step = undoBook.take(batchId, now);
      if (step === null) {
        return refuse("tooLate", "The ten seconds are over: what was approved is on its way. Correct it with another notice.");
      }
      return store.write((writing) => {
        const left = writing.deliveriesOfBatch(batchId).filter(({ state }) => state.kind !== "approved" && state.kind !== "held");
        if (left.length > 0) {
          return refuse("tooLate", `${left.length} of these messages have already left. Nothing was taken back.`);
        }
        const cancelled = step.restore(writing, now);
        writing.appendAudit({
          at: now,
          who: workspaceIn(writing).coordinator.name,
          what: "windows.undo",
          subjectId: step.windowId,
          before: { batchId },
          after: { cancelled },
        });
        return done({ cancelled, windowId: step.windowId });
      });
    },
  };
}

/** Recipients of whom it is not known whether they heard: they are named, not guessed at. */
function undecided(store: WriteStore, window: Window): TellResult["notReached"] {
  const deliveries = countingDeliveries(store, window.id);
  const heard = new Set(toldOf(store, window).map(recipientKey));
  const customers = new Map(store.directory().customers.map(({ id, name }) => [id, name]));
  return deliveries
    .filter((delivery) => delivery.state.kind === "unknown" && !heard.has(recipientKey(delivery)))
    .map((delivery) => ({
      who: (delivery.customerId === null ? undefined : customers.get(delivery.customerId)) ?? delivery.channelName,
      why: "It is not known whether they got the earlier notice.",
      nextStep: "Decide it in the Outbox; if they did, their notice is drafted.",
      noticeId: delivery.noticeId,
    }));
}
