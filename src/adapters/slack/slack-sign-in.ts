import { createHash, randomBytes } from "node:crypto";
import type { Instant } from "../../core/domain/instant.ts";
import type { GuidedSignIn, SignInOutcome, SignInStart } from "../../core/ports/sign-in.ts";
import { readApiAddress } from "../network/api-address.ts";
import { type LoopbackAnswer, openLoopback } from "../sign-in/loopback.ts";
import { createRotatingTokens, keepsakeOf } from "../sign-in/rotating-tokens.ts";
import { redirectPath, redirectPorts, scopesOf } from "./slack-manifest.ts";
import { askForTokens, refreshOutcomeOf, tokensIn } from "./slack-tokens.ts";
import { failedSignIn, refusalOfPage, refusalOfSlack } from "./slack-troubles.ts";
import { addressIn, slackWorlds } from "./slack-worlds.ts";

/**
 * Signing in to Slack as a person: PKCE (RFC 7636, S256) for a public client, with rights of a person only, and an answer
 * on this computer (docs.slack.dev/authentication/using-pkce). `apiUrl` is another address of the Web API, or null; \`ports\`
 * are those registered with the app.
 */
export function slackSignIn(now: () => Instant, apiUrl: string | null, ports: readonly number[] = redirectPorts): GuidedSignIn {
  return {
    ways: ["browser"],
    fields: [
      {
        name: "clientId",
        label: "Client ID of the Slack app",
        help: "Two numbers with a dot, from the app's page “Basic Information”. It is no secret.",
        isRequired: true,
        usual: "",
        choices: [],
      },
      {
        name: "world",
        label: "Slack",
        help: "GovSlack is a Slack of its own, with an app of its own.",
        isRequired: false,
        usual: "slack",
        choices: Object.entries(slackWorlds).map(([value, { label }]) => ({ value, label })),
      },
      {
        name: "team",
        label: "Workspace id",
        help: "Only where you are in several: as T0123ABCD in the workspace's address. Any other one is then refused.",
        isRequired: false,
        usual: "",
        choices: [],
      },
    ],
    features: [
      {
        name: "notices",
        label: "Notices in your name",
        isFor: "posting notices, looking whether they arrived, picking channels and people from lists",
        permissions: scopesOf("person"),
        isBase: true,
        needsAdministrator: false,
      },
    ],
    steps: [
      "An administrator makes an app from the manifest at api.slack.com/apps, once, and switches on PKCE under “OAuth & Permissions”.",
      "Copy the app's Client ID from “Basic Information”.",
      "Sign in: Slack asks in your browser whether Forewarn may post in your name.",
    ],
    run: (start) => run(start, now, apiUrl, ports),
    tokens: (keepsake, values) => {
      const clientId = values.clientId ?? "";
      const address = readApiAddress(addressIn(values, apiUrl));
      const again = "The sign-in to Slack has ended. Sign in again in Settings.";
      return createRotatingTokens(
        keepsake,
        async (refreshToken) => {
          if (!address.ok) return { kind: "unreachable", detail: address.problem };
          const parameters = { client_id: clientId, grant_type: "refresh_token", refresh_token: refreshToken };
          return refreshOutcomeOf(await askForTokens(address.url, parameters, now), now(), again);
        },
        now,
        again,
      );
    },
  };
}

async function run(
  { values, show, end }: SignInStart,
  now: () => Instant,
  apiUrl: string | null,
  ports: readonly number[],
): Promise<SignInOutcome> {
  const clientId = (values.clientId ?? "").trim();
  if (!/^\d{1,30}\.\d{1,30}$/u.test(clientId)) return failedSignIn("wrongRegistration", "badClientId");
  const address = readApiAddress(addressIn(values, apiUrl));
  if (!address.ok) return { kind: "failed", trouble: "unreachable", detail: address.problem };
  const state = randomBytes(32).toString("base64url");
  const verifier = randomBytes(32).toString("base64url");
  const receiver = await openLoopback({
    state,
    answersBy: "query",
    hostName: "localhost",
    ports,
    path: redirectPath,
  });
  if (receiver === null) return failedSignIn("other", "noPort");
  try {
    if (end.isOver()) return failedSignIn("cancelled", "over");
    const page = new URL("/oauth/v2/authorize", address.url);
    const team = (values.team ?? "").trim();
    page.search = new URLSearchParams({
      client_id: clientId,
      user_scope: scopesOf("person").join(","),
      redirect_uri: receiver.redirectUri,
      state,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      ...(team === "" ? {} : { team }),
    }).toString();
    show({ kind: "page", url: page.href });
    const over = new Promise<null>((resolve) => end.whenOver(() => resolve(null)));
    const answer: LoopbackAnswer | null = await Promise.race([receiver.answer, over]);
    if (answer === null) return failedSignIn("cancelled", "over");
    if (answer.kind === "refused") return refusalOfPage(answer.error);
    const parameters = {
      client_id: clientId,
      code: answer.code,
      code_verifier: verifier,
      redirect_uri: receiver.redirectUri,
    };
    const exchanged = await askForTokens(address.url, parameters, now);
    if (exchanged.kind !== "ok") return refusalOfSlack(exchanged);
    const brought = tokensIn(exchanged.body, now());
    if (brought === null) return failedSignIn("wrongRegistration", "noPersonalToken");
    if (team !== "" && brought.teamId !== team) return failedSignIn("wrongTenant", "otherWorkspace");
    return { kind: "signedIn", keepsake: keepsakeOf(brought.tokens) };
  } finally {
    receiver.close();
  }
}
