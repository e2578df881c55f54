import { z } from "zod";
import type { Delivery } from "../../core/domain/delivery.ts";
import { type Instant, minute } from "../../core/domain/instant.ts";
import type { LookUpOutcome } from "../../core/ports/messenger.ts";
import type { GraphAnswer, GraphCall } from "./graph-client.ts";
import { signInProblem } from "./graph-outcome.ts";
import { deliveryIdProperty } from "./mail-property.ts";

/** Exchange answers before transport: a mail it took may show as a draft this long. */
const settlingMilliseconds = 2 * minute;

const mailSchema = z.object({ id: z.string().min(1), isDraft: z.boolean(), sentDateTime: z.string().nullish() });
const mailsSchema = z.object({ value: z.array(mailSchema) });

export type FoundMail =
  | { readonly kind: "sent"; readonly id: string; readonly at: Instant }
  | { readonly kind: "draft"; readonly id: string }
  | { readonly kind: "none" }
  | { readonly kind: "failed"; readonly answer: GraphAnswer };

/** Looks for a delivery's mail in the whole mailbox: first by its draft's id, which does not change, then by its mark. */
export async function findMail(call: GraphCall, delivery: Delivery, now: Instant): Promise<FoundMail> {
  const fields = "$select=id,isDraft,sentDateTime";
  const mails: z.infer<typeof mailSchema>[] = [];
  if (delivery.handle !== null) {
    const answer = await call("GET", `/me/messages/${encodeURIComponent(delivery.handle)}?${fields}`);
    const read = answer.kind === "answered" && answer.status === 200 ? mailSchema.safeParse(answer.body) : null;
    if (read?.success === true) mails.push(read.data);
    else if (!(answer.kind === "answered" && answer.status === 404)) return { kind: "failed", answer };
  }
  if (mails.length === 0) {
    const id = delivery.id.replaceAll("'", "''");
    const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${deliveryIdProperty}' and ep/value eq '${id}')`;
    const answer = await call("GET", `/me/messages?$filter=${encodeURIComponent(filter)}&${fields}`);
    const read = answer.kind === "answered" && answer.status === 200 ? mailsSchema.safeParse(answer.body) : null;
    if (read?.success !== true) return { kind: "failed", answer };
    mails.push(...read.data.value);
  }
  const sent = mails.find(({ isDraft }) => !isDraft);
  if (sent !== undefined) {
    const at = Date.parse(sent.sentDateTime ?? "");
    return { kind: "sent", id: sent.id, at: Number.isNaN(at) ? now : at };
  }
  const [draft] = mails;
  return draft === undefined ? { kind: "none" } : { kind: "draft", id: draft.id };
}

/** Whether a mail whose sending is in doubt was sent: found outside Drafts it was, in Drafts after settling it was not. */
export async function lookUpMail(call: GraphCall, delivery: Delivery, now: Instant): Promise<LookUpOutcome> {
  const mail = await findMail(call, delivery, now);
  switch (mail.kind) {
    case "sent":
      return {
        kind: "found",
        receipt: { messageId: mail.id, threadId: mail.id, at: mail.at, detail: "Found in the mailbox as sent." },
      };
    case "draft": {
      // Another draft with our mark is left of an attempt that lost its answer; it says nothing of the one that was sent.
      if (delivery.handle !== null && mail.id !== delivery.handle) {
        return cannotTell("The mail is gone from the mailbox, and an older draft of it is there. Ask a recipient, then decide.");
      }
      const since =
        delivery.state.kind === "unknown" || delivery.state.kind === "sending" ? delivery.state.since : delivery.approvedAt;
      return now - since < settlingMilliseconds
        ? cannotTell("The mail is still among the drafts. Exchange may be sending it: look again in two minutes.")
        : { kind: "unsent", detail: "The mail is still a draft in the mailbox: it was not sent." };
    }
    case "none":
      // The draft's id is stored before the step that sends it: without one, that step was never reached.
      return delivery.handle === null
        ? { kind: "unsent", detail: "The mailbox has no draft of it: the step that sends was not reached." }
        : cannotTell(
            "The mail is neither among the sent ones nor among the drafts. Somebody may have deleted it: ask a recipient.",
          );
    case "failed":
      return cannotTell(signInProblem(mail.answer) ?? "The mailbox could not be searched just now. Look again later.");
  }
}

function cannotTell(detail: string): LookUpOutcome {
  return { kind: "cannotTell", detail };
}
