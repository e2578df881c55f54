import type { SignInTrouble } from "../../../src/core/ports/sign-in.ts";
import type { Fault } from "../../servers/faults.ts";
import type { BadInput } from "./bad-input.ts";

/** What goes wrong while somebody signs in to Slack, each told in a sentence of its own with the next step. */
export type SlackSignInRow = BadInput & {
  readonly trouble: SignInTrouble;
  /** Part of its sentence. */
  readonly says: string;
} & (
    | { readonly at: "page"; readonly error: string }
    | { readonly at: "tokens"; readonly fault: Fault }
    | { readonly at: "before"; readonly clientId: string }
    | { readonly at: "workspace"; readonly wanted: string; readonly chosen: string }
    | { readonly at: "clock"; readonly minutes: number }
  );

const area = "signing in" as const;
const expected = (trouble: string): string => `told as ${trouble}, with the next step; nothing is kept`;
const refuse = (code: string): Fault => ({ kind: "refuse", code });

function page(name: string, error: string, trouble: SignInTrouble, says: string): SlackSignInRow {
  return { area, name, input: `error=${error}`, expected: expected(trouble), at: "page", error, trouble, says };
}
function tokens(name: string, input: string, fault: Fault, trouble: SignInTrouble, says: string): SlackSignInRow {
  return { area, name, input, expected: expected(trouble), at: "tokens", fault, trouble, says };
}
function before(name: string, clientId: string): SlackSignInRow {
  const words = "refused before a page is opened";
  return {
    area,
    name,
    input: clientId,
    expected: words,
    at: "before",
    clientId,
    trouble: "wrongRegistration",
    says: "two numbers",
  };
}

export const slackSignIns: readonly SlackSignInRow[] = [
  page("Slack: consent refused", "access_denied", "consentRefused", "did not agree"),
  page("Slack: an administrator must approve the app", "app_approval_required", "administratorNeeded", "administrator"),
  page("Slack: rights the app may not ask for", "invalid_scope", "wrongRegistration", "manifest"),
  page("Slack: an app of another workspace", "invalid_team_for_non_distributed_app", "wrongTenant", "another workspace"),
  page("Slack: an error nobody has heard of", "<script>alert(1)</script>", "other", "did not sign you in. Sign in again"),
  before("Slack: an app id for a client id", "A0FOREWARN"),
  before("Slack: a client id with a line of a shell", "1.2; rm -rf ~"),
  tokens("Slack: GovSlack's client id", "invalid_client_id", refuse("invalid_client_id"), "wrongRegistration", "GovSlack"),
  tokens(
    "Slack: an address nobody registered",
    "bad_redirect_uri",
    refuse("bad_redirect_uri"),
    "wrongRegistration",
    "redirect URLs",
  ),
  tokens("Slack: PKCE not switched on", "bad_client_secret", refuse("bad_client_secret"), "wrongRegistration", "Switch on PKCE"),
  tokens("Slack: a code that was used", "code_already_used", refuse("code_already_used"), "expired", "used before"),
  tokens("Slack: a code that is too old", "invalid_code", refuse("invalid_code"), "expired", "too late"),
  tokens("Slack: a captive portal", "200 with a page of HTML", { kind: "garble" }, "captivePortal", "guest network"),
  tokens(
    "Slack: a proxy that asks for a password",
    "407",
    { kind: "serverError", status: 407, taken: false },
    "proxyPassword",
    "HTTPS_PROXY",
  ),
  tokens("Slack: too many sign-ins", "429, Retry-After: 9", { kind: "rateLimit", retryAfter: "9" }, "unreachable", "9 seconds"),
  tokens(
    "Slack: an answer that was lost",
    "a connection that breaks",
    { kind: "loseResponse" },
    "unreachable",
    "connection broke",
  ),
  {
    area,
    name: "Slack: another workspace than the one named",
    input: "T0OTHER instead of T0EXAMPLE",
    expected: expected("wrongTenant"),
    at: "workspace",
    wanted: "T0EXAMPLE",
    chosen: "T0OTHER",
    trouble: "wrongTenant",
    says: "another workspace",
  },
  {
    area,
    name: "Slack: a clock that is wrong",
    input: "an hour ahead of Slack's",
    expected: expected("clockWrong"),
    at: "clock",
    minutes: 60,
    trouble: "clockWrong",
    says: "60 minutes ahead",
  },
];
