import { z } from "zod";
import type { Instant } from "../../core/domain/instant.ts";
import type { SendOutcome } from "../../core/ports/messenger.ts";
import type { GraphAnswer, GraphReply } from "./graph-client.ts";

export type NotAccepted = Exclude<SendOutcome, { readonly kind: "accepted" }>;

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string().default("") }) });

/** Microsoft's own word for an error, safe to show, or empty. The message beside it is never shown: it may quote a request. */
function errorCodeOf(body: unknown): string {
  const read = errorSchema.safeParse(body);
  return read.success && /^[\w.]{1,80}$/.test(read.data.error.code) ? read.data.error.code : "";
}

/** Microsoft looked at the message and refused it whole; the same words for mail before and at its sending. */
const refusals: Readonly<Record<string, string>> = {
  ErrorSendAsDenied:
    "This account may not send from the shared mailbox. Ask for Send As on that mailbox, or take it off the channel in the Directory.",
  ErrorInvalidRecipients:
    "Outlook does not accept one of the addresses. Correct it in the Directory and approve the notice again.",
  ErrorMessageSizeExceeded: "The mail is larger than the mailbox allows. Shorten the draft and approve it again.",
  ErrorExceededMessageLimit: "The mailbox has reached its daily limit of messages. Ask an administrator.",
  ErrorQuotaExceeded: "The mailbox is full. Make room in Outlook, then send again.",
  MailboxNotEnabledForRESTAPI: "This account has no mailbox in Exchange Online. Connect an account that has one.",
  MailboxNotSupportedForRESTAPI: "This account's mailbox cannot be reached through Microsoft Graph. Connect another account.",
};

const signInAgain = "Microsoft no longer accepts the sign-in. In Settings sign in again, or paste a new token.";
const lacksPermission =
  "The Microsoft sign-in lacks a permission for this. In Settings sign in again and choose what it is for (docs/connect-microsoft.md names the permissions), or paste a token that has it.";

/** A failure of a step after which nothing can have been sent, such as making a draft: it may be tried again. */
export function outcomeBeforeSending(answer: GraphAnswer, now: Instant): NotAccepted {
  if (answer.kind === "withheld") return { kind: "withheld" };
  if (answer.kind === "noToken") return { kind: "signInNeeded", detail: `${answer.detail} Nothing was sent.` };
  if (answer.kind === "failed") {
    return unsent("Outlook could not be reached while the mail was being prepared. Nothing was sent.", null, true);
  }
  const known = knownOutcome(answer);
  if (known !== null) return known;
  const { status } = answer;
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
    return {
      kind: "refused",
      detail: `Outlook does not accept this mail (${nameOf(answer)}). Nothing was sent. Check its recipients and text.`,
    };
  }
  const retryAt = answer.retryAfterSeconds === null ? null : now + answer.retryAfterSeconds * 1000;
  return unsent("Outlook did not finish preparing the mail. Nothing was sent.", retryAt, status === 429 || status === 503);
}

/** A failure of the step that sends: only a connection that never was proves that nothing left. A 429 does not. */
export function outcomeOfSending(answer: GraphReply, place: "Sent Items and Drafts" | "Teams"): NotAccepted {
  if (answer.kind === "noToken") return { kind: "signInNeeded", detail: `${answer.detail} Nothing was sent.` };
  if (answer.kind === "failed") {
    return answer.failure.provablyUnsent
      ? unsent(answer.failure.words, null, true)
      : { kind: "unknown", detail: `${answer.failure.words} Look in ${place}.` };
  }
  const known = knownOutcome(answer);
  if (known !== null) return known;
  return {
    kind: "unknown",
    detail: `Microsoft answered ${nameOf(answer)}, which does not say whether it was sent. Look in ${place}.`,
  };
}

/** Whether Microsoft says that a person must sign in again or with more permissions, in words; null when not. */
export function signInProblem(answer: GraphAnswer): string | null {
  if (answer.kind === "noToken") return answer.detail;
  if (answer.kind !== "answered") return null;
  if (answer.status === 401) return signInAgain;
  return answer.status === 403 ? lacksPermission : null;
}

export function nameOf(answer: Extract<GraphAnswer, { readonly kind: "answered" }>): string {
  const code = errorCodeOf(answer.body);
  return code === "" ? `HTTP ${answer.status}` : `${code}, HTTP ${answer.status}`;
}

function knownOutcome(answer: Extract<GraphAnswer, { readonly kind: "answered" }>): NotAccepted | null {
  const code = errorCodeOf(answer.body);
  const refusal = answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? refusals[code] : undefined;
  if (refusal !== undefined) return { kind: "refused", detail: `${refusal} Nothing was sent. (Microsoft: ${code})` };
  const signIn = signInProblem(answer);
  return signIn === null ? null : { kind: "signInNeeded", detail: `${signIn} Nothing was sent.` };
}

function unsent(detail: string, retryAt: Instant | null, concernsAll: boolean): NotAccepted {
  return { kind: "unsent", detail, retryAt, concernsAll };
}
