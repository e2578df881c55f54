import type { Channel } from "./directory.ts";

/**
 * Where a message ends up, as a key: two channels with one key reach the same people, so one of them is enough.
 * A channel whose place was not stated yet is like no other, and neither is what is done by hand.
 */
export function placeOf(channel: Channel, customerId: string | null): string {
  const customer = customerId ?? "";
  switch (channel.kind) {
    case "slack":
      return channel.conversationId === "" ? channel.id : `slack ${channel.conversationId}`;
    case "teamsChannel":
      return channel.channelId === "" ? channel.id : `teams ${channel.teamId} ${channel.channelId}`;
    case "teamsChat":
      return channel.chatId === "" ? channel.id : `chat ${channel.chatId}`;
    case "mail":
      // From whichever mailbox: the people are the audience's members or the customer's contacts.
      return `mail ${customer}`;
    case "manual":
      return `${channel.id} ${customer}`;
  }
}
