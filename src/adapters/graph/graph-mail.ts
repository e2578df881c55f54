import type { Instant } from "../../core/domain/instant.ts";
import type { Outgoing, Passage, SendOutcome } from "../../core/ports/messenger.ts";
import type { GraphCall } from "./graph-client.ts";
import { outcomeOfSending } from "./graph-outcome.ts";
import { type MailDelivery, prepareDraft } from "./mail-draft.ts";

/** Exchange's limit of recipients of one message. */
const mostRecipients = 500;

/**
 * Sends a mail as a draft and a step that sends it, never by `sendMail`: only a draft has an id to look for when the
 * answer is lost. A reply goes to the thread of the mail that this recipient got before.
 */
export async function sendMail(
  call: GraphCall,
  { delivery, replyTo }: Outgoing & { readonly delivery: MailDelivery },
  { remember, mayLeave }: Passage,
  now: () => Instant,
): Promise<SendOutcome> {
  const count = delivery.recipients.length;
  if (count === 0) {
    return { kind: "refused", detail: "Nobody is addressed. Add people with a mail address in the Directory. Nothing was sent." };
  }
  if (count > mostRecipients) {
    return {
      kind: "refused",
      detail: `Outlook takes ${mostRecipients} recipients a mail, and these are ${count}. Use a distribution list. Nothing was sent.`,
    };
  }
  const prepared = await prepareDraft(call, delivery, replyTo, remember, now);
  if (prepared.kind === "not") return prepared.outcome;
  const threadId = replyTo !== null && (prepared.kind === "sent" || prepared.isReply) ? replyTo.threadId : prepared.id;
  if (prepared.kind === "sent") {
    return accepted(prepared.id, threadId, prepared.at, "An earlier attempt had sent it; it was not sent again.");
  }
  const answer = await call("POST", `/me/messages/${encodeURIComponent(prepared.id)}/send`, undefined, mayLeave);
  if (answer.kind === "withheld") return { kind: "withheld" };
  // 202 comes before transport and may carry Retry-After: it is accepted all the same, not yet delivered.
  if (answer.kind !== "answered" || answer.status !== 202) return outcomeOfSending(answer, "Sent Items and Drafts");
  const lostThread =
    replyTo !== null && !prepared.isReply ? " The earlier mail is gone from the mailbox, so it is not in its thread." : "";
  return accepted(prepared.id, threadId, now(), `Outlook took it for ${count} recipient${count === 1 ? "" : "s"}.${lostThread}`);
}

function accepted(messageId: string, threadId: string, at: Instant, detail: string): SendOutcome {
  return { kind: "accepted", receipt: { messageId, threadId, at, detail } };
}
