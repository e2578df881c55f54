import type { Receipt } from "../../core/domain/delivery.ts";

/** A posted message as Slack names it: its `ts` is its id within the channel and the time it was posted, in seconds. */
export type PostedMessage = { readonly ts: string; readonly channel: string };

/** `threadId` is the parent's `ts`, or null for a message that begins a thread. */
export function receiptOf(posted: PostedMessage, threadId: string | null): Receipt {
  return {
    messageId: posted.ts,
    threadId: threadId ?? posted.ts,
    at: Math.floor(Number(posted.ts) * 1000),
    detail: `Slack channel ${posted.channel}, message ${posted.ts}`,
  };
}
