import type { MessageContent } from "./delivery.ts";
import type { Contact, Directory } from "./directory.ts";

/** What Slack calls everybody by: all members, those who are online, the whole workspace. */
export type SlackBroadcast = "channel" | "here" | "everyone";

/** The broadcast a contact's Slack id stands for, or null when it is a person's or a group's own id. */
export function broadcastOf(slackId: string): SlackBroadcast | null {
  switch (slackId.toLowerCase().replace(/^[@!]/u, "")) {
    case "channel":
      return "channel";
    case "here":
      return "here";
    case "everyone":
      return "everyone";
    default:
      return null;
  }
}

/** Whether naming this contact calls a crowd. */
export function isMassMention(contact: Pick<Contact, "kind" | "slackId" | "isLarge">): boolean {
  return contact.isLarge === true || (contact.slackId !== null && broadcastOf(contact.slackId) !== null);
}

/** The mass mentions a message would make at its provider, by the names a coordinator knows them by. */
export function massMentionsIn(content: MessageContent, { contacts }: Pick<Directory, "contacts">): readonly string[] {
  const large = contacts.filter(isMassMention);
  switch (content.kind) {
    case "slack": {
      const written = JSON.stringify([content.blocks, content.details?.blocks]);
      const text = `${content.text}\n${content.details?.text ?? ""}`;
      const broadcasts = (["channel", "here", "everyone"] as const).filter(
        (range) => written.includes(`"type":"broadcast","range":"${range}"`) || text.includes(`<!${range}>`),
      );
      const groups = large.filter(({ slackId }) => slackId !== null && broadcastOf(slackId) === null && calls(written, slackId));
      return [...broadcasts.map((range) => `@${range}`), ...groups.map(({ name }) => name)];
    }
    case "teams":
      return large
        .filter(({ teamsId }) => teamsId !== null && content.mentions.some(({ userId }) => userId === teamsId))
        .map(({ name }) => name);
    case "mail":
    case "manual":
      return [];
  }
}

function calls(blocks: string, slackId: string): boolean {
  return blocks.includes(`"usergroup_id":${JSON.stringify(slackId)}`) || blocks.includes(`"user_id":${JSON.stringify(slackId)}`);
}
