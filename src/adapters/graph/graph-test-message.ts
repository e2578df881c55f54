import { z } from "zod";
import type { Asked, TestWords } from "../../core/ports/connector.ts";
import type { GraphAnswer, GraphCall } from "./graph-client.ts";
import { outcomeOfSending, signInProblem } from "./graph-outcome.ts";

const account = z.object({ mail: z.string().nullish(), userPrincipalName: z.string().nullish() });
const draft = z.object({ id: z.string() });
const nothing = z.unknown();

/** Mails the person who signed in, as notices are mailed: a draft, and a step that sends it. */
export async function tellMyselfByMail(
  call: GraphCall,
  { subject, text }: TestWords,
): Promise<Asked<{ readonly where: string }>> {
  const me = read(await call("GET", "/me?$select=mail,userPrincipalName"), [200], account);
  if (me.kind !== "answered") return me;
  const address = me.value.mail || me.value.userPrincipalName;
  if (!address) return { kind: "refused", detail: "This account has no mail address, so there is nowhere to send a test to." };
  const message = {
    subject,
    body: { contentType: "html", content: `<p>${asHtml(text)}</p>` },
    toRecipients: [{ emailAddress: { address } }],
  };
  const prepared = read(await call("POST", "/me/messages", message), [201], draft);
  if (prepared.kind !== "answered") return prepared;
  const path = `/me/messages/${encodeURIComponent(prepared.value.id)}`;
  const answer = await call("POST", `${path}/send`);
  const sent = read(answer, [202], nothing);
  if (sent.kind === "answered") return { kind: "answered", value: { where: `the inbox of ${address}` } };
  return tidied(call, path, answer, sent);
}

/** A test that was refused leaves nothing behind. One that may have left is not touched: its id is that of the mail, too. */
async function tidied(
  call: GraphCall,
  path: string,
  answer: GraphAnswer,
  told: Exclude<Asked<unknown>, { readonly kind: "answered" }>,
): Promise<Asked<never>> {
  const outcome = answer.kind === "withheld" ? answer : outcomeOfSending(answer, "Sent Items and Drafts");
  if (outcome.kind === "unknown") return { kind: "unreachable", detail: `${told.detail} If it did not leave, it is in Drafts.` };
  const known = outcome.kind === "refused" ? outcome : told;
  const removed = await call("DELETE", path);
  const isGone = removed.kind === "answered" && (removed.status === 204 || removed.status === 404);
  const left = isGone ? "" : " Its draft is left in the mailbox: delete it in Outlook, under Drafts.";
  // What provably did not leave is no doubt, even when Microsoft can't be reached.
  return { kind: known.kind === "signInNeeded" ? "signInNeeded" : "refused", detail: `${known.detail}${left}` };
}

function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function read<T>(answer: GraphAnswer, taken: readonly number[], schema: z.ZodType<T>): Asked<T> {
  if (answer.kind === "noToken") return { kind: "signInNeeded", detail: answer.detail };
  if (answer.kind === "failed") return { kind: "unreachable", detail: answer.failure.words };
  if (answer.kind === "withheld") return { kind: "unreachable", detail: "Microsoft was not asked." };
  if (answer.status === 403) {
    return {
      kind: "refused",
      detail:
        "The sign-in may not send mail (Mail.ReadWrite, Mail.Send). Sign in again for Outlook mail, or ask your administrator for both.",
    };
  }
  if (taken.includes(answer.status)) {
    const body = schema.safeParse(answer.body);
    if (body.success) return { kind: "answered", value: body.data };
  }
  const problem = answer.body === null ? null : signInProblem(answer);
  return problem === null
    ? {
        kind: "unreachable",
        detail: `Microsoft answered with status ${answer.status}. Look in Sent Items.`,
      }
    : { kind: "signInNeeded", detail: problem };
}
