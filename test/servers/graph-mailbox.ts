import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Reply } from "./faults.ts";
import { type GraphHandler, graphError } from "./graph-handler.ts";
import type { VendorCheck } from "./graph-schemas.ts";

/** A mail that left the mailbox, as its recipients got it. */
export type SentMail = {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly html: string;
  /** The id of the sent mail this one answers, or null. */
  readonly inReplyTo: string | null;
  readonly conversationId: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly text: string;
    /** As what the HTML shows it; null for a file beside the text. */
    readonly contentId: string | null;
  }[];
  readonly deliveryId: string | null;
};

const address = z
  .string()
  .max(320)
  .regex(/^[^\s@<>,;]+@[^\s@<>,;]+$/);
const recipient = z.strictObject({ emailAddress: z.strictObject({ address, name: z.string().optional() }) });
const property = z.strictObject({
  id: z.string().regex(/^(String) \{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\} Name \w+$/i),
  value: z.string(),
});
const attachment = z.strictObject({
  "@odata.type": z.literal("#microsoft.graph.fileAttachment"),
  name: z.string().min(1),
  contentType: z.string(),
  contentBytes: z.base64().max(4_000_000),
  isInline: z.boolean().optional(),
  contentId: z.string().optional(),
});
const fields = z.strictObject({
  subject: z.string().regex(/^[^\r\n]*$/),
  body: z.strictObject({ contentType: z.literal("html"), content: z.string().min(1) }),
  from: recipient.optional(),
  toRecipients: z.array(recipient).min(1).max(500),
  ccRecipients: z.array(recipient).optional(),
  bccRecipients: z.array(recipient).optional(),
  singleValueExtendedProperties: z.array(property).optional(),
});
const newDraft = fields.extend({ attachments: z.array(attachment).optional() });

type Stored = {
  readonly id: string;
  readonly conversationId: string;
  readonly inReplyTo: string | null;
  isDraft: boolean;
  sentDateTime: string | null;
  content: z.infer<typeof fields>;
  attachments: readonly z.infer<typeof attachment>[];
};

/** One account's mailbox: drafts, which become sent mails under the same (immutable) id. */
export class Mailbox {
  readonly sent: SentMail[] = [];
  readonly #mails = new Map<string, Stored>();
  readonly #account: string;
  readonly #vendorCheck: VendorCheck;

  constructor(account: string, vendorCheck: VendorCheck) {
    this.#account = account;
    this.#vendorCheck = vendorCheck;
  }

  /** Ids of the drafts waiting, oldest first. */
  get draftIds(): readonly string[] {
    return [...this.#mails.values()].filter((mail) => mail.isDraft).map((mail) => mail.id);
  }

  /** As if somebody had deleted it in Outlook for good. */
  delete(id: string): void {
    this.#mails.delete(id);
  }

  /** As if somebody had opened the draft in Outlook and added a recipient, once under To and once under Cc. */
  tamper(id: string, addedAddress: string): void {
    const added = { emailAddress: { address: addedAddress } };
    const mail = this.#mails.get(id);
    if (mail === undefined) return;
    mail.content.toRecipients.push(added);
    mail.content.ccRecipients = [...(mail.content.ccRecipients ?? []), added];
  }

  readonly createDraft: GraphHandler = ({ body }) => {
    const misfit = this.#vendorCheck("message", body);
    if (misfit !== null) return graphError(400, "RequestBodyRead", misfit);
    const read = newDraft.safeParse(body);
    if (!read.success) return graphError(400, "RequestBodyRead", z.prettifyError(read.error));
    const { attachments, ...content } = read.data;
    return { status: 201, body: shown(this.#store(content, attachments ?? [], randomUUID(), null)) };
  };

  readonly createReplyAll: GraphHandler = ({ path, body }) => {
    const original = this.#mails.get(path[2] ?? "");
    if (original === undefined || original.isDraft) return notFound();
    if (!z.strictObject({}).safeParse(body).success) return graphError(400, "RequestBodyRead", "only an empty reply is expected");
    const quoted = `<hr><div>${original.content.body.content}</div>`;
    const content = {
      subject: `RE: ${original.content.subject}`,
      body: { contentType: "html" as const, content: quoted },
      toRecipients: [...original.content.toRecipients],
    };
    // Pictures of the quoted text come along, files do not.
    const pictures = original.attachments.filter(({ isInline }) => isInline === true);
    return { status: 201, body: shown(this.#store(content, pictures, original.conversationId, original.id)) };
  };

  readonly update: GraphHandler = ({ path, body }) => {
    const mail = this.#mails.get(path[2] ?? "");
    if (mail === undefined) return notFound();
    if (!mail.isDraft) return graphError(400, "ErrorInvalidPropertySet", "A sent mail cannot be changed");
    const misfit = this.#vendorCheck("message", body);
    if (misfit !== null) return graphError(400, "RequestBodyRead", misfit);
    const read = fields.partial().safeParse(body);
    if (!read.success) return graphError(400, "RequestBodyRead", z.prettifyError(read.error));
    const given = Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined));
    mail.content = fields.parse({ ...mail.content, ...given });
    return { status: 200, body: shown(mail) };
  };

  readonly get: GraphHandler = ({ path }) => {
    const mail = this.#mails.get(path[2] ?? "");
    return mail === undefined ? notFound() : { status: 200, body: shown(mail) };
  };

  /** Into Deleted Items, drafts and sent mails alike. */
  readonly remove: GraphHandler = ({ path, body }) => {
    if (body !== null) return graphError(400, "BadRequest", "Deleting takes no body");
    return this.#mails.delete(path[2] ?? "") ? { status: 204, body: null } : notFound();
  };

  readonly find: GraphHandler = ({ query }) => {
    const filter =
      /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '((?:[^']|'')+)' and ep\/value eq '((?:[^']|'')+)'\)$/.exec(
        query.get("$filter") ?? "",
      );
    if (filter === null) return graphError(400, "ErrorInvalidUrlQueryFilter", "The filter is not one this server knows");
    const [, id, value] = filter.map((part) => part.replaceAll("''", "'"));
    const found = [...this.#mails.values()].filter((mail) =>
      mail.content.singleValueExtendedProperties?.some((one) => one.id === id && one.value === value),
    );
    return { status: 200, body: { value: found.map(shown) } };
  };

  readonly listAttachments: GraphHandler = ({ path }) => {
    const mail = this.#mails.get(path[2] ?? "");
    return mail === undefined ? notFound() : { status: 200, body: { value: mail.attachments.map(({ name }) => ({ name })) } };
  };

  readonly addAttachment: GraphHandler = ({ path, body }) => {
    const mail = this.#mails.get(path[2] ?? "");
    if (mail === undefined || !mail.isDraft) return notFound();
    const misfit = this.#vendorCheck("attachment", body);
    if (misfit !== null) return graphError(400, "RequestBodyRead", misfit);
    const read = attachment.safeParse(body);
    if (!read.success) return graphError(400, "RequestBodyRead", z.prettifyError(read.error));
    mail.attachments = [...mail.attachments, read.data];
    return { status: 201, body: { id: randomUUID(), name: read.data.name } };
  };

  readonly send: GraphHandler = ({ path, body }) => {
    const mail = this.#mails.get(path[2] ?? "");
    if (mail === undefined || !mail.isDraft) return notFound();
    if (body !== null) return graphError(400, "BadRequest", "Sending a draft takes no body");
    mail.isDraft = false;
    mail.sentDateTime = new Date().toISOString();
    this.sent.push(this.#asReceived(mail));
    return { status: 202, body: null };
  };

  #store(
    content: Stored["content"],
    attachments: Stored["attachments"],
    conversationId: string,
    inReplyTo: string | null,
  ): Stored {
    // Real ids hold characters that a path must escape.
    const id = `AAkALg/${randomUUID()}+==`;
    const mail: Stored = { id, conversationId, inReplyTo, isDraft: true, sentDateTime: null, content, attachments };
    this.#mails.set(id, mail);
    return mail;
  }

  #asReceived({ id, conversationId, inReplyTo, content, attachments }: Stored): SentMail {
    const addresses = (list: z.infer<typeof recipient>[] | undefined) => (list ?? []).map((one) => one.emailAddress.address);
    return {
      id,
      conversationId,
      inReplyTo,
      from: content.from?.emailAddress.address ?? this.#account,
      to: addresses(content.toRecipients),
      cc: addresses(content.ccRecipients),
      bcc: addresses(content.bccRecipients),
      subject: content.subject,
      html: content.body.content,
      attachments: attachments.map((file) => ({
        name: file.name,
        contentType: file.contentType,
        text: Buffer.from(file.contentBytes, "base64").toString("utf8"),
        contentId: file.isInline === true ? (file.contentId ?? null) : null,
      })),
      deliveryId: content.singleValueExtendedProperties?.find((one) => one.id.endsWith("forewarnDeliveryId"))?.value ?? null,
    };
  }
}

function shown({ id, conversationId, isDraft, sentDateTime, content }: Stored): unknown {
  const { singleValueExtendedProperties: _hidden, ...visible } = content;
  return { "@odata.etag": 'W/"1"', id, conversationId, isDraft, sentDateTime, ...visible };
}

function notFound(): Reply {
  return graphError(404, "ErrorItemNotFound", "The specified object was not found in the store.");
}
