import { LRUCache } from "lru-cache";
import type { Root } from "mdast";
import { assertNever } from "../../core/domain/assert-never.ts";
import type { MessageContent } from "../../core/domain/delivery.ts";
import type { ChannelKind } from "../../core/domain/directory.ts";
import type { MailDress } from "../../core/domain/house-style.ts";
import type { MessageRenderer, RenderedMessage } from "../../core/ports/message-renderer.ts";
import { fillTree, wordsOf } from "./fill-tree.ts";
import { createHtmlWriter } from "./filled-html.ts";
import { namedMention } from "./html.ts";
import { withLabelsApart } from "./labelled-tree.ts";
import { createLiquidExpander, type Expansion } from "./liquid-draft.ts";
import { createMailWriter } from "./mail-message.ts";
import { parseMessage } from "./message-tree.ts";
import { fillText } from "./placeholders.ts";
import { plainText, struckOutIn } from "./plain-text.ts";
import { slackMessage } from "./slack-message.ts";
import { createTeamsWriter } from "./teams-message.ts";
import { detailSlots, splitDetails } from "./thread-details.ts";

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

  const messages = new LRUCache<string, RenderedMessage>({ max: 60 });

  return {
    render(draft, facts, channel, calendar, worn) {
      const subjectLine = expand(draft.subject, "subject", facts);
      const body = expand(draft.body, "body", facts);
      const subject = oneLine(inWords(subjectLine));
      const origin = { sender: wordsOf(facts.get("workspace.name")), reference: wordsOf(facts.get("window.reference")) };
      // All that a message is made of. Whoever is told the very same gets the same one: of two hundred, one a time zone.
      const aside = channel === "slack" ? detailSlots(body.slots, facts, subject) : none;
      const dress = channel === "mail" ? (worn ?? plainDress) : plainDress;
      // A picture is named by its content id: the same id is the same picture.
      const key = JSON.stringify([
        channel,
        subject,
        origin,
        body.text,
        body.slots,
        ...aside,
        { ...dress, logo: dress.logo?.contentId },
      ]);
      const message = messages.get(key) ?? write(channel, subject, origin, body, aside, dress);
      messages.set(key, message);
      return { message: withCalendar(message, calendar), problems: [...subjectLine.problems, ...body.problems] };
    },
  };

  function write(
    channel: ChannelKind,
    subject: string,
    origin: Origin,
    { text: source, slots }: Expansion,
    aside: ReadonlySet<number>,
    dress: MailDress,
  ): RenderedMessage {
    const tree = treeOf(source);
    const filled = fillTree(tree, slots);
    const text = plainText(filled);
    return { subject, text, struckOut: struckOutIn(filled), html: writeHtml(tree, slots), content: contentFor() };

    function contentFor(): MessageContent {
      switch (channel) {
        case "slack": {
          const { message, details } = splitDetails(tree, (index) => aside.has(index));
          return slackMessage(subject, fillTree(message, slots), details && fillTree(details, slots));
        }
        case "teamsChannel":
        case "teamsChat":
          return writeTeams(subject, tree, slots);
        case "mail":
          return writeMail({ subject, tree, slots, filled, text, dress, ...origin });
        case "manual":
          return { kind: "manual", subject, text: plainText(withLabelsApart(filled)) };
        default:
          return assertNever(channel);
      }
    }
  }
}

/** Whose notice it is, and of what: a mail says both under its text. */
type Origin = { readonly sender: string; readonly reference: string };

const plainDress: MailDress = { salutation: "", signOff: "", brandColour: null, logo: null };

const none: ReadonlySet<number> = new Set();

/** The calendar file names its reader: it is each mail's own. */
function withCalendar(message: RenderedMessage, calendar: string): RenderedMessage {
  const { content } = message;
  return content.kind === "mail" ? { ...message, content: { ...content, calendar } } : message;
}

function inWords(expansion: Expansion): string {
  return fillText(expansion.text, (index) => wordsOf(expansion.slots[index]));
}

/** A subject is one line, whatever a value holds: a break in it would start a mail header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
