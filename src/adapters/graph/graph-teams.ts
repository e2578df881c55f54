import { z } from "zod";
import type { Delivery, MessageContent, Receipt } from "../../core/domain/delivery.ts";
import type { ChannelAddress } from "../../core/domain/directory.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Outgoing, Passage, SendOutcome } from "../../core/ports/messenger.ts";
import type { GraphAnswer, GraphCall, GraphReply } from "./graph-client.ts";
import { nameOf, outcomeOfSending } from "./graph-outcome.ts";

type TeamsContent = Extract<MessageContent, { readonly kind: "teams" }>;
export type TeamsAddress = Extract<ChannelAddress, { readonly kind: "teamsChannel" | "teamsChat" }>;
export type TeamsDelivery = Delivery & { readonly address: TeamsAddress; readonly content: TeamsContent };

const postedSchema = z.object({ id: z.string().min(1), createdDateTime: z.string().nullish() });
const errorMessageSchema = z.object({ error: z.object({ message: z.string() }) });

/**
 * Posts to a channel, as a reply where this channel heard of the window before, or to a chat, which has no threads.
 * `remember` keeps the thread, so that a lost reply is looked for in the right place.
 */
export async function sendToTeams(
  call: GraphCall,
  { delivery, replyTo }: Outgoing & { readonly delivery: TeamsDelivery },
  { remember, mayLeave }: Passage,
  now: () => Instant,
): Promise<SendOutcome> {
  const { address, content } = delivery;
  const parent = address.kind === "teamsChannel" ? (replyTo?.threadId ?? null) : null;
  if (parent !== null) remember(parent);
  const message = {
    // Only a message that begins a thread in a channel has a subject.
    ...(address.kind === "teamsChannel" && parent === null ? { subject: content.subject } : {}),
    body: { contentType: "html", content: content.html },
    mentions: content.mentions.map(({ id, name, userId }) => ({
      id,
      mentionText: name,
      mentioned: { user: { id: userId, displayName: name, userIdentityType: "aadUser" } },
    })),
  };
  const answer = await call("POST", messagesPath(address, parent), message, mayLeave);
  if (answer.kind === "withheld") return { kind: "withheld" };
  if (answer.kind !== "answered" || answer.status !== 201) return outcomeOfTeams(answer, parent);
  const posted = postedSchema.safeParse(answer.body);
  if (!posted.success) return { kind: "unknown", detail: "Teams took the message and did not say where. Look in Teams." };
  return { kind: "accepted", receipt: teamsReceipt(posted.data, parent, now()) };
}

/** The messages of a chat, of a channel, or the replies to one message of a channel. */
export function messagesPath(address: TeamsAddress, parent: string | null): string {
  const encode = encodeURIComponent;
  if (address.kind === "teamsChat") return `/chats/${encode(address.chatId)}/messages`;
  const messages = `/teams/${encode(address.teamId)}/channels/${encode(address.channelId)}/messages`;
  return parent === null ? messages : `${messages}/${encode(parent)}/replies`;
}

export function teamsReceipt(
  posted: { readonly id: string; readonly createdDateTime?: string | null | undefined },
  parent: string | null,
  now: Instant,
): Receipt {
  const at = Date.parse(posted.createdDateTime ?? "");
  return {
    messageId: posted.id,
    threadId: parent ?? posted.id,
    at: Number.isNaN(at) ? now : at,
    detail: `Teams message ${posted.id}`,
  };
}

/** What Teams refuses provably. A 400 is no refusal: messages answered with it have appeared. */
function outcomeOfTeams(answer: GraphReply, parent: string | null): SendOutcome {
  if (answer.kind === "answered") {
    const sentence = teamsRefusal(answer, parent);
    if (sentence !== null) return { kind: "refused", detail: `${sentence} Nothing was sent. (Microsoft: ${nameOf(answer)})` };
  }
  return outcomeOfSending(answer, "Teams");
}

function teamsRefusal(answer: Extract<GraphAnswer, { readonly kind: "answered" }>, parent: string | null): string | null {
  switch (answer.status) {
    case 404:
      return parent === null
        ? "Teams has no such channel or chat, or this account cannot see it. Correct it in the Directory."
        : "Teams no longer has the message this replies to, or the channel. Look in Teams, then send this as a message of its own.";
    case 413:
      return "The message is longer than Teams takes. Shorten the draft and approve it again.";
    case 403: {
      // Without a permission a new sign-in helps; without membership only an owner of the team does.
      const read = errorMessageSchema.safeParse(answer.body);
      if (read.success && /scope|permission/i.test(read.data.error.message)) return null;
      return "This account may not post in this team or chat. Ask an owner to add it.";
    }
    default:
      return null;
  }
}
