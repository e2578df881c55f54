import type { Root } from "mdast";
import type { MessageContent, TeamsMention } from "../../core/domain/delivery.ts";
import { createHtmlWriter } from "./filled-html.ts";
import { element, namedMention } from "./html.ts";
import type { Slot } from "./liquid-draft.ts";

type TeamsContent = Extract<MessageContent, { kind: "teams" }>;

/** Writes notices for Teams: HTML, and the people its `<at>` elements stand for. */
export function createTeamsWriter(): (subject: string, tree: Root, slots: readonly Slot[]) => TeamsContent {
  // Writing is synchronous: the mentions collected are those of the message in hand.
  let mentions: TeamsMention[] = [];
  const write = createHtmlWriter({
    mention: (mention) => {
      if (mention.teamsId === null) return namedMention(mention);
      const id = mentions.push({ id: mentions.length, name: mention.name, userId: mention.teamsId }) - 1;
      return element("at", { id: String(id) }, mention.name);
    },
  });
  return (subject, tree, slots) => {
    mentions = [];
    const html = write(tree, slots);
    return { kind: "teams", subject, html, mentions };
  };
}
