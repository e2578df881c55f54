import type { SignInOutcome, SignInTrouble } from "../../core/ports/sign-in.ts";
import { redirectPorts } from "./slack-manifest.ts";
import type { TokenAnswer } from "./slack-tokens.ts";

type Failed = Extract<SignInOutcome, { readonly kind: "failed" }>;

const ports = `${redirectPorts.slice(0, -1).join(", ")} and ${redirectPorts.at(-1)}`;

/** Each with the next step. Nothing was kept in any of them. */
const sentences = {
  badClientId: "This is no Client ID of a Slack app: it is two numbers with a dot, on the app's page “Basic Information”.",
  noPort: `Other programs use the ports ${ports} of this computer, which the Slack app sends its answer to. Close them and sign in again, or paste a token.`,
  over: "The sign-in was ended. Nothing was kept.",
  noPersonalToken:
    "Slack gave no token for a person. Make the app from Forewarn's manifest, so that it asks for rights of a person, and sign in again.",
  otherWorkspace:
    "You agreed for another workspace than the one that was named, so nothing was kept. Choose the right one on Slack's page, or correct the workspace id.",
  refused: "You did not agree to it on Slack's page, so nothing was kept. Sign in again when you are ready.",
  administrator:
    "An administrator of the workspace must approve the app first. Ask them at Slack under “Manage apps”, then sign in again.",
  redirect:
    "The app does not know this computer as an address to come back to. Add the manifest's redirect URLs under “OAuth & Permissions”, and sign in again.",
  scopes:
    "The app may not ask for these rights. Give it those of Forewarn's manifest under “OAuth & Permissions”, and sign in again.",
  client: "Slack has no app with this Client ID. Copy it from “Basic Information”; GovSlack's apps are other ones than Slack's.",
  noPkce:
    "Slack wants a secret of the app, which a program on your computer cannot keep. Switch on PKCE under “OAuth & Permissions”, and sign in again.",
  expired: "Slack's answer came too late or was used before. Sign in again.",
} as const;

export function failedSignIn(trouble: SignInTrouble, why: keyof typeof sentences): Failed {
  return { kind: "failed", trouble, detail: sentences[why] };
}

/** What Slack's page sent back instead of a code; its own words are never shown. */
export function refusalOfPage(error: string): Failed {
  switch (error) {
    case "access_denied":
      return failedSignIn("consentRefused", "refused");
    case "org_policy":
    case "app_not_approved":
    case "app_approval_required":
      return failedSignIn("administratorNeeded", "administrator");
    case "invalid_scope":
    case "invalid_scope_requested":
      return failedSignIn("wrongRegistration", "scopes");
    case "invalid_team_for_non_distributed_app":
      return failedSignIn("wrongTenant", "otherWorkspace");
    default:
      return { kind: "failed", trouble: "other", detail: `Slack did not sign you in${named(error)}. Sign in again.` };
  }
}

/** Why the code brought no token. */
export function refusalOfSlack(answer: Exclude<TokenAnswer, { readonly kind: "ok" }>): Failed {
  return answer.kind === "error" ? refusalOfCode(answer.code) : answer;
}

function refusalOfCode(code: string): Failed {
  switch (code) {
    case "invalid_code":
    case "code_already_used":
    case "expired_code":
      return failedSignIn("expired", "expired");
    case "bad_redirect_uri":
      return failedSignIn("wrongRegistration", "redirect");
    case "invalid_client_id":
      return failedSignIn("wrongRegistration", "client");
    case "bad_client_secret":
    case "pkce_not_enabled":
      return failedSignIn("wrongRegistration", "noPkce");
    case "invalid_code_verifier":
    case "bad_code_verifier":
      return failedSignIn("notGenuine", "expired");
    case "invalid_team_for_non_distributed_app":
      return failedSignIn("wrongTenant", "otherWorkspace");
    case "org_login_required":
    case "app_approval_required":
      return failedSignIn("administratorNeeded", "administrator");
    default:
      return { kind: "failed", trouble: "other", detail: `Slack did not sign you in${named(code)}. Sign in again.` };
  }
}

function named(code: string): string {
  return /^[a-z0-9_]{1,60}$/u.test(code) ? ` (“${code}”)` : "";
}
