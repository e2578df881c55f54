import { z } from "zod";
import { assertNever } from "../../core/domain/assert-never.ts";
import type { Delivery, Receipt } from "../../core/domain/delivery.ts";
import type { SlackAnswer, SlackCall } from "./slack-client.ts";

/**
 * The mark of what follows in a message's thread. Another than the message's own: looking for one never finds the other.
 * Anyone in the workspace can read it: the opaque id only.
 */
export function markOfDetails(delivery: Pick<Delivery, "id">) {
  return { event_type: "forewarn_details", event_payload: { details_of: delivery.id } };
}

const there = "its details are in the thread";
const byHand = "If they are needed, copy them from the message.";

/**
 * The receipt of a message that Slack has taken, with what became of its details. They are asked for once, whatever comes of
 * it: the notice is sent by then, and says by itself what to do and when (docs/decisions/0020).
 */
export function withDetails(receipt: Receipt, answer: SlackAnswer): Receipt {
  switch (answer.kind) {
    case "ok":
      return noted(receipt, there);
    case "withheld":
      return lacking(receipt, "since sending had stopped by then");
    case "failed":
      return answer.failure.provablyUnsent ? lacking(receipt, "since Slack could no longer be reached") : doubtful(receipt);
    case "error":
      return lacking(receipt, `since Slack refused them (${answer.code})`);
    case "rateLimited":
      return lacking(receipt, "since Slack asked to wait");
    case "noToken":
      return lacking(receipt, "since the sign-in had ended");
    default:
      return assertNever(answer);
  }
}

const repliesSchema = z.object({
  messages: z.array(z.object({ metadata: z.object({ event_payload: z.record(z.string(), z.unknown()).optional() }).optional() })),
});

/** The same for a message that was found by looking: whether its details came after it. They are not posted now. */
export async function lookForDetails(call: SlackCall, delivery: Delivery, channel: string, receipt: Receipt): Promise<Receipt> {
  if (delivery.content.kind !== "slack" || delivery.content.details === undefined) return receipt;
  const answer = await call("conversations.replies", {
    channel,
    ts: receipt.threadId,
    oldest: receipt.messageId,
    inclusive: true,
    include_all_metadata: true,
    limit: 200,
  });
  const read = answer.kind === "ok" ? repliesSchema.safeParse(answer.body) : null;
  if (read?.success !== true) return doubtful(receipt);
  const isThere = read.data.messages.some(({ metadata }) => metadata?.event_payload?.details_of === delivery.id);
  return isThere ? noted(receipt, there) : lacking(receipt, "since sending broke off before");
}

function lacking(receipt: Receipt, why: string): Receipt {
  return { ...receipt, missing: `Its details were not posted in the thread, ${why}. ${byHand}` };
}

function doubtful(receipt: Receipt): Receipt {
  return { ...receipt, missing: `Slack did not say whether its details are in the thread. ${byHand}` };
}

function noted(receipt: Receipt, words: string): Receipt {
  return { ...receipt, detail: `${receipt.detail}; ${words}` };
}
