import type { Root } from "mdast";
import type { MessageContent, TeamsMention } from "../../core/domain/delivery.ts";
import { element, namedMention, toMessageHtml } from "./html.ts";

/** A notice for Teams: HTML, and the people its `<at>` elements stand for. */
export function teamsMessage(subject: string, root: Root): Extract<MessageContent, { kind: "teams" }> {
  const mentions: TeamsMention[] = [];
  const html = toMessageHtml(root, (mention) => {
    if (mention.teamsId === null) return namedMention(mention);
    const id = mentions.push({ id: mentions.length, name: mention.name, userId: mention.teamsId }) - 1;
    return element("at", { id: String(id) }, mention.name);
  });
  return { kind: "teams", subject, html, mentions };
}
