import { z } from "zod";
import { day, type Instant } from "../../core/domain/instant.ts";
import type { SignInTrouble } from "../../core/ports/sign-in.ts";
import { readRetryAfter } from "../network/retry-after.ts";
import type { RefreshOutcome, RotatingTokens } from "../sign-in/rotating-tokens.ts";
import { callSignIn } from "../sign-in/sign-in-call.ts";

/** A refresh token of a public client ends thirty days after it was given (docs.slack.dev/authentication/using-pkce). */
const refreshEndsAfter = 30 * day;

/** What came of asking for tokens, once. `code` is Slack's own word. */
export type TokenAnswer =
  | { readonly kind: "ok"; readonly body: unknown }
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "failed"; readonly trouble: SignInTrouble; readonly detail: string };

const answerSchema = z.object({ ok: z.boolean(), error: z.string().optional() });

/** Asks `oauth.v2.access`, the one method that takes no token, of the Web API at `api`. */
export async function askForTokens(
  api: URL,
  parameters: Readonly<Record<string, string>>,
  now: () => Instant,
): Promise<TokenAnswer> {
  const request = {
    method: "POST",
    url: new URL("oauth.v2.access", api).href,
    headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
    body: new URLSearchParams(parameters).toString(),
  } as const;
  const answer = await callSignIn(request, "Slack", now);
  if (answer.kind === "failed") return answer;
  if (answer.status === 429) {
    const seconds = readRetryAfter(answer.headers.get("retry-after"), now()) ?? 30;
    return { kind: "failed", trouble: "unreachable", detail: `Slack asks to wait ${seconds} seconds. Sign in again then.` };
  }
  const read = answerSchema.safeParse(answer.body);
  if (read.success && read.data.ok && answer.status === 200) return { kind: "ok", body: answer.body };
  const code = read.success ? (read.data.error ?? "") : "";
  return { kind: "error", code: /^[a-z0-9_]{1,60}$/u.test(code) ? code : `http_${answer.status}` };
}

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
export function refreshOutcomeOf(answer: TokenAnswer, now: Instant, signInAgain: string): RefreshOutcome {
  switch (answer.kind) {
    case "ok": {
      const read = laterAnswer.safeParse(answer.body);
      if (!read.success) return { kind: "unreachable", detail: "Slack's answer could not be read." };
      return { kind: "refreshed", tokens: tokensOf(read.data, now) };
    }
    case "error":
      return Object.hasOwn(lasting, answer.code)
        ? { kind: "signInNeeded", detail: lasting[answer.code] ?? signInAgain }
        : { kind: "unreachable", detail: `Slack gave no new token ("${answer.code}"). It is asked again with the next message.` };
    case "failed":
      return { kind: "unreachable", detail: answer.detail };
  }
}

const takenBack =
  "The sign-in to Slack was taken back: somebody withdrew the app's rights, or the account was deactivated. Sign in again in Settings.";
const noApp = "Slack no longer knows the app that was signed in with. Compare its Client ID in Settings, and sign in again.";

/** Only a new sign-in helps; null where all there is to say is that the old one has ended. */
const lasting: Readonly<Record<string, string | null>> = {
  invalid_refresh_token: null,
  token_expired: null,
  invalid_auth: null,
  token_revoked: takenBack,
  account_inactive: takenBack,
  invalid_client_id: noApp,
  bad_client_secret: noApp,
};

function tokensOf({ access_token, scope, expires_in, refresh_token }: z.infer<typeof laterAnswer>, now: Instant): RotatingTokens {
  return {
    accessToken: access_token,
    expiresAt: expires_in === undefined ? null : now + expires_in * 1000,
    refreshToken: refresh_token ?? null,
    refreshEndsAt: refresh_token === undefined ? null : now + refreshEndsAfter,
    granted: scope.split(",").filter((name) => name !== ""),
  };
}
