import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { listen, readBody } from "./listen.ts";

/** A refusal as Microsoft words it: `AADSTS<code>`, on its page or in an answer. */
type Refusal = { readonly code: number; readonly error: string };

/** What stands in the way of the next requests to a path, instead of the service. */
type InTheWay = "proxyPassword" | "guestNetwork" | "serverError";

export type MicrosoftLoginServer = {
  /** Goes into FOREWARN_MICROSOFT_LOGIN_URL. */
  readonly url: string;
  readonly clientId: string;
  readonly tenant: string;
  readonly ledger: {
    /** Requests that no sign-in service would take, with the reason. */
    readonly refused: readonly string[];
    /** Grants asked for at the token endpoint, in order. */
    readonly grants: readonly string[];
    /** The scopes last asked for. */
    readonly scopes: readonly string[];
  };
  /** Whether this access token was given and still holds. */
  takes(token: string): boolean;
  /** From now on the token endpoint refuses so; null takes it back. */
  refuse(refusal: Refusal | null): void;
  /** Permissions nobody has agreed to: asking for one of them is refused, as with `AADSTS65001`. */
  withhold(...permissions: readonly string[]): void;
  /** What answers instead of the service from now on; null takes it back. */
  putInTheWay(what: InTheWay | null): void;
  /** What the person with the device code did. */
  answerDeviceCode(answer: "approve" | "decline" | "expire"): void;
  /** Ends all refresh tokens, as an administrator can. */
  revoke(): void;
  /** The newest refresh token: a strict service takes no other. */
  refreshToken(): string | null;
  stop(): Promise<void>;
};

type Answer = { readonly status: number; readonly type: string; readonly text: string };
type Code = { readonly challenge: string; readonly redirectUri: string; readonly nonce: string; readonly scope: string };

/**
 * Microsoft's sign-in service on 127.0.0.1, as far as a public client uses it, and stricter: a code and a refresh token work
 * once. Its page has two buttons, Accept and Cancel, and answers as `form_post` does.
 */
export async function startMicrosoftLoginServer(
  options: { readonly date?: () => number; readonly expiresInSeconds?: number } = {},
): Promise<MicrosoftLoginServer> {
  const clientId = "11111111-2222-3333-4444-555555555555";
  const tenant = "99999999-8888-7777-6666-555555555555";
  const person = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  const now = options.date ?? Date.now;
  const expiresIn = options.expiresInSeconds ?? 3600;
  const refused: string[] = [];
  const grants: string[] = [];
  let scopes: readonly string[] = [];
  let refusal: Refusal | null = null;
  let inTheWay: InTheWay | null = null;
  let withheld: readonly string[] = [];
  const codes = new Map<string, Code>();
  const accessTokens = new Map<string, number>();
  let refresh: { readonly token: string } | null = null;
  const device: { code: string | null; scope: string; answer: "pending" | "approve" | "decline" | "expire" } = {
    code: null,
    scope: "",
    answer: "pending",
  };

  function complain(reason: string): Answer {
    refused.push(reason);
    return json(400, { error: "invalid_request", error_codes: [900144], error_description: `AADSTS900144: ${reason}` });
  }

  function refuseWith({ code, error }: Refusal): Answer {
    return json(400, {
      error,
      error_codes: [code],
      error_description: `AADSTS${code}: Words that no screen shows. Trace ID: ${randomUUID()}`,
      timestamp: new Date(now()).toISOString(),
      trace_id: randomUUID(),
      correlation_id: randomUUID(),
    });
  }

  /** What every request of a public client must say. */
  function problemOf(form: URLSearchParams): string | null {
    if (form.get("client_id") !== clientId) return "another client id";
    if (form.has("client_secret")) return "a secret, which a public client has none of";
    const asked = (form.get("scope") ?? "").split(" ");
    if (!["openid", "profile", "offline_access"].every((scope) => asked.includes(scope))) return "a scope is missing";
    scopes = asked.filter((scope) => !["openid", "profile", "offline_access", "email"].includes(scope));
    return null;
  }

  function authorize(url: URL): Answer {
    const query = url.searchParams;
    const redirectUri = query.get("redirect_uri") ?? "";
    const challenge = query.get("code_challenge") ?? "";
    const problem =
      problemOf(query) ??
      (query.get("response_type") === "code" ? null : "no response_type=code") ??
      (query.get("response_mode") === "form_post" ? null : "another response_mode than form_post") ??
      (/^http:\/\/localhost:\d+$/u.test(redirectUri) ? null : "a redirect address that is not registered") ??
      (/^[\w-]{43}$/u.test(challenge) && query.get("code_challenge_method") === "S256" ? null : "no S256 challenge") ??
      ((query.get("state") ?? "").length >= 32 ? null : "no state, or one that can be guessed") ??
      ((query.get("nonce") ?? "").length >= 16 ? null : "no nonce");
    if (problem !== null) {
      refused.push(`authorize: ${problem}`);
      return html(400, `<h1>Sorry, but we’re having trouble signing you in</h1><p>${problem}</p>`);
    }
    const code = randomBytes(24).toString("base64url");
    codes.set(code, { challenge, redirectUri, nonce: query.get("nonce") ?? "", scope: query.get("scope") ?? "" });
    const state = query.get("state") ?? "";
    const accepted = { code, state, client_info: clientInfo(), session_state: randomUUID() };
    const cancelled = {
      error: "access_denied",
      error_description: "AADSTS65004: User declined to consent to access the app.",
      state,
    };
    return html(
      200,
      `<h1>Permissions requested</h1>${formOf(redirectUri, accepted, "Accept")}${formOf(redirectUri, cancelled, "Cancel")}`,
    );
  }

  const clientInfo = (): string => Buffer.from(JSON.stringify({ uid: person, utid: tenant })).toString("base64url");

  function idToken(nonce: string | null): string {
    const seconds = Math.floor(now() / 1000);
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = {
      aud: clientId,
      iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
      iat: seconds,
      nbf: seconds,
      exp: seconds + 3600,
      name: "Release coordinator",
      oid: person,
      sub: person,
      tid: tenant,
      preferred_username: "coordinator@example.org",
      ver: "2.0",
      ...(nonce === null ? {} : { nonce }),
    };
    return `${part({ typ: "JWT", alg: "none" })}.${part(claims)}.unsigned`;
  }

  function give(scope: string, nonce: string | null): Answer {
    const token = `access-${randomUUID()}`;
    accessTokens.set(token, now() + expiresIn * 1000);
    refresh = { token: `refresh-${randomUUID()}` };
    return json(200, {
      token_type: "Bearer",
      scope: scope.replace(/ ?offline_access/u, ""),
      expires_in: expiresIn,
      ext_expires_in: expiresIn,
      access_token: token,
      refresh_token: refresh.token,
      id_token: idToken(nonce),
      client_info: clientInfo(),
    });
  }

  function token(form: URLSearchParams): Answer {
    const grant = form.get("grant_type") ?? "";
    grants.push(grant);
    const problem = problemOf(form);
    if (problem !== null) return complain(`token: ${problem}`);
    if (refusal !== null) return refuseWith(refusal);
    if (scopes.some((scope) => withheld.includes(scope))) return refuseWith({ code: 65001, error: "invalid_grant" });
    switch (grant) {
      case "authorization_code": {
        const given = form.get("code") ?? "";
        const code = codes.get(given);
        codes.delete(given);
        if (code === undefined) return refuseWith({ code: 54005, error: "invalid_grant" });
        if (form.get("redirect_uri") !== code.redirectUri) return complain("token: another redirect address");
        const challenge = createHash("sha256")
          .update(form.get("code_verifier") ?? "")
          .digest("base64url");
        if (challenge !== code.challenge) return complain("token: a verifier that does not match");
        return give(code.scope, code.nonce);
      }
      case "refresh_token":
        if (refresh === null || form.get("refresh_token") !== refresh.token) {
          return refuseWith({ code: 50173, error: "invalid_grant" });
        }
        return give(form.get("scope") ?? "", null);
      case "device_code": {
        if (form.get("device_code") !== device.code) return complain("token: another device code");
        if (device.answer === "approve") return give(device.scope, null);
        if (device.answer === "decline") return json(400, { error: "authorization_declined", error_codes: [70018] });
        if (device.answer === "expire") return json(400, { error: "expired_token", error_codes: [70020] });
        return json(400, { error: "authorization_pending", error_codes: [70016] });
      }
      default:
        return complain(`token: the grant ${grant}`);
    }
  }

  function deviceCode(form: URLSearchParams): Answer {
    const problem = problemOf(form);
    if (problem !== null) return complain(`devicecode: ${problem}`);
    if (refusal !== null) return refuseWith(refusal);
    Object.assign(device, { code: randomUUID(), scope: form.get("scope") ?? "", answer: "pending" });
    return json(200, {
      user_code: "FWRN-2468",
      device_code: device.code,
      verification_uri: "https://login.microsoftonline.com/common/oauth2/deviceauth",
      expires_in: 900,
      interval: 1,
      message: "Type the code.",
    });
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const text = await readBody(request);
    if (inTheWay === "proxyPassword") return html(407, "<h1>Proxy authentication required</h1>");
    if (inTheWay === "guestNetwork") return html(200, "<h1>Welcome to the guest network</h1>");
    if (inTheWay === "serverError") return html(503, "<h1>Service unavailable</h1>");
    const [, asked = "", ...path] = url.pathname.split("/");
    const operation = `${request.method} ${path.join("/")}`;
    if (asked !== tenant && asked !== "organizations") return refuseWith({ code: 90002, error: "invalid_request" });
    const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
    if (operation === "GET oauth2/v2.0/authorize") return authorize(url);
    if (operation === "POST oauth2/v2.0/token" && isForm) return token(new URLSearchParams(text));
    if (operation === "POST oauth2/v2.0/devicecode" && isForm) return deviceCode(new URLSearchParams(text));
    refused.push(operation);
    return html(404, "<h1>Not found</h1>");
  }

  const server = await listen(async (request, response) => {
    const { status, type, text } = await answer(request);
    response.writeHead(status, { "content-type": type }).end(text);
  }, now);
  return {
    url: server.origin,
    clientId,
    tenant,
    ledger: {
      refused,
      grants,
      get scopes() {
        return scopes;
      },
    },
    takes: (given) => (accessTokens.get(given) ?? 0) > now(),
    refuse(next) {
      refusal = next;
    },
    withhold(...permissions) {
      withheld = permissions;
    },
    putInTheWay(what) {
      inTheWay = what;
    },
    answerDeviceCode(answer) {
      device.answer = answer;
    },
    revoke() {
      refresh = null;
    },
    refreshToken: () => refresh?.token ?? null,
    stop: server.stop,
  };
}

function formOf(action: string, fields: Readonly<Record<string, string>>, label: string): string {
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  return `<form method="post" action="${action}">${inputs.join("")}<button>${label}</button></form>`;
}

function json(status: number, body: unknown): Answer {
  return { status, type: "application/json; charset=utf-8", text: JSON.stringify(body) };
}

function html(status: number, body: string): Answer {
  return { status, type: "text/html; charset=utf-8", text: `<!doctype html><meta charset="utf-8">${body}` };
}
