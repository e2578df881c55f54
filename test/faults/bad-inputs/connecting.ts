import type { ServerResponse } from "node:http";
import type { BadInput } from "./bad-input.ts";

/** Systems that are tried: one of each way to speak to them, with an SDK (Slack, Microsoft) and by JSON alone. */
export type TriedSystem = "slack" | "graph" | "pagerDuty";

/** What is in the way of a connection that was set up, or is being set up with a token: told in a sentence with the next step. */
export type ConnectingRow = BadInput & {
  readonly system: TriedSystem;
  /** Whether the system said so, or nobody of it was reached. */
  readonly health: "refused" | "unreachable";
  /** Parts of its sentence: what it is, and what to do. */
  readonly says: readonly [what: string, next: string];
} & (
    | { readonly at: "answer"; readonly answer: (response: ServerResponse) => void }
    | { readonly at: "proxy"; readonly status: 403 | 407 }
    | { readonly at: "certificate" }
    /** The sign-in's next token is asked for, and this is answered. */
    | { readonly at: "renewal"; readonly code: string | number }
  );

const names: Readonly<Record<TriedSystem, string>> = { slack: "Slack", graph: "Microsoft", pagerDuty: "PagerDuty" };
const area = "connecting" as const;
const toldAs = {
  refused: "told with the next step; nothing goes there until it is mended",
  unreachable: "told with the next step; what waits goes on by itself",
} as const;

function row(
  system: TriedSystem,
  name: string,
  input: string,
  health: ConnectingRow["health"],
  says: ConnectingRow["says"],
): Pick<ConnectingRow, "area" | "name" | "input" | "expected" | "system" | "health" | "says"> {
  return { area, name: `${names[system]}: ${name}`, input, expected: toldAs[health], system, health, says };
}

const json =
  (status: number, body: unknown): ((response: ServerResponse) => void) =>
  (response) =>
    void response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
const page =
  (status: number): ((response: ServerResponse) => void) =>
  (response) =>
    void response.writeHead(status, { "Content-Type": "text/html" }).end("<html>Accept the terms of this network</html>");

function ofSlack(name: string, code: string, what: string, next: string): ConnectingRow {
  return { ...row("slack", name, code, "refused", [what, next]), at: "answer", answer: json(200, { ok: false, error: code }) };
}

function renewal(
  system: "slack" | "graph",
  name: string,
  code: string | number,
  says: ConnectingRow["says"],
  health: ConnectingRow["health"] = "refused",
): ConnectingRow {
  const input = typeof code === "number" ? `AADSTS${code}` : code;
  return { ...row(system, name, input, health, says), at: "renewal", code };
}

function ofAnswer(
  system: TriedSystem,
  name: string,
  input: string,
  health: ConnectingRow["health"],
  says: ConnectingRow["says"],
  answer: (response: ServerResponse) => void,
): ConnectingRow {
  return { ...row(system, name, input, health, says), at: "answer", answer };
}

const everywhere = (["slack", "graph", "pagerDuty"] as const).flatMap((system): readonly ConnectingRow[] => [
  ofAnswer(
    system,
    "a captive portal",
    "200 with a page of HTML",
    "unreachable",
    [`The answer is not ${names[system]}`, "open any page in a browser"],
    page(200),
  ),
  {
    ...row(system, "a proxy that asks for a password", "407", "unreachable", [
      "A proxy on the way asks for a name and a password",
      "Put both into HTTPS_PROXY",
    ]),
    at: "proxy",
    status: 407,
  },
  {
    ...row(system, "a proxy that lets nothing through", "403", "unreachable", [
      "A proxy on the way refused the connection",
      "Ask your network's administrator",
    ]),
    at: "proxy",
    status: 403,
  },
  {
    ...row(system, "a clock that is wrong by years", "a certificate that is not valid yet", "unreachable", [
      "certificate is not valid yet",
      "Check this computer's clock",
    ]),
    at: "certificate",
  },
]);

export const connecting: readonly ConnectingRow[] = [
  ...everywhere,
  ofSlack("a token that has expired", "token_expired", "has expired", "Paste a new one"),
  ofSlack("a token that was revoked", "token_revoked", "was revoked", "Paste a new one"),
  ofSlack("a token of another region (GovSlack)", "invalid_auth", "does not know the token", "https://slack-gov.com/api/"),
  ofSlack("an account that was deactivated", "account_inactive", "was deactivated", "Connect another one"),
  ofSlack("an app that an administrator must allow", "team_access_not_granted", "administrator", "Ask them to allow the app"),
  ofSlack("a refusal nobody has heard of", "meteor", "refuses the token", "ask an administrator"),
  renewal("slack", "a sign-in that has ended", "invalid_refresh_token", ["has ended", "Sign in again in Settings"]),
  renewal("slack", "a sign-in that was taken back", "token_revoked", ["was taken back", "Sign in again in Settings"]),
  renewal("slack", "an app that was deleted", "invalid_client_id", ["no longer knows the app", "Compare its Client ID"]),
  renewal("slack", "no new token just now", "internal_error", ["gave no new token", "asked again"], "unreachable"),
  ofAnswer(
    "graph",
    "a token that has ended, was revoked or is another cloud's",
    "401",
    "refused",
    ["no longer accepts the sign-in", "sign in again, or paste a new token"],
    json(401, { error: { code: "InvalidAuthenticationToken", message: "" } }),
  ),
  ofAnswer(
    "graph",
    "a permission nobody agreed to",
    "403",
    "refused",
    ["lacks a permission", "sign in again and choose what it is for"],
    json(403, { error: { code: "Authorization_RequestDenied", message: "" } }),
  ),
  renewal("graph", "a sign-in that has ended", 700_082, ["has ended", "Sign in again in Settings"]),
  renewal("graph", "a sign-in that was taken back", 50_173, ["was taken back", "Sign in again in Settings"]),
  renewal("graph", "a second factor that is asked for", 50_076, ["prove again who you are", "Sign in again in Settings"]),
  renewal("graph", "an administrator who must agree", 90_094, ["An administrator of your tenant", "send them https://"]),
  renewal("graph", "consent that was withdrawn", 65_001, ["Nobody has agreed", "agree to them"]),
  ofAnswer(
    "pagerDuty",
    "a token that has ended, was withdrawn or is another region's",
    "401",
    "refused",
    ["may have ended or been withdrawn", "https://api.eu.pagerduty.com"],
    json(401, { error: { message: "Unauthorized", code: 2006 } }),
  ),
  ofAnswer(
    "pagerDuty",
    "a right that an administrator must give",
    "403",
    "refused",
    ["refuses: Access Denied", "Ask an administrator there for the rights"],
    json(403, { error: { message: "Access Denied", code: 2010 } }),
  ),
  ofAnswer(
    "pagerDuty",
    "a filter's page",
    "403 with a page of HTML",
    "refused",
    ["HTTP 403", "whether a filter of your network answered instead"],
    page(403),
  ),
  ofAnswer(
    "pagerDuty",
    "too fast",
    "429",
    "unreachable",
    ["asks to wait", "Try again in a minute"],
    json(429, { error: { message: "Rate Limit Exceeded" } }),
  ),
];
