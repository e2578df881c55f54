import type { MessageContent } from "../../../src/core/domain/delivery.ts";
import type { MessageRenderer } from "../../../src/core/ports/message-renderer.ts";
import { plainRenderer } from "../simulation/plain-parts.ts";

/** Stands in for the renderer in the child of a plain life. Its messages have every part that real ones have. */
export function createMessageRenderer(): MessageRenderer {
  return {
    render(draft, facts, channel, calendar) {
      const { message, problems } = plainRenderer.render({ ...draft, body: "" }, facts, channel, calendar);
      return { message: { ...message, content: withAllParts(message.content) }, problems };
    },
  };
}

function withAllParts(content: MessageContent): MessageContent {
  switch (content.kind) {
    case "slack": {
      const details = `${content.text}\nDetails`;
      return { ...content, blocks: blocksOf(content.text), details: { text: details, blocks: blocksOf(details) } };
    }
    case "teams":
      return { ...content, html: `<p>${content.subject} ${content.html}</p>` };
    case "mail":
      return { ...content, html: `<p>${content.html}</p>` };
    case "manual":
      return content;
  }
}

function blocksOf(text: string): readonly unknown[] {
  return [{ type: "section", text: { type: "plain_text", text } }];
}
