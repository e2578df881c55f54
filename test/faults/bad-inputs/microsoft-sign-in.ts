import type { SignInTrouble } from "../../../src/core/ports/sign-in.ts";
import type { BadInput } from "./bad-input.ts";

/** What goes wrong while somebody signs in to Microsoft 365, each told in a sentence of its own with the next step. */
export type MicrosoftSignInRow = BadInput & {
  readonly trouble: SignInTrouble;
  /** Part of its sentence. */
  readonly says: string;
} & (
    | { readonly at: "page" }
    | { readonly at: "tokens"; readonly code: number; readonly error: string }
    | { readonly at: "before"; readonly values: Readonly<Record<string, string>> }
    | { readonly at: "asking"; readonly values: Readonly<Record<string, string>> }
    | { readonly at: "between"; readonly what: "guestNetwork" | "proxyPassword" | "serverError" }
    | { readonly at: "clock"; readonly minutes: number }
  );

const area = "signing in" as const;
const expected = (trouble: string): string => `told as ${trouble}, with the next step; nothing is kept`;

function tokens(name: string, code: number, trouble: SignInTrouble, says: string, error = "invalid_grant"): MicrosoftSignInRow {
  const row = { area, name: `Microsoft: ${name}`, input: `AADSTS${code}`, expected: expected(trouble) };
  return { ...row, at: "tokens", code, error, trouble, says };
}

function between(
  name: string,
  input: string,
  what: Extract<MicrosoftSignInRow, { at: "between" }>["what"],
  trouble: SignInTrouble,
  says: string,
): MicrosoftSignInRow {
  return { area, name: `Microsoft: ${name}`, input, expected: expected(trouble), at: "between", what, trouble, says };
}

export const microsoftSignIns: readonly MicrosoftSignInRow[] = [
  {
    area,
    name: "Microsoft: consent refused",
    input: "Cancel on Microsoft's page",
    expected: expected("consentRefused"),
    at: "page",
    trouble: "consentRefused",
    says: "Sign in again and choose Accept",
  },
  tokens("an administrator must agree", 90094, "administratorNeeded", "/adminconsent?client_id="),
  tokens("an account that is not assigned", 50105, "administratorNeeded", "Users and groups"),
  tokens("a rule of Conditional Access", 53003, "administratorNeeded", "Try the other way to sign in"),
  tokens("an account of another tenant", 50020, "wrongTenant", "Sign in with the account of your organisation"),
  {
    area,
    name: "Microsoft: a tenant nobody has",
    input: "no-such-tenant.example.org",
    expected: expected("wrongTenant"),
    at: "asking",
    values: { tenant: "no-such-tenant.example.org" },
    trouble: "wrongTenant",
    says: "Give the Directory (tenant) ID",
  },
  {
    area,
    name: "Microsoft: a path for a tenant",
    input: "../common",
    expected: "refused before a page is opened",
    at: "before",
    values: { tenant: "../common" },
    trouble: "wrongTenant",
    says: "Copy it from the overview",
  },
  tokens("an app of another cloud", 900439, "wrongCloud", "Choose the cloud of your tenant", "invalid_request"),
  tokens("an app nobody registered", 700016, "wrongRegistration", "Compare", "unauthorized_client"),
  tokens("an app that wants a secret", 7000218, "wrongRegistration", "Allow public client flows", "invalid_client"),
  tokens("a code that is too old", 70008, "expired", "Sign in again"),
  tokens("an account that is locked", 50057, "other", "ask an administrator"),
  tokens("an error nobody has heard of", 12_345_678, "other", "ask an administrator", "something_new"),
  between("a captive portal", "200 with a page of HTML", "guestNetwork", "captivePortal", "Open any page in a browser"),
  between("a proxy that asks for a password", "407", "proxyPassword", "proxyPassword", "HTTPS_PROXY"),
  between("a service that fails", "503", "serverError", "unreachable", "Try again in a few minutes"),
  {
    area,
    name: "Microsoft: a clock that is wrong",
    input: "an hour ahead of Microsoft's",
    expected: expected("clockWrong"),
    at: "clock",
    minutes: 60,
    trouble: "clockWrong",
    says: "60 minutes ahead",
  },
];
