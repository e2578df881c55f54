import type { ChannelKind } from "../domain/directory.ts";
import type { Instant } from "../domain/instant.ts";
import type { Rule } from "../domain/matrix.ts";
import type { Finding } from "../domain/message.ts";
import type { Draft, Notice, PlannedRecipient } from "../domain/notice.ts";
import type { Window } from "../domain/window.ts";
import type { RenderedMessage } from "../ports/message-renderer.ts";
import type { Answer } from "./answer.ts";
import type { TellResult } from "./windows.ts";

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
   * Freezes text and recipients and hands them to the outbox. Errors block; every warning's key must be acknowledged.
   * `now` leaves after ten seconds in which it can be undone; `whenDue` at each recipient's due time.
   */
  approve(noticeId: string, draft: Draft, send: "now" | "whenDue", acknowledged: readonly string[]): Promise<Answer<TellResult>>;
  /** Decides that a notice is not needed. */
  skip(noticeId: string, reason: string): Answer<{ readonly id: string }>;
  /** Takes back an approval of what has not left; the notice is open again. */
  reopen(noticeId: string): Answer<{ readonly id: string; readonly cancelled: number }>;
  /** Notices of a window and their drafts' plain text, for copying. */
  plainText(noticeId: string, recipientKey: string | null): Promise<Answer<{ readonly subject: string; readonly text: string }>>;
}

/** A notice that waits for a person, as Today lists it. */
export type WaitingNotice = {
  readonly id: string;
  readonly windowId: string;
  readonly windowTitle: string;
  readonly stage: Notice["stage"];
  readonly audienceName: string;
  readonly dueAt: Instant;
  readonly recipients: number;
  readonly promise: PlannedRecipient["promise"];
};
