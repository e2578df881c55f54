import type { MessageContent } from "./delivery.ts";
import type { ChannelKind, Directory, Voice, Workspace } from "./directory.ts";
import type { Instant } from "./instant.ts";
import type { Finding, TemplateProblem } from "./message.ts";
import type { Draft, PlannedNotice, PlannedRecipient } from "./notice.ts";
import type { Window } from "./window.ts";

/** A draft as one recipient would get it. */
export type CheckedRendering = {
  readonly recipient: PlannedRecipient;
  readonly channelKind: ChannelKind;
  readonly customerName: string | null;
  readonly subject: string;
  readonly text: string;
  readonly content: MessageContent;
};

export type CheckInput = {
  readonly draft: Draft;
  /** The problems of all renderings; repeated ones are told once. */
  readonly problems: readonly TemplateProblem[];
  /** One for every recipient of the notice. */
  readonly renderings: readonly CheckedRendering[];
  readonly notice: PlannedNotice;
  readonly plan: readonly PlannedNotice[];
  readonly window: Window;
  readonly voice: Voice;
  readonly workspace: Workspace;
  readonly directory: Directory;
  readonly now: Instant;
};

/** Everything in a draft that a reader should not get, gravest first; each key (`findingKey`) occurs once. */
export function checkDraft(_input: CheckInput): readonly Finding[] {
  return [];
}
