import { z } from "zod";
import type { Delivery, Receipt } from "../../core/domain/delivery.ts";
import { type Instant, minute } from "../../core/domain/instant.ts";
import type { LookUpOutcome } from "../../core/ports/messenger.ts";
import type { SlackAnswer, SlackCall } from "./slack-client.ts";
import { lookForDetails } from "./slack-details.ts";
import { receiptOf } from "./slack-receipt.ts";

/** Slack shows a message at once; one whose answer was lost may still be on its way this long. */
const settlingMilliseconds = 30_000;
/** The two clocks may differ. */
const clockMargin = 10 * minute;
const pageSize = 200;
const mostPages = 20;

const messageSchema = z.object({
  ts: z.string(),
  text: z.string().default(""),
  user: z.string().optional(),
  thread_ts: z.string().optional(),
  client_msg_id: z.string().optional(),
  metadata: z.object({ event_payload: z.record(z.string(), z.unknown()).optional() }).optional(),
});
type SlackMessage = z.infer<typeof messageSchema>;

const pageSchema = z.object({
  messages: z.array(messageSchema),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const openedSchema = z.object({ channel: z.object({ id: z.string() }) });
const accountSchema = z.object({ user_id: z.string() });

/**
 * Looks for a delivery among the messages since its approval, which is before any attempt to send it: in the thread it
 * was to join (its handle), or in the channel.
 */
export async function lookUpInSlack(call: SlackCall, delivery: Delivery, now: Instant): Promise<LookUpOutcome> {
  if (delivery.address.kind !== "slack") return cannotTell("This delivery does not go to Slack.");
  const channel = await conversationOf(call, delivery.address.conversationId);
  if (channel === null) return cannotTell("Slack does not show this conversation to the app. Look in Slack.");

  const oldest = ((delivery.approvedAt - clockMargin) / 1000).toFixed(6);
  const method = delivery.handle === null ? "conversations.history" : "conversations.replies";
  const thread = delivery.handle === null ? {} : { ts: delivery.handle };
  const lookalikes: SlackMessage[] = [];
  let cursor: string | undefined;
  for (let page = 0; page === 0 || cursor !== undefined; page += 1) {
    if (page === mostPages) return cannotTell("The Slack channel holds too many messages to look through. Look in Slack.");
    const answer = await call(method, {
      channel,
      ...thread,
      oldest,
      inclusive: true,
      include_all_metadata: true,
      limit: pageSize,
      cursor,
    });
    const read = answer.kind === "ok" ? pageSchema.safeParse(answer.body) : null;
    if (read === null || !read.success) return cannotTell(whyNotShown(answer));
    const marked = read.data.messages.find((message) => isMarked(message, delivery));
    if (marked !== undefined) {
      return { kind: "found", receipt: await lookForDetails(call, delivery, channel, receiptFrom(marked, channel)) };
    }
    lookalikes.push(...read.data.messages.filter((message) => message.metadata === undefined && saysTheSame(message, delivery)));
    cursor = read.data.response_metadata?.next_cursor || undefined;
  }
  if (lookalikes.length > 0) return judgeLookalikes(call, lookalikes, channel);
  const since =
    delivery.state.kind === "unknown" || delivery.state.kind === "sending" ? delivery.state.since : delivery.approvedAt;
  if (now - since < settlingMilliseconds) return cannotTell("Slack does not show the message yet. Look again in half a minute.");
  return { kind: "absent" };
}

/** A person's id stands for the direct conversation with them, which has an id of its own. */
async function conversationOf(call: SlackCall, conversationId: string): Promise<string | null> {
  if (!/^[UW]/.test(conversationId)) return conversationId;
  const answer = await call("conversations.open", { users: conversationId });
  const opened = answer.kind === "ok" ? openedSchema.safeParse(answer.body) : null;
  return opened?.success === true ? opened.data.channel.id : null;
}

function isMarked(message: SlackMessage, delivery: Delivery): boolean {
  return message.metadata?.event_payload?.delivery_id === delivery.id || message.client_msg_id === delivery.id;
}

/** Where Slack refused our mark, the text with the window's reference in it has to do. */
function saysTheSame(message: SlackMessage, delivery: Delivery): boolean {
  return delivery.content.kind === "slack" && plainWords(message.text) === plainWords(delivery.content.text);
}

/** The letters and digits of a text. Slack labels addresses and mentions, names emoji, and rewrites spaces. */
function plainWords(text: string): string {
  return text
    .replaceAll(/<([^|<>]+)\|[^<>]*>/g, "<$1>")
    .replaceAll(/:[a-z\d_+-]+:/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

async function judgeLookalikes(call: SlackCall, lookalikes: readonly SlackMessage[], channel: string): Promise<LookUpOutcome> {
  const answer = await call("auth.test", {});
  const account = answer.kind === "ok" ? accountSchema.safeParse(answer.body) : null;
  const [only, another] = lookalikes.filter((message) => account?.success === true && message.user === account.data.user_id);
  if (only !== undefined && another === undefined) return { kind: "found", receipt: receiptFrom(only, channel) };
  return cannotTell("The channel shows these words without Forewarn's mark. Look in Slack whether it is this notice.");
}

function receiptFrom(message: SlackMessage, channel: string): Receipt {
  return receiptOf({ ts: message.ts, channel }, message.thread_ts ?? null);
}

function whyNotShown(answer: SlackAnswer): string {
  switch (answer.kind) {
    case "error":
      return `Slack does not show the channel's messages ("${answer.code}"). Look in Slack.`;
    case "noToken":
      return answer.detail;
    case "rateLimited":
      return `Slack asks to wait ${answer.retryAfterSeconds} seconds before looking again.`;
    case "failed":
      return "Slack could not be reached to look. Look again when the connection is back.";
    case "withheld":
    case "ok":
      return "Slack's answer could not be read. Look in Slack.";
  }
}

function cannotTell(detail: string): LookUpOutcome {
  return { kind: "cannotTell", detail };
}
