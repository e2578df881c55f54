import { z } from "zod";
import { day, type Instant } from "../../core/domain/instant.ts";
import type { RefreshOutcome, RotatingTokens } from "../sign-in/rotating-tokens.ts";
import type { SlackAnswer } from "./slack-client.ts";

/** A refresh token of a public client ends thirty days after it was given (docs.slack.dev/authentication/using-pkce). */
const refreshEndsAfter = 30 * day;

const token = {
  access_token: z.string().min(1),
  token_type: z.literal("user"),
  scope: z.string().default(""),
  /** In seconds; tokens that do not rotate have neither. */
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().min(1).optional(),
};
const firstAnswer = z.object({ authed_user: z.object(token), team: z.object({ id: z.string() }) });
const laterAnswer = z.object(token);

/** What a person's sign-in brought, and in which workspace; null where there is no token of a person. */
export function tokensIn(body: unknown, now: Instant): { readonly tokens: RotatingTokens; readonly teamId: string } | null {
  const read = firstAnswer.safeParse(body);
  return read.success ? { tokens: tokensOf(read.data.authed_user, now), teamId: read.data.team.id } : null;
}

/** What came of asking for the next tokens. Slack takes each refresh token once. */
export function refreshOutcomeOf(answer: SlackAnswer, now: Instant, signInAgain: string): RefreshOutcome {
  switch (answer.kind) {
    case "ok": {
      const read = laterAnswer.safeParse(answer.body);
      if (!read.success) return { kind: "unreachable", detail: "Slack's answer could not be read. Nothing was sent." };
      return { kind: "refreshed", tokens: tokensOf(read.data, now) };
    }
    case "error":
      return lastingCodes.has(answer.code)
        ? { kind: "signInNeeded", detail: signInAgain }
        : { kind: "unreachable", detail: `Slack gave no new token ("${answer.code}"). Nothing was sent.` };
    case "rateLimited":
      return { kind: "unreachable", detail: `Slack asks to wait ${answer.retryAfterSeconds} seconds. Nothing was sent.` };
    case "failed":
      return { kind: "unreachable", detail: "Slack could not be reached to renew the sign-in. Nothing was sent." };
    case "noToken":
    case "withheld":
      return { kind: "unreachable", detail: "Slack was not asked. Nothing was sent." };
  }
}

/** Only a new sign-in helps. */
const lastingCodes = new Set([
  "invalid_refresh_token",
  "token_expired",
  "token_revoked",
  "invalid_auth",
  "account_inactive",
  "invalid_client_id",
  "bad_client_secret",
]);

function tokensOf({ access_token, scope, expires_in, refresh_token }: z.infer<typeof laterAnswer>, now: Instant): RotatingTokens {
  return {
    accessToken: access_token,
    expiresAt: expires_in === undefined ? null : now + expires_in * 1000,
    refreshToken: refresh_token ?? null,
    refreshEndsAt: refresh_token === undefined ? null : now + refreshEndsAfter,
    granted: scope.split(",").filter((name) => name !== ""),
  };
}
