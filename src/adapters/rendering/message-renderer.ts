import { LRUCache } from "lru-cache";
import type { Root } from "mdast";
import { assertNever } from "../../core/domain/assert-never.ts";
import type { MessageContent } from "../../core/domain/delivery.ts";
import type { MessageRenderer } from "../../core/ports/message-renderer.ts";
import { fillTree, wordsOf } from "./fill-tree.ts";
import { createHtmlWriter } from "./filled-html.ts";
import { namedMention } from "./html.ts";
import { createLiquidExpander, type Expansion } from "./liquid-draft.ts";
import { createMailWriter } from "./mail-message.ts";
import { parseMessage } from "./message-tree.ts";
import { fillText } from "./placeholders.ts";
import { plainText } from "./plain-text.ts";
import { slackMessage } from "./slack-message.ts";
import { createTeamsWriter } from "./teams-message.ts";

/**
 * Makes the renderer: Liquid, then Markdown, then the form of each channel.
 * Values stay outside until the Markdown is a tree, and enter it as text, link or mention nodes: they cannot become
 * markup. Two hundred recipients of one draft share its parsed Liquid and its tree.
 */
export function createMessageRenderer(): MessageRenderer {
  const expand = createLiquidExpander();
  const writeHtml = createHtmlWriter({ mention: namedMention });
  const writeTeams = createTeamsWriter();
  const writeMail = createMailWriter();
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
      const subject = oneLine(inWords(subjectLine));
      const tree = treeOf(body.text);
      const { slots } = body;
      const filled = fillTree(tree, slots);
      const text = plainText(filled);
      return {
        message: { subject, text, html: writeHtml(tree, slots), content: contentFor() },
        problems: [...subjectLine.problems, ...body.problems],
      };

      function contentFor(): MessageContent {
        switch (channel) {
          case "slack":
            return slackMessage(subject, filled);
          case "teamsChannel":
          case "teamsChat":
            return writeTeams(subject, tree, slots);
          case "mail":
            return writeMail({ subject, tree, slots, filled, text, footer: wordsOf(facts.get("window.reference")), calendar });
          case "manual":
            return { kind: "manual", subject, text };
          default:
            return assertNever(channel);
        }
      }
    },
  };
}

function inWords(expansion: Expansion): string {
  return fillText(expansion.text, (index) => wordsOf(expansion.slots[index]));
}

/** A subject is one line, whatever a value holds: a break in it would start a mail header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
