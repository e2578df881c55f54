import { isWaiting } from "../../domain/delivery.ts";
import type { ChannelKind } from "../../domain/directory.ts";
import { factText } from "../../domain/fact-text.ts";
import { factsFor } from "../../domain/facts.ts";
import type { Rule } from "../../domain/matrix.ts";
import type { Finding, Override } from "../../domain/message.ts";
import type { Draft, Notice, PlannedRecipient } from "../../domain/notice.ts";
import type { Window } from "../../domain/window.ts";
import type { RenderedMessage } from "../../ports/message-renderer.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import type { UndoBook } from "../windows/undo-book.ts";
import { mayWrite } from "../workspace-in-use.ts";
import type { TellResult } from "./approving.ts";
import { approveChecked } from "./checked-approval.ts";
import { calendars, draftInEffect, dressOf, recipientsOf, renderAndCheck, renderEveryForm } from "./drafting.ts";
import { createOpenNotices } from "./open-notice.ts";

/** One recipient of a notice as Compose lists it. */
export type NoticeRecipient = PlannedRecipient & {
  readonly key: string;
  readonly channelName: string;
  readonly channelKind: ChannelKind;
  readonly customerName: string | null;
  /** Names and addresses of a mail's recipients; empty for a channel. */
  readonly to: readonly { readonly name: string; readonly email: string }[];
};

/** A value a template may use here, with what it shows for the chosen recipient. */
export type AvailableFact = { readonly name: string; readonly value: string };

/** Everything on the Compose page. */
export type ComposeView = {
  readonly notice: Notice;
  readonly window: Window;
  readonly rule: Rule | null;
  /** The text in effect: the edited one, else the template's. */
  readonly draft: Draft;
  readonly isEdited: boolean;
  readonly recipients: readonly NoticeRecipient[];
  /** Other notices of this window that still wait for a person, to step through. */
  readonly openNoticeIds: readonly string[];
};

/** A draft as one recipient gets it, in every form, with all the checker found over all recipients. */
export type DraftPreview = {
  readonly recipientKey: string;
  readonly messages: Readonly<Record<"slack" | "teams" | "mail" | "manual", RenderedMessage>>;
  readonly findings: readonly Finding[];
  readonly facts: readonly AvailableFact[];
};

export interface Notices {
  compose(noticeId: string): Answer<ComposeView>;
  preview(noticeId: string, draft: Draft, recipientKey: string | null): Promise<Answer<DraftPreview>>;
  saveDraft(noticeId: string, draft: Draft): Answer<{ readonly id: string }>;
  /** Goes back to the template's text. */
  resetDraft(noticeId: string): Answer<{ readonly id: string }>;
  /**
   * Freezes text and recipients and hands them to the outbox. Errors block; every warning's key must be acknowledged, and
   * an overridable error overridden by its key, with a reason. Both go into the audit log. `now` leaves after ten seconds in
   * which it can be undone; `whenDue` at each recipient's due time.
   */
  approve(
    noticeId: string,
    draft: Draft,
    send: "now" | "whenDue",
    acknowledged: readonly string[],
    overrides?: readonly Override[],
  ): Promise<Answer<TellResult>>;
  /** Decides that a notice is not needed. */
  skip(noticeId: string, reason: string): Answer<{ readonly id: string }>;
  /** Takes back an approval of what has not left; the notice is open again. */
  reopen(noticeId: string): Answer<{ readonly id: string; readonly cancelled: number }>;
  /** Notices of a window and their drafts' plain text, for copying. */
  plainText(noticeId: string, recipientKey: string | null): Promise<Answer<{ readonly subject: string; readonly text: string }>>;
}

/** Who approves what a rule lets go by itself, in deliveries and in the audit log. */
const theMatrix = "The matrix: this rule's notices go by themselves";

/** The desk, and the way for a notice whose rule lets it go by itself. */
export type NoticesAndPolicy = {
  readonly desk: Notices;
  /** Approves in the name of the matrix; refused when the checker has any warning or error. */
  approveByPolicy(noticeId: string): Answer<TellResult>;
};

export function createNotices(dependencies: Dependencies, undoBook: UndoBook): NoticesAndPolicy {
  const { store, changes, renderer, defaultTemplates } = dependencies;
  const { withNotice, changeOpenNotice } = createOpenNotices(dependencies);

  function setDraft(noticeId: string, what: string, draft: Draft | null): Answer<{ readonly id: string }> {
    return changeOpenNotice(noticeId, what, (writing, notice) => {
      writing.saveNotice({ ...notice, draft });
      return done({ id: noticeId });
    });
  }

  const desk: Notices = {
    compose(noticeId) {
      return store.read((reading) =>
        withNotice(reading, noticeId, (notice, context) =>
          done({
            notice,
            window: context.window,
            rule: reading.rules().find(({ id }) => id === notice.ruleId) ?? null,
            draft: draftInEffect(notice, context, defaultTemplates),
            isEdited: notice.draft !== null,
            recipients: recipientsOf(notice, context.directory),
            openNoticeIds: reading
              .noticesOf(notice.windowId)
              .filter(({ state }) => state.kind === "open")
              .map(({ id }) => id),
          }),
        ),
      );
    },
    async preview(noticeId, draft, recipientKey) {
      return store.read((reading) =>
        withNotice(reading, noticeId, (_notice, context) => {
          const { renderings, findings, unsaid } = renderAndCheck(dependencies, context, draft);
          const chosen = renderings.find(({ recipient }) => recipient.key === recipientKey) ?? renderings[0];
          if (chosen === undefined) {
            return refuse(
              "notPossible",
              "Nobody would get this notice: its audience has no channel any more. Mend the matrix or the Directory.",
            );
          }
          return done({
            recipientKey: chosen.recipient.key,
            messages: renderEveryForm(
              renderer,
              draft,
              chosen.facts,
              calendars(dependencies, context)(chosen.recipient.customerName),
              dressOf(context, chosen.facts, chosen.recipient.customerName),
            ),
            findings: [...findings, ...unsaid],
            facts: [...chosen.facts].map(([name, value]) => ({ name, value: factText(value) })),
          });
        }),
      );
    },
    saveDraft: (noticeId, draft) => setDraft(noticeId, "notices.saveDraft", draft),
    resetDraft: (noticeId) => setDraft(noticeId, "notices.resetDraft", null),
    async approve(noticeId, draft, send, acknowledged, overrides = []) {
      return changeOpenNotice(noticeId, "notices.approve", (writing, notice, context, record) => {
        const by = context.workspace.coordinator.name;
        return approveChecked(
          dependencies,
          undoBook,
          writing,
          notice,
          context,
          { draft, send, acknowledged, overrides, by },
          record,
        );
      });
    },
    skip(noticeId, reason) {
      return changeOpenNotice(noticeId, "notices.skip", (writing, notice, { now, workspace }) => {
        writing.saveNotice({ ...notice, state: { kind: "skipped", at: now, by: workspace.coordinator.name, reason } });
        return done({ id: noticeId });
      });
    },
    reopen(noticeId) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const answer = store.write((writing) =>
        withNotice(writing, noticeId, (notice, { now, workspace }) => {
          if (notice.state.kind !== "approved" && notice.state.kind !== "skipped") {
            return refuse("notPossible", "Only an approved or skipped notice can be opened again. Nothing was changed.");
          }
          const deliveries = writing.deliveriesOfNotice(noticeId);
          const waiting = deliveries.filter(isWaiting);
          if (
            notice.state.kind === "approved" &&
            waiting.length === 0 &&
            deliveries.some(({ state }) => state.kind !== "cancelled")
          ) {
            return refuse("tooLate", "All of it has left already. Correct it with another notice.");
          }
          for (const delivery of waiting) {
            writing.saveDelivery({ ...delivery, state: { kind: "cancelled", at: now, reason: "The notice was opened again." } });
          }
          writing.saveNotice({ ...notice, state: { kind: "open" } });
          writing.appendAudit({
            at: now,
            who: workspace.coordinator.name,
            what: "notices.reopen",
            subjectId: notice.windowId,
            before: { noticeId, state: notice.state },
            after: { noticeId, cancelled: waiting.length },
          });
          return done({ id: noticeId, cancelled: waiting.length, windowId: notice.windowId });
        }),
      );
      if (!answer.ok) return answer;
      changes.emit({ topic: "notices", windowId: answer.value.windowId });
      changes.emit({ topic: "deliveries", windowId: answer.value.windowId });
      return done({ id: noticeId, cancelled: answer.value.cancelled });
    },
    async plainText(noticeId, recipientKey) {
      return store.read((reading) =>
        withNotice(reading, noticeId, (notice, context) => {
          const recipients = recipientsOf(notice, context.directory);
          const recipient = recipients.find(({ key }) => key === recipientKey) ?? recipients[0];
          if (recipient === undefined) return refuse("notPossible", "Nobody would get this notice, so there is no text to copy.");
          const draft = draftInEffect(notice, context, defaultTemplates);
          const { message } = renderer.render(draft, factsFor({ ...context, recipient }), "manual", "");
          return done({ subject: message.subject, text: message.text });
        }),
      );
    },
  };

  return {
    desk,
    approveByPolicy(noticeId) {
      return changeOpenNotice(
        noticeId,
        "notices.approveByPolicy",
        (writing, notice, context, record) => {
          const draft = draftInEffect(notice, context, defaultTemplates);
          const how = { draft, send: "whenDue", acknowledged: [], overrides: [], by: theMatrix } as const;
          return approveChecked(dependencies, undoBook, writing, notice, context, how, record);
        },
        theMatrix,
      );
    },
  };
}
