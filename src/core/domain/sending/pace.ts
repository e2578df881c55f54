import type { Delivery } from "../delivery.ts";

/** How quickly one place of a provider takes messages: at most `messages` begun within `per` milliseconds. */
export type Limit = { readonly messages: number; readonly per: number };

/** What shares a provider's limit: a Slack channel, a mailbox, a team. */
export type Lane = { readonly key: string; readonly atOnce: number; readonly limit: Limit | null };

/**
 * The providers' limits (Slack: one post a second a channel; Exchange Online: 30 messages a minute and 4 calls at once a
 * mailbox; Teams: 4 requests a second a team), with a tenth to spare, since what leaves evenly may arrive bunched.
 */
const slackChannel: Limit = { messages: 1, per: 1_100 };
const mailbox: Limit = { messages: 30, per: 66_000 };
const team: Limit = { messages: 4, per: 1_100 };

/**
 * The lane of a delivery. Practice has one lane for all and no limit: what it does is all done on this computer, and more of
 * it at once is no quicker but keeps the screen waiting.
 */
export function laneOf({ carrier, address, channelId }: Pick<Delivery, "carrier" | "address" | "channelId">): Lane {
  if (carrier === "practice") return { key: "practice", atOnce: 3, limit: null };
  if (carrier === "manual") return { key: `manual ${channelId}`, atOnce: 1, limit: null };
  switch (address.kind) {
    case "slack":
      return { key: `slack ${address.conversationId}`, atOnce: 1, limit: slackChannel };
    case "mail":
      return { key: `mail ${address.from ?? ""}`, atOnce: 4, limit: mailbox };
    case "teamsChannel":
      return { key: `team ${address.teamId}`, atOnce: 1, limit: team };
    case "teamsChat":
      return { key: `chat ${address.chatId}`, atOnce: 1, limit: team };
    case "manual":
      return { key: `manual ${channelId}`, atOnce: 1, limit: null };
  }
}

/** Whether a lane may begin another message. `begun` are the moments it began one, on a clock nobody sets, in order. */
export function mayBegin(lane: Lane, inFlight: number, begun: readonly number[], now: number): boolean {
  if (inFlight >= lane.atOnce) return false;
  if (lane.limit === null) return true;
  const { messages, per } = lane.limit;
  return begun.filter((at) => at > now - per).length < messages;
}
