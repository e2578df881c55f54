import { assertNever } from "../../core/domain/assert-never.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { SendOutcome } from "../../core/ports/messenger.ts";
import type { SlackAnswer } from "./slack-client.ts";

type NotAccepted = Exclude<SendOutcome, { readonly kind: "accepted" }>;

/** The token no longer holds, or may not do this: everything stays queued until somebody signs in. */
const signInCodes: Readonly<Record<string, string>> = {
  invalid_auth:
    "Slack does not know the token. Paste a valid one in Settings; for one of GovSlack write https://slack-gov.com/api/ as the API address.",
  not_authed: "Slack got no token. Paste one in Settings.",
  token_revoked: "The Slack token was revoked. Paste a new one in Settings.",
  token_expired: "The Slack token has expired. Paste a new one in Settings.",
  account_inactive: "The Slack account of this token was deactivated. Connect another one in Settings.",
  missing_scope:
    "The Slack token lacks a permission. Add the scopes of docs/connect-slack.md to the app and paste its new token.",
  org_login_required: "The Slack organisation is being moved and asks for a new sign-in. Paste a new token in Settings.",
};

const channelGone =
  "Slack has no such channel, or the app cannot see it. Invite the app to the channel, or correct the channel's id in the Directory.";
const tooLong = "The message is longer than Slack takes. Shorten the draft and approve it again.";
const badBlocks = "Slack does not accept the message's layout. Change the draft and approve it again.";
const notAllowed = "The Slack workspace does not let this account post here. Ask an administrator, or choose another channel.";

/** Slack looked at the request and refused it whole: nothing was posted, and nothing would be next time. */
const refusalCodes: Readonly<Record<string, string>> = {
  channel_not_found: channelGone,
  not_in_channel: "The app is not a member of this Slack channel. Invite it with /invite, then send again.",
  is_archived: "This Slack channel is archived. Unarchive it, or choose another channel in the Directory.",
  restricted_action: notAllowed,
  restricted_action_read_only_channel: notAllowed,
  restricted_action_thread_only_channel: notAllowed,
  restricted_action_thread_locked: "The thread of the earlier notice is locked in Slack. Unlock it, then send again.",
  restricted_action_non_threadable_channel: notAllowed,
  ekm_access_denied: "Slack's administrators have stopped posting in this channel. Ask them, or choose another channel.",
  no_permission: notAllowed,
  access_denied: notAllowed,
  team_access_not_granted: notAllowed,
  enterprise_is_restricted: notAllowed,
  messages_tab_disabled: "The app of this token takes no direct messages. Choose a channel, or switch on its Messages tab.",
  user_not_found: "Slack has no such person. Correct the id in the Directory.",
  user_is_bot: "Slack does not deliver direct messages to a bot. Correct the id in the Directory.",
  msg_too_long: tooLong,
  msg_blocks_too_long: tooLong,
  no_text: "The message is empty. Write the draft and approve it again.",
  invalid_blocks: badBlocks,
  invalid_blocks_format: badBlocks,
  invalid_arguments: badBlocks,
  invalid_thread_ts: "The earlier notice's thread is not one Slack knows. Send this as a message of its own.",
  cannot_reply_to_message: "Slack does not take replies to the earlier notice. Send this as a message of its own.",
  thread_not_found: "The earlier notice's thread is gone from Slack. Send this as a message of its own.",
  metadata_too_large: "Slack does not accept the mark Forewarn puts on its messages.",
  metadata_must_be_sent_from_app: "Slack does not accept the mark Forewarn puts on its messages from this token.",
  invalid_metadata_format: "Slack does not accept the mark Forewarn puts on its messages.",
  invalid_metadata_schema: "Slack does not accept the mark Forewarn puts on its messages.",
  message_limit_exceeded: "This Slack workspace has reached its limit of messages. Ask an administrator.",
};

const administratorCodes = new Set([
  "access_denied",
  "ekm_access_denied",
  "enterprise_is_restricted",
  "no_permission",
  "restricted_action",
  "team_access_not_granted",
]);

/** Why a token that Slack knows is no good for anything, by Slack's own word. */
export function tokenRefused(code: string): string {
  return administratorCodes.has(code)
    ? `An administrator of the Slack workspace does not let this token in. Ask them to allow the app, under “Manage apps”. (Slack: ${code})`
    : `Slack refuses the token. Paste another one in Settings, or ask an administrator of the workspace. (Slack: ${code})`;
}

const rateLimitCodes = new Set(["ratelimited", "rate_limited"]);

/** Whether Slack says that a person must sign in again, and in which words; null when it says something else. */
export function signInProblem(code: string): string | null {
  return signInCodes[code] ?? null;
}

/** Translates any answer but success. What is not known to be a refusal is unknown (docs/decisions/0005). */
export function outcomeOf(answer: Exclude<SlackAnswer, { readonly kind: "ok" | "withheld" }>, now: Instant): NotAccepted {
  switch (answer.kind) {
    case "noToken":
      return { kind: "signInNeeded", detail: answer.detail };
    case "rateLimited":
      return tooFast(now + answer.retryAfterSeconds * 1000);
    case "failed":
      return answer.failure.provablyUnsent
        ? { kind: "unsent", detail: answer.failure.words, retryAt: null, concernsAll: true }
        : { kind: "unknown", detail: `${answer.failure.words} Look in the Slack channel.` };
    case "error":
      return outcomeOfCode(answer.code);
    default:
      return assertNever(answer);
  }
}

function outcomeOfCode(code: string): NotAccepted {
  const signIn = signInProblem(code);
  if (signIn !== null) return { kind: "signInNeeded", detail: signIn };
  const refusal = refusalCodes[code];
  if (refusal !== undefined) return { kind: "refused", detail: `${refusal} Nothing was sent. (Slack: ${code})` };
  if (rateLimitCodes.has(code)) return tooFast(null);
  return {
    kind: "unknown",
    detail: `Slack answered "${code}", which does not say whether the message was posted. Look in the channel.`,
  };
}

function tooFast(retryAt: Instant | null): NotAccepted {
  return {
    kind: "unsent",
    detail: "Slack asks to wait before the next message. Nothing was sent yet.",
    retryAt,
    concernsAll: true,
  };
}
