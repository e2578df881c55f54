import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Reply } from "./faults.ts";
import { readBody } from "./listen.ts";

/** Slack's sign-in as a public client meets it: PKCE or nothing, rights of a person only, every code and refresh token once. */
export type SlackOAuth = {
  readonly clientId: string;
  /** What was asked for on the page that was opened last. */
  readonly asked: () => URLSearchParams | null;
  /** What a person can do on the page without a browser: the address Slack sends them to. */
  decide(authorizeUrl: string, decision: "allow" | "cancel"): string;
  /** The access token that holds now, or null before the first. */
  accessToken(): string | null;
  /** How often tokens were renewed. */
  renewals(): number;
  /** Every access and refresh token that was ever given out. */
  readonly secrets: readonly string[];
  /** From now on no token is good any more, as when the person takes the app's rights back. */
  revoke(): void;
  /** The token at hand ends, and only its refresh token brings another. */
  expire(): void;
  /** The next answer names this workspace, as when the person chose another one. */
  choose(teamId: string): void;
};

/** What the page may be asked for (docs.slack.dev/authentication/using-pkce); anything else is refused, as is what is there twice. */
const request = z.strictObject({
  client_id: z.string().regex(/^\d+\.\d+$/),
  user_scope: z.string().regex(/^[a-z.:]+(?:,[a-z.:]+)*$/),
  redirect_uri: z.string().regex(/^http:\/\/localhost:\d{4,5}\/[a-z]+$/),
  state: z.string().min(32),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal("S256"),
  team: z
    .string()
    .regex(/^T[A-Z0-9]+$/)
    .optional(),
});

const exchange = z.strictObject({
  client_id: z.string(),
  code: z.string(),
  code_verifier: z.string().regex(/^[\w.~-]{43,128}$/),
  redirect_uri: z.string(),
});
const renewal = z.strictObject({
  client_id: z.string(),
  grant_type: z.literal("refresh_token"),
  refresh_token: z.string(),
});

const twelveHours = 43_200;
const clientId = "123456789.987654321";

export function createSlackOAuth(redirectUris: readonly string[] | "any"): SlackOAuth & {
  /** Answers a page, or says that this address is none of its. */
  page(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  access(form: URLSearchParams): Reply & { readonly complaint?: string };
  holds(token: string): boolean;
} {
  const codes = new Map<string, z.infer<typeof request>>();
  const secrets: string[] = [];
  let asked: URLSearchParams | null = null;
  let current: { readonly access: string; readonly refresh: string; readonly scope: string; isExpired: boolean } | null = null;
  let renewals = 0;
  let teamId = "T0EXAMPLE";

  function judge(parameters: URLSearchParams): { readonly ok: true; readonly value: z.infer<typeof request> } | string {
    if ([...parameters.keys()].length !== new Set(parameters.keys()).size) return "a parameter is there twice";
    const read = request.safeParse(Object.fromEntries(parameters));
    if (!read.success) return z.prettifyError(read.error);
    if (read.data.client_id !== clientId) return "invalid_client_id";
    if (redirectUris !== "any" && !redirectUris.includes(read.data.redirect_uri))
      return "redirect_uri did not match any configured URIs";
    return { ok: true, value: read.data };
  }

  function answerOf(value: z.infer<typeof request>, decision: "allow" | "cancel"): string {
    const back = new URL(value.redirect_uri);
    back.searchParams.set("state", value.state);
    if (decision === "cancel") back.searchParams.set("error", "access_denied");
    else {
      const code = randomBytes(16).toString("hex");
      codes.set(code, value);
      back.searchParams.set("code", code);
    }
    return back.href;
  }

  function give(scope: string): { readonly access_token: string; readonly refresh_token: string } {
    const access = `xoxe.xoxp-1-${randomBytes(16).toString("hex")}`;
    const refresh = `xoxe-1-${randomBytes(16).toString("hex")}`;
    secrets.push(access, refresh);
    current = { access, refresh, scope, isExpired: false };
    return { access_token: access, refresh_token: refresh };
  }

  const no = (error: string, complaint?: string): Reply & { readonly complaint?: string } => ({
    status: 200,
    body: { ok: false, error },
    ...(complaint === undefined ? {} : { complaint }),
  });

  return {
    clientId,
    asked: () => asked,
    accessToken: () => current?.access ?? null,
    renewals: () => renewals,
    secrets,
    revoke() {
      current = null;
    },
    expire() {
      if (current !== null) current.isExpired = true;
    },
    choose(id) {
      teamId = id;
    },
    holds: (token) => current !== null && !current.isExpired && current.access === token,
    decide(authorizeUrl, decision) {
      asked = new URL(authorizeUrl).searchParams;
      const judged = judge(asked);
      if (typeof judged === "string") throw new Error(`Slack would not show this page: ${judged}`);
      return answerOf(judged.value, decision);
    },
    async page(incoming, response) {
      const url = new URL(incoming.url ?? "", "http://127.0.0.1");
      if (url.pathname !== "/oauth/v2/authorize") return false;
      asked = incoming.method === "POST" ? new URLSearchParams(await readBody(incoming)) : url.searchParams;
      const decision = asked.get("decision");
      asked.delete("decision");
      const judged = judge(asked);
      if (typeof judged === "string") {
        response
          .writeHead(200, { "content-type": "text/plain" })
          .end(`Something went wrong when authorizing this app: ${judged}`);
      } else if (decision === "allow" || decision === "cancel") {
        response.writeHead(302, { location: answerOf(judged.value, decision) }).end();
      } else {
        const fields = [...asked].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join("");
        response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Slack</title>
          <h1>Forewarn is requesting permission to access the Example Platform workspace</h1>
          <form method="post" action="/oauth/v2/authorize">${fields}
          <button name="decision" value="cancel">Cancel</button><button name="decision" value="allow">Allow</button></form>`);
      }
      return true;
    },
    access(form) {
      const parameters = Object.fromEntries(form);
      if (form.has("client_secret")) return no("bad_client_secret", "a public client has no secret");
      if (form.get("grant_type") === "refresh_token") {
        const read = renewal.safeParse(parameters);
        if (!read.success) return no("invalid_arguments", z.prettifyError(read.error));
        if (read.data.client_id !== clientId) return no("invalid_client_id");
        // Used once: whoever comes with an old one has lost the sign-in.
        if (current === null || read.data.refresh_token !== current.refresh) return no("invalid_refresh_token");
        const { scope } = current;
        renewals += 1;
        return { status: 200, body: { ok: true, token_type: "user", scope, expires_in: twelveHours, ...give(scope) } };
      }
      const read = exchange.safeParse(parameters);
      if (!read.success) return no("invalid_arguments", z.prettifyError(read.error));
      const begun = codes.get(read.data.code);
      codes.delete(read.data.code);
      if (begun === undefined) return no("invalid_code");
      if (begun.redirect_uri !== read.data.redirect_uri) return no("bad_redirect_uri");
      if (createHash("sha256").update(read.data.code_verifier).digest("base64url") !== begun.code_challenge) {
        return no("invalid_code_verifier");
      }
      const user = { id: "U0PERSON", scope: begun.user_scope, token_type: "user", expires_in: twelveHours };
      return {
        status: 200,
        body: { ok: true, app_id: "A0FOREWARN", authed_user: { ...user, ...give(begun.user_scope) }, team: { id: teamId } },
      };
    },
  };
}
