import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Instant } from "../../core/domain/instant.ts";
import type { Stage } from "../../core/domain/matrix.ts";
import type { ConnectionHealth, MessagingConnection, MessagingParts } from "../../core/ports/connector.ts";
import type { Outgoing, Passage, SendOutcome } from "../../core/ports/messenger.ts";
import type { TokenSource } from "../../core/ports/sign-in.ts";
import { readApiAddress } from "../network/api-address.ts";
import { createUnusableConnection } from "../network/unusable-connection.ts";
import { fixedToken } from "../sign-in/fixed-token.ts";
import { notSlack } from "./slack-asked.ts";
import { lookUpSlackChannel } from "./slack-channel.ts";
import { createSlackCall, type SlackAnswer, type SlackCall, slackApiUrl } from "./slack-client.ts";
import { markOfDetails, withDetails } from "./slack-details.ts";
import { listsInSlack } from "./slack-lists.ts";
import { lookUpInSlack } from "./slack-look-up.ts";
import { outcomeOf, signInProblem, tokenRefused } from "./slack-outcome.ts";
import { receiptOf } from "./slack-receipt.ts";
import { permissionsOf } from "./slack-scopes.ts";
import { tellMyselfInSlack } from "./slack-test-message.ts";

/** Over this Slack cuts a message silently. */
const mostCharacters = 40_000;

/** Replies that the whole channel must see, not only those who follow the thread. */
const stagesForTheChannel: ReadonlySet<Stage> = new Set(["completed", "cancelled", "rescheduled", "rolledBack", "extended"]);

const postedSchema = z.object({ ts: z.string().regex(/^\d+\.\d+$/), channel: z.string() });
const accountSchema = z.object({
  user: z.string(),
  team: z.string(),
  url: z.string().optional(),
  /** What the token may do, which the SDK takes from the answer's headers. */
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/**
 * Slack through its official SDK, which is loaded when first needed. `settings.apiUrl` is another address of the Web
 * API, or null for Slack's own. `now` stamps when a next attempt may be made.
 */
export function createSlackConnection(settings: MessagingParts, now: () => Instant = Date.now): MessagingConnection {
  const address = readApiAddress(settings.apiUrl ?? slackApiUrl);
  if (!address.ok) return createUnusableConnection(address.problem);
  const tokens = settings.tokens ?? fixedToken(settings.token);
  const call = createSlackCall({ url: address.url, tokens, heardTime: settings.heardTime }, now);
  const holder = settings.tokens === undefined ? holderOf(settings.token) : "person";
  return {
    messages: {
      send: (outgoing, passage) => sendToSlack(call, outgoing, passage, now),
      lookUp: (delivery) => lookUpInSlack(call, delivery, now()),
    },
    check: () => checkSlack(call, holder, tokens),
    lookUpChannel: (address) => lookUpSlackChannel(call, address, holder),
    tellMyself: (words, email) => tellMyselfInSlack(call, holder, words, email),
    lists: listsInSlack(call, holder),
  };
}

async function sendToSlack(
  call: SlackCall,
  { delivery, replyTo }: Outgoing,
  { remember, mayLeave }: Passage,
  now: () => Instant,
): Promise<SendOutcome> {
  const { address, content } = delivery;
  if (address.kind !== "slack" || content.kind !== "slack") {
    return { kind: "refused", detail: "This message is not made for Slack. Approve the notice again. Nothing was sent." };
  }
  if (content.text.length > mostCharacters || (content.details?.text.length ?? 0) > mostCharacters) {
    return { kind: "refused", detail: "The message is longer than Slack takes. Shorten the draft. Nothing was sent." };
  }
  const threadId = replyTo?.threadId ?? null;
  if (threadId !== null) remember(threadId);
  const message = {
    ...wordsFor(address.conversationId, content),
    client_msg_id: delivery.id,
    ...(threadId === null ? {} : { thread_ts: threadId, reply_broadcast: stagesForTheChannel.has(delivery.stage) }),
  };
  // Anyone in the workspace can read metadata: the opaque id only.
  const mark = { event_type: "forewarn_notice", event_payload: { delivery_id: delivery.id } };
  const answer = await post(call, message, mark, mayLeave);
  if (answer.kind === "withheld") return { kind: "withheld" };
  if (answer.kind !== "ok") return outcomeOf(answer, now());
  const posted = postedSchema.safeParse(answer.body);
  if (!posted.success) return { kind: "unknown", detail: "Slack's answer could not be read. Look in the Slack channel." };
  const receipt = receiptOf(posted.data, threadId);
  if (content.details === undefined) return { kind: "accepted", receipt };
  const reply = {
    ...wordsFor(posted.data.channel, content.details),
    client_msg_id: randomUUID(),
    thread_ts: receipt.threadId,
  };
  return { kind: "accepted", receipt: withDetails(receipt, await post(call, reply, markOfDetails(delivery), mayLeave)) };
}

function wordsFor(channel: string, { text, blocks }: { readonly text: string; readonly blocks: readonly unknown[] }) {
  // The text is always sent: screen readers and notifications read it, not the blocks.
  return { channel, text, blocks, unfurl_links: false, unfurl_media: false };
}

async function post(call: SlackCall, message: object, mark: object, mayLeave: () => boolean): Promise<SlackAnswer> {
  const answer = await call("chat.postMessage", { ...message, metadata: mark }, mayLeave);
  if (answer.kind !== "error" || answer.code !== "metadata_must_be_sent_from_app") return answer;
  // A definite refusal, so nothing was posted: the same message without the mark is no second post.
  return call("chat.postMessage", { ...message }, mayLeave);
}

/** Whose token it is: an app posts as itself, a person in their own name, and each is in other channels. */
function holderOf(token: string): "app" | "person" {
  return /^(?:xoxe\.)?xoxp-/.test(token) ? "person" : "app";
}

async function checkSlack(call: SlackCall, holder: "app" | "person", tokens: TokenSource): Promise<ConnectionHealth> {
  const answer = await call("auth.test", {});
  switch (answer.kind) {
    case "ok": {
      const account = accountSchema.safeParse(answer.body);
      if (!account.success) return notSlack;
      const { user, team, response_metadata } = account.data;
      const granted = response_metadata?.scopes ?? tokens.granted();
      const expiresAt = tokens.endsAt();
      return {
        kind: "works",
        account: user,
        place: team,
        ...(granted === null ? {} : { permissions: permissionsOf(granted, holder) }),
        ...(expiresAt === null ? {} : { expiresAt }),
      };
    }
    case "error":
      return answer.code === "unreadable_answer"
        ? notSlack
        : { kind: "refused", detail: signInProblem(answer.code) ?? tokenRefused(answer.code) };
    case "noToken":
      return { kind: "refused", detail: answer.detail };
    case "rateLimited":
      return { kind: "unreachable", detail: `Slack asks to wait ${answer.retryAfterSeconds} seconds. Check again then.` };
    case "failed":
      return { kind: "unreachable", detail: answer.failure.words };
    case "withheld":
      return { kind: "unreachable", detail: "Slack was not asked." };
  }
}
