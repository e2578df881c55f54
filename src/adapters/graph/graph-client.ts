import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import type { Instant } from "../../core/domain/instant.ts";
import type { TokenSource } from "../../core/ports/sign-in.ts";
import { type NetworkFailure, readNetworkFailure } from "../network/network-failure.ts";
import { readRetryAfter } from "../network/retry-after.ts";
import { hearTime } from "../network/server-time.ts";

/** What came of one call, once, with no retry. `body` is the JSON answered, or null when there was none. */
export type GraphAnswer =
  | { readonly kind: "answered"; readonly status: number; readonly body: unknown; readonly retryAfterSeconds: number | null }
  | { readonly kind: "failed"; readonly failure: NetworkFailure }
  /** The sign-in gave no token, so nothing was asked. */
  | { readonly kind: "noToken"; readonly detail: string }
  /** `mayLeave` said no, right before the request would have been written. */
  | { readonly kind: "withheld" };

/** What came of a call that was made. */
export type GraphReply = Exclude<GraphAnswer, { readonly kind: "withheld" }>;

type GraphMethod = "GET" | "POST" | "PATCH" | "DELETE";

/** All that this program knows of the SDK: a method, a path below the version with its query, a body. */
export type GraphCall = (method: GraphMethod, path: string, body?: unknown, mayLeave?: () => boolean) => Promise<GraphAnswer>;

/** The usual address of Microsoft Graph (global and GCC). */
export const graphApiUrl = "https://graph.microsoft.com/v1.0";

const timeoutMilliseconds = 30_000;

/**
 * Microsoft's SDK as one function that makes a call exactly once; the reasons for the own chain of middleware are in
 * docs/decisions/0004. The SDK is loaded with the first call.
 */
export function createGraphCall(
  settings: { readonly url: URL; readonly tokens: TokenSource; readonly heardTime: (at: Instant) => void },
  now: () => Instant,
): GraphCall {
  const { baseUrl, version } = splitVersion(settings.url);

  return async (method, path, body, mayLeave = () => true) => {
    const sdk = await import("@microsoft/microsoft-graph-client");
    const fresh = await settings.tokens.fresh();
    if (fresh.kind === "signInNeeded") return { kind: "noToken", detail: fresh.detail };
    if (fresh.kind === "unreachable") return { kind: "failed", failure: { provablyUnsent: true, words: fresh.detail } };
    const noRetry = new sdk.RetryHandlerOptions(0, 0);
    const gate = createGate(fresh.token);
    // A client is a few fields. One for each call keeps the reason of its failure: the SDK's own error drops it.
    const client = sdk.Client.initWithMiddleware({
      baseUrl,
      defaultVersion: version,
      middleware: [new sdk.RetryHandler(noRetry), gate.middleware, new sdk.HTTPMessageHandler()],
    });
    const request = client
      .api(path)
      // Immutable ids outlive a move from Drafts to Sent Items.
      .header("Prefer", 'IdType="ImmutableId"')
      // The directory's search works on no other terms.
      .headers(path.includes("$search=") ? { ConsistencyLevel: "eventual" } : {})
      // Said again for each call: the SDK resends a write by default (docs/decisions/0005).
      .middlewareOptions([noRetry])
      .options({ redirect: "error", signal: AbortSignal.timeout(timeoutMilliseconds) })
      .responseType(sdk.ResponseType.RAW);
    if (!mayLeave()) return { kind: "withheld" };
    try {
      const response: Response = await send(request, method, body);
      hearTime(response.headers, settings.heardTime);
      const retryAfterSeconds = readRetryAfter(response.headers.get("retry-after"), now());
      return { kind: "answered", status: response.status, body: await readJson(response), retryAfterSeconds };
    } catch (error) {
      return { kind: "failed", failure: readNetworkFailure(gate.failure() ?? error) };
    }
  };
}

type GraphRequest = {
  get(): Promise<Response>;
  post(body: unknown): Promise<Response>;
  patch(body: unknown): Promise<Response>;
  delete(): Promise<Response>;
};

function send(request: GraphRequest, method: GraphMethod, body: unknown): Promise<Response> {
  switch (method) {
    case "GET":
      return request.get();
    case "DELETE":
      return request.delete();
    case "POST":
      return request.post(body);
    case "PATCH":
      return request.patch(body);
  }
}

/** An answer whose status arrived counts even when its body did not: a 202 is accepted, whatever follows. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch {
    return null;
  }
}

/** Puts the token on a request and keeps what `fetch` threw. The SDK's own handler drops the token for hosts it does not know. */
function createGate(token: string): { readonly middleware: Middleware; failure(): unknown } {
  let next: Middleware | null = null;
  let failure: unknown = null;
  return {
    middleware: {
      async execute(context: Context) {
        const headers = new Headers(context.options?.headers);
        headers.set("Authorization", `Bearer ${token}`);
        context.options = { ...context.options, headers };
        try {
          await next?.execute(context);
        } catch (error) {
          failure = error;
          throw error;
        }
      },
      setNext(following: Middleware) {
        next = following;
      },
    },
    failure: () => failure,
  };
}

/** `https://graph.microsoft.us/v1.0` is a base and a version; without a version it is v1.0. */
function splitVersion(url: URL): { readonly baseUrl: string; readonly version: string } {
  const path = url.pathname.replace(/\/+$/, "");
  const version = /\/(v1\.0|beta)$/.exec(path)?.[1];
  return version === undefined
    ? { baseUrl: `${url.origin}${path}`, version: "v1.0" }
    : { baseUrl: `${url.origin}${path.slice(0, -version.length - 1)}`, version };
}
