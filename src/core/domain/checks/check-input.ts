import type { MessageContent } from "../delivery.ts";
import type { ChannelKind, Directory, Voice, Workspace } from "../directory.ts";
import type { Group } from "../group.ts";
import type { Instant } from "../instant.ts";
import type { Finding, Mend, Place, TemplateProblem } from "../message.ts";
import type { Draft, PlannedNotice, PlannedRecipient } from "../notice.ts";
import type { Told } from "../told.ts";
import type { Window } from "../window.ts";
import type { CheckName } from "./check-table.ts";
import type { Reading } from "./reading/reading.ts";

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

/** What the checker knows of another window. */
export type OtherWindow = {
  readonly reference: string;
  readonly title: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
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
  /** Other windows of these weeks, whose words and times may be left over in the text; absent where none is known. */
  readonly others?: readonly OtherWindow[];
  readonly now: Instant;
  /** Whether this would be the first message of a live workspace that people outside read; not when absent. */
  readonly isFirstOutside?: boolean;
};

/** What a check saw; its gravity stands in the table. Where it says no places, its quote is looked for in its part. */
export type Sighting = Pick<Finding, "part" | "quote" | "message"> & {
  readonly check: CheckName;
  readonly places?: readonly Place[];
  readonly alike?: readonly Place[];
  readonly mend?: Mend | null;
};

/** Looks at one rendering's subject or body. Identical words to several recipients are looked at once. */
export type TextCheck = (words: string, part: "subject" | "body", rendering: CheckedRendering, input: CheckInput) => Sighting[];
/** Looks at subject and body of one rendering together, with their sentences and times read. */
export type ReadingCheck = (reading: Reading, input: CheckInput) => Sighting[];
/** Looks at the notice as a whole. */
export type NoticeCheck = (input: CheckInput) => Sighting[];
