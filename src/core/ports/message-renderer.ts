import type { MessageContent } from "../domain/delivery.ts";
import type { ChannelKind } from "../domain/directory.ts";
import type { MailDress } from "../domain/house-style.ts";
import type { Facts, TemplateProblem } from "../domain/message.ts";
import type { Draft } from "../domain/notice.ts";

/** A draft made into one message: what a reader of each channel gets. */
export type RenderedMessage = {
  readonly subject: string;
  /** Plain text for reading, the form every check reads. */
  readonly text: string;
  /** The words of `text` that are struck out where the form can show it: what was so, and is no more. */
  readonly struckOut?: readonly string[];
  /** Safe HTML of the body for the preview; the mail's own HTML is in `content`. */
  readonly html: string;
  readonly content: MessageContent;
};

export type Rendering = { readonly message: RenderedMessage; readonly problems: readonly TemplateProblem[] };

/**
 * Renders drafts. Values are data: whatever a fact holds arrives as text.
 * `dress` is what a mail wears beside its text; other channels have none.
 * A variable without a value is shown as a marked gap in previews and named in `problems`.
 */
export interface MessageRenderer {
  render(draft: Draft, facts: Facts, channel: ChannelKind, calendar: string, dress?: MailDress): Rendering;
}
