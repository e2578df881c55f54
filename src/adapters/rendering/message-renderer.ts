import { LRUCache } from "lru-cache";
import type { Root } from "mdast";
import { assertNever } from "../../core/domain/assert-never.ts";
import type { MessageContent } from "../../core/domain/delivery.ts";
import type { ChannelKind } from "../../core/domain/directory.ts";
import type { MessageRenderer } from "../../core/ports/message-renderer.ts";
import { fillTree, wordsOf } from "./fill-tree.ts";
import { namedMention, toMessageHtml } from "./html.ts";
import { createLiquidExpander, type Expansion } from "./liquid-draft.ts";
import { mailMessage } from "./mail-message.ts";
import { parseMessage } from "./message-tree.ts";
import { fillText } from "./placeholders.ts";
import { plainText } from "./plain-text.ts";
import { slackMessage } from "./slack-message.ts";
import { teamsMessage } from "./teams-message.ts";

/**
 * Makes the renderer: Liquid, then Markdown, then the form of each channel.
 * Values stay outside until the Markdown is a tree, and enter it as text, link or mention nodes: they cannot become
 * markup. Two hundred recipients of one draft share its parsed Liquid and its tree.
 */
export function createMessageRenderer(): MessageRenderer {
  const expand = createLiquidExpander();
  const trees = new LRUCache<string, Root>({ max: 200 });

  function treeOf(text: string): Root {
    const known = trees.get(text);
    if (known !== undefined) return known;
    const root = parseMessage(text);
    trees.set(text, root);
    return root;
  }

  return {
    render(draft, facts, channel, calendar) {
      const subjectLine = expand(draft.subject, "subject", facts);
      const body = expand(draft.body, "body", facts);
      const subject = oneLine(filled(subjectLine));
      const root = fillTree(treeOf(body.text), body.slots);
      const text = plainText(root);
      const reference = wordsOf(facts.get("window.reference"));
      const content = contentFor(channel, subject, root, { text, footer: reference, calendar });
      return {
        message: { subject, text, html: toMessageHtml(root, namedMention), content },
        problems: [...subjectLine.problems, ...body.problems],
      };
    },
  };
}

function contentFor(
  channel: ChannelKind,
  subject: string,
  root: Root,
  details: { readonly text: string; readonly footer: string; readonly calendar: string },
): MessageContent {
  switch (channel) {
    case "slack":
      return slackMessage(subject, root);
    case "teamsChannel":
    case "teamsChat":
      return teamsMessage(subject, root);
    case "mail":
      return mailMessage(subject, root, details);
    case "manual":
      return { kind: "manual", subject, text: details.text };
    default:
      return assertNever(channel);
  }
}

function filled(expansion: Expansion): string {
  return fillText(expansion.text, (index) => wordsOf(expansion.slots[index]));
}

/** A subject is one line, whatever a value holds: a break in it would start a mail header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
