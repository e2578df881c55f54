import { type Instant, minute } from "../../core/domain/instant.ts";
import type { SignInTrouble } from "../../core/ports/sign-in.ts";
import { readNetworkFailure } from "../network/network-failure.ts";

/** What a provider's sign-in service answered, once, or why nothing of it did. */
export type SignInAnswer =
  | { readonly kind: "answered"; readonly status: number; readonly body: unknown; readonly headers: Headers }
  | { readonly kind: "failed"; readonly trouble: SignInTrouble; readonly detail: string };

export type SignInRequest = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

const timeoutMilliseconds = 30_000;
/** A clock further off than this is told of: tokens, certificates and due notices all go by it. */
const clockMargin = 5 * minute;

/**
 * Asks a provider's sign-in service, whose answers are JSON and never send anybody elsewhere. What stands between (a proxy
 * that wants a password, a guest network's own page) is told from the service by that. `provider` is its name in sentences.
 */
export async function callSignIn(request: SignInRequest, provider: string, now: () => Instant): Promise<SignInAnswer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      ...(request.headers === undefined ? {} : { headers: request.headers }),
      ...(request.body === undefined ? {} : { body: request.body }),
      // The request may hold a code or a refresh token: it goes to this one address.
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const body = readJson(await response.text());
    if (body === null && response.status >= 500 && response.status !== 511) return busy(provider, response.status);
    if (body === null) return captivePortal(provider);
    return (
      clockProblem(response.headers, provider, now()) ?? {
        kind: "answered",
        status: response.status,
        body,
        headers: response.headers,
      }
    );
  } catch (error) {
    if (isProxyPassword(error)) return proxyPassword;
    return { kind: "failed", trouble: "unreachable", detail: readNetworkFailure(error).words };
  }
}

const proxyPassword: SignInAnswer = {
  kind: "failed",
  trouble: "proxyPassword",
  detail:
    "A proxy on the way asks for a name and a password (407), and Forewarn has none for it. Ask your network's administrator for a way out without one, or put name and password into HTTPS_PROXY and start Forewarn again.",
};

function captivePortal(provider: string): SignInAnswer {
  return {
    kind: "failed",
    trouble: "captivePortal",
    detail: `Something between here and ${provider} answered with a page of its own, as the sign-in page of a guest network or a filter does. Open any page in a browser, finish what it asks there, and try again.`,
  };
}

function busy(provider: string, status: number): SignInAnswer {
  return {
    kind: "failed",
    trouble: "unreachable",
    detail: `${provider}'s sign-in service does not answer as it should just now (HTTP ${status}). Try again in a few minutes.`,
  };
}

function clockProblem(headers: Headers, provider: string, now: Instant): SignInAnswer | null {
  const theirs = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(theirs) || Math.abs(now - theirs) <= clockMargin) return null;
  const minutes = Math.round(Math.abs(now - theirs) / minute);
  return {
    kind: "failed",
    trouble: "clockWrong",
    detail: `This computer's clock is ${minutes} minutes ${now > theirs ? "ahead of" : "behind"} ${provider}'s. Put it right (set it automatically), then sign in again.`,
  };
}

/**
 * A proxy's refusal of a tunnel is told only in the words of the cause. An answer with 407 itself is no answer to `fetch`,
 * which then throws with a cause that says nothing at all (Fetch standard, HTTP-network-or-cache fetch).
 */
function isProxyPassword(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (/\b407\b|proxy authentication/iu.test(cause.message)) return true;
    if (depth > 0 && cause.message === "" && !("code" in cause) && !(cause instanceof AggregateError)) return true;
  }
  return false;
}

/** An object, or null: a sign-in service answers with nothing else. */
function readJson(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" ? read : null;
  } catch {
    return null;
  }
}
