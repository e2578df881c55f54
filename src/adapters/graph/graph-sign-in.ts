import { randomBytes } from "node:crypto";
import type { Instant } from "../../core/domain/instant.ts";
import type { GuidedSignIn, SignInOutcome, SignInStart, SignInTrouble } from "../../core/ports/sign-in.ts";
import { openLoopback } from "../sign-in/loopback.ts";
import { graphFeatures, permissionsOf } from "./graph-features.ts";
import { createGraphTokens, scopesOf } from "./graph-tokens.ts";
import { type LoginUrl, type MicrosoftApp, openMicrosoftApp, tenantOf } from "./microsoft-app.ts";
import { microsoftClouds } from "./microsoft-clouds.ts";
import { codesIn } from "./microsoft-troubles.ts";

/** Signing in to Microsoft 365 with an app registration of the person's own organisation. */
export function graphSignIn(loginUrl: LoginUrl, now: () => Instant): GuidedSignIn {
  return {
    ways: ["browser", "deviceCode"],
    steps: [
      "Once for your organisation: in entra.microsoft.com open App registrations → New registration. Under Authentication add the platform “Mobile and desktop applications” with http://localhost, and set “Allow public client flows” to Yes.",
      "Under API permissions add the delegated permissions of what you choose below. There is no secret. docs/connect-microsoft.md shows each step, and what to send to an administrator.",
      "Copy the two ids from its overview, choose what Forewarn is to do, and sign in.",
    ],
    fields: [
      {
        name: "clientId",
        label: "Application (client) ID",
        help: "From the overview of your app registration",
        isRequired: true,
        usual: "",
        choices: [],
      },
      {
        name: "tenant",
        label: "Directory (tenant) ID or domain",
        help: "Left empty: any organisation the app is registered for",
        isRequired: false,
        usual: "",
        choices: [],
      },
      {
        name: "cloud",
        label: "Cloud",
        help: "GCC High and DoD have apps of their own",
        isRequired: false,
        usual: "global",
        choices: Object.entries(microsoftClouds).map(([value, { label }]) => ({ value, label })),
      },
    ],
    features: graphFeatures,
    async run(start) {
      const wrong = wrongValues(start.values);
      if (wrong !== null) return wrong;
      let kept: string | null = null;
      const place = {
        read: () => kept,
        save(cache: string) {
          kept = cache;
        },
      };
      const microsoft = await openMicrosoftApp(start.values, place, loginUrl, now);
      const failure = await (start.way === "browser" ? inTheBrowser(microsoft, start) : withACode(microsoft, start));
      if (failure !== null) return failure;
      return kept === null
        ? failed("other", "Microsoft gave nothing to keep. Sign in again, or paste a token.")
        : { kind: "signedIn", keepsake: kept };
    },
    tokens: (keepsake, values) => createGraphTokens(keepsake, values, loginUrl, now),
  };
}

type Failed = Extract<SignInOutcome, { kind: "failed" }>;

/**
 * The page of the sign-in service, back to this computer with a code that only this process can use (PKCE). Not by the
 * library's own listener: it has no time limit, and nobody can end it.
 */
async function inTheBrowser(
  { msal, app, explain, refusal, addressOf }: MicrosoftApp,
  start: SignInStart,
): Promise<Failed | null> {
  const state = randomBytes(32).toString("base64url");
  const nonce = randomBytes(16).toString("base64url");
  // Registered as http://localhost, Microsoft takes any port of it; a form leaves no code in the browser's history.
  const receiver = await openLoopback({ state, answersBy: "form", hostName: "localhost", ports: [], path: "/" });
  if (receiver === null) {
    return failed("other", "This computer gives Forewarn no port to hear the answer on. Sign in with a code instead.");
  }
  start.end.whenOver(receiver.close);
  try {
    const { verifier, challenge } = await new msal.CryptoProvider().generatePkceCodes();
    const scopes = scopesOf(permissionsOf(start.features), start.values);
    const { redirectUri } = receiver;
    const url = await app.getAuthCodeUrl({
      scopes,
      redirectUri,
      responseMode: "form_post",
      prompt: "select_account",
      codeChallenge: challenge,
      codeChallengeMethod: "S256",
      state,
      nonce,
    });
    start.show({ kind: "page", url: addressOf(url) });
    const answer = await receiver.answer;
    if (answer.kind === "refused") {
      return { kind: "failed", ...refusal({ error: answer.error, codes: codesIn(answer.description) }) };
    }
    const clientInfo = answer.parameters.get("client_info") ?? "";
    await app.acquireTokenByCode({ code: answer.code, codeVerifier: verifier, redirectUri, scopes, nonce, clientInfo });
    return null;
  } catch (error) {
    return { kind: "failed", ...explain(error) };
  } finally {
    receiver.close();
  }
}

/** A code that the person types on any computer, asked about until it was used. */
async function withACode({ app, explain, addressOf }: MicrosoftApp, start: SignInStart): Promise<Failed | null> {
  const request: Parameters<typeof app.acquireTokenByDeviceCode>[0] = {
    scopes: scopesOf(permissionsOf(start.features), start.values),
    deviceCodeCallback: ({ userCode, verificationUri }) =>
      start.show({ kind: "code", code: userCode, url: addressOf(verificationUri) }),
  };
  start.end.whenOver(() => {
    request.cancel = true;
  });
  try {
    await app.acquireTokenByDeviceCode(request);
    return null;
  } catch (error) {
    return { kind: "failed", ...explain(error) };
  }
}

/** What can be seen to be wrong before anybody is asked. */
function wrongValues(values: Readonly<Record<string, string>>): Failed | null {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test((values.clientId ?? "").trim())) {
    return failed(
      "wrongRegistration",
      "That is not an Application (client) ID, which looks like 00000000-0000-0000-0000-000000000000. Copy it from the overview of your app registration.",
    );
  }
  return /^[a-z0-9][a-z0-9.-]{0,252}$/iu.test(tenantOf(values))
    ? null
    : failed(
        "wrongTenant",
        "That is neither a Directory (tenant) ID nor a domain. Copy it from the overview of your app registration.",
      );
}

function failed(trouble: SignInTrouble, detail: string): Failed {
  return { kind: "failed", trouble, detail };
}
