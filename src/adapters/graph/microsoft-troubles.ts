import { z } from "zod";
import type { SignInTrouble } from "../../core/ports/sign-in.ts";

export type MicrosoftTrouble = { readonly trouble: SignInTrouble; readonly detail: string };

/** What Microsoft's sign-in service says when it refuses: its own words, of which only the codes are shown. */
export type MicrosoftError = { readonly error: string; readonly codes: readonly number[] };

const errorSchema = z.object({
  error: z.string().max(100),
  error_codes: z.array(z.number()).optional(),
  error_description: z.string().optional(),
});

/** The error in an answer's body; null when it holds none. */
export function readMicrosoftError(body: unknown): MicrosoftError | null {
  const read = errorSchema.safeParse(body);
  if (!read.success) return null;
  const { error, error_codes, error_description = "" } = read.data;
  return { error, codes: error_codes ?? codesIn(error_description) };
}

/** `AADSTS65004: User declined …`: the number is all that is used of the description. */
export function codesIn(description: string): readonly number[] {
  return [...description.matchAll(/\bAADSTS(\d{4,7})\b/gu)].map(([, code]) => Number(code));
}

const compareIds = "Compare “Application (client) ID” and “Directory (tenant) ID” with the overview of your app registration.";

/** Stands where the address goes at which an administrator agrees. */
const address = "{address}";
const needsAdministrator = `An administrator of your tenant must agree to these permissions once: send them ${address}. Signing in for fewer uses may work meanwhile.`;

/**
 * Sentences by Microsoft's codes, and by the names of errors that come without one that is known; each says what to do next
 * (docs/connect-microsoft.md has the same steps).
 */
const sentences: readonly (readonly [of: readonly (number | string)[], trouble: SignInTrouble, detail: string])[] = [
  [
    [65004],
    "consentRefused",
    "The page was told not to agree, so Forewarn may do nothing. Sign in again and choose Accept, or choose fewer uses.",
  ],
  [[90094, 900941, 90095, 90008, 90093, "consent_required"], "administratorNeeded", needsAdministrator],
  [
    [50105],
    "administratorNeeded",
    "Your account is not assigned to this app. Ask an administrator to add you under Enterprise applications → Users and groups.",
  ],
  [
    [53000, 53001, 53002, 53003, 53004, 530002, 530003, 50131],
    "administratorNeeded",
    "A rule of your organisation (Conditional Access) does not allow this sign-in here. Try the other way to sign in; if that is refused, too, ask an administrator to allow the app.",
  ],
  [
    [50020, 50034, 90072, 51004, 50178],
    "wrongTenant",
    "This account is not in the tenant that was given. Sign in with the account of your organisation, or correct the tenant.",
  ],
  [
    [90002, 900023, 900021, 90019],
    "wrongTenant",
    "Microsoft knows no such tenant. Give the Directory (tenant) ID, or your organisation's domain as contoso.onmicrosoft.com; tenants of GCC High and DoD are known only in their own cloud.",
  ],
  [
    [900439, 900382, 900432, 900384],
    "wrongCloud",
    "The app is registered in another of Microsoft's clouds. Choose the cloud of your tenant: GCC High and DoD sign in at login.microsoftonline.us and need an app registered there.",
  ],
  [[700016], "wrongRegistration", `This tenant knows no app with that id. ${compareIds} Look at the cloud, too.`],
  [
    [7000218, 70002],
    "wrongRegistration",
    "The app is registered as one that needs a secret. In its registration, under Authentication, set “Allow public client flows” to Yes.",
  ],
  [
    [50011, 500112, 500113, 700054],
    "wrongRegistration",
    "The app's registration lacks the address to come back to. Under Authentication add the platform “Mobile and desktop applications” with http://localhost.",
  ],
  [
    [70011, 650053, 650052, 650057],
    "wrongRegistration",
    "The app's registration lacks a permission that was asked for. Add those of docs/connect-microsoft.md under API permissions, or sign in with fewer uses.",
  ],
  [[65001], "consentRefused", "Nobody has agreed to one of the permissions yet. Sign in again and agree to them."],
  [
    [70008, 54005, 70019, 50089, 70020, "expired_token", "code_expired"],
    "expired",
    "The code was not used in time. Sign in again.",
  ],
  [
    [700082, 70043, 700084, 50078],
    "expired",
    "The Microsoft sign-in has ended, since it was not used for long or your organisation asks for it anew. Sign in again in Settings.",
  ],
  [
    [50173, 50132, 50133, 70000, 700003],
    "revoked",
    "The Microsoft sign-in was taken back: a password was changed, or somebody ended its sessions. Sign in again in Settings.",
  ],
  [
    [50076, 50079, 50074, 50072],
    "expired",
    "Microsoft asks you to prove again who you are (a second factor). Sign in again in Settings.",
  ],
  [
    [50057, 50053, 50055, 50144],
    "other",
    "Microsoft does not let this account in: it is locked, disabled, or its password has ended. Put that right at Microsoft or ask an administrator, then sign in again.",
  ],
  [
    [90033, 90012, 90014, "temporarily_unavailable"],
    "unreachable",
    "Microsoft's sign-in service is busy. Try again in a few minutes.",
  ],
  [["authorization_declined"], "consentRefused", "The page was told not to agree. Sign in again when you want to."],
  [["access_denied"], "consentRefused", "The sign-in was not agreed to on Microsoft's page. Sign in again and choose Accept."],
  [["invalid_grant"], "revoked", "Microsoft no longer accepts the sign-in. Sign in again in Settings."],
  [["invalid_client"], "wrongRegistration", `Microsoft does not accept the app. ${compareIds}`],
  [["unauthorized_client"], "wrongRegistration", `The app is not known here or may not sign people in. ${compareIds}`],
  [["server_error"], "unreachable", "Microsoft's sign-in service failed. Try again in a few minutes."],
];

/**
 * An error of Microsoft's as a sentence with the next step, and with its code for whoever looks it up. `forAdministrators` is
 * the address at which an administrator agrees for all.
 */
export function troubleOf(refused: MicrosoftError, forAdministrators: string): MicrosoftTrouble {
  const { trouble, detail } = sentenceOf(refused);
  return { trouble, detail: detail.replace(address, forAdministrators) };
}

/** The codes say more than the error's name; a code that is not known is shown all the same. */
function sentenceOf({ error, codes }: MicrosoftError): MicrosoftTrouble {
  const knownCode = codes.find((code) => sentences.some(([of]) => of.includes(code)));
  const code = knownCode ?? codes[0];
  const found = sentences.find(([of]) => of.includes(knownCode ?? error));
  if (found !== undefined) {
    const [, trouble, detail] = found;
    return { trouble, detail: code === undefined ? detail : `${detail} (Microsoft: AADSTS${code})` };
  }
  const name = code === undefined ? (/^[a-z_]{1,60}$/u.test(error) ? error : "no code") : `AADSTS${code}`;
  return { trouble: "other", detail: `Microsoft refuses the sign-in (${name}). Look that up, or ask an administrator.` };
}
