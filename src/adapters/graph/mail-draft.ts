import { z } from "zod";
import { addressKey } from "../../core/domain/address-key.ts";
import type { Delivery, MessageContent, Receipt } from "../../core/domain/delivery.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { GraphAnswer, GraphCall } from "./graph-client.ts";
import { type NotAccepted, outcomeBeforeSending } from "./graph-outcome.ts";
import { findMail } from "./mail-look-up.ts";
import { deliveryIdProperty } from "./mail-property.ts";

type MailContent = Extract<MessageContent, { readonly kind: "mail" }>;
export type MailDelivery = Delivery & { readonly address: { readonly kind: "mail" }; readonly content: MailContent };

export type Prepared =
  | { readonly kind: "draft"; readonly id: string; readonly isReply: boolean }
  /** An earlier attempt did send it. */
  | { readonly kind: "sent"; readonly id: string; readonly at: Instant }
  | { readonly kind: "not"; readonly outcome: NotAccepted };

/** Microsoft takes attachments up to this size with the message; larger ones need an upload. */
const mostAttachmentBytes = 3_000_000;

const recipientsSchema = z.array(z.object({ emailAddress: z.object({ address: z.string() }) }));
const draftSchema = z.object({
  id: z.string().min(1),
  toRecipients: recipientsSchema.default([]),
  ccRecipients: recipientsSchema.default([]),
  bccRecipients: recipientsSchema.default([]),
});
const attachmentsSchema = z.object({ value: z.array(z.object({ name: z.string() })) });

/**
 * Brings about a draft in the mailbox that says exactly what was approved, to exactly those who were approved.
 * Nothing is sent by any step here, so all of them may fail and be done again. `remember` gets the draft's id before
 * anything can send it: a delivery without a handle was never sent.
 */
export async function prepareDraft(
  call: GraphCall,
  delivery: MailDelivery,
  replyTo: Receipt | null,
  remember: (handle: string) => void,
  now: () => Instant,
): Promise<Prepared> {
  if (Buffer.byteLength(delivery.content.calendar) > mostAttachmentBytes) {
    return refused("The calendar file is too large for a mail. Nothing was sent.");
  }
  // After a crash between making a draft and keeping its id, only its mark tells of it.
  const mayHaveDraft = delivery.handle !== null || (delivery.state.kind === "sending" && delivery.state.attempt > 1);
  if (mayHaveDraft) {
    const earlier = await findMail(call, delivery, now());
    if (earlier.kind === "failed") return { kind: "not", outcome: outcomeBeforeSending(earlier.answer, now()) };
    if (earlier.kind === "sent") return { kind: "sent", id: earlier.id, at: earlier.at };
    if (earlier.kind === "draft") {
      if (earlier.id !== delivery.handle) remember(earlier.id);
      return fill(call, delivery, earlier.id, replyTo !== null, now);
    }
  }
  if (replyTo !== null) {
    const answer = await call("POST", `/me/messages/${encodeURIComponent(replyTo.messageId)}/createReplyAll`, {});
    const draft = readDraft(answer, 201);
    if (draft !== null) {
      remember(draft.id);
      return fill(call, delivery, draft.id, true, now);
    }
    // The earlier mail was deleted from the mailbox: the notice matters more than its thread.
    if (!(answer.kind === "answered" && answer.status === 404))
      return { kind: "not", outcome: outcomeBeforeSending(answer, now()) };
  }
  const answer = await call("POST", "/me/messages", { ...fieldsOf(delivery), attachments: attachmentsOf(delivery) });
  const draft = readDraft(answer, 201);
  if (draft === null) return { kind: "not", outcome: outcomeBeforeSending(answer, now()) };
  remember(draft.id);
  return checked(draft, delivery, false);
}

/** Overwrites a reply's quoted text and recipients, or whatever somebody did to a waiting draft in Outlook. */
async function fill(
  call: GraphCall,
  delivery: MailDelivery,
  id: string,
  isReply: boolean,
  now: () => Instant,
): Promise<Prepared> {
  const path = `/me/messages/${encodeURIComponent(id)}`;
  const updated = await call("PATCH", path, { ...fieldsOf(delivery), ccRecipients: [], bccRecipients: [] });
  const draft = readDraft(updated, 200);
  if (draft === null) return { kind: "not", outcome: outcomeBeforeSending(updated, now()) };
  const attached = await call("GET", `${path}/attachments?$select=name`);
  const existing = attached.kind === "answered" && attached.status === 200 ? attachmentsSchema.safeParse(attached.body) : null;
  if (existing?.success !== true) return { kind: "not", outcome: outcomeBeforeSending(attached, now()) };
  // A reply brings the pictures of what it quotes; ours have the same name only where they are the same picture.
  const there = new Set(existing.data.value.map(({ name }) => name));
  for (const attachment of attachmentsOf(delivery)) {
    if (there.has(attachment.name)) continue;
    const added = await call("POST", `${path}/attachments`, attachment);
    if (!(added.kind === "answered" && added.status === 201)) return { kind: "not", outcome: outcomeBeforeSending(added, now()) };
  }
  return checked(draft, delivery, isReply);
}

/**
 * The message as Graph takes it. Graph's JSON has one body: HTML. Exchange makes the plain-text part from it for
 * readers that want one, so `content.text` is for previews and evidence only.
 */
function fieldsOf(delivery: MailDelivery) {
  const { content, recipients, address } = delivery;
  return {
    subject: content.subject,
    body: { contentType: "html", content: content.html },
    toRecipients: recipients.map(({ name, email }) => ({ emailAddress: { name, address: email } })),
    singleValueExtendedProperties: [{ id: deliveryIdProperty, value: delivery.id }],
    ...(address.from === null ? {} : { from: { emailAddress: { address: address.from } } }),
  };
}

function attachmentsOf({ content }: MailDelivery) {
  const { calendar, logo } = content;
  const file = { "@odata.type": "#microsoft.graph.fileAttachment" } as const;
  return [
    ...(calendar === ""
      ? []
      : [
          {
            ...file,
            name: "maintenance.ics",
            contentType: "text/calendar; charset=utf-8",
            contentBytes: Buffer.from(calendar, "utf8").toString("base64"),
          },
        ]),
    // The HTML shows it by its content id, so that nothing is fetched from anywhere when the mail is read.
    ...(logo === undefined
      ? []
      : [
          {
            ...file,
            name: logo.contentId,
            contentType: logo.mediaType,
            contentBytes: logo.base64,
            isInline: true,
            contentId: logo.contentId,
          },
        ]),
  ];
}

/** The last look before sending: never anybody more, never anybody less than approved. */
function checked(draft: z.infer<typeof draftSchema>, delivery: MailDelivery, isReply: boolean): Prepared {
  const approved = delivery.recipients.map(({ email }) => addressKey(email)).sort();
  const addressed = draft.toRecipients.map(({ emailAddress }) => addressKey(emailAddress.address)).sort();
  const others = draft.ccRecipients.length + draft.bccRecipients.length;
  if (others > 0 || approved.join("\n") !== addressed.join("\n")) {
    return refused(
      "Outlook addressed the draft to others than were approved. Nothing was sent. Look at it in Drafts and delete it.",
    );
  }
  return { kind: "draft", id: draft.id, isReply };
}

function readDraft(answer: GraphAnswer, expected: 200 | 201): z.infer<typeof draftSchema> | null {
  if (answer.kind !== "answered" || answer.status !== expected) return null;
  const read = draftSchema.safeParse(answer.body);
  return read.success ? read.data : null;
}

function refused(detail: string): Prepared {
  return { kind: "not", outcome: { kind: "refused", detail } };
}
