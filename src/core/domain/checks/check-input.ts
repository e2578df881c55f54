import type { MessageContent } from "../delivery.ts";
import type { ChannelKind, Directory, Voice, Workspace } from "../directory.ts";
import type { Group } from "../group.ts";
import type { Instant } from "../instant.ts";
import type { Finding, TemplateProblem } from "../message.ts";
import type { Draft, PlannedNotice, PlannedRecipient } from "../notice.ts";
import type { Told } from "../told.ts";
import type { Window } from "../window.ts";
import type { CheckName } from "./check-table.ts";

/** A draft as one recipient would get it. */
export type CheckedRendering = {
  readonly recipient: PlannedRecipient;
  readonly channelKind: ChannelKind;
  readonly customerName: string | null;
  readonly subject: string;
  readonly text: string;
  /** What of the text is struck out: said to hold no more. */
  readonly struckOut?: readonly string[];
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
  /** What each recipient last heard of this window. */
  readonly told: readonly Told[];
  /** The change or series the window is part of; absent or null for a window by itself. */
  readonly group?: Group | null;
  readonly now: Instant;
  /** Whether this would be the first message of a live workspace that people outside read; not when absent. */
  readonly isFirstOutside?: boolean;
};

/** What a check saw; its gravity stands in the table. */
export type Sighting = Omit<Finding, "gravity" | "check" | "isOverridable"> & { readonly check: CheckName };

/** Looks at one rendering's subject or body. Identical words to several recipients are looked at once. */
export type TextCheck = (words: string, part: "subject" | "body", rendering: CheckedRendering, input: CheckInput) => Sighting[];
/** Looks at the notice as a whole. */
export type NoticeCheck = (input: CheckInput) => Sighting[];
